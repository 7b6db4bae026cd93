"""The tables, read back as a spreadsheet program reads them."""

import csv
import io

import pytest

from autograder.course.roster import Student
from autograder.exercises import load
from autograder.gradebook.result import MISSING, UNREADABLE
from autograder.notes import Cause, Note
from autograder.report.page import render
from autograder.report.plain import data
from autograder.report.summary import summarize
from autograder.report.tables import tables
from autograder.report.whole import ClassReport
from tests.autograder.report.conftest import answer, submission

NAME = '=HYPERLINK("x"), Ким'


@pytest.fixture
def report():
    given = [
        submission("ann", answer(2, True, "right"), notes=("A cell was put back.",)),
        submission("bob", answer(0, False, misconception="forgot_bias")),
        submission("eva", status=UNREADABLE, notes=("The file is not JSON.", "Cut off?")),
        submission("fay", status=MISSING),
    ]
    return ClassReport("Autumn", summarize(given, load()), {"ann": Student("ann", NAME)})


@pytest.fixture
def rows(report):
    return {name: list(csv.DictReader(io.StringIO(text))) for name, text in tables(report).items()}


def test_every_student_has_a_row_with_the_state_of_the_work(rows):
    states = {row["id"]: row["status"] for row in rows["students"]}
    assert states == {"ann": "graded", "bob": "graded", "eva": "unreadable", "fay": "missing"}
    assert rows["students"][2]["notes"] == "The file is not JSON. Cut off?"
    assert rows["students"][2]["points"] == ""
    assert rows["students"][0]["notes"] == "A cell was put back."


def test_a_name_is_no_formula(rows):
    assert rows["students"][0]["name"] == f"'{NAME}"


def test_the_numbers_of_an_exercise_are_those_of_the_page(rows):
    (row,) = rows["exercises"]
    assert row["exercise"] == "neuron.net_input"
    assert (row["students"], row["right"], row["share_right"]) == ("2", "1", "0.5")
    assert row["discrimination"] == ""


def test_a_misconception_names_those_who_hold_it(rows):
    (row,) = rows["misconceptions"]
    assert (row["misconception"], row["students"], row["who"]) == ("forgot_bias", "1", "bob")
    assert "bias" in row["sentence"]


def test_the_plain_data_says_the_same(report):
    (one,) = data(report)["assignments"]
    assert one["graded"] == 2
    assert one["tomorrow"] == ["forgot_bias"]
    assert one["misconceptions"][0]["exercises"] == {"neuron.net_input": ["bob"]}
    assert one["unreadable"] == [{"student": "eva", "note": "The file is not JSON. Cut off?"}]
    assert "similar" not in one


def test_many_notes_of_one_cause_are_shown_as_one():
    notes = tuple(Note(Cause.ENDED, f"The cell {number} ended it.") for number in range(1600))
    given = [submission("bob", answer(2, True, "right"), notes=notes)]
    report = ClassReport("Autumn", summarize(given, load()), {})
    said = "The cell 0 ended it. (and 1,599 more of this kind)"
    (row,) = csv.DictReader(io.StringIO(tables(report)["students"]))
    assert row["notes"] == said
    assert said in render(report)
    assert "The cell 1 ended it." not in render(report)
    assert len(data(report)["assignments"][0]["looks"]) == 1600


def test_the_page_shows_what_needs_a_look_and_counts_the_rest():
    given = [
        submission("ann", answer(2, True, "right"), notes=(Note(Cause.IDS_LOST, "Ids."),)),
        submission("eva", status=UNREADABLE, notes=("The file is not JSON.",)),
    ]
    page = render(ClassReport("Autumn", summarize(given, load()), {}))
    assert "<b>1</b>: the file can&#39;t be read (in no average)" in page
    assert "The file is not JSON." in page
    assert "For the record, nothing to do: 1: cells had lost their ids" in page
    assert "Ids." not in page


def test_many_who_are_absent_are_one_line_until_it_is_opened():
    def page(count):
        absent = [submission(f"s{number:03d}", status=MISSING) for number in range(count)]
        given = [submission("ann", answer(2, True, "right")), *absent]
        return render(ClassReport("Autumn", summarize(given, load()), {}))

    assert "<details><summary><b>199</b> by name</summary>" in page(199)
    assert "<details open><summary><b>2</b> by name</summary>" in page(2)
