"""The tables, read back as a spreadsheet program reads them."""

import csv
import io

import pytest

from autograder.course.roster import Student
from autograder.exercises import load
from autograder.gradebook.result import MISSING, UNREADABLE
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
