"""Write the report as one HTML page that needs nothing else: no network, no script.

The page itself forbids both, and every style but its own, should a name ever slip through.
"""

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder.grading.visible import visible
from autograder.report.summary import AssignmentSummary, ExerciseRow

TEMPLATE = "report.html"
STYLE = "report.css"
POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{hash}'"


def render(course_name: str, assignments: Sequence[AssignmentSummary]) -> str:
    """Return the whole page; everything that a student wrote is visible text."""
    environment = Environment(
        loader=PackageLoader("autograder.report"),
        autoescape=True,
        finalize=seen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = percent
    environment.filters["shade"] = shade
    environment.filters["title"] = title
    environment.filters["spoken"] = spoken
    environment.filters["sentence"] = sentence
    style = environment.get_template(STYLE).render()
    return environment.get_template(TEMPLATE).render(
        course_name=course_name,
        assignments=assignments,
        style=Markup(style),  # noqa: S704 - our own file
        policy=policy(style),
    )


def seen(value: Any) -> Any:
    """Return what a place of the page is filled with; in a text nothing hides."""
    return visible(value) if type(value) is str else value


def sentence(text: str) -> Markup:
    """Return a sentence, which may go over several lines, as text for the page."""
    return escape(visible(text, lines=True))


def policy(style: str) -> str:
    """Return what the page may do: have the style of this text, and nothing else."""
    digest = hashlib.sha256(style.encode("utf-8")).digest()
    return POLICY.format(hash=base64.b64encode(digest).decode("ascii"))


def percent(share: float) -> str:
    """Return a share as whole percents.

    >>> percent(0.256)
    '26 %'
    """
    return f"{round(100 * share)} %"


def shade(count: int, row: ExerciseRow) -> int:
    """Return how dark a cell is, from 1 to 5, by the share of the class that it stands for."""
    return min(5, 1 + int(8 * count / row.total)) if row.total else 1


def title(assignment: str) -> str:
    """Return an assignment's name as a heading.

    >>> title("01_neuron")
    '01 neuron'
    """
    return assignment.replace("_", " ")


def spoken(id: str) -> str:
    """Return a misconception's id as words.

    >>> spoken("forgot_bias")
    'forgot bias'
    """
    return id.replace("_", " ")
