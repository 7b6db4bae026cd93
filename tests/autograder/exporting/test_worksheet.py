"""Moodle's grading worksheet, filled in: only grades and comments change."""

import csv
import io

import pytest

from autograder.course.folder import Course, CourseError
from autograder.course.handed_in.attempts import Attempt, keep_attempt
from autograder.exporting.scale import Scale
from autograder.exporting.worksheet import fill, read_sheet
from tests.autograder.exporting.conftest import ONE, STUDENTS

ENGLISH = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments"
)
GERMAN = (
    "ID;Vollständiger Name;E-Mail-Adresse;Status;Bewertung;Bestwertung;"
    "Bewertung kann geändert werden;Zuletzt geändert (Abgabe);Zuletzt geändert (Bewertung);"
    "Feedback als Kommentar"
)
DAY = "Friday, 2 October 2026, 12:10 AM"


@pytest.fixture
def course(tmp_path):
    return Course("Осень", 1, folder=tmp_path)


@pytest.fixture
def filled(course, book, tmp_path):
    """Fill a sheet; return its bytes as text, and what was said about it."""

    def filled(head, rows, *, scale=None, before="\ufeff", line_end="\r\n"):
        path = tmp_path / "sheet.csv"
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";" if ";" in head else ",", lineterminator=line_end)
        writer.writerows(rows)
        path.write_bytes(f"{before}{head}{line_end}{text.getvalue()}".encode())
        return fill(course, ONE, read_sheet(path), book, scale or Scale())

    return filled


def row(number, name="", email="", most="100.00", comment="", word="Participant "):
    return [f"{word}{number}", name, email, "Submitted", "", most, "Yes", DAY, "-", comment]


def read(text, separator=","):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator))


def test_only_the_grade_and_the_comment_change(filled):
    rows = [row(4711, "Айгүл Нұрлан", "A@Example.org"), row(4712, "Nobody", "n@example.org")]
    done = filled(ENGLISH, rows)
    head, aigul, nobody = read(done.text)
    assert ",".join(head) == ENGLISH
    assert done.text.startswith("\ufeff")
    assert done.text.count("\r\n") == 3
    assert aigul[4] == "8.25"
    assert aigul[9].startswith("8.25 of 10 points. Being late cost 0.5.")
    assert [*aigul[:4], *aigul[5:9]] == [*rows[0][:4], *rows[0][5:9]]
    assert nobody == rows[1]
    assert (done.students, done.strangers) == (("aigul",), ("Nobody",))


def test_the_sheet_keeps_its_language_its_separator_and_its_decimal_comma(filled):
    rows = [row(4711, "Айгүл Нұрлан", "a@example.org", "100,00", word="Teilnehmer/in ")]
    done = filled(GERMAN, rows, before="", line_end="\n")
    head, aigul = read(done.text, ";")
    assert ";".join(head) == GERMAN
    assert (aigul[4], aigul[5]) == ("8,25", "100,00")
    assert "\r" not in done.text


@pytest.mark.parametrize("id", ["lena", "priya"])
def test_work_without_a_grade_leaves_its_row_as_it_came(filled, id):
    (student,) = [student for student in STUDENTS if student.id == id]
    came = row(4711, "X", student.email, comment="<p>Come and see me.</p>")
    _, line = read(filled(ENGLISH, [came]).text)
    assert line == came


@pytest.mark.parametrize(
    ("comment", "begins"),
    [("<p>Well done!</p>", "<p>Well done!</p>"), ("<p>7 of 10 points.</p>", "8.25 of 10")],
)
def test_a_comment_of_the_teacher_stays_and_an_earlier_one_of_ours_does_not(
    filled, comment, begins
):
    _, line = read(filled(ENGLISH, [row(1, "A", "a@example.org", comment=comment)]).text)
    assert line[9].startswith(begins)


def test_a_row_is_known_by_moodles_number_before_its_address_and_its_name(filled, course, tmp_path):
    notebook = tmp_path / "a.ipynb"
    notebook.write_text("{}", encoding="utf-8")
    keep_attempt(course, "ivan", ONE, notebook, Attempt(1, "0", platform="moodle", number="4711"))
    rows = [row(4711), row(4712, "Нұрлан Айгүл Ая"), row(4713, email="m@example.org")]
    done = filled(ENGLISH, rows)
    assert done.students == ("ivan", "aigul")
    assert done.strangers == ("Participant 4713",)


def test_a_name_that_a_spreadsheet_would_run_is_defused_and_moodles_own_dashes_stay(filled):
    _, line = read(filled(ENGLISH, [row(4711, "=1+1", "a@example.org")]).text)
    assert (line[1], line[8]) == ("'=1+1", "-")


def test_points_come_on_the_scale_of_the_item(filled):
    scale = Scale({ONE: 100.0}, applied=True)
    _, line = read(filled(ENGLISH, [row(1, "A", "a@example.org")], scale=scale).text)
    assert line[4] == "82.5"  # 8.25 of 10


def test_a_sheet_says_what_the_assignment_is_out_of(tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_text(
        ENGLISH + "\nParticipant 1,A,a@x,,,42.00,Yes,-,-,\nParticipant 2,B,b@x,,,42.00,Yes,-,-,\n",
        encoding="utf-8",
    )
    assert read_sheet(path).maximum == 42


def test_a_sheet_without_a_column_for_grades_says_what_to_do(tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_text(
        "Identifier,Full name,Last modified (submission)\nParticipant 1,A,-\n", encoding="utf-8"
    )
    with pytest.raises(CourseError, match="Download the worksheet again"):
        read_sheet(path)
