"""A card as plain text, complete without HTML."""

from autograder.messages.findings import aligned
from autograder.student.card import SIGNS, Bar, Block, Card, Code, Parts, Rows, Say

BAR_WIDTH = 20


def card_text(card: Card) -> str:
    """Return the whole card as lines of text."""
    head = " · ".join(one for one in (card.title, card.aside) if one)
    first = f"{card.mood.sign} {card.mood.word}" + (f": {head}" if head else "")
    return "\n".join([first, *(block_text(block) for block in card.blocks)])


def block_text(block: Block) -> str:
    """Return one block as text."""
    match block:
        case Say(text, heading):
            return f"{heading} {text}" if heading else text
        case Rows(rows):
            return indented("\n".join(aligned(list(rows))))
        case Parts(heading, parts):
            return f"{heading}: " + "  ".join(f"{SIGNS[right]} {name}" for name, right in parts)
        case Bar(done, total, words):
            return f"[{bar_text(done, total)}] {words}"
        case Code(source):
            return indented(source.rstrip())


def bar_text(done: int, total: int) -> str:
    """Return a bar of signs.

    >>> bar_text(1, 4)
    '#####...............'
    """
    filled = BAR_WIDTH * done // max(total, 1)
    return "#" * filled + "." * (BAR_WIDTH - filled)


def indented(text: str) -> str:
    """Set every line in by two."""
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
