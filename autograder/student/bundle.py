"""A card in the forms that a notebook chooses from."""

from autograder.student.card import Card
from autograder.student.card_html import card_html
from autograder.student.card_text import card_text
from autograder.student.namespace import show


def show_card(card: Card) -> None:
    """Show a card: HTML in a notebook, text everywhere else."""
    show({"text/plain": card_text(card), "text/html": card_html(card)})
