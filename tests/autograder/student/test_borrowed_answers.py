"""What the check in a notebook says of an answer that calls the course's own."""

import numpy as np

from autograder.student.checking import checked
from autograder.student.rendering import card_text
from nnlib import activations

ID = "neuron.relu"


def told(source):
    namespace = {}
    exec(source, namespace)
    card, score = checked(ID, namespace)
    return card_text(card), score


def test_a_borrowed_answer_earns_nothing_and_the_card_says_why():
    text, score = told("from nnlib.activations import relu")
    assert score == 0
    assert text.startswith("✗ Not right yet")
    assert "`nnlib.activations.relu`, the course's own answer to this exercise" in " ".join(
        text.split()
    )
    assert f'hint("{ID}")' in text


def test_the_courses_own_function_may_be_used_between_two_checks():
    told("from nnlib.activations import relu")
    assert activations.relu(np.array([-1.0, 2.0])).tolist() == [0.0, 2.0]
    text, score = told("import numpy as np\ndef relu(z):\n    return np.maximum(0, z)")
    assert score == score.of
    assert text.startswith("✓ Right")


def test_an_answer_stopped_by_ctrl_c_leaves_the_courses_own_in_reach():
    text, score = told("def relu(z):\n    raise KeyboardInterrupt")
    assert text.startswith("■ Stopped by you")
    assert score == 0
    assert activations.relu(-1.0) == 0
