"""The commands, one module each; a command's libraries are loaded only when it is called."""

from autograder.cli.main import main

__all__ = ["main"]
