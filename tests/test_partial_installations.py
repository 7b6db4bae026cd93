"""Every way in works with the part that is installed, or says in one sentence what to install."""

import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest

OWN = {"nnlib", "autograder", "neuron_to_network"}
BARE = sorted(packages_distributions().keys() - {"numpy", *OWN})
LESSONS_ALONE = ["jupytext", "latex2mathml", "nbgrader", "nh3", "sqlalchemy", "tomlkit"]

RUN = """
import runpy, sys
sys.modules.update(dict.fromkeys({missing}))
sys.argv = {words}
{code}
"""
COMMANDS = [["autograder", "--help"], ["neuron_to_network", "--help"], ["autograder", "grade", "x"]]
SENTENCE = 'which is not installed; install it with: pip install "neuron-to-network[{extra}]"'


def without(missing, code, words=("",)):
    """Run Python where libraries are missing; return its exit code and what it says of a fault."""
    text = RUN.format(missing=missing, code=code, words=list(words))
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True)
    return done.returncode, done.stderr.strip()


def command(missing, words):
    """Run `python -m` with these words."""
    start = f"runpy.run_module({words[0]!r}, run_name='__main__', alter_sys=True)"
    return without(missing, start, words)


def test_numpy_alone_is_enough_for_the_library_the_judge_and_the_version():
    code = "import autograder, neuron_to_network, nnlib.network, nnlib.training\n"
    code += "from autograder.judging import judge\n"
    code += "assert neuron_to_network.__version__"
    assert without(BARE, code) == (0, "")


@pytest.mark.parametrize(
    ("code", "extra"),
    [
        ("from nnlib import plots", "notebook"),
        ("from nnlib.widgets.panel import Panel", "notebook"),
        ("from autograder.student import check", "notebook"),
        ("from autograder.api import grade", "grading"),
    ],
)
def test_an_import_of_more_ends_in_a_sentence(code, extra):
    ended, said = without(BARE, code)
    assert ended == 1
    assert said.splitlines()[-1].endswith(SENTENCE.format(extra=extra))
    assert "another exception" not in said  # it says this alone, not what it was made from


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_bare_command_is_one_sentence(words):
    ended, said = command(BARE, words)
    extra = "grading" if words[0] == "autograder" else "lessons"
    assert (ended, said) == (1, f"This needs click, {SENTENCE.format(extra=extra)}")


@pytest.mark.parametrize("words", COMMANDS[:2], ids=" ".join)
def test_a_student_has_the_help_of_every_command(words):
    assert command(LESSONS_ALONE, words) == (0, "")


@pytest.mark.parametrize("name", ["course", "lint"])
def test_an_instructors_command_says_what_a_student_has_not_got(name):
    ended, said = command(LESSONS_ALONE, ["autograder", name])
    assert ended == 1
    assert len(said.splitlines()) == 1
    assert said.endswith(SENTENCE.format(extra="grading"))


def test_a_fault_of_our_own_is_not_taken_for_a_missing_library():
    code = "from nnlib.needs import needs\nwith needs('lessons'): import nnlib.nothing"
    ended, said = without([], code)
    assert ended == 1
    assert said.endswith("ModuleNotFoundError: No module named 'nnlib.nothing'")


def test_a_notebook_shows_the_sentence_without_a_traceback():
    code = "from IPython.core.interactiveshell import InteractiveShell as Shell\n"
    code += "Shell.instance().run_cell('from nnlib import plots')"
    text = RUN.format(missing=["matplotlib"], code=code, words=[""])
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True)
    assert done.stdout.strip() == f"This needs matplotlib, {SENTENCE.format(extra='notebook')}"
