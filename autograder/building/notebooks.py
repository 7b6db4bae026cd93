"""From a lesson to its notebooks: the instructor's source, the student's, and a solved one."""

from collections.abc import Callable, Iterator

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from autograder.building.lesson import (
    Cell,
    CodeExercise,
    Demo,
    Lesson,
    Plain,
    Prose,
    Provided,
    QuestionCell,
    WrittenCell,
)
from autograder.building.nbcells import (
    DEMO_TAG,
    check_id,
    code_cell,
    free_id,
    grade_id,
    markdown_cell,
    nbgrader,
    provided_id,
    release,
)
from autograder.building.setup_cell import setup_cell
from autograder.building.solution import BEGIN, END, TEXT_STUB, solved, unsolved
from autograder.judging.questions import LETTERS, NUMBER

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
WRITTEN_ANSWER = "In my own words: I looked at both, compared them, and say why they differ."

Edit = Callable[[NotebookNode, Cell], NotebookNode]


def source_notebook(lesson: Lesson, *, recorded: bool = False) -> NotebookNode:
    """Return the instructor's notebook, from which nbgrader makes the students' release.

    Where answers to questions are only `recorded`, its checks of questions judge nothing.
    """
    return notebook(lesson, lambda cell, _: cell, recorded=recorded)


def student_notebook(lesson: Lesson, *, recorded: bool = False) -> NotebookNode:
    """Return the notebook that a student gets: the same that nbgrader makes from the source."""
    return notebook(lesson, for_student, recorded=recorded)


def solved_notebook(lesson: Lesson, *, recorded: bool = False) -> NotebookNode:
    """Return a submission that answers everything, and right."""
    return notebook(lesson, with_answer, recorded=recorded)


def notebook_text(notebook: NotebookNode) -> str:
    """Return the text of a notebook's file, the same for the same notebook."""
    text: str = nbformat.writes(notebook, indent=1, sort_keys=True)
    return text.rstrip("\n") + "\n"


def notebook(lesson: Lesson, edit: Edit, *, recorded: bool) -> NotebookNode:
    """Lay out the cells of a lesson, each changed by `edit`."""
    cells = with_setup(
        [
            edit(laid_out, cell)
            for position, cell in enumerate(lesson.cells, start=1)
            for laid_out in layout(cell, position, recorded=recorded)
        ]
    )
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    made: NotebookNode = new_notebook(cells=cells, metadata=metadata)
    made.nbformat_minor = 5
    nbformat.validate(made)
    return made


def with_setup(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Put the cell that gets the course before the first one that needs it."""
    first = next((place for place, cell in enumerate(cells) if cell.cell_type == "code"), 0)
    return [*cells[:first], setup_cell(), *cells[first:]]


def layout(cell: Cell, position: int, *, recorded: bool) -> Iterator[NotebookNode]:
    """Yield the cells of the source notebook that one cell of the lesson becomes."""
    match cell:
        case Prose():
            yield markdown_cell(free_id("text", position, cell.text), cell.text)
        case Demo():
            yield code_cell(free_id("demo", position, cell.code), cell.code, tags=[DEMO_TAG])
        case Plain():
            yield code_cell(free_id("code", position, cell.code), cell.code)
        case Provided():
            name = provided_id(cell.id)
            yield code_cell(name, cell.code, nbgrader=nbgrader(name, locked=True))
        case CodeExercise():
            name = grade_id(cell.id)
            yield code_cell(name, cell.code, nbgrader=nbgrader(name, solution=True))
            yield check_cell(cell.id, cell.exercise.points, f'check("{cell.id}")')
        case QuestionCell():
            yield markdown_cell(f"{grade_id(cell.id)}-prompt", question_prompt(cell))
            yield answer_cell(cell)
            yield check_cell(cell.id, cell.points, question_check(cell, recorded=recorded))
        case WrittenCell():
            yield written_cell(cell)


def question_check(cell: QuestionCell, *, recorded: bool) -> str:
    """Return the call that checks a question's answer, or only records it."""
    if not recorded:
        return f'check("{cell.id}")'
    form = NUMBER if cell.kind == NUMBER else LETTERS[: len(cell.options)]
    return f'check("{cell.id}", recorded="{form}")'


def check_cell(item_id: str, points: float, call: str) -> NotebookNode:
    """Return the cell that checks an answer and is worth its points."""
    name = check_id(item_id)
    marks = nbgrader(name, grade=True, locked=True, points=points)
    return code_cell(name, call, nbgrader=marks)


def answer_cell(cell: QuestionCell) -> NotebookNode:
    """Return the cell that takes a question's answer.

    It is no solution cell of nbgrader's, which would put its stub in place of the line; the
    cell's id tells it apart.
    """
    source = f"{cell.name} = ...  # {answer_form(cell)}"
    return code_cell(grade_id(cell.id), source, deletable=False)


def answer_form(cell: QuestionCell) -> str:
    """Say what an answer looks like."""
    if cell.kind == NUMBER:
        return number_form(cell.decimals)
    letters = [f'"{option.answer}"' for option in cell.options]
    return f"{', '.join(letters[:-1])} or {letters[-1]}"


def number_form(decimals: int) -> str:
    """Say what a number looks like that answers a question.

    >>> number_form(0), number_form(1), number_form(2)
    ('a whole number', 'a number, to 1 decimal', 'a number, to 2 decimals')
    """
    if decimals == 0:
        return "a whole number"
    return f"a number, to {decimals} decimal{'s' if decimals > 1 else ''}"


def question_prompt(cell: QuestionCell) -> str:
    """Return the prompt with the options, without marks and sentences."""
    if cell.kind == NUMBER:
        return cell.prompt
    lines = [
        f"- {letter}) {option.text}" for letter, option in zip(LETTERS, cell.options, strict=False)
    ]
    return "\n".join([cell.prompt, "", *lines])


def written_cell(cell: WrittenCell) -> NotebookNode:
    """Return the cell of a written question, with its rubric where nbgrader takes it out."""
    name = grade_id(cell.id)
    source = f"{cell.prompt}\n\n{BEGIN}\n{cell.rubric}\n{END}"
    marks = nbgrader(name, grade=True, solution=True, points=cell.points)
    return markdown_cell(name, source, nbgrader=marks)


def for_student(laid_out: NotebookNode, cell: Cell) -> NotebookNode:
    """Take out what the student must not see, and lock what must not change."""
    if "nbgrader" not in laid_out.metadata:
        return laid_out
    if isinstance(cell, WrittenCell):
        return release(laid_out, f"{cell.prompt}\n\n{TEXT_STUB}")
    return release(laid_out, unsolved(laid_out.source))


def with_answer(laid_out: NotebookNode, cell: Cell) -> NotebookNode:
    """Fill in the right answer as a student would."""
    given = for_student(laid_out, cell)
    answer = right_answer(laid_out, cell)
    return NotebookNode({**given, "source": answer}) if answer else given


def right_answer(laid_out: NotebookNode, cell: Cell) -> str:
    """Return the source that answers a cell; nothing where there is nothing to answer."""
    match cell:
        case CodeExercise() if laid_out.id == grade_id(cell.id):
            return solved(cell.code)
        case QuestionCell() if laid_out.id == grade_id(cell.id):
            return f"{cell.name} = {right_value(cell)}"
        case WrittenCell():
            return f"{cell.prompt}\n\n{WRITTEN_ANSWER}"
    return ""


def right_value(cell: QuestionCell) -> str:
    """Return a question's right answer as it is typed."""
    return cell.right.answer if cell.kind == NUMBER else f'"{cell.right.answer}"'
