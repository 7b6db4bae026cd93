"""Lesson C: real digits, and a taste of what comes next, one module an exercise."""
