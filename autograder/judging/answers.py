"""Read the answer to a question: which letter or number it stands for, or what to write instead.

Read is what can only be meant in one way, as `"c)"` or a Cyrillic `с`. All else gets the reason.
"""

import math
import re
from collections.abc import Sequence
from unicodedata import normalize

from autograder.judging.plain import Foreign, Plain, digits_of, long_integer
from autograder.judging.wording import questions as said
from autograder.messages import Sentence

LONGEST_TEXT = 500
LONGEST_NUMBER = 30  # characters of one that is repeated in a sentence
LOOKALIKES = str.maketrans("аАсСеЕ", "aAcCeE")  # Cyrillic letters, not to be told by eye
AROUND = " \t\n()[]{}.,:;!\"'`*_’‘“”«»"
MARKED = re.compile(r"\W*([^\W\d_])\s*[).:\]–—-]\s*(.+)", re.DOTALL)
NUMBER = re.compile(r"\s*([-+−]?\d+(?:[.,]\d+)?)\s*")


def read_letter(
    value: Plain, name: str, letters: Sequence[str], options: Sequence[str]
) -> str | Sentence:
    """Return the letter that an answer is, or what to write instead.

    >>> read_letter("(B)", "which", "abc", [])
    'b'
    """
    if type(value) in (list, tuple) and len(value) == 1 and isinstance(value[0], str):
        inside = read_letter(value[0], name, letters, options)
        return said.letter_alone(name, inside) if isinstance(inside, str) else inside
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        return said.letter_wanted(name, tuple(letters))
    text = normalize("NFKC", value).translate(LOOKALIKES).casefold()
    bare = text.strip(AROUND)
    if bare in letters:
        return bare
    marked = MARKED.fullmatch(text)
    if marked and marked[1] in letters:
        option = dict(zip(letters, options, strict=False)).get(marked[1], "")
        is_its_text = begins(option, marked[2])
        return marked[1] if is_its_text else said.letter_alone(name, marked[1])
    return other_text(bare, name, letters, options)


def other_text(text: str, name: str, letters: Sequence[str], options: Sequence[str]) -> Sentence:
    """Say what is wrong with a text that no letter is read from."""
    if len(text) == 1 and text.isalpha() and not text.isascii():
        return said.latin_letter_wanted(name, text, tuple(letters))
    if text and any(begins(option, text) for option in options):
        return said.not_its_text(name, tuple(letters))
    return said.letter_wanted(name, tuple(letters))


def begins(option: str, text: str) -> bool:
    """Return True if a text is that of an option or its first words, whatever the signs."""
    whole, part = (re.findall(r"\w+", one.casefold()) for one in (option, text))
    return bool(part) and whole[: len(part)] == part


def read_number(value: Plain, name: str) -> float | Sentence:
    """Return the finite number that an answer is, or what to write instead."""
    if type(value) in (int, float):
        return finite(value, name)
    if isinstance(value, str):
        number = NUMBER.fullmatch(value[:LONGEST_NUMBER])
        return said.no_quotes(name, with_point(number[1])) if number else said.number_wanted(name)
    if is_decimal_comma(value):
        return said.point_not_comma(name, f"{value[0]}.{value[1]}")
    if isinstance(value, Foreign) and digits_of(value):
        return said.too_large(name, digits_of(value))
    if isinstance(value, Foreign):
        return said.other_type(name, value.type_name)
    return said.number_wanted(name)


def finite(value: float, name: str) -> float | Sentence:
    """Return a number as a float, or say why it is none that can be compared."""
    try:
        number = float(value)
    except OverflowError:  # its text could be refused, too: Python writes 4,300 digits at most
        return said.too_large(name, digits_of(long_integer(int(value))))
    return number if math.isfinite(number) else said.not_finite(name, str(number))


def is_decimal_comma(value: Plain) -> bool:
    """Return True if a pair is a number that was typed with a comma, as 3,5."""
    if type(value) is not tuple or [type(part) for part in value] != [int, int]:
        return False
    return value[1] >= 0 and all(abs(part) < 10**9 for part in value)


def with_point(number: str) -> str:
    """Return a number as Python writes it."""
    return number.replace(",", ".").replace("−", "-")
