"""Make visible what names could hide: the one way in which names are shown, anywhere."""

import unicodedata

INVISIBLE = ("C", "Zl", "Zp")  # controls, direction marks, zero width, half characters, line ends
BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and signs that look like a space


def visible(text: str, *, lines: bool = False) -> str:
    r"""Return a text in which every sign can be seen, so that no name passes for another.

    With `lines`, line breaks stay.

    >>> visible("ann\u202egnp.exe")
    'ann<U+202E>gnp.exe'
    """
    return "".join(sign if lines and sign == "\n" else shown(sign) for sign in text)


def shown(sign: str) -> str:
    r"""Return a sign as it is, or its number where it would not be seen.

    >>> shown("é"), shown(" "), shown("\x1b"), shown("\u00a0")
    ('é', ' ', '<U+001B>', '<U+00A0>')
    """
    kind = unicodedata.category(sign)
    if kind == "Cs":  # a byte of a name that is no text
        return "\ufffd"
    odd_space = kind == "Zs" and sign != " "
    hidden = kind.startswith(INVISIBLE) or odd_space or sign in BLANK
    return f"<U+{ord(sign):04X}>" if hidden else sign
