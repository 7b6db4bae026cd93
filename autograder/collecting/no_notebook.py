"""Who handed in something, but no notebook: a PDF, a page, a link, a text typed on the platform."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autograder.collecting.layouts.claim import Claim
from autograder.collecting.matching import Class
from autograder.course.roster import Student

# Names on a teacher's Drive are those of any file, so nobody is made a student for one of them
# unless it is called as an assignment is.
TELLS_STUDENTS_LOOSELY = ("google",)
TYPED = ("onlinetext.html", "text.html")
LINKED = ("link.html",)
KINDS = {
    "a PDF": (".pdf",),
    "a web page": (".html", ".htm"),
    "a Python file": (".py",),
    "a text document": (".doc", ".docx", ".odt", ".rtf", ".pages", ".txt", ".md"),
    "a link": (".url", ".webloc", ".lnk", ".desktop", ".gdoc"),
    "a picture": (".png", ".jpg", ".jpeg", ".heic", ".gif", ".webp"),
    "an archive": (".zip", ".rar", ".7z", ".gz", ".tar"),
}


@dataclass(frozen=True)
class WithoutNotebook:
    """Somebody whose files in one source hold no notebook, and which assignment they are of.

    `student` is None where nobody of the roster is known by that name; `assignment` is empty where
    nothing tells it.
    """

    student: Student | None
    name: str
    assignment: str
    claims: tuple[Claim, ...]


def person(claim: Claim) -> str:
    """Return what stands for whoever a claim is of, within one source."""
    return claim.number or claim.login or (claim.names[0] if claim.names else "")


def without_notebook(
    others: Iterable[tuple[Claim, str]], people: Class, with_one: frozenset[tuple[str, str]]
) -> Iterator[WithoutNotebook]:
    """Yield everybody who has other files and no notebook, whom the class may take in as new.

    `others` are files with their assignments, `with_one` the people who have a notebook, each with
    its assignment.
    """
    lacking: dict[tuple[str, str], list[Claim]] = {}
    for claim, assignment in others:
        has_one = {of for who, of in with_one if who == person(claim)}
        is_beside_one = has_one & {assignment, ""} if assignment else has_one
        if person(claim) and not is_beside_one:
            lacking.setdefault((person(claim), assignment), []).append(claim)
    for (_, assignment), claims in lacking.items():
        yield from each_student(claims, assignment, people)


def each_student(claims: list[Claim], assignment: str, people: Class) -> Iterator[WithoutNotebook]:
    """Yield the student of some files, each one of a group, or the name of somebody unknown."""
    is_named = assignment and claims[0].file_name.casefold().startswith(assignment.casefold())
    loosely = people.platform in TELLS_STUDENTS_LOOSELY and not is_named
    match = people.known(claims[0]) if loosely else people.match(claims[0])
    for student in match.students:
        yield WithoutNotebook(student, student.name, assignment, tuple(claims))
    if not match.students and not loosely:
        name = claims[0].names[0] if claims[0].names else claims[0].login
        yield WithoutNotebook(None, name, assignment, tuple(claims))


def kind_of(claim: Claim) -> str:
    """Return what somebody handed in, in words.

    The files of a text and of a link are those that platforms make of what was typed.
    """
    name = claim.file_name.lower() or claim.entry.name.lower()
    if name in TYPED:
        return "a text typed on the platform"
    if name in LINKED:
        return "a link"
    return next((kind for kind, endings in KINDS.items() if name.endswith(endings)), "a file")
