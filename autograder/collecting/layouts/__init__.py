"""How each platform lays out what it lets one download: names of files, and what they tell."""
