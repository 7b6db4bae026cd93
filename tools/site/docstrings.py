r"""A Sphinx extension: docstrings are plain text, in which bars and stars are no marks.

In |w| and in `a * b` reStructuredText would look for the name of a substitution and for emphasis.
"""

from sphinx.application import Sphinx

BEFORE_NAPOLEON = 400  # which writes marks of its own


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at each docstring before all else does."""
    app.connect("autodoc-process-docstring", escape, priority=BEFORE_NAPOLEON)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def escape(
    _app: Sphinx, _what: str, _name: str, _obj: object, _opts: object, lines: list[str]
) -> None:
    """Escape the marks in the lines of a docstring, in place."""
    lines[:] = escaped(lines)


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
