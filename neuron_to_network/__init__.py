"""The course in a folder of the student's own: start in it, update it, reset a lesson.

In come the lessons as they are given out; out go notebooks that belong to the student. Nothing here
ever overwrites a notebook that holds work.
"""

from importlib.metadata import version


def __getattr__(name: str) -> str:
    """Return `__version__`, which stands in pyproject.toml alone."""
    if name == "__version__":
        return version("neuron-to-network")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
