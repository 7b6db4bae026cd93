"""Texts that a spreadsheet program would run as a formula, and how a cell keeps them texts."""

import re

# A cell that begins so is taken for a formula; see OWASP, "CSV Injection". One that has been
# defused before is defused again, so that each text has a form of its own.
FORMULA = re.compile("'* *[=+\\-@\t\r\n＝＋－＠]")


def is_formula(text: str) -> bool:
    """Return True if a spreadsheet program would run a text, or did before it was defused."""
    return FORMULA.match(text) is not None


def defused(text: str) -> str:
    """Return a text as a cell holds it that no program runs.

    >>> defused("=1+1"), defused("'=1+1"), defused("O'Neil")
    ("'=1+1", "''=1+1", "O'Neil")
    """
    return f"'{text}" if is_formula(text) else text


def undefused(cell: str) -> str:
    """Return the text that a cell holds; the inverse of `defused`.

    >>> undefused("'=1+1"), undefused("=1+1"), undefused("'t Hooft")
    ('=1+1', '=1+1', "'t Hooft")
    """
    return cell[1:] if cell.startswith("'") and is_formula(cell) else cell
