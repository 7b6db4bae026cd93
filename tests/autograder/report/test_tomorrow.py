"""The misconceptions that are worth a word to the class."""

from autograder.feedback.sections import Section
from autograder.report.rows import Belief, ExerciseRow
from autograder.report.tomorrow import held, to_say

BIAS = Section("4. The bias", "bias")
BATCH = Section("3. Many samples", "batch")


def row(id, *beliefs, section=BIAS):
    return ExerciseRow(id, 0, 0, 0, beliefs, section)


def test_a_belief_in_two_exercises_is_one_and_counts_each_student_once():
    (one,) = held(
        [
            row("neuron.net_input", Belief("forgot_bias", "Add b.", ("ann",))),
            row("neuron.batch", Belief("forgot_bias", "Add b!", ("ann", "bob")), section=BATCH),
        ]
    )
    assert one.students == ("ann", "bob")
    assert one.sections == (BATCH, BIAS)  # the one where most hold it comes first
    assert one.sentence == "Add b!"


def test_the_options_of_two_questions_stay_apart():
    ask = [Belief("option_a", text, ("ann",), of_code=False) for text in ("No.", "Wrong.")]
    assert len(held([row("neuron.one", ask[0]), row("neuron.two", ask[1])])) == 2


def test_the_five_most_held_are_said_most_held_first():
    beliefs = [Belief(f"belief_{n}", "", tuple(map(str, range(n)))) for n in range(1, 8)]
    said = to_say(held([row("neuron.net_input", *beliefs)]))
    assert [len(one.students) for one in said] == [7, 6, 5, 4, 3]
