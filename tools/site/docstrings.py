r"""A Sphinx extension: docstrings are plain text, in which bars and stars are no marks.

In |w| and in `a * b` reStructuredText would look for the name of a substitution and for emphasis.
And attributes that are told together, as in `weight, bias : ndarray`, are made one entry each,
since napoleon takes the first for a type.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from sphinx.application import Sphinx

BEFORE_NAPOLEON = 400  # which writes marks of its own
SEVERAL = re.compile(r"(\w+(?:, \w+)+)((?: : .*)?)")


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at each docstring before all else does."""
    app.connect("autodoc-process-docstring", escape, priority=BEFORE_NAPOLEON)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def escape(
    _app: Sphinx, _what: str, _name: str, _obj: object, _opts: object, lines: list[str]
) -> None:
    """Escape the marks in the lines of a docstring, in place."""
    lines[:] = escaped(list(attributes_apart(lines)))


def escaped(lines: list[str]) -> list[str]:
    r"""Return the lines with their marks escaped; examples, which are code, stay.

    >>> escaped(["|w| is `a|b`", "", ">>> print(a * b)", "2 * 3", "", "2 * 3"])
    ['\\|w\\| is `a|b`', '', '>>> print(a * b)', '2 * 3', '', '2 \\* 3']
    """
    made, example = list[str](), False
    for line in lines:
        example = line.lstrip().startswith(">>>") or (example and bool(line.strip()))
        made.append(line if example else escaped_line(line))
    return made


def escaped_line(line: str) -> str:
    """Return a line of prose with its marks escaped, outside of backticks."""
    parts = line.split("`")
    parts[::2] = [part.replace("|", r"\|").replace("*", r"\*") for part in parts[::2]]
    return "`".join(parts)


def attributes_apart(lines: list[str]) -> Iterator[str]:
    """Yield the lines with an entry of its own for each attribute.

    >>> list(attributes_apart(["Attributes", "----------", "a, b : int", "    Two."]))[2:]
    ['a : int', '    Two.', 'b : int', '    Two.']
    """
    title = ""
    for place, line in enumerate(lines):
        if set(line) == {"-"}:
            title = lines[place - 1]
        entry = SEVERAL.fullmatch(line) if title == "Attributes" else None
        if not entry:
            yield line
            continue
        words = list(takewhile(lambda below: below.startswith(" "), lines[place + 1 :]))
        *others, last = entry[1].split(", ")
        for name in others:
            yield from (f"{name}{entry[2]}", *words)
        yield f"{last}{entry[2]}"  # its words are the next lines
