"""Exercises as data, a judge that names misconceptions, and grading that keeps the judge apart."""
