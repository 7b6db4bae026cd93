"""Who is listed as unusually alike, and who never is."""

import random
import re

import pytest

from autograder.report.answers import Answers
from autograder.report.similar import A_FEW, similarity

LINES = (
    "    {a} = {n} * {b} + {m}",
    "    if {b} > {n}:\n        {a} = {b} - {m}",
    "    for {a} in range({n}):\n        {b} = {b} + {a} * {m}",
    "    {a} = [one - {n} for one in {b}][{m}]",
    "    while {b} < {n}:\n        {b} *= {m}",
)
EXERCISES = ("neuron.relu", "neuron.tanh", "neuron.step")


def own_code(rng, lines=8):
    """Return a function as one student might write it, and nobody else."""
    body = [
        rng.choice(LINES).format(a="a", b="b", n=rng.randint(1, 99), m=rng.randint(1, 99))
        for _ in range(lines)
    ]
    return "\n".join(["def answer(a, b):", *body, "    return a"])


@pytest.fixture
def of():
    """The answers of thirty students who each wrote their own."""
    rng = random.Random(4)
    return {f"s{n:02}": {id: own_code(rng) for id in EXERCISES} for n in range(30)}


def renamed(text):
    for old, new in (("answer", "solve"), ("a", "total"), ("b", "x")):
        text = re.sub(rf"\b{old}\b", new, text)
    return f"{text}  # my own work"


def pairs(of, given=()):
    return [pair.students for pair in similarity(Answers(of, tuple(given))).pairs]


def test_nobody_is_listed_where_all_wrote_their_own(of):
    assert pairs(of) == []


def test_a_copy_is_listed_though_names_and_comments_were_changed(of):
    of["zoe"] = {id: renamed(text) for id, text in of["s07"].items()}
    (pair,) = similarity(Answers(of)).pairs
    assert pair.students == ("s07", "zoe")
    assert pair.overlap == 1
    assert set(pair.exercises) == set(EXERCISES)


def test_the_order_of_functions_within_an_answer_does_not_hide_a_copy(of):
    helper = own_code(random.Random(9))
    of["yan"] = {id: f"{helper}\n\n\n{text}" for id, text in of["s01"].items()}
    of["zoe"] = {id: f"{text}\n\n\n{helper}" for id, text in of["s01"].items()}
    assert ("yan", "zoe") in pairs(of)


def test_what_many_write_alike_is_no_sign(of):
    same = {id: own_code(random.Random(1)) for id in EXERCISES}
    of |= {f"same{n}": same for n in range(A_FEW + 1)}
    assert pairs(of) == []


@pytest.mark.parametrize("known", ["the release", "the reference"])
def test_what_the_course_itself_gives_is_no_sign(of, known):
    shared = {id: own_code(random.Random(2)) for id in EXERCISES}
    of["yan"] = of["zoe"] = shared
    assert ("yan", "zoe") in pairs(of)
    given = [shared, {}] if known == "the release" else [{}, shared]
    assert ("yan", "zoe") not in pairs(of, given)


def test_the_same_short_answer_in_one_exercise_is_not_enough(of):
    of["s02"] = {**of["s02"], "neuron.relu": of["s01"]["neuron.relu"]}
    assert pairs(of) == []
    of["s04"] = {"neuron.relu": of["s03"]["neuron.relu"]}  # all that this student wrote
    assert pairs(of) == []


def test_a_class_in_which_nothing_is_usual_is_not_compared():
    few = {f"s{n}": {"neuron.relu": own_code(random.Random(n))} for n in range(9)}
    assert similarity(Answers(few)).too_few


def test_code_that_is_no_program_is_passed_over(of):
    of["torn"] = {"neuron.relu": "def relu(z:"}
    assert similarity(Answers(of)).compared == 30
