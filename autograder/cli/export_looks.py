"""What `autograder export` says beside the file: whose grades are not in it as they will be."""

from collections.abc import Iterator, Mapping, Sequence

from autograder.api.exporting import Book, Exported, above_maximum
from autograder.cli.words import counted, named

SHOWN = {"canvas": "Canvas", "moodle": "Moodle", "worksheet": "Moodle"}


def needing_a_look(exported: Exported, kind: str) -> list[str]:
    """Say what is not as it will be: work without a grade, answers without points, ids."""
    return [
        *about_not_graded(exported),
        *about_superseded(exported.book.superseded),
        *about_outdated(exported.outdated),
        *about_waiting(exported),
        *about_rare(exported.book),
        *about_scale(exported, kind),
        *about_headings(exported.new_headings),
        *about_people(exported, kind),
    ]


def about_not_graded(exported: Exported) -> Iterator[str]:
    """Name the work that has come in and that no run has graded yet."""
    for assignment, students in exported.not_graded.items():
        yield f"{assignment}: {counted(len(students), 'submission')} not graded yet: " + (
            f"{named(students)}. Run `autograder grade`, then export again."
        )
    for assignment, students in exported.not_begun.items():
        yield f"{assignment} is not in this file: none of its " + (
            f"{counted(len(students), 'submission')} is graded yet ({named(students)})."
        )


def about_superseded(superseded: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Name those whose grade is that of an earlier file."""
    for assignment, students in superseded.items():
        yield (
            f"{assignment}: another file has come since it was graded, so the points are those of "
            f"the earlier one: {named(students)}. Run `autograder grade`, then export again."
        )


def about_outdated(outdated: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Name those whose late penalty is not the one that holds now."""
    for assignment, students in outdated.items():
        yield (
            f"{assignment}: the late penalty in this file is not the one that holds now, because a "
            "due date, an extension, the late rule or points by hand have changed: "
            f"{named(students)}. Run `autograder grade`, then export again."
        )


def about_waiting(exported: Exported) -> Iterator[str]:
    """Say how many answers wait for a person's points, and what could not be read."""
    book = exported.book
    if book.written_waiting:
        waits = counted(book.written_waiting, "written answer waits", "written answers wait")
        yield f"{waits} for points; grade them in the formgrader and export again."
    if book.unjudged:
        waits = counted(book.unjudged, "answer")
        yield f"{waits} could not be judged by the machine, and a person must give points."
    for assignment, students in book.not_readable.items():
        yield (
            f"{assignment}: {counted(len(students), 'submission')} could not be read or held no "
            f"notebook, so there are no points of {named(students)} in this file."
        )


def about_rare(book: Book) -> Iterator[str]:
    """Name the lessons that only few handed in: each has a column for the whole class."""
    rare = book.rare
    others = " ".join(f"--assignment {name}" for name in book.worth if name not in rare)
    for assignment, students in rare.items():
        yield (
            f"{assignment}: handed in by {len(students)} of {len(book.rows)} only "
            f"({named(students)}); leave it out with {others}."
        )


def about_scale(exported: Exported, kind: str) -> Iterator[str]:
    """Say where the platform's item is out of another number of points than the lesson."""
    scale, worth = exported.scale, exported.book.worth
    for name, most in ({} if scale.applied else scale.differing(worth)).items():
        yield (
            f"{name} is out of {worth[name]:g} here and of {most:g} in {SHOWN[kind]}; points are "
            f"written as they are. With --scale, {worth[name]:g} become {most:g}, rounded to "
            "two decimals; or give it the same maximum there."
        )
    for name, students in above_maximum(exported).items():
        refuses = ", and it leaves such grades out without a word" if kind == "worksheet" else ""
        yield (
            f"{name}: more points than {SHOWN[kind]}'s maximum of {scale.maxima[name]:g}"
            f"{refuses}: {named(students)}."
        )


def about_headings(headings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Name the assignments that Canvas would make anew."""
    for name, known in headings.items():
        advice = (
            f"it has {named(known)}; name one with --column {name}='HEADING'"
            if known
            else f"collect its gradebook with --roster, or name one with --column {name}='HEADING'"
        )
        yield f"Canvas makes a new assignment {name}, as no heading of its own is known: {advice}."


def about_people(exported: Exported, kind: str) -> Iterator[str]:
    """Name those who have no row, and those whom the platform cannot know."""
    if exported.left_out:
        yield (
            f"Left out, so that no empty cell takes away a grade that {SHOWN[kind]} has: "
            f"{named(exported.left_out)}. With --assignment, lessons that are graded go alone."
        )
    if exported.book.left:
        yield (
            f"Left out, because they are not in students.csv: {named(exported.book.left)}. Their "
            "work and grades are kept; with a row there they are in the file again."
        )
    if exported.strangers:
        yield (
            f"In the worksheet, but nobody's in this course, so these rows stay as they are: "
            f"{named(exported.strangers)}."
        )
    if exported.made_up:
        yield (
            f"Given to Moodle as user names, but made of names or addresses when they were "
            f"collected, so look whether they are any: {named(exported.made_up)}. The column login "
            "of students.csv names the right ones."
        )
    if exported.unknown:
        yield about_unknown(exported.unknown, kind, exported.match)


def about_unknown(students: Sequence[str], kind: str, match: str) -> str:
    """Name those whom the platform cannot know, and say what becomes of them."""
    who = named(students)
    if kind == "worksheet":
        return f"Not in the worksheet, which has neither their number, e-mail nor name: {who}."
    if kind == "canvas":
        return f"Without canvas_id and sis_id in students.csv, Canvas goes by the name: {who}."
    column = {"email": "email", "idnumber": "sis_id"}.get(match, "id")
    return f"Left out, because students.csv has no {column} for them that could be used: {who}."
