"""Grade books as files that learning platforms and spreadsheet programs read."""
