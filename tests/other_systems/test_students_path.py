"""A student's path without what only Unix has: the commands, and a lesson's calls."""

import sys

import pytest

from autograder.building.notebooks import notebook_text, solved_notebook
from autograder.course.lessons import lessons_of

NOT_THERE = """\
import autograder.student  # the module that asks is one of ours
import sys
spec = {"__name__": "autograder.asking"}
exec("import os, signal, select, socket, sys as system", spec)
print(spec["system"].platform, hasattr(spec["os"], "fork"), hasattr(spec["signal"], "SIGKILL"))
try:
    exec("import fcntl", spec)
except ImportError:
    print("no fcntl")
"""
LESSON = """\
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance(history_load_length=0)
shell.history_manager.enabled = False
cells = '''
from autograder.student import check, hint, progress, solution
import numpy as np
---
def relu(z):
    return np.maximum(z, 0.1)
---
check("neuron.relu")
---
hint("neuron.relu")
---
def relu(z):
    return np.maximum(z, 0)
---
check("neuron.relu")
---
solution("neuron.relu")
---
synapse_role = "b"
---
check("neuron.synapse_role")
---
progress()
---
from nnlib import widgets
widgets.neuron_widget()
'''.split("---\\n")
for cell in cells:
    shell.run_cell(cell, store_history=False).raise_error()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system itself is met")
def test_what_only_unix_has_is_not_there(run):
    assert run("-c", NOT_THERE) == (0, "win32 False False\nno fcntl\n")


def test_the_lessons_are_copied_brought_up_to_date_and_given_out_afresh(run, tmp_path):
    code, said = run("-m", "neuron_to_network", "start", "mine", "--no-lab")
    assert code == 0, said
    assert run("-m", "neuron_to_network", "update", "mine") == (0, "All lessons are the newest.\n")
    code, said = run("-m", "neuron_to_network", "reset", "01_neuron", "mine")
    assert code == 0, said
    assert len(list((tmp_path / "mine" / "old").iterdir())) == 1


def test_a_lesson_is_answered_and_its_progress_kept(run, tmp_path):
    kept = tmp_path / "progress.json"
    code, said = run("-c", LESSON, env={"NEURON_TO_NETWORK_PROGRESS": str(kept)})
    assert code == 0, said
    assert "neuron.relu" in said
    assert "Right: neuron.relu" in said
    assert "Right: neuron.synapse_role" in said
    assert '"passed": true' in kept.read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_notebook_of_ones_own_is_graded_and_shown_on_any_console(run, tmp_path):
    lesson = next(lesson for lesson in lessons_of(None) if lesson.slug == "00_start")
    solved = notebook_text(solved_notebook(lesson))
    (tmp_path / "mine.ipynb").write_text(solved, encoding="utf-8")
    code_page = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}  # which has no check marks
    grade = ("-c", "from autograder.cli import main; main()", "check", "mine.ipynb")
    code, said = run(*grade, env=code_page)
    assert code == 0, said
    assert "? start.totals  1 of 1" in said
    assert "10 of 10 points" in said


@pytest.mark.parametrize("code_page", ["cp1252", "cp866", "ascii"])
@pytest.mark.parametrize(
    "words",
    [
        ("-c", "from autograder.cli import main; main()", "--help"),
        ("-m", "neuron_to_network", "reset", "→ф", "."),
    ],
)
def test_a_console_that_lacks_a_sign_shows_another(run, code_page, words):
    code, said = run(*words, env={"PYTHONIOENCODING": code_page, "PYTHONUTF8": "0"})
    assert code in (0, 1)
    assert "Traceback" not in said
    assert "Error" in said or "Usage" in said
