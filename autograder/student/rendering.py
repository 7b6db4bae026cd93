"""A card as HTML and as plain text, each complete without the other.

HTML has inline styles only, so that it looks the same wherever a notebook is shown. Text takes the
page's own colour; everything coloured is a border, a half-transparent background or a chip with
white words, so that the card fits a light and a dark page alike.
"""

import re
from html import escape

from autograder.judging.finding import aligned
from autograder.student.card import (
    SIGNS,
    Block,
    Card,
    CodeBlock,
    LabelledRows,
    Paragraph,
    PartResults,
    ProgressBar,
)

try:
    from pygments import highlight  # type: ignore[import-untyped]  # ships no types
    from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]  # ships no types
    from pygments.lexers import PythonLexer  # type: ignore[import-untyped]  # ships no types
except ImportError:  # IPython brings pygments; without it the source is shown in one colour
    highlight = None

MONO = "font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
GREEN_TINT, RED_TINT, GREY_TINT = (
    "rgba(46,125,50,0.28)",
    "rgba(198,40,40,0.28)",
    "rgba(128,128,128,0.16)",
)
TRACK = "rgba(128,128,128,0.35)"
GAP = "margin:8px 0 0 0"
# Background and text colour are both set, so that the source can be read on a dark page too.
BOX = (
    "background:#f7f7f7;color:#1b1b1b;border-radius:4px;padding:8px 12px;margin:0;"
    "overflow:auto;line-height:1.4"
)
BAR_WIDTH = 20  # characters


def card_html(card: Card) -> str:
    """Return the card as one HTML element."""
    blocks = "".join(block_html(block, card.style.color) for block in card.blocks)
    return (
        f'<div role="group" aria-label="{escape(card.style.word)}" style="border:1px solid '
        f"rgba(128,128,128,0.35);border-left:5px solid {card.style.color};border-radius:6px;"
        f'padding:10px 14px;margin:4px 0;max-width:60em;line-height:1.45">'
        f"{head_html(card)}{blocks}</div>"
    )


def head_html(card: Card) -> str:
    """Return the first line: sign and word on a chip, the title, and what is beside it."""
    words = escape(f"{card.style.sign} {card.style.word}")
    chip = (
        f'<span style="background:{card.style.color};color:#ffffff;border-radius:4px;'
        f'padding:2px 9px;font-weight:600">{words}</span>'
    )
    title = f'<span style="{MONO};margin-left:6px">{escape(card.title)}</span>'
    aside = f'<span style="margin-left:2px">· {escape(card.aside)}</span>' if card.aside else ""
    parts = [chip, title if card.title else "", aside]
    return f"<div>{' '.join(part for part in parts if part)}</div>"


def block_html(block: Block, color: str) -> str:
    """Return one block as HTML."""
    match block:
        case Paragraph(text, heading):
            strong = f"<b>{escape(heading)}</b> " if heading else ""
            return f'<div style="{GAP}">{strong}{prose(text)}</div>'
        case LabelledRows(rows):
            return rows_html(rows)
        case PartResults(heading, parts):
            chips = " ".join(part_html(name, right) for name, right in parts)
            return f'<div style="{GAP}"><b>{escape(heading)}</b> {chips}</div>'
        case ProgressBar(done, total, words):
            return bar_html(done, total, words, color)
        case CodeBlock(source):
            return f'<div style="{GAP}">{code_html(source)}</div>'


def prose(text: str) -> str:
    """Escape a text; text between backticks becomes code, line breaks stay."""
    style = f"{MONO};background:{GREY_TINT};border-radius:3px;padding:0 3px;color:inherit"
    marked = re.sub(r"`([^`\n]+)`", rf'<code style="{style}">\1</code>', escape(text))
    return marked.replace("\n", "<br>")


def rows_html(rows: tuple[tuple[str, str], ...]) -> str:
    """Return the call and what came of it, labels on the left."""
    cells = "".join(
        f'<div style="opacity:0.75">{escape(label)}</div>'
        f'<div style="{MONO};white-space:pre-wrap;overflow-wrap:anywhere">{escape(text)}</div>'
        for label, text in rows
    )
    return (
        f'<div style="{GAP};display:grid;grid-template-columns:max-content 1fr;gap:2px 14px;'
        f'background:{GREY_TINT};border-radius:4px;padding:6px 10px">{cells}</div>'
    )


def part_html(name: str, right: bool) -> str:
    """Return one part with its sign."""
    tint = GREEN_TINT if right else RED_TINT
    return (
        f'<span style="display:inline-block;background:{tint};border-radius:4px;padding:0 7px;'
        f'margin:0 3px 2px 0">{SIGNS[right]} {escape(name)}</span>'
    )


def bar_html(done: int, total: int, words: str, color: str) -> str:
    """Return a bar and its words."""
    share = 100 * done / max(total, 1)
    return (
        f'<div style="{GAP};display:flex;align-items:center">'
        f'<div style="flex:0 0 160px;height:8px;border-radius:4px;background:{TRACK};'
        f'overflow:hidden;margin-right:10px">'
        f'<div style="width:{share:.1f}%;height:8px;background:{color}"></div></div>'
        f"<span>{escape(words)}</span></div>"
    )


def code_html(source: str) -> str:
    """Return the source as one `pre` element with inline colours."""
    if highlight is None:
        return f'<pre style="{BOX}">{escape(source)}</pre>'
    formatter = HtmlFormatter(noclasses=True, nowrap=True)
    return f'<pre style="{BOX}">{highlight(source, PythonLexer(), formatter)}</pre>'


def card_text(card: Card) -> str:
    """Return the whole card as lines of text."""
    head = " · ".join(part for part in (card.title, card.aside) if part)
    first = f"{card.style.sign} {card.style.word}" + (f": {head}" if head else "")
    return "\n".join([first, *(block_text(block) for block in card.blocks)])


def block_text(block: Block) -> str:
    """Return one block as text."""
    match block:
        case Paragraph(text, heading):
            return f"{heading} {text}" if heading else text
        case LabelledRows(rows):
            return indented("\n".join(aligned(rows)))
        case PartResults(heading, parts):
            return f"{heading}: " + "  ".join(f"{SIGNS[right]} {name}" for name, right in parts)
        case ProgressBar(done, total, words):
            return f"[{bar_text(done, total)}] {words}"
        case CodeBlock(source):
            return indented(source.rstrip())


def bar_text(done: int, total: int) -> str:
    """Return a bar of characters.

    >>> bar_text(1, 4)
    '#####...............'
    """
    filled = BAR_WIDTH * done // max(total, 1)
    return "#" * filled + "." * (BAR_WIDTH - filled)


def indented(text: str) -> str:
    """Indent every line by two spaces."""
    return "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
