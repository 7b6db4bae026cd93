"""Check the course itself: each failure names the place, the rule and what to do."""
