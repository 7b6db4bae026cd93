"""How each platform lays out what it lets one download: names of files, and what they tell.

In comes a `Source`, unpacked; out goes the platform that it came from, and a `Claim` for each file:
who handed it in, when, and for which assignment.
"""
