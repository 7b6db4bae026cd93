"""`autograder grade` as a teacher meets it: odd names, nothing to do, stopped half-way."""

import io
import json
from contextlib import contextmanager

import pytest
from click.testing import CliRunner
from rich.console import Console

from autograder.cli import grade as grade_module
from autograder.cli.grade import ahead, in_plain, notes, table
from autograder.cli.main import main
from autograder.course.folder import CourseError, new_course
from autograder.course.looks_file import open_looks
from autograder.gradebook.result import GRADED, MISSING, UNREADABLE, SubmissionResult
from autograder.gradebook.result_files import GradedSubmission
from autograder.grading import run as run_module
from autograder.grading.run import Run
from autograder.notes import Cause, Note


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "course", seed=1)


def release(course, *names):
    for name in names:
        course.release(name).parent.mkdir(parents=True)
        course.release(name).write_text("{}", encoding="utf-8")


def hand_in(course, student, name):
    course.submitted(student, name).mkdir(parents=True)
    (course.submitted(student, name) / f"{name}.ipynb").write_text("{}", encoding="utf-8")


def printed(what):
    screen = io.StringIO()
    Console(file=screen, width=100).print(what)
    return screen.getvalue()


def graded(*arguments):
    return CliRunner().invoke(main, ["grade", *map(str, arguments)])


def test_a_name_in_brackets_is_shown_as_it_is():
    assert "ann [bold]x[/red]" in printed(
        table([SubmissionResult("ann [bold]x[/red]", "01_neuron", GRADED)])
    )


def test_a_note_in_brackets_is_shown_as_it_is(course, monkeypatch):
    release(course, "01_neuron")
    hand_in(course, "ann", "01_neuron")
    note = "ValueError: [/bold] [x]"
    result = SubmissionResult("ann", "01_neuron", GRADED, notes=(note,))
    monkeypatch.setattr(grade_module, "run_grading", lambda *_: Run((result,), ()))
    assert note in graded(course.folder).output


def needing_a_look(*results, misplaced=()):
    return "\n".join(notes(Run(results, (), misplaced)))


def test_nothing_hides_in_what_is_printed_of_a_name_or_a_note():
    note = "x\u202e\x1b[2J\n  bob, 01_neuron: all well"
    result = SubmissionResult("ann\x1b[31m\u200b", "01_neuron", GRADED, notes=(note,))
    told = needing_a_look(result)
    assert "ann<U+001B>[31m<U+200B>, 01_neuron: x<U+202E><U+001B>[2J\n" in told
    assert "\n  bob" not in told.replace("\n      ", "")
    assert "ann<U+001B>[31m<U+200B>" in printed(table([result]))


def test_files_out_of_place_are_told_after_the_notes():
    told = needing_a_look(
        SubmissionResult("ann", "01_neuron", UNREADABLE, notes=("It is empty.",)),
        misplaced=("submitted/x: no folder.",),
    )
    assert told.splitlines() == [
        "These need a look, the gravest first:",
        "  1 of 1: the file can't be read",
        "    ann, 01_neuron: It is empty.",
        "  submitted/x: no folder.",
    ]
    assert needing_a_look() == "Nothing needs a look."


def for_the_record(monkeypatch, course):
    note = Note(Cause.IDS_LOST, "These cells had lost their ids.")
    result = SubmissionResult("ann", "01_neuron", GRADED, notes=(note,))
    monkeypatch.setattr(grade_module, "run_grading", lambda *_: Run((result,), ()))
    release(course, "01_neuron")
    hand_in(course, "ann", "01_neuron")


def test_strict_ends_with_0_where_all_was_put_right(course, monkeypatch):
    for_the_record(monkeypatch, course)
    run = graded(course.folder, "--strict")
    assert run.exit_code == 0
    assert "Nothing needs a look.\nFor the record, nothing to do: 1 of 1: cells had" in run.output


def test_a_program_reads_the_causes(course, monkeypatch):
    for_the_record(monkeypatch, course)
    told = json.loads(graded(course.folder, "--json").stdout)
    assert told["needs_a_look"] is False
    assert [(group["cause"], group["count"]) for group in told["noted"]] == [("ids_lost", 1)]
    assert told["results"][0]["notes"] == [
        {"cause": "ids_lost", "text": "These cells had lost their ids.", "needs_a_look": False}
    ]


