"""The course in a folder of the student's own: start in it, update it, reset a lesson.

In come the lessons as they are given out; out go notebooks that belong to the student. Nothing here
ever overwrites a notebook that holds work.
"""
