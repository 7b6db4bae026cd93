"""The roster is read back as it was written, and each mistake in it is told with its line."""

import csv
import sys

import pytest

from autograder.course.folder import CourseError, new_course
from autograder.course.roster import COLUMNS, Student, read_roster, write_roster

CLASS = (
    Student("aigul", 'Айгүл "Ая" Нұрлан', "aigul@example.org", moodle_id="17"),
    Student("kim.jw", "김지우, 2", sis_id="007"),
)


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "autumn", seed=1)


def test_without_a_file_nobody_is_known(course):
    assert read_roster(course) == ()


def test_it_is_read_back_as_it_was_written(course):
    write_roster(course, reversed(CLASS))
    assert read_roster(course) == CLASS


def test_columns_may_be_missing_and_stand_in_any_order(course):
    (course.folder / "students.csv").write_text("\ufeffname,id\nAnn,ann\n", encoding="utf-8")
    assert read_roster(course) == (Student("ann", "Ann"),)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"id,name\nann,Ann\n,Ben\n", "line 3: a row needs an id"),
        (b"name\nAnn\n", "line 2: a row needs an id"),
        (b"id,name\nann,Ann,7\n", "line 2"),
        (b"id\nann\nann\n", "the id ann stands in two rows"),
        (b"id\n\xff\xfe\n", "Save it as CSV in UTF-8"),
        (b'id\n"ann\n', "can't be read"),
    ],
)
def test_a_mistake_is_named(course, content, complaint):
    (course.folder / "students.csv").write_bytes(content)
    with pytest.raises(CourseError, match=complaint):
        read_roster(course)


@pytest.mark.parametrize(("system", "one_folder"), [("win32", True), ("linux", False)])
def test_ids_that_name_one_folder_are_refused_where_they_do(
    course, monkeypatch, system, one_folder
):
    (course.folder / "students.csv").write_text("id\nann\nAnn\n", encoding="utf-8")
    monkeypatch.setattr(sys, "platform", system)
    if one_folder:
        with pytest.raises(CourseError, match="ann and Ann name the same folder"):
            read_roster(course)
    else:
        assert [student.id for student in read_roster(course)] == ["ann", "Ann"]


RISKY = (
    '=HYPERLINK("http://x.example","Ann")',
    "+7 701 000 00 00",
    "-2+3",
    "@SUM(A1)",
    "＝1",
    "'=1",
    "''=1",
    "'t Hooft",
    "O'Neil",
)


@pytest.mark.parametrize("text", RISKY)
@pytest.mark.parametrize("field", [field for field in COLUMNS if field != "id"])
def test_no_cell_can_run_as_a_formula_and_each_is_read_back_as_it_was(course, text, field):
    student = Student(**{"id": "ann", field: text})
    write_roster(course, [student])
    _, row = csv.reader((course.folder / "students.csv").read_text(encoding="utf-8").splitlines())
    assert not any(cell.lstrip().startswith(tuple("=+-@＝")) for cell in row)
    assert read_roster(course) == (student,)


def test_a_spreadsheets_semicolons_are_read(course):
    (course.folder / "students.csv").write_text(
        "id;name;section\nann;Lee, Ann;'=A1\n", encoding="utf-8-sig"
    )
    assert read_roster(course) == (Student("ann", "Lee, Ann", section="=A1"),)
