"""Say a sentence in the reader's language."""

import gettext

DOMAIN = "autograder"


def translated(sentence: str) -> str:
    """Return a sentence of the exercises in the reader's language."""
    return gettext.dgettext(DOMAIN, sentence) if sentence else ""


def say(sentence: str, /, **values: object) -> str:
    """Return a sentence of this package in the reader's language with its values filled in."""
    return translated(sentence).format(**values)
