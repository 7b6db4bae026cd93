"""Canvas's gradebook as it was collected: the headings, numbers and scores that Canvas has."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from autograder.collecting.people import squeezed
from autograder.collecting.sheets.kept_sheets import canvas_path, is_canvas_gradebook, points_rows
from autograder.collecting.sheets.tables import Table, read_table
from autograder.course.folder import Course

LAST_OF_STUDENT = "Section"
WITH_NUMBER = re.compile(r"(?P<title>.*\S)\s*\((?P<number>\d+)\)")
LESSON_NUMBER = re.compile(r"^\d+\w?_")


@dataclass(frozen=True)
class CanvasGradebook:
    """What Canvas's own file says.

    Parameters
    ----------
    columns
        The headings of the columns about the student.
    students
        The cells below them, by Canvas's ID.
    possible
        What each assignment is out of in Canvas, by its heading `Name (number)`.
    scores
        What Canvas had for a student, by ID and heading.

    """

    columns: tuple[str, ...] = ()
    students: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    possible: Mapping[str, float | None] = field(default_factory=dict)
    scores: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def headings_like(self, names: Iterable[str]) -> list[str]:
        """Return the headings whose title is one of some names, whatever signs are between.

        >>> gradebook = CanvasGradebook(possible={"01 Neuron (4711)": 100, "Essay (4712)": 10})
        >>> gradebook.headings_like(["01_neuron"])
        ['01 Neuron (4711)']
        """
        wanted = {squeezed(name) for name in names}
        return [heading for heading in self.possible if squeezed(title_of(heading)) in wanted]


def title_of(heading: str) -> str:
    """Return an assignment's title without its number."""
    match = WITH_NUMBER.fullmatch(heading)
    return match["title"] if match else heading


def names_of(assignment: str, title: str) -> tuple[str, ...]:
    """Return what an assignment may be called in Canvas: its name, also without number, its title.

    >>> names_of("01_neuron", "One neuron")
    ('01_neuron', 'neuron', 'One neuron')
    """
    return assignment, LESSON_NUMBER.sub("", assignment), title


def read_canvas_gradebook(course: Course) -> CanvasGradebook | None:
    """Return Canvas's gradebook if one was collected; raises CourseError where it can't be read."""
    path = canvas_path(course)
    if not path.is_file():
        return None
    table = read_table(path)
    return gradebook_of(table) if is_canvas_gradebook(table) else None


def gradebook_of(table: Table) -> CanvasGradebook:
    """Return what the table of Canvas's gradebook says."""
    (points, *_) = points_rows(table.lines)
    columns = [column.strip() for column in table.columns]
    end = columns.index(LAST_OF_STUDENT) + 1 if LAST_OF_STUDENT in columns else 2
    places = {
        heading: place
        for place, heading in enumerate(columns[end:], start=end)
        if WITH_NUMBER.fullmatch(heading)
    }
    rows = {line[1]: line for line in table.lines if len(line) > 1 and line[1]}
    return CanvasGradebook(
        tuple(columns[:end]),
        {id: tuple(line[:end]) for id, line in rows.items()},
        {heading: number_in(cell(points, place)) for heading, place in places.items()},
        {
            (id, heading): cell(line, place)
            for id, line in rows.items()
            for heading, place in places.items()
        },
    )


def cell(line: Iterable[str], place: int) -> str:
    """Return a cell of a row, empty where the row is shorter."""
    cells = [*line]
    return cells[place] if place < len(cells) else ""


def number_in(text: str) -> float | None:
    """Return a number as platforms write it, None where it is none.

    >>> number_in("42,00"), number_in("100"), number_in("(read only)")
    (42.0, 100.0, None)
    """
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
