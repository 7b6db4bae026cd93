"""Collect what students handed in on a learning platform into the course's `submitted` folder.

In comes what a platform gave: archives, folders, lists of people. Out goes a `Collection`, which
says what became of each file; each attempt is kept, and the one that counts lies in `submitted`.
"""
