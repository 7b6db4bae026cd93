"""What a platform must find a file called, so that it gives feedback back to the right student.

Whoever collects writes it down: names and numbers in a download differ from one assignment to the
next, and nothing else in the course tells them.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields

from autograder.grading.course import Course, CourseError
from autograder.grading.results import write_whole

RETURNS = "collected/returns.csv"


@dataclass(frozen=True)
class Return:
    """One submission's name in the platform's own download, by which it knows the student again.

    For Moodle it is a folder's name, for Canvas a file's.
    """

    assignment: str
    student: str
    platform: str
    name: str


COLUMNS = tuple(field.name for field in fields(Return))


def read_returns(course: Course) -> tuple[Return, ...]:
    """Return all names that are known; raises CourseError where the file is not as it must be."""
    path = course.folder / RETURNS
    if not path.is_file():
        return ()
    try:
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), strict=True))
        return tuple(Return(**{name: row[name].strip() for name in COLUMNS}) for row in rows)
    except (UnicodeDecodeError, csv.Error, KeyError, AttributeError) as error:
        raise CourseError(
            f"{path} can't be read ({error}): it needs the columns {', '.join(COLUMNS)}. "
            "Run `autograder collect` again, which writes it anew."
        ) from None


def write_returns(course: Course, returns: Iterable[Return]) -> None:
    """Write all names in one step, sorted; of one submission and platform the last one counts."""
    last = {(one.assignment, one.student, one.platform): one for one in returns}
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(astuple(last[key]) for key in sorted(last))
    write_whole(course.folder / RETURNS, text.getvalue())
