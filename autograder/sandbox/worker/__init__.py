"""What runs beside the student's code, and nothing else: the warm process and its children."""
