"""What Sphinx needs to make the site of `docs/` and `lessons/`."""
