"""Names of people, compared as a person would: order, case, accents and signs left aside."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher

from autograder.collecting.archives.names import RESERVED, shortened
from autograder.course.names import MARKUP_CHARACTERS, PATTERN_CHARACTERS
from autograder.course.roster import Student

MOST_BYTES = 100
SUGGESTIONS = 3
MOST_PARTS = 12  # of a name that are put into every order


def words(name: str) -> tuple[str, ...]:
    """Return the words of a name, in the form that is compared.

    >>> words("O’Brien-Ng, Seán")
    ('obrien', 'ng', 'seán')
    """
    text = re.sub(r"['’ʼ`´.]", "", unicodedata.normalize("NFKC", name).casefold())
    kept = (sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in text)
    return tuple("".join(kept).split())


def squeezed(name: str) -> str:
    """Return a name without spaces and signs, as Canvas writes it into files' names."""
    return "".join(words(name))


def orders(name: str) -> frozenset[str]:
    """Return a name squeezed, from each of its words on: the family name may come first."""
    parts = words(name)[:MOST_PARTS]
    return frozenset("".join(parts[n:] + parts[:n]) for n in range(len(parts)))


def bare(text: str) -> str:
    """Return a text without accents and other signs on letters.

    >>> bare("Zoë Müller")
    'Zoe Muller'
    """
    plain = unicodedata.normalize("NFKD", text)
    kept = (sign for sign in plain if not "\u0300" <= sign <= "\u036f")
    return unicodedata.normalize("NFC", "".join(kept))


def mailbox(email: str) -> str:
    """Return an e-mail address as it is compared: its case, and signs that nobody sees, left aside.

    >>> mailbox(" ANNA@Example.org")
    'anna@example.org'
    """
    text = unicodedata.normalize("NFKC", email).strip().casefold().removeprefix("mailto:")
    return "".join(sign for sign in text if is_shown(sign))


def same_name(one: str, other: str) -> bool:
    """Return True if two names are one, whichever part comes first."""
    return bool(orders(one) & orders(other))


def same_person(known: Student, read: Student) -> bool:
    """Return True if a row is about a student who is known: by a number, else e-mail, else name."""
    for field in ("canvas_id", "moodle_id", "sis_id", "email"):
        mine, theirs = mailbox(getattr(known, field)), mailbox(getattr(read, field))
        if mine and theirs:
            return bool(mine == theirs)
    return known.id == read.id or (same_name(known.name, read.name))


def sections_of(student: Student) -> set[str]:
    """Return the groups of a student, as they are compared."""
    return {squeezed(section) for section in student.section.replace(";", ",").split(",")} - {""}


def near(names: Sequence[str], students: Iterable[Student]) -> tuple[str, ...]:
    """Return the ids of the students whose names are nearest to one of several."""
    scored = sorted((likeness(names, student), student.id) for student in students)
    return tuple(id for score, id in reversed(scored[-SUGGESTIONS:]) if score > 0)


def likeness(names: Sequence[str], student: Student) -> float:
    """Return how near a student's name or id is to one of several names."""
    told = [bare(squeezed(name)) for name in names]
    known = [*map(bare, orders(student.name)), bare(squeezed(student.id))]
    pairs = ((one, other) for one in told for other in known)
    return max((SequenceMatcher(None, *pair).ratio() for pair in pairs), default=0.0)


def new_id(wanted: str, taken: Collection[str]) -> str:
    """Return an id for a new student that can name a folder and that nobody has.

    >>> new_id("Айгүл Нұрлан", ()), new_id("con", ()), new_id("ann", {"ann"})
    ('айгүл-нұрлан', 'con-', 'ann-2')
    """
    forbidden = MARKUP_CHARACTERS | PATTERN_CHARACTERS | set(r"/\:|+")
    text = unicodedata.normalize("NFC", wanted).strip()
    text = "".join("-" if s.isspace() or s in forbidden else s for s in text if is_shown(s))
    text = shortened(re.sub("-+", "-", text).strip("-. ").lower(), MOST_BYTES) or "student"
    text = f"{text}-" if RESERVED.match(text) else text
    number, base = 2, text
    while text.casefold() in {id.casefold() for id in taken}:
        text, number = f"{base}-{number}", number + 1
    return text


def is_made_up(student: Student) -> bool:
    """Return True if an id seems to be made of the name or the address, as it is without a login.

    >>> is_made_up(Student("anna-li-2", "Anna Li")), is_made_up(Student("al7", "Anna Li"))
    (True, False)
    """
    made = {
        new_id(text, ())
        for text in (student.name, student.email.partition("@")[0], "student")
        if text
    }
    return not student.login and bool({student.id, re.sub(r"-\d+$", "", student.id)} & made)


def is_shown(sign: str) -> bool:
    """Return True if a character can be seen: not a control, not a mark of direction."""
    return not unicodedata.category(sign).startswith("C")
