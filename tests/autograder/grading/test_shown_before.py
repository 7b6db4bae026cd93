"""What a notebook showed in class, buttons too, costs and brings nothing when it is graded."""

import copy
import json

from autograder.student.buttons import BUTTONS_BELOW, VIEW

CARD = {"text/plain": "✗ Not right yet", "text/html": f"<div>✗ Not right yet</div>{BUTTONS_BELOW}"}
BUTTONS = {VIEW: {"model_id": "1f", "version_major": 2}, "text/plain": "", "text/html": ""}


def shown(notebook):
    """Return the notebook as JupyterLab saves it: under each check a card and its buttons."""
    saved = copy.deepcopy(notebook)
    for cell in saved["cells"]:
        if cell["id"].endswith("-check"):
            cell["outputs"] = [
                {"output_type": "display_data", "data": data, "metadata": {}}
                for data in (CARD, BUTTONS)
            ]
    saved["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    return saved


def test_buttons_in_the_saved_notebook_change_no_point_and_are_not_kept(assignment):
    notebook = assignment.solved(relu="def relu(z):\n    return z")
    graded, plain = assignment.grade(shown(notebook)), assignment.grade(notebook)
    assert graded.exercises == plain.exercises
    assert graded.status == plain.status
    kept = json.dumps(graded.notebook)
    assert VIEW not in kept
    assert "data-buttons-below" not in kept
