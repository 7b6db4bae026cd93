"""The autograded notebook, as nbgrader's formgrader and its feedback read it.

Students read it too, where nbgrader makes the feedback: of a verdict it holds what its student may
read, of markdown what can only be read, and of the handed-in outputs nothing. Rubrics come to it
later, by `add_rubrics`, unless the course forbids it.

Cells are put together by hand: nbformat's own makers validate each one, which takes longer than
running it.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from nbformat import NotebookNode

from autograder.examining.execution import CellRun, Execution
from autograder.gradebook.result import ExerciseResult
from autograder.judging.verdict import Verdict
from autograder.messages import say
from autograder.sandbox.fault import Fault
from autograder.submissions.repaired import RepairedCell
from autograder.submissions.safe_markdown import MarkdownSanitizer, preformatted
from autograder.submissions.template import CHECK, WRITTEN, LessonTemplate

Render = Callable[[Verdict], str]


def autograded_notebook(
    cells: Sequence[RepairedCell],
    template: LessonTemplate,
    execution: Execution,
    results: Mapping[str, ExerciseResult],
    render: Render | None,
) -> NotebookNode:
    """Return the repaired notebook with outputs; `results` are by the id of the graded cell."""
    sanitizer = MarkdownSanitizer([cell.id for cell in template.cells])
    made = [
        notebook_cell(cell, place, execution.ran.get(place), sanitizer)
        for place, cell in enumerate(cells)
    ]
    for cell, shown in zip(cells, made, strict=True):
        result = results.get(cell.template.id) if cell.template else None
        if cell.template is not None and cell.template.kind == CHECK and result is not None:
            verdict = execution.verdicts.get(cell.template.item)
            shown.outputs = verdict_outputs(result, verdict, render)
    metadata = NotebookNode(plain_copy(template.metadata))
    return NotebookNode(cells=made, metadata=metadata, nbformat=4, nbformat_minor=5)


def notebook_cell(
    cell: RepairedCell, place: int, ran: CellRun | None, sanitizer: MarkdownSanitizer
) -> NotebookNode:
    """Return one cell with the template's metadata and what it printed."""
    template = cell.template
    made = NotebookNode(
        cell_type="code" if cell.cell_type == "code" else "markdown",
        id=template.id[:64] if template else f"own-{place:04d}",
        metadata=NotebookNode(plain_copy(template.metadata) if template else {}),
        source=shown_source(cell, sanitizer),
    )
    if cell.cell_type == "code":
        made.execution_count = place + 1 if ran else None
        made.outputs = cell_outputs(ran, place + 1) if ran else []
    if cell.cell_type == "markdown" and cell.attachments:
        made.attachments = NotebookNode(plain_copy(cell.attachments))
    return made


def shown_source(cell: RepairedCell, sanitizer: MarkdownSanitizer) -> str:
    """Return what a cell holds, in a form that runs nothing where it is looked at."""
    ours = cell.template is not None and cell.source == cell.template.source
    if cell.cell_type == "code" or ours:
        return cell.source  # nbconvert shows code as text
    if cell.cell_type == "markdown":
        return sanitizer.sanitize(cell.source, cell.attachments)
    return preformatted(cell.source)  # a raw cell goes into the page as it is


def plain_copy(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy of nested metadata that shares nothing with the template."""
    return {
        key: NotebookNode(plain_copy(value)) if isinstance(value, Mapping) else value
        for key, value in data.items()
    }


def cell_outputs(ran: CellRun, count: int) -> list[NotebookNode]:
    """Return what a cell printed, its error, and its last expression."""
    outputs = [
        NotebookNode(output_type="stream", name=name, text=text)
        for name, text in (("stdout", ran.printed.stdout), ("stderr", ran.printed.stderr))
        if text
    ]
    if isinstance(ran.outcome, Fault):
        return [*outputs, error_output("Left out", ran.outcome.kind, 0, "")]
    error, result = ran.outcome.error, ran.outcome.result
    if error is not None:
        outputs.append(error_output(error.type_name, error.text, error.line_number, error.line))
    elif result is not None:
        outputs.append(result_output(result, count))
    return outputs


def error_output(name: str, text: str, number: int, line: str) -> NotebookNode:
    """Return an error as Jupyter shows it, with the student's own line alone."""
    trace = [f"----> {number} {line}"] if line else []
    lines = [*trace, f"{name}: {text}"]
    return NotebookNode(output_type="error", ename=name, evalue=text, traceback=lines)


def result_output(text: str, count: int | None) -> NotebookNode:
    """Return the text of a cell's last expression."""
    return NotebookNode(
        output_type="execute_result",
        data=NotebookNode({"text/plain": text}),
        metadata=NotebookNode(),
        execution_count=count,
    )


def verdict_outputs(
    result: ExerciseResult, verdict: Verdict | None, render: Render | None
) -> list[NotebookNode]:
    """Return the verdict to read, and the points where nbgrader looks for them."""
    data = NotebookNode({"text/plain": verdict.for_student.message if verdict else result.message})
    if verdict is not None and render is not None:
        data["text/html"] = render(verdict.for_student)
    shown = NotebookNode(output_type="display_data", data=data, metadata=NotebookNode())
    return [shown, result_output(repr(float(result.points)), None)]


def add_rubrics(
    notebook: NotebookNode, template: LessonTemplate, rubrics: Mapping[str, str]
) -> None:
    """Put the rubric of each written answer above it."""
    items = {cell.id[:64]: cell.item for cell in template.of_kind(WRITTEN)}
    cells = []
    for cell in notebook.cells:
        rubric = rubrics.get(items.get(cell.id, ""))
        cells += [rubric_cell(cell.id, rubric), cell] if rubric else [cell]
    notebook.cells = cells


def rubric_cell(id: str, rubric: str) -> NotebookNode:
    """Return the cell that shows a rubric."""
    heading = say("Rubric of the answer below, for whoever gives points:")
    source = f"**{heading}**\n\n{rubric}"
    return NotebookNode(
        cell_type="markdown", id=f"{id[:57]}-rubric", metadata=NotebookNode(), source=source
    )
