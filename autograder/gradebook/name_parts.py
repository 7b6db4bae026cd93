"""A name in one piece, divided as nbgrader shows it: the family name, a comma, the given names."""

import unicodedata
from collections.abc import Sequence

BEFORE_FAMILY = (
    "af al am aus'm av bar ben bin bint da dal dalla das de degli dei del della den der des di do "
    "dos du e el ibn la las le lo los op san st st. ten ter und van vom von y zu zum zur"
)
PARTICLES = frozenset(BEFORE_FAMILY.split())
SUFFIXES = ("jr", "jr.", "sr", "sr.", "ii", "iii", "iv")
PATRONYMICS = ("вич", "ьич", "мич", "вна", "чна")
FAMILY_FIRST = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")  # scripts in which the family leads


def name_parts(name: str) -> tuple[str, str]:
    """Return the given names and the family name; who has one name has no given names.

    A roster has names as "Ada Lovelace"; where one was typed as "Lovelace, Ada", the comma says
    which is which. A guess that is wrong is mended in the formgrader, and stays.

    >>> name_parts("Ludwig van Beethoven"), name_parts("García López, María")
    (('Ludwig', 'van Beethoven'), ('María', 'García López'))
    >>> name_parts("山田 太郎"), name_parts("Ada")
    (('太郎', '山田'), ('', 'Ada'))
    """
    family, comma, given = name.partition(",")
    if comma and family.strip() and given.strip():
        return given.strip(), family.strip()
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return "", "".join(words)
    start, end = family_of(words)
    return " ".join([*words[:start], *words[end:]]), " ".join(words[start:end])


def family_of(words: Sequence[str]) -> tuple[int, int]:
    """Return where the family name stands among the words of a name."""
    capitals = [place for place, word in enumerate(words) if is_capitals(word)]
    if capitals and len(capitals) < len(words) and adjoin(capitals):  # as in "DUPONT Marie"
        return capitals[0], capitals[-1] + 1
    if leads(words):
        return 0, 1
    end = len(words)
    start = before_suffix(words)
    while start > 1 and words[start - 1].casefold() in PARTICLES:
        start -= 1
    return start, end


def before_suffix(words: Sequence[str]) -> int:
    """Return where the last word stands that is no "Jr."; the first word never is it."""
    return len(words) - (2 if len(words) > 2 and words[-1].casefold() in SUFFIXES else 1)


def leads(words: Sequence[str]) -> bool:
    """Return True if the family name comes first: by the script, or by a patronymic at the end."""
    if all(unicodedata.name(word[0], "").startswith(FAMILY_FIRST) for word in words):
        return True
    return len(words) == 3 and words[-1].casefold().endswith(PATRONYMICS)


def is_capitals(word: str) -> bool:
    """Return True for a family name in capitals, which is no initial and no suffix."""
    return len(word) > 2 and word.isupper() and word.casefold() not in SUFFIXES and "." not in word


def adjoin(places: Sequence[int]) -> bool:
    """Return True if places follow each other, at the beginning or at the end of a name."""
    return places[-1] - places[0] == len(places) - 1
