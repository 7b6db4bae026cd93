"""The check in a real kernel, as JupyterLab and nbgrader run it."""

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.utils import determine_grade

IMPORT = "from autograder.student import check, hint, progress, solution"
CHECK = 'check("neuron.net_input")'
POINTS = 2

pytestmark = pytest.mark.slow


def graded_cell():
    metadata = {
        "nbgrader": {
            "grade": True,
            "solution": False,
            "locked": True,
            "points": POINTS,
            "grade_id": "net_input-check",
            "schema_version": 3,
        }
    }
    return new_code_cell(CHECK, metadata=metadata)


@pytest.fixture(scope="module")
def run():
    """Run cells in a fresh kernel with the check last; return all cells with their outputs."""

    def run(*sources, timeout=30):
        cells = [new_code_cell(source) for source in (IMPORT, *sources)]
        notebook = new_notebook(cells=[*cells, graded_cell()])
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "", "language": ""}
        client = NotebookClient(
            notebook, timeout=timeout, interrupt_on_timeout=True, allow_errors=True
        )
        client.execute()
        nbformat.validate(notebook)
        return notebook.cells

    return run


def kinds(cell):
    return [output.output_type for output in cell.outputs]


def test_a_partly_right_answer_shows_a_card_and_earns_its_part(run):
    cells = run(
        "def net_input(x, weights, bias):\n"
        "    if x.dtype.kind == 'i':\n"
        "        raise TypeError('no integers')\n"
        "    return x @ weights + bias"
    )
    check = cells[-1]
    assert kinds(check) == ["display_data", "execute_result"]
    card, result = (output.data for output in check.outputs)
    assert card["text/plain"].startswith("◐ Partly right: neuron.net_input")
    assert "in your line 3: raise TypeError('no integers')" in card["text/plain"]
    assert card["text/html"].startswith("<div")
    assert result["text/html"] == f"{result['text/plain']} of {POINTS} points"
    earned, total = determine_grade(check)
    assert 0 < earned < total
    assert earned == float(result["text/plain"])


def test_warnings_and_prints_of_the_answer_cost_no_points(run):
    cells = run(
        "import sys, warnings\n"
        "def net_input(x, weights, bias):\n"
        "    warnings.warn('careful')\n"
        "    print('loud', file=sys.stderr)\n"
        "    return sum(x * weights) + bias"
    )
    assert kinds(cells[-1]) == ["display_data", "execute_result"]
    assert determine_grade(cells[-1]) == (POINTS, POINTS)


def test_an_endless_loop_costs_its_own_exercise_and_leaves_a_card(run):
    # A wait for the cell's time limit is the one way to see the interrupt arrive.
    cells = run("def net_input(x, weights, bias):\n    while True:\n        pass", timeout=8)
    shown = [output for output in cells[-1].outputs if output.output_type == "display_data"]
    assert shown[0].data["text/plain"].startswith("■ Stopped by you")
    assert determine_grade(cells[-1])[0] == 0


def test_hint_solution_and_progress_show_cards_and_no_result(run):
    calls = ['hint("neuron.net_input")', 'solution("neuron.net_input")', "progress()"]
    cells = run("def net_input(x, weights, bias):\n    return 0", CHECK, *calls)
    for cell in cells[3:6]:
        assert kinds(cell) == ["display_data"]
    assert "def net_input" in cells[4].outputs[0].data["text/plain"]


def test_a_recorded_answer_shows_a_card_and_no_result(run):
    tried = "for answer in 'abc':\n    which = answer\n    check('own.which', recorded='abc')"
    cells = run('which = "b"', 'check("own.which", recorded="abc")', tried)
    assert kinds(cells[2]) == ["display_data"]
    cards = [output.data["text/plain"] for output in (*cells[2].outputs, *cells[3].outputs)]
    assert all(card.startswith("● Recorded: own.which\nYour answer is") for card in cards)
    assert (
        len({card.replace(f"`{letter!r}`", "") for card, letter in zip(cards, "babc", strict=True)})
        == 1
    )


def test_a_borrowed_answer_earns_nothing_and_its_line_is_named(run):
    cells = run(
        "from nnlib import neuron\n"
        "def net_input(x, weights, bias):\n"
        "    return neuron.net_input(x, weights, bias)"
    )
    card = cells[-1].outputs[0].data["text/plain"]
    assert "`nnlib.neuron.net_input`, the course's own answer" in " ".join(card.split())
    assert "in your line 3: return neuron.net_input(x, weights, bias)" in card
    assert determine_grade(cells[-1]) == (0, POINTS)
