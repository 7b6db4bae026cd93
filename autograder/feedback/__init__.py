"""Results and gradebook come in; a page for each student goes out, and archives for platforms."""
