"""Code of a student comes in; plain data about what it did goes out, and nothing else does."""
