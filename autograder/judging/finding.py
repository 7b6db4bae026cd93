"""What was found of an answer, as data in no language yet, and its layout as plain text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.messages import Text, say
from autograder.messages.language import from_data, to_data


@dataclass(frozen=True)
class Finding:
    """What there is to say about one answer.

    Parameters
    ----------
    meaning
        What was found and what to try: the named belief's sentence where there is one.
    called, returned, expected, working
        The call that shows it, what came back, what was expected, and the arithmetic behind that;
        empty where no call shows it.

    """

    meaning: Text = ""
    called: Text = ""
    returned: Text = ""
    expected: Text = ""
    working: Text = ""

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return the call that shows the finding as rows of a label and a text."""
        if not self.called:
            return ()
        rows = (
            (say("Called"), self.called),
            (say("It gave"), self.returned),
            (say("Expected"), self.expected),
            (say("Because"), self.working if self.expected else ""),
        )
        return tuple((label, str(text)) for label, text in rows if text)

    def as_text(self, *, named: bool) -> str:
        """Return all of it as plain text: a named belief first, then the call, else the reverse."""
        meaning, case = str(self.meaning), "\n".join(aligned(self.rows()))
        if named and case:
            meaning = f"{belief_heading()}\n{meaning}"
        blocks = (meaning, case) if named else (case, meaning)
        return "\n".join(block for block in blocks if block)

    def to_plain(self) -> dict[str, Any]:
        """Return it as data for JSON, without what is empty."""
        return {name: to_data(text) for name, text in vars(self).items() if text}

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> "Finding":
        """Read a finding back; raises TypeError for anything that is not one."""
        return cls(**{name: from_data(text) for name, text in data.items()})


NO_FINDING = Finding()


def belief_heading() -> str:
    """Introduce a named belief."""
    return say("What this answer seems to do:")


def aligned(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Return rows as lines whose texts stand under one another."""
    width = max((len(label) for label, _ in rows), default=0)
    indent = "\n" + " " * (width + 2)  # a text of several lines stays in its column
    return [f"{label:<{width}}  {text}".replace("\n", indent) for label, text in rows]
