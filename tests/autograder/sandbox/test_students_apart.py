"""Nothing of one student's work reaches the next, graded by the same warm process."""

import pytest

LEAVE = """
import builtins, os, pathlib, random, sys, types
import numpy as np
import nnlib.activations
left_behind = "somebody's work"
builtins.left_behind = left_behind
os.environ["LEFT_BEHIND"] = left_behind
sys.modules["left_behind"] = types.ModuleType("left_behind")
for folder in (".", ".."):
    try:
        pathlib.Path(folder, "left_behind.txt").write_text(left_behind)
    except OSError:
        pass
random.seed(99)
np.random.seed(99)
np.set_printoptions(precision=1)
np.maximum = lambda a, b: "spoiled"
nnlib.activations.relu = np.maximum
os.umask(0)
if os.fork() == 0:
    os.setsid()
    import time
    time.sleep(60)
"""

LOOK = """
import builtins, os, pathlib, random, sys
import numpy as np
import nnlib.activations
places = [pathlib.Path(folder, "left_behind.txt") for folder in (".", "..")]
print("global", "left_behind" in globals() or hasattr(builtins, "left_behind"))
print("environment", "LEFT_BEHIND" in os.environ)
print("module", "left_behind" in sys.modules)
print("files", any(place.exists() for place in places), os.listdir())
print("random", random.random(), np.random.random())
print("numpy", np.maximum(0, 1), np.array([0.123456]), nnlib.activations.relu(np.ones(1)))
print("umask", oct(os.umask(0o22)))
"""


def with_cell(assignment, source, place=2, **changes):
    notebook = assignment.solved(**changes)
    cell = {"cell_type": "code", "id": "probe", "metadata": {}, "source": source}
    notebook["cells"].insert(place, cell)
    return notebook


def seen(graded):
    """Return what the cell that looks around printed."""
    cell = next(one for one in graded.notebook.cells if one.source == LOOK)
    return "".join(output.text for output in cell.outputs if output.output_type == "stream")


def points(graded):
    return {one.id: one.points for one in graded.exercises}


@pytest.fixture
def look(assignment):
    return lambda: seen(assignment.grade(with_cell(assignment, LOOK)))


def test_what_one_student_leaves_behind_the_next_does_not_find(assignment, look):
    before = look()
    assert before.startswith("global False\nenvironment False\nmodule False\nfiles False []")
    assert points(assignment.grade(with_cell(assignment, LEAVE)))
    assert look() == before


def test_an_answer_does_not_stand_in_for_the_next_students_missing_one(assignment):
    full = assignment.grade(assignment.solved())
    assert points(full)["neuron.relu"] > 0
    missing = assignment.solved()
    missing["cells"] = [cell for cell in missing["cells"] if cell["id"] != "neuron-relu"]
    assert points(assignment.grade(missing))["neuron.relu"] == 0


def test_grades_do_not_depend_on_who_was_graded_before(assignment):
    alone = assignment.grade(assignment.solved())
    spoilers = (
        LEAVE,
        "while True: pass",
        "import os; os._exit(3)",
        "raise SystemExit",
        "x = []\nwhile True: x.append(bytes(10**7))",
    )
    for spoiler in spoilers:
        assignment.grade(with_cell(assignment, spoiler), cell_seconds=0.5)
        after = assignment.grade(assignment.solved())
        assert (after.exercises, after.notes) == (alone.exercises, alone.notes)


def test_a_random_answer_draws_the_same_for_everybody(assignment):
    source = "import numpy as np\ndef relu(z):\n    return np.maximum(0, z)\nnp.random.random(3)"
    first, second = (
        assignment.grade(assignment.solved(relu=source)).notebook.cells for _ in range(2)
    )
    outputs = [[cell.get("outputs") for cell in cells] for cells in (first, second)]
    assert outputs[0] == outputs[1]


def test_notes_and_repairs_of_one_are_not_told_of_the_next(assignment):
    damaged = assignment.solved()
    damaged["cells"] = [cell for cell in damaged["cells"] if not cell["id"].startswith("provided")]
    assert assignment.grade(damaged).notes
    assert assignment.grade(assignment.solved()).notes == ()
