"""Pack pages as learning platforms take them back, each under the name that leads to its student.

Moodle ("Upload multiple feedback files in a zip"; the facts are from Moodle's public source,
mod/assign/feedback/file/importziplib.php): a folder for each student, named
FULLNAME_NUMBER_assignsubmission_file_, whose parts are split at underscores; the number is the
participant's in this one assignment. The page goes to the student under its own name.

Canvas ("Upload Submissions"; the facts are from Canvas's public source, app/models/assignment.rb):
the names of the downloaded files, in which the first two numbers between underscores are the
student's and the file's. The ending decides what Canvas takes the file for; students are shown
it under the name of the file that they handed in.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from autograder.collecting.sheets.whose_rows import numbers_in_worksheet
from autograder.course.folder import Course
from autograder.course.handed_in.attempts import counting_attempt, read_attempts
from autograder.feedback.pages import Feedback
from autograder.replacing import put_in_place

MOODLE, CANVAS, PLAIN = "moodle", "canvas", "plain"
FORMATS = (MOODLE, CANVAS, PLAIN)
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the same pages make the same archive, whenever it is made
CANVAS_NUMBERS = re.compile(r"_\d+_\d+_")
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|_\x00-\x1f]+')
NOT_IN_PATHS = re.compile(r"[\\/\x00-\x1f]+")
CANVAS_LINK = re.compile(r"_(link|text)\.html$")


@dataclass(frozen=True)
class Packed:
    """One archive: where it belongs, what it holds, and whose pages had to be left out."""

    path: Path
    content: bytes
    pages: int
    left_out: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there are pages to pack, and the file holds something else or is not there."""
        try:
            return self.pages > 0 and self.path.read_bytes() != self.content
        except OSError:
            return True  # reached only with pages: there is no file yet

    def write(self) -> None:
        """Write the archive in one step."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = self.path.with_name(f".{self.path.name}.unfinished")
        unfinished.write_bytes(self.content)
        put_in_place(unfinished, self.path)


def packed(
    course: Course,
    pages: Sequence[Feedback],
    kind: str,
    *,
    by_roster: bool = False,
) -> list[Packed]:
    """Pack pages: for a platform one archive for each assignment, else one for all of them.

    Where no download tells Moodle's numbers, the collected worksheet does, and with `by_roster`
    the roster.
    A page that says no more than that work is not graded yet stays out. Raises CourseError where
    what was collected cannot be read.
    """
    pages = [page for page in pages if not page.total.not_graded]
    if kind == PLAIN:
        names = {f"{page.student}/{page.path.name}": page for page in pages}
        return [archive(course.folder / "feedback" / "feedback.zip", names)]
    return [
        of_assignment(course, assignment, list(group), kind, by_roster=by_roster)
        for assignment, group in groupby(pages, lambda page: page.assignment)
    ]


def of_assignment(
    course: Course,
    assignment: str,
    pages: Sequence[Feedback],
    kind: str,
    *,
    by_roster: bool,
) -> Packed:
    """Pack the pages of one assignment for a platform."""
    names: dict[str, Feedback] = {}
    left_out: list[str] = []
    people = {page.student: page.total.student for page in pages}
    numbers = {id: one.moodle_id for id, one in people.items()} if by_roster else {}
    numbers |= numbers_in_worksheet(course, assignment, people) if kind == MOODLE else {}
    for page in pages:
        given = returned_as(course, page.student, assignment, kind)
        number = numbers.get(page.student, "")
        name = canvas_name(given) if kind == CANVAS else moodle_name(given, page, number)
        if name and name not in names:
            names[name] = page
        else:
            left_out.append(page.student)
    path = course.folder / "feedback" / f"{assignment}-{kind}.zip"
    return archive(path, names, tuple(left_out))


def returned_as(course: Course, student: str, assignment: str, platform: str) -> str:
    """Return the name that a platform gave a submission in its download, empty if it gave none.

    It stands with what was collected: in a download, names and numbers differ from one assignment
    to the next, and nothing else in the course tells them.
    Of several attempts it is the one that counts, or else the last that came from this platform.
    Raises CourseError where what is known of an attempt cannot be read.
    """
    attempts = read_attempts(course, student, assignment)
    from_there = [
        attempt for attempt in attempts if attempt.platform == platform and attempt.returns
    ]
    if not from_there:
        return ""
    chosen = counting_attempt(attempts)
    return chosen.returns if chosen in from_there else from_there[-1].returns


def moodle_name(given: str, page: Feedback, number: str) -> str:
    """Return a page's path for Moodle, nothing where Moodle's number is not known."""
    if given:
        return f"{NOT_IN_PATHS.sub(' ', given)}/{page.path.name}"
    if not number.isdecimal():
        return ""
    name = NOT_IN_NAMES.sub(" ", page.total.student.name).strip(" .") or number
    return f"{name}_{number}_assignsubmission_file_/{page.path.name}"


def canvas_name(given: str) -> str:
    """Return a page's name for Canvas, nothing where its numbers are not known.

    >>> canvas_name("doejane_LATE_17_2001_01_neuron-1.ipynb"), canvas_name("doejane_17_link.html")
    ('doejane_LATE_17_2001_01_neuron-1.html', '')
    """
    name = NOT_IN_PATHS.sub(" ", given)
    if not CANVAS_NUMBERS.search(name) or CANVAS_LINK.search(name):
        return ""
    stem, dot, _ = name.rpartition(".")
    return f"{stem if dot else name}.html"


def archive(path: Path, names: Mapping[str, Feedback], left_out: tuple[str, ...] = ()) -> Packed:
    """Put pages into an archive, the same bytes for the same pages."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(names):
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            made.writestr(entry, names[name].text)
    return Packed(path, content.getvalue(), len(names), left_out)
