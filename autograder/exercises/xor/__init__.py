"""Lesson 03: what one line cannot do and two layers can, one module an exercise."""
