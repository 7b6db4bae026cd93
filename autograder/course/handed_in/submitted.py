"""What is in a course's `submitted` folder: each student's notebook, and what is out of place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.course.files import is_regular_file
from autograder.course.folder import Course
from autograder.course.handed_in.notebook_files import (
    CHANGED_ENDINGS,
    NOTEBOOK,
    holds_cells,
    work_in,
)
from autograder.course.handed_in.timestamps import TIMESTAMP
from autograder.course.names import (
    MARKUP_CHARACTERS,
    PATTERN_CHARACTERS,
    as_utf8,
    is_student_name,
    printable,
)
from autograder.notes import NO_NOTE, Cause, Note

MAX_NAMED = 4  # files in one note
NOTHING = "Nothing was handed in."
MARKUP_IN_NAME = (
    "nbgrader's pages would take a name with < > & or \" for a part of themselves; "
    "rename it and grade again."
)


@dataclass(frozen=True)
class Submission:
    """One student's hand-in of one assignment, and its notebook if there is one.

    `note` says what is odd about the files, for the instructor.
    """

    student: str
    assignment: str
    notebook: Path | None
    note: Note = NO_NOTE


def assignments_handed_in(course: Course) -> tuple[str, ...]:
    """Return the released assignments that somebody has handed in, in order."""
    return tuple(
        assignment
        for assignment in course.assignments
        if any(course.submitted(student, assignment).is_dir() for student in course.students)
    )


def find_submissions(course: Course, assignments: Sequence[str]) -> list[Submission]:
    """List every student's submission of the given assignments, missing ones too."""
    return [
        find_submission(course, student, assignment)
        for assignment in assignments
        for student in course.students
    ]


def find_submission(course: Course, student: str, assignment: str) -> Submission:
    """Find the notebook of one submission; a single notebook with another name is taken for it.

    A link is not followed: it may lead to another student's work, or to any file of the machine.
    """
    folder = course.submitted(student, assignment)
    for path in (folder.parent, folder):
        if path.is_symlink():
            return Submission(student, assignment, None, why_no_link([path]))
    expected = folder / f"{assignment}.ipynb"
    files = sorted(path for path in folder.glob("*") if not path.name.startswith("."))
    others = notebooks_of([path for path in files if path != expected])
    all_notebooks = [expected, *others] if is_regular_file(expected) else others
    worked = with_work(all_notebooks, course.release(assignment))
    if is_regular_file(expected) and (expected in worked or not worked):
        return Submission(student, assignment, expected, note_on_others(others))
    if len(worked) == 1:
        return Submission(student, assignment, worked[0], note_on_work(worked[0], all_notebooks))
    if len(others) == 1:
        text = f"The file was named {list_names(others)}; it was graded as {expected.name}."
        note = Note(Cause.RENAMED, text)
        return Submission(student, assignment, others[0], note)
    return Submission(student, assignment, None, why_no_notebook(expected.name, files, others))


def notebooks_of(files: Sequence[Path]) -> list[Path]:
    """Return the notebooks among files; without any, those with a changed ending."""
    regular = [path for path in files if is_regular_file(path)]
    named = [path for path in regular if path.suffix.lower() == NOTEBOOK]
    return named or [
        path for path in regular if path.name.lower().endswith(CHANGED_ENDINGS) or holds_cells(path)
    ]


def with_work(notebooks: Sequence[Path], release: Path) -> list[Path]:
    """Return those of several notebooks that hold work; of a single one nobody asks."""
    if len(notebooks) < 2:
        return []
    return [notebook for notebook in notebooks if work_in(notebook, release)]


def note_on_work(chosen: Path, notebooks: Sequence[Path]) -> Note:
    """Say which of several notebooks is graded, the others being without work."""
    left = [notebook for notebook in notebooks if notebook != chosen]
    text = f"{list_names([chosen])} was graded; beside it lies what holds no work: "
    return Note(Cause.SEVERAL_NOTEBOOKS, f"{text}{list_names(left)}.")


def note_on_others(others: Sequence[Path]) -> Note:
    """Return a note on the notebooks beside the one that is graded."""
    named = [path for path in others if path.suffix.lower() == ".ipynb"]
    if not named:
        return NO_NOTE
    text = f"Beside it lies another notebook, not graded: {list_names(named)}."
    return Note(Cause.SEVERAL_NOTEBOOKS, text)


def why_no_link(links: Sequence[Path]) -> Note:
    """Say why a link is not graded."""
    named = list_names(links)
    text = f"Links are not followed, and {named} is one: put the files themselves there."
    return Note(Cause.NO_NOTEBOOK, text)


def why_no_notebook(expected: str, files: Sequence[Path], notebooks: Sequence[Path]) -> Note:
    """Say why there is no notebook to grade."""
    if notebooks:
        named = list_names(notebooks)
        if any(path.name == expected for path in files):
            text = f"{expected} holds no work, and several others do ({named}): keep one of them."
            return Note(Cause.SEVERAL_NOTEBOOKS, text)
        text = f"No notebook of several ({named}) is named {expected}: rename one."
        return Note(Cause.SEVERAL_NOTEBOOKS, text)
    links = [path for path in files if path.suffix.lower() == ".ipynb" and path.is_symlink()]
    if links:
        return why_no_link(links[:1])
    others = [path for path in files if path.name != TIMESTAMP]
    if not others:
        return Note(Cause.ABSENT, NOTHING)
    return Note(Cause.NO_NOTEBOOK, f"There is no notebook, only {list_names(others)}.")


def list_names(paths: Sequence[Path]) -> str:
    """Name the first few of many files."""
    more = ["…"] if len(paths) > MAX_NAMED else []
    return ", ".join([*(printable(path.name) for path in paths[:MAX_NAMED]), *more])


def out_of_place(course: Course) -> Iterator[str]:
    """Say of everything in `submitted` that nobody will grade, or give feedback on, why."""
    for path in sorted((course.folder / "submitted").glob("*")):
        shown = f"submitted/{printable(path.name)}"
        if as_utf8(path.name) != path.name:
            yield f"{shown}: its name is not in UTF-8; rename it and grade again."
        elif MARKUP_CHARACTERS & set(path.name):
            yield f"{shown}: {MARKUP_IN_NAME}"
        elif not is_student_name(path.name):
            continue
        elif not path.is_dir():
            yield f"{shown}: this is no student's folder; nothing in it was graded."
        else:
            yield from out_of_place_of(course, path, shown)


def out_of_place_of(course: Course, folder: Path, shown: str) -> Iterator[str]:
    """Say what is out of place with one student's folder."""
    if PATTERN_CHARACTERS & set(folder.name):
        yield f"{shown}: nbgrader finds no feedback for a name with * ? [ or ]; rename the folder."
    for path in sorted(folder.glob("*")):
        if is_student_name(path.name) and path.name not in course.assignments:
            known = ", ".join(course.assignments) or "none"
            file = f"{shown}/{printable(path.name)}"
            yield f"{file}: this is no assignment's folder; those are: {known}."
