"""Bound the memory of a worker with all that it starts.

In comes a number of bytes; out comes whether a worker went beyond. The kernel bounds it where it
gives a memory cgroup (`group`); elsewhere what all its processes hold is counted (`usage`).
"""
