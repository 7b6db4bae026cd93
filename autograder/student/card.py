"""What a card holds, whatever it is shown on: a style, a title and blocks of content."""

from collections.abc import Callable
from dataclasses import dataclass

SIGNS = {True: "✓", False: "✗"}  # of a part that is right or wrong
# White words on these colours have a contrast of 4.5 or more.
GREEN, ORANGE, RED = "#2e7d32", "#b45309", "#c62828"
GREY, PURPLE, BLUE = "#57606a", "#6a4fb3", "#1565c0"


@dataclass(frozen=True)
class CardStyle:
    """What a card says at first sight: a sign and a word; the colour only repeats them."""

    sign: str
    word: str
    color: str


@dataclass(frozen=True)
class Paragraph:
    """Sentences, under a heading if it has one."""

    text: str
    heading: str = ""


@dataclass(frozen=True)
class LabelledRows:
    """A call and what came of it: a label and a text each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PartResults:
    """The parts of an exercise, each right or wrong."""

    heading: str
    parts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class ProgressBar:
    """How much of a whole is done; `words` say it."""

    done: int
    total: int
    words: str


@dataclass(frozen=True)
class CodeBlock:
    """Source code to read."""

    source: str


Block = Paragraph | LabelledRows | PartResults | ProgressBar | CodeBlock


@dataclass(frozen=True)
class Button:
    """What may be pressed under a card, where the page has buttons: it gives one more card.

    `name` is the label with what it is about, for somebody who hears many buttons of one label.
    """

    label: str
    name: str
    press: Callable[[], "Card"]


@dataclass(frozen=True)
class Card:
    """One thing to show to a student.

    `title` is what it is about, `aside` is beside the title (the points).
    """

    style: CardStyle
    title: str
    aside: str = ""
    blocks: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
