"""The buttons under a card do what the calls do, where somebody may press them."""

import sys

import ipywidgets
import pytest
from ipywidgets.widgets.widget import _instances as models

from autograder.exercises import load
from autograder.student import buttons
from autograder.student.buttons import ROWS, new_row, replace_row
from autograder.student.catalog import catalog
from autograder.student.checking import checked
from autograder.student.hints import hint_card
from autograder.student.memory import recall
from autograder.student.rendering import card_html

ID = "neuron.net_input"
HINTS = load()[ID].hints


class Kernel:
    """A kernel whose cell was run by somebody who may be asked, or by a program."""

    def __init__(self, *, asks=True):
        self.parent = {"content": {"allow_stdin": asks}}

    def get_parent(self):
        return self.parent


@pytest.fixture
def presses_count(monkeypatch):
    """Let each press count, however soon it comes."""
    monkeypatch.setattr(buttons, "QUIET_SECONDS", 0.0)


@pytest.fixture
def row():
    """Return a function that checks an answer and returns the row of buttons under its card."""
    shown = []

    def under_card(answer=lambda x, weights, bias: 0.0, namespace=None):
        names = {} if namespace is None else namespace
        card, _ = checked(ID, {"net_input": answer} | names)
        shown.append(new_row(card.buttons, Kernel()))
        return shown[-1]

    yield under_card
    for one in shown:
        one.close()


def button(row, label):
    line = row.box.children[0]
    return next(one for one in line.children if one.description == label)


def told(row):
    return [html.value for html in row.box.children[1].children]


def labels(answer, item_id=ID):
    item = catalog()[item_id]
    card, _ = checked(item_id, {} if answer is None else {item.name: answer})
    return [one.label for one in card.buttons]


def test_a_hint_comes_first_and_a_solution_after_a_try():
    assert labels(None) == ["Hint"]
    assert labels(lambda x, weights, bias: 0.0) == ["Hint", "Show a solution"]
    assert labels(lambda x, weights, bias: x @ weights + bias) == ["Show a solution"]


def test_a_question_has_no_buttons():
    question = next(one for one in catalog().values() if not hasattr(one, "hints"))
    assert labels("a", question.id) == []


def test_a_press_shows_what_the_call_shows_and_counts_as_one(row, presses_count):
    line = row()
    for number, text in enumerate(HINTS, start=1):
        button(line, "Hint").click()
        assert recall({}).of(ID).hints == number
        assert f"{number} of {len(HINTS)}" in told(line)[-1]
        assert card_text_of(text) in told(line)[-1]
    assert len(told(line)) == len(HINTS)
    button(line, "Hint").click()
    assert told(line) == [card_html(hint_card(ID, {}))]  # all of them, once
    assert recall({}).of(ID).hints == len(HINTS)


def card_text_of(text):
    return text.split("`")[0].split("'")[0]  # as far as nothing in it is escaped or marked


def test_the_solution_is_shown_once_below_the_hints(row, presses_count):
    line = row()
    for label in ("Show a solution", "Hint", "Show a solution"):
        button(line, label).click()
    hint, solution = told(line)
    assert "1 of " in hint
    assert "net_input" in solution
    assert "Worked solution" in solution


def test_a_double_click_is_one_press(row):
    line = row()
    for _ in range(5):
        button(line, "Hint").click()
    assert recall({}).of(ID).hints == len(told(line)) == 1


def test_a_button_is_named_with_its_exercise(row):
    assert button(row(), "Hint").tooltip == "Hint for net_input"
    assert button(row(), "Show a solution").tooltip == "Show a solution for net_input"


@pytest.mark.parametrize("kernel", [None, Kernel(asks=False)], ids=["a terminal", "a program"])
def test_where_nobody_looks_on_there_are_none(kernel):
    card, _ = checked(ID, {})
    assert card.buttons
    assert new_row(card.buttons, kernel) is None


def test_without_ipywidgets_there_are_none(monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    card, _ = checked(ID, {})
    assert new_row(card.buttons, Kernel()) is None


def test_a_page_without_widgets_shows_nothing_in_their_place(row):
    forms = row().forms()
    assert (forms["text/plain"], forms["text/html"]) == ("", "")


def test_two_hundred_runs_leave_the_models_of_one(presses_count, monkeypatch):
    monkeypatch.setenv("NEURON_TO_NETWORK_PROGRESS", "off")
    card, _ = checked(ID, {"net_input": lambda x, weights, bias: 0.0})
    namespace, before, counts = {}, len(models), []
    for _ in range(200):
        line = new_row(card.buttons, Kernel())
        button(line, "Hint").click()
        replace_row(namespace, ID, line)
        counts.append(len(models) - before)
    assert max(counts) == counts[0]
    line.close()
    assert len(models) == before


def test_a_students_own_variable_of_that_name_does_no_harm(row):
    namespace = {ROWS: "mine"}
    replace_row(namespace, ID, row())
    assert isinstance(namespace[ROWS][ID].box, ipywidgets.VBox)
