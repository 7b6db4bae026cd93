"""Each format is read back as its platform reads it, with names in five scripts."""

import json
from dataclasses import replace

import pytest

from autograder.api.exporting import Exported, left_out
from autograder.cli.export_looks import needing_a_look
from autograder.collecting.sheets.rosters import read_students
from autograder.course.roster import Student
from autograder.exporting import plain
from autograder.exporting.book import Book, Row, book_of
from autograder.exporting.canvas import canvas_csv, is_known
from autograder.exporting.cells import Dialect, harmless
from autograder.exporting.moodle import best_match, moodle_csv
from autograder.exporting.plain import json_text
from autograder.exporting.table import table_csv
from autograder.gradebook.result import MISSING
from autograder.notes import Cause, Note
from tests.autograder.exporting.conftest import ONE, STUDENTS, TWO, total
from tests.autograder.exporting.readers import canvas_reads, moodle_reads, table_reads

POINT, COMMA = Dialect(), Dialect(decimal_comma=True)
EARNED = {"aigul": (8.25, 2.5), "ivan": (2.5, None), "jiwoo": (None, 2.5), "maryam": (2.5, 2.5)}


@pytest.mark.parametrize("dialect", [POINT, COMMA, Dialect(bom=True)])
def test_canvas_reads_every_grade_and_what_it_is_out_of(book, dialect):
    read = canvas_reads(canvas_csv(book, dialect, {ONE: "One neuron (4711)"}))
    assert read.ids == {"One neuron (4711)": 4711, TWO: None}
    assert read.worth == {"One neuron (4711)": 10, TWO: 10}
    by_id = {who["ID"]: tuple(read.grades[name].values()) for name, who in read.students.items()}
    assert (by_id["51"], by_id["52"], by_id["53"]) == tuple(EARNED.values())[:3]
    assert len(read.students) == 5


@pytest.mark.parametrize("id", ["lena", "omar"])
def test_no_platform_gets_an_empty_cell_for_work_without_a_grade(book, id):
    (student,) = [student for student in STUDENTS if student.id == id]
    assert student.canvas_id not in canvas_csv(book, POINT, {})
    assert student.email not in moodle_csv(book, POINT, "email")


def test_canvas_gets_names_and_sis_ids_as_they_are_where_nothing_could_run(book):
    read = canvas_reads(canvas_csv(book, POINT, {}))
    assert read.students['Айгүл "Ая" Нұрлан']["Section"] == "Group A"
    assert read.students["مريم O'Neil"]["SIS User ID"] == "007"
    assert '\'=HYPERLINK("x")김지우' in read.students


def test_nobody_is_taken_for_the_row_of_points(book):
    read = canvas_reads(canvas_csv(book, POINT, {}))
    assert any("Points-Possible" in name for name in read.students)
    assert read.worth[ONE] == 10


def test_canvas_knows_students_by_its_own_or_by_sis_ids():
    assert [is_known(one) for one in STUDENTS] == [True, True, True, True, False, True, True]


@pytest.mark.parametrize(("dialect", "separator"), [(POINT, ","), (COMMA, ";")])
def test_moodle_reads_grades_and_feedback_of_everybody_whom_it_can_know(book, dialect, separator):
    read = moodle_reads(moodle_csv(book, dialect, "email"), "Email address", separator)
    assert list(read) == ["a@example.org", "i@example.org", "j@example.org", "p@example.org"]
    ann = read["a@example.org"]
    assert (ann[ONE], ann[TWO], ann["Full name"]) == (8.25, 2.5, 'Айгүл "Ая" Нұрлан')
    assert ann[f"{ONE} (feedback)"] == (
        "8.25 of 10 points. Being late cost 0.5. The feedback page says more."
    )
    assert "wait for points: 1" in str(ann[f"{TWO} (feedback)"])
    assert read["i@example.org"][TWO] is None
    assert read["i@example.org"][f"{TWO} (feedback)"] == "Nothing was handed in."
    said = read["j@example.org"][f"{ONE} (feedback)"]
    assert said == "There is no notebook, only essay.pdf."


def test_moodle_can_know_students_by_number_or_user_name(book):
    assert list(moodle_reads(moodle_csv(book, POINT, "idnumber"), "ID number")) == [
        "s-1",
        "s-2",
        "007",
    ]
    assert len(moodle_reads(moodle_csv(book, POINT, "username"), "Username")) == 5


def test_what_would_have_to_be_changed_identifies_nobody(book):
    eve = Student("eve", "Eve", "=cmd@example.org")
    risky = replace(book, rows=(*book.rows, Row(eve)))
    assert "cmd" not in moodle_csv(risky, POINT, "email")


def test_by_default_moodle_goes_by_what_most_students_have():
    assert best_match(STUDENTS) == "email"
    assert (
        best_match([Student("a", sis_id="1"), Student("b", email="b@x"), Student("c", sis_id="3")])
        == "idnumber"
    )
    assert best_match([Student("a")]) == "username"


