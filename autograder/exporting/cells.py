"""What stands in a cell of a CSV file: numbers as numbers, texts that no program takes for more."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from autograder.course.formulas import is_formula
from autograder.course.names import printable
from autograder.messages.notebook import number

BOM = "\ufeff"

Cell: TypeAlias = str | float | int | None


@dataclass(frozen=True)
class Dialect:
    """How a file is written: the sign in numbers and between cells, and whether a BOM leads it."""

    decimal_comma: bool = False
    bom: bool = False

    @property
    def separator(self) -> str:
        """The sign between two cells: where numbers have commas, programs expect semicolons."""
        return ";" if self.decimal_comma else ","


def csv_text(rows: Iterable[Sequence[Cell]], dialect: Dialect) -> str:
    """Return rows as CSV text."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=dialect.separator, lineterminator="\n")
    writer.writerows([cell_text(cell, dialect) for cell in row] for row in rows)
    return (BOM if dialect.bom else "") + text.getvalue()


def cell_text(value: Cell, dialect: Dialect) -> str:
    """Return one cell's text.

    >>> cell_text(-1.5, Dialect(decimal_comma=True))
    '-1,5'
    >>> cell_text("=1+1", Dialect()), cell_text(None, Dialect())
    ("'=1+1", '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    return number(value).replace(".", "," if dialect.decimal_comma else ".")


def harmless(text: str) -> str:
    """Return a text in which nothing hides and that no program takes for a formula."""
    shown = printable(text)
    return f"'{shown}" if is_formula(text) else shown
