"""Results are kept whole, and read back as they were."""

import json
import os
from dataclasses import replace

import pytest

from autograder.course.files import write_whole
from autograder.course.folder import CourseError, new_course
from autograder.gradebook.result import (
    FORMAT,
    GRADED,
    ExerciseResult,
    SubmissionResult,
    from_json,
    to_json,
)
from autograder.gradebook.result_files import (
    clear_unfinished,
    read_result,
    read_results,
    write_result,
)
from autograder.judging import Finding
from autograder.messages import Sentence

FINDING = Finding(meaning=Sentence("Look at value {number}.", {"number": 2}), called="relu(z=1)")
ANSWER = replace(
    ExerciseResult("neuron.relu", "neuron-relu-check", 0.5, 1, False, "value", "absolute"),
    finding=FINDING,
)
RESULT = SubmissionResult("ann", "01_neuron", GRADED, (ANSWER,), ("Айнұр: a note.",), 0.25)


def test_a_result_survives_its_json():
    assert from_json(to_json(RESULT)) == RESULT


def test_a_result_of_the_version_before_is_read_and_known_by_its_format():
    old = json.loads(to_json(RESULT))
    del old["format"], old["exercises"][0]["finding"]
    result = from_json(json.dumps(old))
    assert (result.points, result.outdated) == (0.5, True)
    assert not RESULT.outdated


def test_points_are_summed_without_binary_dust():
    tenths = tuple(ExerciseResult("a.b", "c", 0.1, 0.1, True, "right") for _ in range(3))
    assert SubmissionResult("ann", "01_neuron", GRADED, tenths).points == 0.3


def test_what_is_kept_is_read_back_by_assignment_and_student(tmp_path):
    course = new_course(tmp_path / "course", seed=1)
    write_result(course, RESULT)
    assert list(read_results(course)) == [RESULT]


def test_a_damaged_result_is_named_with_what_to_do(tmp_path):
    course = new_course(tmp_path / "course", seed=1)
    write_result(course, RESULT)
    course.result("ann", "01_neuron").write_text("{", encoding="utf-8")
    with pytest.raises(CourseError, match=r"ann\.json can't be read .* `autograder grade`"):
        list(read_results(course))


def test_writing_leaves_nothing_unfinished_behind(tmp_path):
    write_whole(tmp_path / "deep" / "file.txt", "whole")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["file.txt"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    write_whole(tmp_path / "file.txt", "old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(tmp_path / "file.txt", "new", durable=True)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file.txt", "old")]


def test_a_student_with_a_long_name_gets_a_result(tmp_path):
    course = new_course(tmp_path / "course", seed=1)
    long_name = "ы" * 125
    write_result(course, replace(RESULT, student=long_name))
    assert [result.student for result in read_results(course)] == [long_name]


def test_half_a_character_is_written_as_a_question_mark(tmp_path):
    write_whole(tmp_path / "file.txt", "a\ud800b")
    assert (tmp_path / "file.txt").read_text(encoding="utf-8") == "a?b"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        to_json(RESULT)[:-40],
        to_json(RESULT).replace('"points": 0.5', '"points": "half"'),
        to_json(RESULT).replace('"status": "graded"', '"status": 7'),
        to_json(RESULT).replace('"student"', '"pupil"'),
        to_json(replace(RESULT, student="bob")),
        to_json(replace(RESULT, format=FORMAT + 1)),
        to_json(RESULT).replace('"called"', '"called_by"'),
        to_json(RESULT).replace('"called": "relu(z=1)"', '"called": 1'),
    ],
)
def test_a_damaged_result_counts_as_none(tmp_path, text):
    course = new_course(tmp_path / "course", seed=1)
    write_result(course, RESULT)
    assert read_result(course, "ann", "01_neuron") == RESULT
    course.result("ann", "01_neuron").write_text(text, encoding="utf-8")
    assert read_result(course, "ann", "01_neuron") is None


def test_what_killed_runs_left_half_written_is_cleared_away(tmp_path):
    course = new_course(tmp_path / "course", seed=1)
    write_result(course, RESULT)
    whole = course.result("ann", "01_neuron")
    half = [
        whole.with_name(".17.unfinished"),
        course.autograded("ann", "01_neuron").with_name(".18.unfinished"),
    ]
    for path in half:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{", encoding="utf-8")
    clear_unfinished(course, ["01_neuron"])
    assert not any(path.exists() for path in half)
    assert whole.exists()
