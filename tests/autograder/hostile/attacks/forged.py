"""Scores, marks and outputs written into the notebook's file."""

import copy

from tests.autograder.hostile.attack import (
    NOTEBOOK,
    RELU,
    RIGHT,
    Attack,
    answered,
    code_cell,
    hand_in,
)

KIND = "forged notebook"
FULL = {
    "output_type": "execute_result",
    "data": {"text/plain": "3.0"},
    "metadata": {},
    "execution_count": 1,
}


def forged(name, change):
    """Return a submission with one right answer whose cells were changed."""

    def build(folder, scene):
        notebook = answered(scene, {RELU: RIGHT[RELU]})
        change(notebook, folder)
        hand_in(folder, notebook)

    return Attack(name, KIND, build, keeps=frozenset({RELU}))


def checks(notebook):
    return [cell for cell in notebook["cells"] if cell["source"].startswith("check(")]


def marks(cell):
    return cell["metadata"]["nbgrader"]


def forged_outputs(notebook, folder):
    for cell in checks(notebook):
        cell["outputs"] = [FULL]


def replaced_checks(notebook, folder):
    for cell in checks(notebook):
        cell["source"] = "3.0"


def replaced_checks_and_sums(notebook, folder):
    for cell in checks(notebook):
        cell["source"] = "3.0"
        marks(cell).update(checksum="d41d8cd98f00b204e9800998ecf8427e", locked=False, solution=True)


def more_points(notebook, folder):
    for cell in checks(notebook):
        marks(cell).update(points=1000, schema_version=3)


def markdown_checks(notebook, folder):
    for cell in checks(notebook):
        cell["cell_type"] = "markdown"
        marks(cell)["cell_type"] = "markdown"


def scored(notebook, folder):
    notebook["metadata"].update(points=100, score=100, autograder={"score": 1.0})
    for cell in checks(notebook):
        marks(cell).update(score=3.0, auto_score=3.0, manual_score=3.0, max_score=3.0)
        cell["metadata"].update(score=3.0, passed=True)


def own_graded_cells(notebook, folder):
    for number in range(5):
        cell = code_cell("3.0", f"own-{number}")
        cell["metadata"]["nbgrader"] = {
            "grade_id": f"own-{number}",
            "grade": True,
            "solution": False,
            "locked": True,
            "points": 50,
            "schema_version": 3,
        }
        cell["outputs"] = [FULL]
        notebook["cells"].append(cell)


def answers_for_marks(notebook, folder):
    """Give the right answer's cell the ids of the others, too."""
    right = next(cell for cell in notebook["cells"] if cell["source"] == RIGHT[RELU])
    for name in ("neuron-net_input", "neuron-leaky_relu"):
        notebook["cells"].append({**right, "id": name})


def provided_replaced(notebook, folder):
    for cell in notebook["cells"]:
        if "from autograder.student import check" in cell["source"]:
            cell["source"] = "import numpy as np\ncheck = lambda item: 3.0"


def autograded_beside(notebook, folder):
    graded = copy.deepcopy(notebook)
    forged_outputs(graded, folder)
    hand_in(folder, graded, "01_neuron.graded.ipynb")
    (folder / "autograded" / "01_neuron").mkdir(parents=True)
    hand_in(folder / "autograded" / "01_neuron", graded, NOTEBOOK)
    (folder / "results.json").write_text('{"points": 100, "status": "graded"}')


ATTACKS = (
    forged("outputs with full scores", forged_outputs),
    forged("checks replaced by numbers", replaced_checks),
    forged("checks replaced, unlocked, with new checksums", replaced_checks_and_sums),
    forged("more points for each check", more_points),
    forged("checks turned into text", markdown_checks),
    forged("scores in the metadata", scored),
    forged("graded cells of one's own", own_graded_cells),
    forged("one right answer under three ids", answers_for_marks),
    forged("provided imports replaced", provided_replaced),
    forged("an autograded notebook beside", autograded_beside),
)
