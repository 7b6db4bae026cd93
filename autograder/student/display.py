"""Where a student's cells run: their names, and the notebook or terminal to show a card in."""

import sys
from collections.abc import MutableMapping
from typing import Any

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
    if get_ipython is not None and get_ipython() is not None:
        forms = {"text/plain": card_text(card), "text/html": card_html(card)}
        display(forms, raw=True)  # type: ignore[no-untyped-call]  # IPython's is untyped
    else:
        print_text(card_text(card))


def print_text(text: str) -> None:
    """Print text; characters that the terminal does not know become question marks."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