def test_a_table_has_every_part_of_the_points_and_how_things_stand(book):
    read = table_reads(table_csv(book, POINT))
    parts = {name.removeprefix(f"{ONE} "): cell for name, cell in read["aigul"].items()}
    assert [
        parts[name] for name in ("auto", "manual", "extra_credit", "late_penalty", "total")
    ] == [
        "2.5",
        "5.25",
        "1",
        "0.5",
        "8.25",
    ]
    assert (read["aigul"]["points"], read["aigul"]["max_points"]) == ("10.75", "20")
    states = {id: (row[f"{ONE} status"], row[f"{TWO} status"]) for id, row in read.items()}
    assert states == {
        "aigul": ("graded", "waiting"),
        "ivan": ("waiting", "missing"),
        "jiwoo": ("missing", "waiting"),
        "lena": ("unreadable", "waiting"),
        "omar": ("waiting", "not_graded"),
        "maryam": ("waiting", "waiting"),
        "priya": ("missing", "waiting"),
    }
    assert read["ivan"][f"{TWO} total"] == ""


def test_a_decimal_comma_comes_with_semicolons_between_cells(book):
    read = table_reads(table_csv(book, Dialect(decimal_comma=True, bom=True)), ";")
    assert read["aigul"][f"{ONE} total"] == "8,25"
    assert read["ivan"]["name"] == "Иванов-Петров, Иван"
    assert table_csv(book, Dialect(bom=True)).startswith("\ufeffid,")


def test_numbers_are_never_defused_and_texts_always():
    assert harmless("-1.5") == "'-1.5"  # as a text; the points themselves are numbers
    for text in ("=1", "+1", "-1", "@a", "\t=1", " =1", "\r=1", "\n1", "＝1"):
        assert harmless(text)[0] == "'"
    assert harmless("O'Neil, 2") == "O'Neil, 2"


def test_json_holds_everything_under_a_version(book):
    data = json.loads(json_text(book))
    assert (data["format"], data["version"], data["course"]) == ("autograder-grades", 1, "Осень")
    assert data["assignments"] == [{"name": ONE, "max_points": 10}, {"name": TWO, "max_points": 10}]
    aigul = data["students"][0]
    assert (aigul["name"], aigul["points"], aigul["waiting"]) == ('Айгүл "Ая" Нұрлан', 10.75, 1)
    first = aigul["submissions"][0]
    assert (first["auto"], first["manual"], first["extra_credit"]) == (2.5, 5.25, 1)
    assert (first["late_penalty"], first["total"], first["status"]) == (0.5, 8.25, "graded")
    assert first["exercises"][0]["misconception"] == "kept_sign"
    missing = data["students"][1]["submissions"][1]
    assert (missing["status"], missing["total"], missing["exercises"]) == ("missing", None, [])


def test_every_field_of_the_json_is_documented(book):
    assert plain.__doc__
    for name in keys_in(json.loads(json_text(book))):
        assert f"`{name}`" in plain.__doc__, name


def keys_in(data):
    if isinstance(data, dict):
        yield from data
    for inner in data.values() if isinstance(data, dict) else data:
        if isinstance(inner, dict | list):
            yield from keys_in(inner)


def test_a_book_of_one_student_without_anything_is_still_a_file():
    lone = Book("x", {ONE: 10}, (Row(Student("ann")),))
    assert table_reads(table_csv(lone, POINT))["ann"][f"{ONE} status"] == "missing"
    assert canvas_reads(canvas_csv(lone, POINT, {})).grades == {"ann": {ONE: None}}


def test_a_table_of_ours_read_as_a_roster_gives_every_name_back(book, tmp_path):
    path = tmp_path / "grades-csv.csv"
    path.write_text(table_csv(book, COMMA), encoding="utf-8")
    read = {student.id: student.name for student in read_students(path).students}
    assert read["jiwoo"] == '=HYPERLINK("x")김지우'
    assert read["ivan"] == "Иванов-Петров, Иван"


def test_who_handed_in_no_notebook_has_no_row_and_is_named():
    pdf = Note(Cause.NO_NOTEBOOK, "There is no notebook, only essay.pdf.")
    aigul, ivan, *_ = STUDENTS
    book = book_of("Осень", [total(aigul, ONE), total(ivan, ONE, MISSING, (), notes=(pdf,))])
    assert "i@example.org" not in moodle_csv(book, POINT, "email")
    assert ",52," not in canvas_csv(book, POINT, {})
    assert left_out(book, "moodle") == left_out(book, "canvas") == ("ivan",)
    assert book.not_readable == {ONE: ("ivan",)}
    looks = needing_a_look(Exported("", None, book, left_out=("ivan",)), "moodle")
    assert any("no points of ivan" in sentence for sentence in looks)
    assert any("Left out" in sentence and "ivan" in sentence for sentence in looks)


def test_a_lesson_of_few_is_named_with_how_it_is_left_out():
    students = [Student(f"student{number}", email=f"{number}@x.org") for number in range(10)]
    totals = [
        *(total(one, ONE) for one in students[:9]),
        total(students[9], ONE, MISSING, ()),
        *(total(one, TWO, MISSING, ()) for one in students[:9]),
        total(students[9], TWO),
    ]
    looks = needing_a_look(Exported("", None, book_of("c", totals)), "csv")
    assert (
        f"{TWO}: handed in by 1 of 10 only (student9); leave it out with --assignment {ONE}."
        in looks
    )
