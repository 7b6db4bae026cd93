"""In a web page's Python every check says what it says here, and nothing stops the page.

`make pyodide` fetches what this needs.
"""

import sys

import pytest

from autograder.messages import notebook as words
from tests.pyodide.notebooks import notebooks

pytestmark = pytest.mark.slow

IMPORTS = "import numpy as np\nfrom autograder.student import check, hint, progress, solution"
ROAD = [
    IMPORTS,
    "def net_input(x, weights, bias):\n    return x @ weights",
    'check("neuron.net_input")',
    'hint("neuron.net_input")',
    "def net_input(x, weights, bias):\n    return x @ weights + bias",
    'check("neuron.net_input")',
    'solution("neuron.net_input")',
    'synapse_role = "a"',
    'check("neuron.synapse_role")',
    'check("neuron.net_inputs")',
    "progress()",
]
CAUGHT = """while True:
        try:
            x + 1
        except:
            pass"""
ENDLESS = {"no end": "while True:\n        pass", "no end, and errors caught": CAUGHT}
STOPPED = {
    "calls itself": "return net_input(x, weights, bias)",
    "calls itself through NumPy": "return np.vectorize(lambda v: net_input(x, weights, bias))(x)",
    "calls itself through sum": "return sum(map(lambda v: net_input(x, weights, bias), [1]))",
    "an array too large": "return np.zeros((10**5, 10**5))",
}
SHORT = "from autograder.judging import bounds\nbounds.SECONDS = 0.5"


def wrong(body, before="1 + 1"):
    """Return a notebook whose one answer is wrong."""
    answer = f"def net_input(x, weights, bias):\n    {body}"
    return [IMPORTS, before, answer, 'check("neuron.net_input")']


@pytest.fixture(scope="module")
def road(in_pyodide):
    """What a student's first steps give in both."""
    page, here = in_pyodide([{"name": "road", "cells": ROAD}], "road")
    return page["road"], here["road"]


def test_every_lessons_verdicts_are_those_of_this_python(in_pyodide, capsys):
    page, here = in_pyodide(list(notebooks()), "lessons")
    compared = 0
    for name, expected in here.items():
        assert page[name]["errors"] == expected["errors"], name
        assert page[name]["verdicts"] == expected["verdicts"], name
        kinds = [[kind for kind, _ in run[name]["displayed"]] for run in (page, here)]
        assert kinds[0] == kinds[1], name
        compared += len(expected["verdicts"])
    with capsys.disabled():
        sys.stdout.write(f"\n{compared} verdicts in {len(here)} notebooks: the same in Pyodide\n")
    assert compared > 1000


def test_the_cards_of_a_check_a_hint_a_solution_and_the_progress_are_the_same(road):
    page, here = road
    cards = [text.replace(f"\n{words.kept_in_this_browser()}", "") for _, text in page["displayed"]]
    assert cards == [text for _, text in here["displayed"]]
    assert page["errors"] == []
    assert any("return " in card for card in cards if card.startswith("→ Worked solution"))


def test_no_answer_stops_the_page(in_pyodide):
    endless = [{"name": name, "cells": wrong(body, SHORT)} for name, body in ENDLESS.items()]
    stopped = [{"name": name, "cells": wrong(body)} for name, body in STOPPED.items()]
    page = in_pyodide([*stopped, *endless], "stopped", here=False)
    verdicts = {name: page[name]["verdicts"][0] for name in page}
    kinds = dict.fromkeys(STOPPED, "raised") | dict.fromkeys(ENDLESS, "hung")
    assert {name: verdict["kind"] for name, verdict in verdicts.items()} == kinds
    assert all("Look for a loop" in verdicts[name]["message"] for name in ENDLESS)
