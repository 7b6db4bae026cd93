"""The cell that gets the course on Colab and Kaggle, where it is not installed.

Where the course is there, as in the student's own Jupyter, in the browser and while a notebook is
graded, the cell does nothing. It is marked as a cell that no other needs: grading leaves it out,
and a notebook without it, or an older one, lacks nothing. It is plain Python, no magic, so that
every tool can read it.
"""

from nbformat import NotebookNode

from autograder.building.nbcells import DEMO_TAG, code_cell
from autograder.public_address import PACKAGE

SETUP_ID = "setup"
EXTRA = f"{PACKAGE}[notebook]"
SOURCE = f"""\
# On Colab and Kaggle this gets the course. Everywhere else it does nothing.
# (On Kaggle, first switch on "Internet" in the settings at the right.)
from importlib.util import find_spec

if find_spec("autograder") is None:
    get_ipython().run_line_magic("pip", 'install --quiet "{EXTRA}"')"""


def setup_cell() -> NotebookNode:
    """Return the cell, which a student can neither change nor delete."""
    return code_cell(SETUP_ID, SOURCE, tags=[DEMO_TAG], deletable=False, editable=False)
