"""What a card holds, whatever it is shown on: a mood, a title and blocks of content."""

from dataclasses import dataclass

SIGNS = {True: "✓", False: "✗"}  # of a part that is right, or not


@dataclass(frozen=True)
class Mood:
    """What a card says at first sight: a sign and a word; the colour only repeats them."""

    sign: str
    word: str
    color: str


@dataclass(frozen=True)
class Say:
    """Sentences, under a heading if it has one."""

    text: str
    heading: str = ""


@dataclass(frozen=True)
class Rows:
    """A call and what came of it: a label and a text each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Parts:
    """The parts of an exercise, each right or not."""

    heading: str
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Bar:
    """How much of a whole is done; `words` say it."""

    done: int
    total: int
    words: str


@dataclass(frozen=True)
class Code:
    """Source code to read."""

    source: str


Block = Say | Rows | Parts | Bar | Code


@dataclass(frozen=True)
class Card:
    """One thing to show to a student.

    `title` is what it is about, `aside` what stands beside it (the points).
    """

    mood: Mood
    title: str
    aside: str = ""
    blocks: tuple[Block, ...] = ()
