"""The formgrader knows who the students are: what nbgrader itself answers, after each change."""

import pytest
from nbgrader.apps.api import NbGraderAPI
from traitlets.config import Config

from autograder.course.roster import Student, write_roster
from autograder.gradebook.ledger import open_ledger
from autograder.gradebook.nbgrader import open_gradebook

LESSON = "01_neuron"
ADA = Student("ada", "Ada Lovelace", "ada@example.org")


@pytest.fixture
def shown(short_course):
    """Write a roster, run the ledger, and return what the page of students is filled with."""

    def shown(*students):
        write_roster(short_course, students)
        with open_ledger(short_course, [LESSON]):
            pass
        return people(short_course)

    return shown


def people(course):
    config = Config()
    config.CourseDirectory.root = str(course.folder)
    found = NbGraderAPI(config=config, log_level="ERROR").get_students()
    return {one["id"]: (f"{one['last_name']}, {one['first_name']}", one["email"]) for one in found}


def type_into_formgrader(course, id, **fields):
    with open_gradebook(course) as book:
        book.update_or_create_student(id, **fields)


def test_everybody_on_the_roster_is_there_with_name_and_email(shown):
    found = shown(ADA, Student("bo", "Bo"), Student("cy"))
    assert found == {
        "ada": ("Lovelace, Ada", "ada@example.org"),
        "bo": ("Bo, ", ""),
        "cy": ("cy, ", ""),
    }


def test_what_the_roster_says_anew_is_shown(shown):
    shown(ADA)
    assert shown(Student("ada", "Ada King", "king@example.org"))["ada"] == (
        "King, Ada",
        "king@example.org",
    )


def test_who_had_no_name_gets_the_rosters(short_course, shown):
    type_into_formgrader(short_course, "guest")
    assert shown(Student("cy")) == {"cy": ("cy, ", ""), "guest": ("guest, ", "")}
    assert shown(Student("cy", "Cyrus Lee", "c@x.org"))["cy"] == ("Lee, Cyrus", "c@x.org")


def test_nothing_replaces_nothing(shown):
    shown(ADA)
    assert shown(Student("ada"))["ada"] == ("Lovelace, Ada", "ada@example.org")


def test_what_a_person_typed_stays_until_the_roster_has_news(short_course, shown):
    type_into_formgrader(short_course, "ada", first_name="Augusta Ada", last_name="King")
    type_into_formgrader(short_course, "guest", first_name="A", last_name="Guest", email="g@x.org")
    assert shown(ADA) == {
        "ada": ("King, Augusta Ada", "ada@example.org"),
        "guest": ("Guest, A", "g@x.org"),
    }
    type_into_formgrader(short_course, "ada", first_name="Ada", last_name="of Lovelace")
    assert shown(Student("ada", "Ada Lovelace", "new@example.org"))["ada"] == (
        "of Lovelace, Ada",
        "new@example.org",
    )
    assert shown(Student("ada", "Ada Byron"))["ada"] == ("Byron, Ada", "new@example.org")


def test_a_name_is_no_markup_where_the_formgrader_writes_it_as_it_is(shown):
    name = 'Ann <script src="x">alert(1)</script>&lt;b&gt; \u202eLee'
    first_and_last, _ = shown(Student("ann", name))["ann"]
    assert not set('<>&"\u202e') & set(first_and_last.replace("<U+202E>", ""))
    assert first_and_last.endswith("Ann ‹script src=”x”›alert(1)‹/script›＆lt;b＆gt;")


def test_a_name_that_no_folder_can_have_is_no_student(shown):
    assert list(shown(ADA, Student("../x"), Student("a<b"))) == ["ada"]
