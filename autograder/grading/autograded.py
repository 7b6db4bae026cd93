"""The autograded notebook, as nbgrader's formgrader and its feedback read it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from autograder.grading.play import Played, Ran
from autograder.grading.repair import RepairedCell
from autograder.grading.result import ExerciseResult
from autograder.grading.session import Fault
from autograder.grading.template import CHECK, LessonTemplate
from autograder.verdict import Verdict

Render = Callable[[Verdict], str]
NEW_CELL: dict[str, Callable[..., NotebookNode]] = {
    "code": new_code_cell,
    "markdown": new_markdown_cell,
    "raw": new_raw_cell,
}


def autograded_notebook(
    cells: Sequence[RepairedCell],
    template: LessonTemplate,
    played: Played,
    results: Mapping[str, ExerciseResult],
    render: Render | None,
) -> NotebookNode:
    """Return the repaired notebook with outputs; `results` are by the id of the graded cell."""
    made = [notebook_cell(cell, place, played.ran.get(place)) for place, cell in enumerate(cells)]
    for cell, shown in zip(cells, made, strict=True):
        result = results.get(cell.template.id) if cell.template else None
        if cell.template is not None and cell.template.kind == CHECK and result is not None:
            verdict = played.verdicts.get(cell.template.item)
            shown.outputs = verdict_outputs(result, verdict, render)
    notebook: NotebookNode = new_notebook(cells=made, metadata=dict(template.metadata))
    notebook.nbformat_minor = 5
    return notebook


def notebook_cell(cell: RepairedCell, place: int, ran: Ran | None) -> NotebookNode:
    """Return one cell with the template's metadata and what it printed."""
    template = cell.template
    made: NotebookNode = NEW_CELL[cell.cell_type](
        cell.source,
        id=template.id[:64] if template else f"own-{place:04d}",
        metadata=NotebookNode(plain_copy(template.metadata) if template else {}),
    )
    if cell.cell_type == "code" and ran is not None:
        made.execution_count = place + 1
        made.outputs = cell_outputs(ran, place + 1)
    if cell.cell_type == "markdown" and cell.attachments:
        made.attachments = NotebookNode(plain_copy(cell.attachments))
    return made


def plain_copy(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of nested metadata that shares nothing with the template."""
    return {
        key: NotebookNode(plain_copy(value)) if isinstance(value, Mapping) else value
        for key, value in data.items()
    }


def cell_outputs(ran: Ran, count: int) -> list[NotebookNode]:
    """Return what a cell printed, its error, and its last expression."""
    outputs = [
        new_output("stream", name=name, text=text)
        for name, text in (("stdout", ran.printed.stdout), ("stderr", ran.printed.stderr))
        if text
    ]
    if isinstance(ran.outcome, Fault):
        return [*outputs, error_output("Left out", ran.outcome.kind, 0, "")]
    error, result = ran.outcome.error, ran.outcome.result
    if error is not None:
        outputs.append(error_output(error.type_name, error.text, error.line_number, error.line))
    elif result is not None:
        data = {"text/plain": result}
        outputs.append(new_output("execute_result", data=data, execution_count=count))
    return outputs


def error_output(name: str, text: str, number: int, line: str) -> NotebookNode:
    """Return an error as Jupyter shows it, with the student's own line alone."""
    trace = [f"----> {number} {line}"] if line else []
    output: NotebookNode = new_output(
        "error", ename=name, evalue=text, traceback=[*trace, f"{name}: {text}"]
    )
    return output


def verdict_outputs(
    result: ExerciseResult, verdict: Verdict | None, render: Render | None
) -> list[NotebookNode]:
    """Return the verdict to read, and the points where nbgrader looks for them."""
    data = {"text/plain": result.message}
    if verdict is not None and render is not None:
        data["text/html"] = render(verdict)
    points = {"text/plain": repr(float(result.points))}
    return [
        new_output("display_data", data=data),
        new_output("execute_result", data=points, execution_count=None),
    ]
