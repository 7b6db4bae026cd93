"""A course folder: its settings, its roster, what was handed in, and every attempt that is kept."""
