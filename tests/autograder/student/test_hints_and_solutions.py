from dataclasses import replace

import pytest

from autograder.exercises import load
from autograder.judging.questions import Question
from autograder.student import hint, hints, solution, solutions
from autograder.student.catalog import catalog
from autograder.student.checking import checked
from autograder.student.rendering import card_text

ID = "neuron.net_input"
HINTS = load()[ID].hints


def next_hint(namespace=None):
    return card_text(hints.hint_card(ID, {} if namespace is None else namespace))


def shown_solution(item_id=ID, namespace=None):
    return card_text(solutions.solution_card(item_id, {} if namespace is None else namespace))


def test_each_call_shows_the_next_hint_and_its_number():
    for number, text in enumerate(HINTS, start=1):
        shown = next_hint()
        assert f"{number} of {len(HINTS)}" in shown
        assert text in shown


def test_the_last_hint_names_the_solution():
    shown = [next_hint() for _ in HINTS]
    assert "That was the last hint." in shown[-1]
    assert f'solution("{ID}")' in shown[-1]


def test_after_the_last_hint_all_are_repeated():
    for _ in HINTS:
        next_hint()
    shown = next_hint()
    assert "There are no more hints" in shown
    assert all(text in shown for text in HINTS)


def test_hints_go_on_where_no_file_is_kept(monkeypatch):
    monkeypatch.setenv("NEURON_TO_NETWORK_PROGRESS", "off")
    namespace = {}
    next_hint(namespace)
    assert HINTS[1] in next_hint(namespace)


def test_the_check_counts_the_hints_that_are_left():
    next_hint()
    card, _ = checked(ID, {"net_input": lambda x, weights, bias: 0.0})
    assert f"Hints left: {len(HINTS) - 1} of {len(HINTS)}." in card_text(card)


def test_the_solution_waits_for_a_try():
    assert "Try it yourself first" in shown_solution()
    checked(ID, {})  # nothing is defined: no try
    assert "Try it yourself first" in shown_solution()
    checked(ID, {"net_input": lambda x, weights, bias: 0.0})
    assert "def net_input(" in shown_solution()


def test_the_solution_is_the_reference_without_the_long_docstring():
    checked(ID, {"net_input": len})
    shown = shown_solution()
    assert "z = w·x + b" in shown
    assert "Parameters" not in shown
    assert "return z" in shown


def test_the_solution_says_which_helpers_only_check():
    checked(ID, {"net_input": len})
    assert "The helpers `vector`, `number` only check" in shown_solution().replace(
        "`number`, `vector`", "`vector`, `number`"
    )


def test_one_helper_is_spoken_of_as_one():
    checked("neuron.softmax", {"softmax": len})
    assert "The helper `floats` only checks" in shown_solution("neuron.softmax")


def test_the_solution_shows_no_types():
    checked(ID, {"net_input": len})
    shown = shown_solution()
    assert "def net_input(x, weights, bias):" in shown
    assert "    z = np.dot(weights, x)" in shown


def test_a_question_has_neither_hints_nor_a_solution_but_its_check():
    question = next(item for item in catalog().values() if isinstance(item, Question))
    hinted = card_text(hints.hint_card(question.id, {}))
    assert f'`check("{question.id}")` explains it' in hinted
    assert "the check explains each option" in shown_solution(question.id)


@pytest.mark.parametrize("item_id", list(load()))
def test_every_shortened_solution_is_still_python(item_id):
    source = next(
        block.source
        for block in solutions.worked_solution(load()[item_id])
        if hasattr(block, "source")
    )
    compile(source, item_id, "exec")
    assert ">>>" not in source


def test_a_source_that_cannot_be_read_is_said():
    builtin = replace(load()[ID], reference=len)
    assert "cannot be read" in solutions.worked_solution(builtin)[0].text


@pytest.mark.parametrize("call", [hint, solution])
@pytest.mark.parametrize("wanted", ["nothing.here", 3, ["a"]])
def test_an_unknown_id_is_answered_with_a_sentence(call, wanted, capfd):
    call(wanted)
    out, err = capfd.readouterr()
    assert out.startswith("? Unknown id")
    assert err == ""
