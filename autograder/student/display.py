"""Where a student's cells run: their names, and the notebook or terminal to show a card in."""

import sys
from collections.abc import MutableMapping
from typing import Any

from autograder.student.buttons import BUTTONS_BELOW, new_row, replace_row
from autograder.student.card import Card
from autograder.student.rendering import card_html, card_text

try:
    from IPython.core.getipython import get_ipython
    from IPython.display import display
except ImportError:  # a plain script on a machine without IPython
    get_ipython = display = None  # type: ignore[assignment]  # stands for absent

Namespace = MutableMapping[str, Any]


def student_namespace(callers: Namespace) -> Namespace:
    """Return the namespace of the student's cells; in a plain script, the caller's globals."""
    shell = get_ipython() if get_ipython is not None else None
    return callers if shell is None else shell.user_ns


def show_card(card: Card) -> None:
    """Show a card in the notebook, which chooses HTML or text; elsewhere print its text."""
    shell = get_ipython() if get_ipython is not None else None
    if shell is None:
        print_text(card_text(card))
        return
    row = new_row(card.buttons, getattr(shell, "kernel", None)) if card.buttons else None
    html = card_html(card) if row is None else card_html(card) + BUTTONS_BELOW
    show({"text/plain": card_text(card), "text/html": html})
    if row is not None:
        replace_row(shell.user_ns, card.title, row)
        show(row.forms())


def show(forms: dict[str, Any]) -> None:
    """Show one thing in the notebook, which chooses one of its forms."""
    display(forms, raw=True)  # type: ignore[no-untyped-call]  # IPython's is untyped


def print_text(text: str) -> None:
    """Print text; characters that the terminal does not know become question marks."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
