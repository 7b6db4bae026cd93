"""Write the report as one HTML page that needs nothing else: no network, no script."""

from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from autograder.report.summary import AssignmentSummary, ExerciseRow

TEMPLATE = "report.html"


def render(course_name: str, assignments: Sequence[AssignmentSummary]) -> str:
    """Return the whole page; everything that a student wrote is escaped."""
    environment = Environment(
        loader=PackageLoader("autograder.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = percent
    environment.filters["shade"] = shade
    environment.filters["title"] = title
    environment.filters["spoken"] = spoken
    template = environment.get_template(TEMPLATE)
    return template.render(course_name=course_name, assignments=assignments)


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
