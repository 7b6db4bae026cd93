"""Return what of code is there to be read: comments, strings, sentences typed in as code."""

import re
from collections.abc import Collection, Iterator
from keyword import iskeyword

FEWEST_LETTERS = 12  # "# try it" is no written answer
MOST_SEARCHED = 20_000  # characters of one cell
IN_CODE = re.compile(
    r"""#(?P<comment>[^\n]*)|(?P<quote>\"{3}|'{3}|"|')(?P<string>.*?)(?P=quote)""", re.DOTALL
)
SENTENCE = re.compile(r"\W*([^\W_]+)([,;:]?[ \t]+[^\W_]+){2}")  # three words in a row


def reads_as_text(code: str, given_lines: Collection[str] = ()) -> bool:
    """Return True if code holds words enough to be a written answer, but for the given lines.

    >>> reads_as_text("# Both of them add up what comes in."), reads_as_text("step(z) + 1  # 2?")
    (True, False)
    """
    own = "\n".join(line for line in code.splitlines() if line.strip() not in given_lines)
    return sum(map(letters_in, readable(own[:MOST_SEARCHED]))) >= FEWEST_LETTERS


def readable(code: str) -> Iterator[str]:
    """Yield the comments and strings of code, and its lines that are sentences."""
    for found in IN_CODE.finditer(code):
        yield found["comment"] or found["string"] or ""
    for line in code.splitlines():
        words = SENTENCE.match(line)
        if words and not iskeyword(words[1]):
            yield line


def letters_in(text: str) -> int:
    """Return how many letters a text has, of whichever script."""
    return sum(map(str.isalpha, text))
