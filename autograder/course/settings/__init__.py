"""The settings of a course: each declared once, and its file, errors and help follow.

In comes the text of `course.toml`; out go the values of `Settings`, checked, or a `SettingsError`
that says which setting is wrong, where and what is allowed.
"""
