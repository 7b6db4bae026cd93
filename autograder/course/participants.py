"""Who takes part in a course: its roster, or everybody who has handed in where there is none."""

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.course.folder import Course
from autograder.course.names import is_student_name
from autograder.course.roster import Student, read_roster


@dataclass(frozen=True)
class Participants:
    """Those who take part in a course, and those whose work lies beside theirs.

    Parameters
    ----------
    people
        Who takes part, by id.
    others
        The ids of those who have a folder in `submitted` and no row in the roster: somebody took
        them out of it, or has never put them in. Without a roster there is nobody of that kind.
    has_roster
        Whether the course has a roster with anybody in it.

    """

    people: Mapping[str, Student]
    others: tuple[str, ...] = ()
    has_roster: bool = True

    def has(self, id: str) -> bool:
        """Return True if someone with work in the course takes part: without a roster, anybody."""
        return id in self.people or not self.has_roster


def read_participants(course: Course) -> Participants:
    """Read who takes part; raises CourseError where the roster cannot be read."""
    roster = {student.id: student for student in read_roster(course) if is_folder_name(student.id)}
    if not roster:
        return Participants({id: Student(id) for id in course.students}, has_roster=False)
    return Participants(roster, tuple(id for id in course.students if id not in roster))


def is_folder_name(id: str) -> bool:
    """Return True if an id of the roster can be the name of a student's folder."""
    return is_student_name(id) and not set(id) & set("/\\\0")
