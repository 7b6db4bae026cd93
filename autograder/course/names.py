"""Names of students and files: which of them can be graded, and how any name is shown."""

import os
import unicodedata

MARKUP_CHARACTERS = set('<>&"')  # nbgrader's formgrader writes a student's name as it is into pages
PATTERN_CHARACTERS = set("*?[]")  # nbgrader looks for a student's files with a pattern
# Unicode's controls, direction marks, zero-width characters, surrogates and line ends.
INVISIBLE = ("C", "Zl", "Zp")
BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that look like a space


def is_student_name(name: str) -> bool:
    """Return True if a folder may be a student's.

    What systems leave among folders, names with markup and names that are not text are not.
    """
    left_behind = name.startswith((".", "__MACOSX"))
    return not left_behind and as_utf8(name) == name and not MARKUP_CHARACTERS & set(name)


def same_file_name(name: str) -> str:
    """Return what is equal for two names that some system takes for one."""
    return unicodedata.normalize("NFC", name).casefold()


def as_utf8(name: str) -> str:
    """Return a file's name so that it can be shown and kept, even if its bytes are not UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")


def printable(text: str, *, lines: bool = False) -> str:
    r"""Return a text in which every character can be seen, so that no name passes for another.

    With `lines`, line breaks stay.

    >>> printable("ann\u202egnp.exe")
    'ann<U+202E>gnp.exe'
    """
    return "".join(
        character if lines and character == "\n" else printable_character(character)
        for character in text
    )


def printable_character(character: str) -> str:
    r"""Return a character as it is, or its number where it would not be seen.

    >>> [printable_character(character) for character in ("é", " ", "\x1b", "\u00a0")]
    ['é', ' ', '<U+001B>', '<U+00A0>']
    """
    category = unicodedata.category(character)
    if category == "Cs":  # a byte of a name that is not text
        return "\ufffd"
    odd_space = category == "Zs" and character != " "
    hidden = category.startswith(INVISIBLE) or odd_space or character in BLANK
    return f"<U+{ord(character):04X}>" if hidden else character
