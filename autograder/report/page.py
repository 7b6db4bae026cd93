"""Write the report as one HTML page that needs nothing else and asks nothing of the network.

The page itself allows no style and no script but its own two, by their hashes, should a name
ever slip through. Without the script, which sorts tables, everything can be read.
"""

import base64
import hashlib
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder.course.names import printable
from autograder.feedback.page import text
from autograder.notes.groups import for_the_record, in_few
from autograder.report import similar
from autograder.report.asked import Asked
from autograder.report.drawing import bars, trend_lines
from autograder.report.rows import ExerciseRow
from autograder.report.tomorrow import Held
from autograder.report.whole import ClassReport

TEMPLATE = "report.html"
STYLE = "report.css"
SCRIPT = "report.js"
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "style-src 'sha256-{style}'; script-src 'sha256-{script}'"
)
MOST_LINES = 60  # of an answer that stands beside another


def render(report: ClassReport) -> str:
    """Return the whole page; everything that a student wrote is visible text."""
    made = environment(report)
    style, script = (made.get_template(name).render() for name in (STYLE, SCRIPT))
    return made.get_template(TEMPLATE).render(
        report=report,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        policy=POLICY.format(style=digest(style), script=digest(script)),
        method=similar,
    )


def environment(report: ClassReport) -> Environment:
    """Return jinja2 with the filters that the page uses."""
    made = Environment(
        loader=PackageLoader("autograder.report"),
        autoescape=True,
        finalize=seen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"percent": percent, "shade": shade, "title": title, "spoken": spoken}
    made.filters |= {"sentence": text, "short": short, "code": code}
    made.filters |= {"bars": bars, "trend_lines": trend_lines, "person": person_of(report)}
    made.filters |= {"said": said_by(report)}
    made.filters |= {"in_few": in_few, "records": for_the_record}
    return made


def person_of(report: ClassReport) -> Callable[[str], Markup]:
    """Return how a student is named on the page; a name keeps its own direction of writing."""

    def person(id: str) -> Markup:
        name = report.name(id)
        text = "<bdi>{name}</bdi> ({id})" if name else "{id}"
        return Markup(text).format(name=printable(name), id=printable(id))  # noqa: S704 - ours

    return person


def seen(value: Any) -> Any:
    """Return what a place of the page is filled with; in a text nothing hides."""
    return printable(value) if type(value) is str else value


def code(source: str) -> Markup:
    """Return the first lines of an answer as text for the page."""
    lines = source.expandtabs(4).splitlines()
    more = [] if len(lines) <= MOST_LINES else ["…"]
    return escape(printable("\n".join([*lines[:MOST_LINES], *more]), lines=True))


def digest(text: str) -> str:
    """Return the hash by which the page's policy knows its own style and script."""
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


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


def short(id: str) -> str:
    """Return an exercise's name without its lesson.

    >>> short("neuron.net_input")
    'net_input'
    """
    return id.rpartition(".")[2]


def said_by(report: ClassReport) -> Callable[[Held], str]:
    """Return how a misconception is named so that it can be understood alone.

    A wrong answer to a question needs the question, in the words that students read.
    """

    def said(held: Held) -> str:
        row, belief = held.where[0]
        if belief.of_code:
            return spoken(belief.id)
        asked = report.asked.get(row.id, Asked())
        return f"{asked.question or spoken(short(row.id))} – {asked.answer(belief.id)}"

    return said
