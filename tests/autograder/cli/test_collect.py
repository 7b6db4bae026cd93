"""`autograder collect` as a person types it: what is shown, for people and machines."""

import json
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from autograder.cli.collect import format_duration
from autograder.cli.main import main
from autograder.course.files import write_whole
from autograder.course.folder import new_course
from autograder.course.roster import Student, write_roster
from autograder.simulation.platforms import HandIn, hand_in_as

ANN = Student("ann", "Ann Lee", canvas_id="7")
WHEN = datetime(2026, 10, 1, 18, tzinfo=UTC)
NOTEBOOK = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}


@pytest.fixture
def course(tmp_path):
    """A course with one released notebook and one student."""
    made = new_course(tmp_path / "course", seed=1)
    write_whole(made.release("01_neuron"), json.dumps(NOTEBOOK))
    write_roster(made, [ANN])
    return made


@pytest.fixture
def download(tmp_path):
    """What Moodle gives for some students."""

    def download(*students):
        content = json.dumps(NOTEBOOK).encode()
        work = [
            HandIn(student, "01_neuron", content, WHEN + timedelta(hours=hours))
            for hours, student in enumerate(students)
        ]
        return hand_in_as("moodle", work, tmp_path / "downloads")[0]

    return download


def run(*arguments):
    return CliRunner().invoke(main, ["collect", *(str(one) for one in arguments)])


def test_it_says_what_it_did(course, download):
    result = run(course.folder, download(ANN))
    assert result.exit_code == 0
    for part in ("01_neuron", "from Moodle", "kept as collected/", "Notebooks: 1, of 1 students."):
        assert part in " ".join(result.output.split())


def test_machines_get_one_object_and_nothing_else(course, download):
    done = json.loads(run(course.folder, download(ANN), "--json").stdout)
    (one,) = done["collected"]
    assert (one["student"], one["assignment"], one["status"]) == ("ann", "01_neuron", "new")
    assert one["time"] == "2026-10-01T18:00:00+00:00"
    assert done["received"][0]["platform"] == "moodle"


def test_who_is_unknown_is_named_with_ways_out_and_strict_ends_with_3(course, download):
    source = download(Student("x", "Anne Leigh"))
    result = run(course.folder, source, "--strict")
    assert result.exit_code == 3
    assert "Perhaps ann (Ann Lee)?" in result.output
    assert "--add-students" in result.output
    assert run(course.folder, source).exit_code == 0


def test_a_name_can_be_matched_by_hand(course, download):
    source = download(Student("x", "Anne Leigh"))
    done = json.loads(run(course.folder, source, "--match", "Anne Leigh=ann", "--json").stdout)
    assert [one["student"] for one in done["collected"]] == ["ann"]
    assert done["unmatched"] == []


def test_a_roster_can_be_taken_in_at_the_same_time(course, download, tmp_path):
    roster = tmp_path / "grades.csv"
    roster.write_text(
        'Student,ID,SIS User ID,SIS Login ID,Section\n"Li, Ben",8,S8,ben,A\n', encoding="utf-8"
    )
    source = download(ANN, Student("x", "Ben Li"))
    done = json.loads(run(course.folder, source, "--roster", roster, "--json").stdout)
    assert sorted(one["student"] for one in done["collected"]) == ["ann", "ben"]
    assert done["students_added"] == ["ben"]


def test_a_name_cannot_command_the_terminal(course, download):
    result = run(course.folder, download(Student("x", "\x1b[2J\u202eAnn")))
    assert "\x1b[2J" not in result.output
    assert "<U+001B>" in result.output


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (timedelta(days=2, hours=3, minutes=4, seconds=5), "2 d 3 h 4 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(seconds=7), "7 s"),
    ],
)
def test_lateness_is_told_in_days_hours_and_minutes(late, words):
    assert format_duration(late) == words


def test_files_that_were_left_are_named_by_the_first_and_drown_nothing(course, download):
    source = download(ANN)
    with zipfile.ZipFile(source, "a") as archive:
        for number in range(600):
            link = zipfile.ZipInfo(f"venv/bin/python{number}")
            link.external_attr = 0o120777 << 16
            archive.writestr(link, "/usr/bin/python3")
        archive.writestr("Bob Ode_2_assignsubmission_file/torn.zip", b"PK\x03\x04 torn")
    lines = run(course.folder, source).output.splitlines()
    told = [line for line in lines if "was left in the archive: it is a link" in line]
    assert len(told) == 3
    assert "  … and 597 more files were left." in lines
    (torn,) = [number for number, line in enumerate(lines) if "torn.zip/ is damaged" in line]
    assert torn < lines.index(told[0])
    in_full = (course.folder / "collected" / "needs_a_look.txt").read_text(encoding="utf-8")
    assert in_full.count("was left in the archive: it is a link") == 600


def test_what_needs_a_look_is_gathered_under_names(course, download):
    source = download(ANN)
    with zipfile.ZipFile(source) as archive:
        (name,) = archive.namelist()
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr(name, "cut o")
    result = run(course.folder, source, "--strict")
    assert result.exit_code == 3
    words = " ".join(result.output.split())
    assert "the gravest first: 1 of 1: the file can't be read Ann Lee (ann), 01_neuron: It" in words
    assert "All that was noted, in full: collected/needs_a_look.txt" in words


def test_a_program_reads_the_causes_of_notes(course, download):
    run(course.folder, download(ANN))
    (course.folder / "submitted" / "ann" / "01_neuron" / "01_neuron.ipynb").write_text("{}")
    done = json.loads(run(course.folder, download(ANN), "--json").stdout)
    assert [note["cause"] for note in done["collected"][0]["notes"]] == ["kept_attempt"]
    assert [(one["cause"], one["count"]) for one in done["noted"]] == [("kept_attempt", 1)]
    assert done["needs_a_look"] is False


def test_a_dry_run_keeps_no_list(course, download):
    assert "in full" not in run(course.folder, download(ANN), "--dry-run").output
    assert not (course.folder / "collected").exists()
