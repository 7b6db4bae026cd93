"""Results of grading come in; nbgrader's gradebook and each student's totals go out."""
