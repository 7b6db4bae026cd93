"""What an answer did comes in, as plain data; a verdict goes out: right, wrong, or not judged."""
