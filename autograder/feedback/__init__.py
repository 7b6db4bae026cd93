"""The page that a student reads about a submission, and the platforms' return formats."""
