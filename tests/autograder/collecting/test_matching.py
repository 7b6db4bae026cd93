"""Whose a file is: numbers before names, names in any order, and never a guess."""

from datetime import datetime
from pathlib import Path

import pytest

from autograder.collecting.archives.entries import Entry
from autograder.collecting.layouts.claim import Claim
from autograder.collecting.matching import Class, namesakes
from autograder.collecting.people import new_id, same_name
from autograder.collecting.sheets.worksheets import Row
from autograder.course.roster import Student

CLASS = (
    Student("ann", "Ann Lee", "ann@example.org", canvas_id="7", sis_id="S7", section="Team A"),
    Student("bob", "Bob van der Berg", "bob@example.org", section="Team A; Team B"),
    Student("zoe", "Zoë Müller", "zoe@example.org"),
    Student("kim1", "Kim Minjun", moodle_id="51"),
    Student("kim2", "Minjun Kim", moodle_id="52"),
)


def people(platform="moodle", **changes):
    return Class({one.id: one for one in CLASS}, platform, **{"may_add": False, **changes})


def claim(*names, number="", login=""):
    return Claim(Entry("x/01_neuron.ipynb", Path("unread")), names, number, login)


def ids(match):
    return [one.id for one in match.students]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Lee", "LEE, Ann"),
        ("Bob van der Berg", "vanderbergbob"),
        ("Seán O'Brien-Ng", "Seán O’Brien Ng"),
        ("Айгүл НҰРЛАН", "Нұрлан Айгүл"),
        ("김 지우", "김지우"),
        ("प्रिया शर्मा", "शर्मा, प्रिया"),
        ("Zo\u00eb", "Zoe\u0308"),
        ("Ａｎｎ Lee", "ann lee"),
    ],
)
def test_a_name_is_the_same_in_any_order_case_and_form(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize(("one", "other"), [("Ann Lee", "Anna Lee"), ("Lee", "Ann Lee"), ("", "")])
def test_another_name_is_another(one, other):
    assert not same_name(one, other)


def test_the_platforms_number_comes_before_the_name_and_a_contradiction_is_noted():
    match = people("canvas").match(claim("bergbobvander", number="7"))
    assert ids(match) == ["ann"]
    assert "The number is that of Ann Lee, but the file names bergbobvander" in match.note


def test_moodles_number_is_of_one_assignment_alone_and_matches_nobody_by_itself():
    assert ids(people().match(claim("Somebody Else", number="51"))) == []


def test_moodles_number_tells_two_people_of_one_name_apart():
    assert ids(people().match(claim("Kim Minjun", number="52"))) == ["kim2"]


def test_the_worksheet_leads_from_the_number_to_the_address():
    sheet = {"900": Row("A. Nickname", "BOB@example.org", "", datetime(2026, 10, 1))}
    assert ids(people(worksheet=sheet).match(claim("A. Nickname", number="900"))) == ["bob"]


def test_the_worksheet_fills_what_the_roster_lacks_of_who_is_known():
    known = people(worksheet={"900": Row("Eve Stone", "eve@example.org", "S9", None)})
    known.roster["eve"] = Student("eve", "Eve Stone")
    known.match(claim("Eve Stone", number="900"))
    assert known.roster["eve"] == Student("eve", "Eve Stone", "eve@example.org", sis_id="S9")


def test_the_worksheet_takes_no_other_address_for_the_rosters():
    known = people(worksheet={"900": Row("Eve Stone", "eve@example.org", "S9", None)})
    known.roster["eve"] = Student("eve", "Eve Stone", "stone@example.org")
    known.match(claim("Eve Stone", number="900"))
    assert known.roster["eve"] == Student("eve", "Eve Stone", "stone@example.org")


def test_namesakes_who_are_added_have_the_address_of_their_row():
    sheet = {number: Row("Eve Stone", f"e{number}@example.org", "", None) for number in ("1", "2")}
    added = people(worksheet=sheet, may_add=True, namesakes=frozenset({"evestone"}))
    for number in sheet:
        added.match(claim("Eve Stone", number=number))
    addresses = {one.email for one in added.roster.values()}
    assert {"e1@example.org", "e2@example.org"} <= addresses


@pytest.mark.parametrize("login", ["ann", "ANN@example.org", "s7"])
def test_a_login_is_an_id_an_address_or_the_universitys_number(login):
    assert ids(people("exchange").match(claim(login=login))) == ["ann"]


def test_accents_are_a_second_try():
    assert ids(people().match(claim("Zoe Muller"))) == ["zoe"]
    both = (*CLASS, Student("zoe2", "Zoe Muller"))
    known = Class({one.id: one for one in both}, "moodle", may_add=False)
    assert ids(known.match(claim("Zoe Muller"))) == ["zoe2"]


def test_two_of_one_name_are_neither():
    match = people().match(claim("Kim Minjun"))
    assert ids(match) == []
    assert match.suggestions == ("kim1", "kim2")


def test_who_is_not_known_is_nobody_and_three_near_ones_are_named():
    match = people().match(claim("Anne Leigh"))
    assert ids(match) == []
    assert match.suggestions[0] == "ann"
    assert len(match.suggestions) == 3


def test_a_part_of_a_hyphenated_name_is_nobody_unless_a_group_stands_before_it():
    assert ids(people().match(claim("Mary-Ann Lee", "Ann Lee"))) == []
    assert ids(people().match(claim("Team A-Ann Lee", "A-Ann Lee", "Ann Lee"))) == ["ann"]


def test_a_groups_work_is_that_of_all_in_it():
    match = people().match(claim("Team A", number="3"))
    assert ids(match) == ["ann", "bob"]
    assert "Handed in by a group: ann, bob" in match.note


def test_canvas_numbers_are_learned_and_contradict_another_person_of_the_name():
    known = people("canvas")
    known.match(claim("vanderbergbob", number="70"))
    assert known.roster["bob"].canvas_id == "70"
    other = known.match(claim("vanderbergbob", number="71"))
    assert ids(other) == []
    assert "another number (70)" in other.why_not


def test_several_people_of_one_name_in_what_came_are_kept_apart():
    came = [claim("Jo Li", number="1"), claim("Jo Li", number="2")]
    nobody = Class({}, "moodle", may_add=True, namesakes=namesakes(came))
    made = [ids(nobody.match(one)) for one in (*came, *came)]
    assert made == [["jo-li-1"], ["jo-li-2"], ["jo-li-1"], ["jo-li-2"]]
    strict = people(namesakes=namesakes([claim("Ann Lee", number=n) for n in "12"]))
    assert ids(strict.match(claim("Ann Lee", number="1"))) == []


def test_the_instructor_may_say_who_it_is():
    assert ids(people(aliases={"Annie": "ann"}).match(claim("Annie"))) == ["ann"]


@pytest.mark.parametrize(
    ("wanted", "made"),
    [
        ("../../etc", "etc"),
        ("a/b\\c", "a-b-c"),
        ("nul", "nul-"),
        ("<b>Ann</b>", "b-ann-b"),
        ("ann\u202e\x00lee", "annlee"),
        ("...", "student"),
        ("김지우", "김지우"),
        ("x" * 300, "x" * 100),
    ],
)
def test_an_id_names_a_folder_on_every_system(wanted, made):
    assert new_id(wanted, ()) == made