def test_other_files_than_a_notebook_need_a_look(course, monkeypatch):
    note = Note(Cause.NO_NOTEBOOK, "There is no notebook, only essay.pdf.")
    result = SubmissionResult("ann", "01_neuron", MISSING, notes=(note,))
    monkeypatch.setattr(grade_module, "run_grading", lambda *_: Run((result,), ()))
    release(course, "01_neuron")
    hand_in(course, "ann", "01_neuron")
    run = graded(course.folder, "--strict")
    assert run.exit_code == 3
    assert "ann, 01_neuron: There is no notebook, only essay.pdf." in run.output


def test_a_course_without_release_is_not_called_one_without_submissions(course):
    assert "run `nbgrader generate_assignment`" in graded(course.folder).output


def test_a_course_without_submissions_says_where_they_go_and_what_lies_elsewhere(course):
    release(course, "01_neuron")
    (course.folder / "submitted" / "ann.ipynb").write_text("{}", encoding="utf-8")
    output = graded(course.folder).output
    assert "submitted/STUDENT/LESSON" in output
    assert "submitted/ann.ipynb: this is no student's folder" in output


class Ledger:
    """Stands where results are kept."""

    def __init__(self, course):
        self.course = course

    def add(self, graded, fingerprint):
        return graded.result

    def catch_up(self, assignment, results):
        assert list(results) == []


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (KeyboardInterrupt(), "Stopped. 1 of 2 submissions were graded; their points are kept."),
        (OSError(28, "No space left on device", "x.json"), "x.json: No space left on device. 1 of"),
        (CourseError("The gradebook is locked."), "locked. 1 of 2 submissions were graded; their"),
    ],
)
def test_a_run_that_ends_early_says_how_much_was_graded(course, monkeypatch, error, sentence):
    release(course, "01_neuron")
    for student in ("ann", "bob"):
        hand_in(course, student, "01_neuron")

    def first_then_stopped(*_, **__):
        yield GradedSubmission(SubmissionResult("ann", "01_neuron", GRADED))
        raise error

    @contextmanager
    def open_ledger(course, assignments):
        yield Ledger(course)

    monkeypatch.setattr(run_module, "grade_all", first_then_stopped)
    monkeypatch.setattr(run_module, "open_ledger", open_ledger)
    result = graded(course.folder)
    assert result.exit_code == 1
    assert sentence in result.output


def test_in_brief_there_are_counts_and_no_names(course, monkeypatch):
    release(course, "01_neuron")
    hand_in(course, "ann", "01_neuron")
    results = (
        SubmissionResult("ann", "01_neuron", GRADED),
        SubmissionResult("bob", "01_neuron", UNREADABLE, notes=("It is no notebook.",)),
        SubmissionResult("eve", "01_neuron", MISSING),
        SubmissionResult("pia", "01_neuron", MISSING, notes=(Note(Cause.NO_NOTEBOOK, "A PDF."),)),
    )
    monkeypatch.setattr(grade_module, "run_grading", lambda *_: Run(results, ()))
    printed = graded(course.folder, "--brief").output
    assert (
        "Submissions: 1 graded, 1 not readable, 1 without a notebook, 1 with nothing handed in."
        in " ".join(printed.split())
    )
    assert "1 of 4: the file can't be read" in printed
    assert "level of isolation" in printed
    assert "bob" not in printed


def test_other_points_of_a_lesson_need_a_look():
    said = "01_neuron: its source and its release give other points."
    run = Run((), (), about_lessons=(said,))
    assert run.needs_a_look
    assert f"  {said}" in list(notes(run))
    assert ahead(run).splitlines()[0] == said
    assert in_plain(run, dry_run=False)["about_lessons"] == [said]


def test_what_collecting_left_open_is_named(course):
    left = course.folder / "collected" / "open" / "download.zip.txt"
    left.parent.mkdir(parents=True)
    left.write_text("These need a look, the gravest first:\n", encoding="utf-8")
    told = "\n".join(notes(Run((), (), open_looks=open_looks(course.folder))))
    assert "Nothing needs a look in what was graded." in told
    assert f"Collecting noted what needs a look; delete the file when it is settled: {left}" in told
