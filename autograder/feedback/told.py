"""Take apart what a student was told of an answer: the belief, the case that shows it, the rest.

It comes from the card in the autograded notebook, which holds nothing of a hidden case.
"""

import re
from dataclasses import dataclass

from autograder.messages import say
from autograder.messages.findings import belief_heading


@dataclass(frozen=True)
class Told:
    """What was found: what the answer seems to do, a case as (label, text), and what it means."""

    belief: str = ""
    case: tuple[tuple[str, str], ...] = ()
    meaning: str = ""


def labels() -> tuple[str, ...]:
    """Return the labels of a case's rows, as the cards have them."""
    return say("Called"), say("It gave"), say("Expected"), say("Because")


def read_told(message: str, *, named: bool) -> Told:
    r"""Read a card's text; `named` is whether a misconception was recognized.

    >>> read_told("Called    f(1)\nExpected  2\nStart again.", named=False)
    Told(belief='', case=(('Called', 'f(1)'), ('Expected', '2')), meaning='Start again.')
    """
    row = re.compile(rf"({'|'.join(map(re.escape, labels()))}) {{2,}}(.*)")
    lines = message.strip().splitlines()
    headed = bool(lines) and lines[0] == belief_heading()
    first = next((i for i, line in enumerate(lines) if row.fullmatch(line)), len(lines))
    before = "\n".join(lines[1:first] if headed else lines[:first]).strip()
    case, after = rows(lines[first:], row)
    if headed or (named and not case):
        return Told(before, case, after)
    return Told("", case, "\n".join(part for part in (before, after) if part))


def rows(lines: list[str], row: re.Pattern[str]) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return the rows of a case, each with its further lines, and the text after them."""
    case: list[tuple[str, str]] = []
    for number, line in enumerate(lines):
        begun = row.fullmatch(line)
        if begun:
            case.append((begun[1], begun[2]))
        elif case and line.startswith("  "):
            label, text = case[-1]
            case[-1] = label, f"{text}\n{line.strip()}"
        else:
            return tuple(case), "\n".join(lines[number:]).strip()
    return tuple(case), ""
