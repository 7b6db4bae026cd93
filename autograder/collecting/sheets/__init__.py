"""Read the sheets of a platform: tables of people, times and points, in the teacher's language.

In comes a CSV file: a list of students, or Moodle's grading worksheet. Out go the students, the
rows of a worksheet with their times, and the sheets as they came, kept for the export of grades.
"""
