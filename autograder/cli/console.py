"""What a console can't show: its code page may lack a sign, which is then a question mark."""

import io
import sys
from typing import Any

import click


class ConsoleGroup(click.Group):
    """A group of commands that no sign of a text can stop, whatever the console's code page."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command."""
        show_what_can_be_shown()
        return super().main(*args, **extra)


def show_what_can_be_shown() -> None:
    """Let the standard streams replace what their encoding does not have."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
