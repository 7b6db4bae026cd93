"""A clock that says in which part of a program the time goes, each moment counted once."""

from collections import Counter
from collections.abc import Callable
from typing import Any

OUTSIDE = "outside"  # of all parts


class Clock:
    """Adds up the seconds between calls and returns of functions, for the innermost part."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.spent: Counter[str] = Counter()
        self.parts = [OUTSIDE]
        self.since = now()

    def switch(self) -> None:
        """Count the time since the last switch for the present part."""
        now = self.now()
        self.spent[self.parts[-1]] += now - self.since
        self.since = now

    def time(self, owner: Any, name: str, part: str) -> None:
        """Let the time of a function, found as an attribute, count for a part from now on."""
        function = getattr(owner, name)

        def timed(*arguments: Any, **named: Any) -> Any:
            self.switch()
            self.parts.append(part)
            try:
                return function(*arguments, **named)
            finally:
                self.switch()
                self.parts.pop()

        setattr(owner, name, timed)
