"""Which assignment a notebook is of: known by the ids of its cells, else by its name."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.course.folder import Course
from autograder.exercises import load
from autograder.notes import NO_NOTE, Cause, Note
from autograder.submissions.reading import SubmittedCell, UnreadableError, read_cells, read_content
from autograder.submissions.template import CHECK_CALL, PROSE, LessonTemplate, load_template

# what systems and people add to a name: "Copy of ", "(1)", "-2", "_final"
COPY = re.compile(r"^(copy of|копия|kopie von|copie de|copia de)\s+", re.IGNORECASE)
MOST_TEXTS_CHANGED = 0.5


@dataclass(frozen=True)
class Verdict:
    """The assignment of a notebook, or why it is not known; a note for the instructor."""

    assignment: str = ""
    why_not: str = ""
    note: Note = NO_NOTE


@dataclass(frozen=True)
class Assignments:
    """The assignments of a course and the ids that only one of them has."""

    templates: Mapping[str, LessonTemplate]
    owner: Mapping[str, str]

    def of(self, file: Path, name: str, wanted: str = "") -> Verdict:
        """Return the assignment of a notebook; `wanted` is the one that somebody named."""
        named = wanted or self.by_name(name)
        try:
            cells, _ = read_cells(read_content(file))
        except UnreadableError as error:
            return unread(named, name, str(error))
        held = Counter(self.owner[id] for id in ids(cells) if id in self.owner)
        likely = [one for one, count in held.items() if count == max(held.values())]
        if wanted and held and wanted not in held:
            return Verdict(why_not=f"it is a notebook of {likely[0]}, not of {wanted}")
        if named and (named in likely or not held or (wanted and wanted in held)):
            return Verdict(named, note=self.language_note(cells, named))
        if len(likely) != 1:
            return Verdict(why_not=self.unknown(likely))
        in_language = self.language_note(cells, likely[0])
        if not named:
            return Verdict(likely[0], note=in_language)
        said = f"It was named {name}, but is a notebook of {likely[0]}. {in_language}".strip()
        return Verdict(likely[0], note=Note(Cause.OTHER_LESSON, said))

    def by_name(self, name: str) -> str:
        """Return the assignment that a file's name begins with, nothing where none does."""
        plain = underscored(COPY.sub("", name))
        assignments = [
            assignment for assignment in self.templates if begins(plain, assignment.casefold())
        ]
        return max(assignments, key=len, default="")

    def within_name(self, name: str) -> set[str]:
        """Return the assignments that stand somewhere in the name of a download."""
        text = underscored(name)
        return {
            assignment
            for assignment in self.templates
            if re.search(rf"(?<![^\W_]){re.escape(underscored(assignment))}(?![^\W_])", text)
        }

    def unknown(self, likely: Iterable[str]) -> str:
        """Say that a notebook is of none of the assignments, or of several."""
        several = ", ".join(likely)
        if several:
            return f"it holds as many cells of each of {several}: name the --assignment"
        known = ", ".join(self.templates) or "none"
        return f"neither its cells nor its name are of an assignment of this course ({known})"

    def language_note(self, cells: Iterable[SubmittedCell], assignment: str) -> Note:
        """Note that the text is not the released one, as in another language's notebook."""
        prose = {cell.id: cell.source for cell in self.templates[assignment].of_kind(PROSE)}
        mine = [cell for cell in cells if cell.cell_type == "markdown" and key(cell) in prose]
        changed = [one for one in mine if one.source.strip() != prose[key(one)].strip()]
        if len(changed) <= MOST_TEXTS_CHANGED * len(mine) or not mine:
            return NO_NOTE
        text = "Its text is not that of the release: a notebook in another language; taken."
        return Note(Cause.OTHER_LANGUAGE, text)


def read_assignments(course: Course) -> Assignments:
    """Read the released notebooks of a course."""
    exercises = load()
    return assignments_of(
        {name: load_template(course.release(name), exercises) for name in course.assignments}
    )


def assignments_of(templates: Mapping[str, LessonTemplate]) -> Assignments:
    """Find the ids by which each of several notebooks that were given out is known."""
    places: dict[str, set[str]] = {}
    for name, template in templates.items():
        for cell in template.cells:
            for id in (cell.id, cell.item):
                places.setdefault(id, set()).add(name)
    owner = {id: names.pop() for id, names in places.items() if id and len(names) == 1}
    return Assignments(templates, owner)


def ids(cells: Iterable[SubmittedCell]) -> set[str]:
    """Return everything in a notebook that tells an assignment: ids, and exercises checked."""
    present = {id for cell in cells for id in (cell.grade_id, cell.id)}
    return present | {match for cell in cells for match in CHECK_CALL.findall(cell.source)}


def underscored(name: str) -> str:
    """Return a name as it is compared with those of assignments."""
    return name.casefold().replace("-", "_").replace(" ", "_")


def key(cell: SubmittedCell) -> str:
    """Return the id by which a template knows a cell."""
    return cell.grade_id or cell.id


def begins(name: str, assignment: str) -> bool:
    """Return True if a file's name is an assignment's, whatever was added to it."""
    rest = name.removeprefix(assignment)
    return name.startswith(assignment) and not rest[:1].isalnum()


def unread(named: str, name: str, reason: str) -> Verdict:
    """Return what can be said of a file that is no notebook."""
    if named:
        return Verdict(named, note=Note(Cause.UNREADABLE, f"It can't be read: {reason}"))
    return Verdict(why_not=f"it can't be read ({reason}) and {name} names no assignment")
