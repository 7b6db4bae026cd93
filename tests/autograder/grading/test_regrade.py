"""Some exercises judged anew: the others keep their result and their card."""

import json
from dataclasses import replace

import pytest

from autograder.course.files import digest
from autograder.course.handed_in.submitted import find_submission
from autograder.gradebook.result_files import read_result, write_autograded, write_result
from autograder.grading.assignment import prepare_assignment
from autograder.grading.regrade import earlier_grade
from autograder.grading.submission import grade_submission
from autograder.sandbox.limits import Limits

LESSON = "01_neuron"
RELU, LEAKY = "neuron.relu", "neuron.leaky_relu"


@pytest.fixture
def grade(short_course, warm):
    """Grade and keep what ann handed in, or some exercises of it."""
    assignment = prepare_assignment(short_course, LESSON)

    def grade(*only, fingerprint="now"):
        submission = find_submission(short_course, "ann", LESSON)
        graded = grade_submission(
            short_course, submission, assignment, warm, Limits(), frozenset(only)
        )
        result = replace(graded.result, fingerprint=graded.result.fingerprint or fingerprint)
        write_autograded(short_course, replace(graded, result=result))
        write_result(short_course, result)
        return result

    return grade


@pytest.fixture
def pretend(short_course):
    """Keep a result and cards for ann as an earlier version of the course might have."""

    def pretend():
        kept = read_result(short_course, "ann", LESSON)
        old = tuple(replace(one, points=0.25, message="old") for one in kept.exercises)
        notes = (f"{RELU} gave no answer: old.", f"{LEAKY} gave no answer: old.")
        write_result(short_course, replace(kept, exercises=old, notes=notes, fingerprint="before"))
        path = short_course.autograded("ann", LESSON)
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            for output in cell.get("outputs", []):
                output["metadata"] = {"old": True}
        path.write_text(json.dumps(notebook), encoding="utf-8")

    return pretend


def old_cards(course):
    notebook = json.loads(course.autograded("ann", LESSON).read_text(encoding="utf-8"))
    return {
        cell["metadata"]["nbgrader"]["grade_id"]
        for cell in notebook["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade")
        and any(output["metadata"].get("old") for output in cell.get("outputs", [])[:1])
    }


def test_only_the_named_exercise_is_judged_anew(grade, hand_in, pretend, short_course):
    hand_in("ann")
    whole = grade()
    pretend()
    part = grade(RELU)
    points = {one.id: one.points for one in part.exercises}
    right = {one.id: one.points for one in whole.exercises}
    assert points == {id: right[id] if id == RELU else 0.25 for id in right}
    assert old_cards(short_course) == {"neuron-net_input-check", "neuron-leaky_relu-check"}


def test_notes_on_the_others_stay_and_nothing_is_said_of_not_judging_them(grade, hand_in, pretend):
    hand_in("ann")
    grade()
    pretend()
    assert grade(RELU).notes == (f"{LEAKY} gave no answer: old.",)


def test_the_level_of_isolation_is_that_of_the_least_protected_exercise(
    grade, hand_in, pretend, short_course
):
    hand_in("ann")
    grade()
    pretend()
    write_result(
        short_course, replace(read_result(short_course, "ann", LESSON), isolation="limits")
    )
    assert grade(RELU).isolation == "limits"


def test_the_result_rests_on_what_the_others_rest_on(grade, hand_in, pretend):
    hand_in("ann")
    grade()
    pretend()
    assert grade(RELU).fingerprint == "before"


def test_a_file_that_was_never_graded_or_has_changed_is_graded_as_a_whole(grade, hand_in, pretend):
    hand_in("ann")
    first = grade(RELU)
    assert {one.kind for one in first.exercises if one.id != "neuron.compare"} == {"right"}
    pretend()
    hand_in("ann", relu="relu = abs")
    second = grade(LEAKY)
    assert {one.points for one in second.exercises} & {0.25} == set()
    assert second.fingerprint == "now"


@pytest.mark.parametrize("damage", ["result", "notebook", "retry"])
def test_a_grade_that_is_not_whole_is_no_ground_to_build_on(grade, hand_in, short_course, damage):
    known = digest(hand_in("ann").read_bytes())
    grade()
    ann = find_submission(short_course, "ann", LESSON)
    assert earlier_grade(short_course, ann, known) is not None
    if damage == "result":
        short_course.result("ann", LESSON).write_text("{", encoding="utf-8")
    elif damage == "notebook":
        short_course.autograded("ann", LESSON).write_text('{"cells": [1]}', encoding="utf-8")
    else:
        write_result(short_course, replace(read_result(short_course, "ann", LESSON), retry=True))
    assert earlier_grade(short_course, ann, known) is None
