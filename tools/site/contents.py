"""The page that lists the lessons of a language."""

import re
from collections.abc import Mapping

from nbformat import NotebookNode

from autograder.messages import say


def contents(notebooks: Mapping[str, NotebookNode]) -> str:
    """Return the page: each lesson's title, what it is about, and all of them in the navigation."""
    rows = [f"- [{title(one)}]({name}.ipynb)" for name, one in notebooks.items()]
    tree = "\n".join(["```{toctree}", ":hidden:", "", *notebooks, "```"])
    return "\n\n".join([f"# {say('The lessons')}", say(ABOUT), "\n".join(rows), tree]) + "\n"


def title(notebook: NotebookNode) -> str:
    """Return the title of a lesson, without the mark of a heading."""
    return re.sub(r"^#+\s*", "", notebook.cells[0].source.partition("\n")[0])


ABOUT = (
    "Each page is a lesson to read, with a picture of every widget. To answer and to move the "
    "sliders, open it: in this browser, with nothing to install, or downloaded, in Jupyter."
)
