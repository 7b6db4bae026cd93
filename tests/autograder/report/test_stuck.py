"""Who may need help, and why."""

from autograder.exercises import load
from autograder.report.stuck import reasons
from tests.autograder.report.conftest import answer


def why(answers, share=1.0):
    return list(reasons(answers, share, load()))


def undone(number):
    return answer(0, False, "not_started", id=f"neuron.{number}")


def test_nobody_is_stuck_who_does_well():
    assert why([answer(2, True, "right")]) == []


def test_below_half_of_the_points_is_a_reason_and_half_is_none():
    assert why([answer(0, False)], share=0.49) == ["below half of the points"]
    assert why([answer(1, False)], share=0.5) == []


def test_who_has_not_started_is_told_from_who_has_begun():
    assert why([undone(1), undone(2)])[0] == "nothing started"
    assert why([undone(1), undone(2), answer(2, True)]) == ["2 of 3 exercises not started"]


def test_the_same_misconception_in_several_exercises_is_a_reason():
    held = [
        answer(0, False, misconception="forgot_bias"),
        answer(0, False, misconception="forgot_bias", id="neuron.net_input_batch"),
    ]
    assert why(held) == ["forgot bias in 2 exercises"]
    assert why(held[:1]) == []


def test_the_same_letter_in_two_questions_is_no_misconception_held_twice():
    asked = [
        answer(0, False, misconception="option_a", id="neuron.role_of_bias"),
        answer(0, False, misconception="option_a", id="neuron.dead_neuron"),
    ]
    assert why(asked) == []
