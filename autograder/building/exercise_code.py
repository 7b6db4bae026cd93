"""What the code of a cell must be: valid Python, and in an exercise one documented function."""

import ast
import inspect

from autograder.building.errors import LessonError
from autograder.building.markers import RawCell
from autograder.building.solution import region_mistake, unsolved
from autograder.exercises.model import Exercise


def check_code(raw: RawCell, file: str) -> None:
    """Refuse code that is no Python, and solution regions outside exercises."""
    try:
        ast.parse(raw.source)
    except SyntaxError as error:
        line = raw.line + (error.lineno or 0)
        rule = f"The cell is not valid Python: {error.msg}."
        raise LessonError(file, line, rule, "Correct it; notebook magics cannot be used.") from None
    if raw.kind != "exercise" and ("BEGIN SOLUTION" in raw.source or "END SOLUTION" in raw.source):
        rule = "A solution region stands outside an exercise."
        raise LessonError(file, raw.line, rule, 'Mark the cell with exercise="…".')


def check_exercise(raw: RawCell, exercise: Exercise, file: str) -> None:
    """Hold an exercise's cell to its rules."""
    mistake = region_mistake(raw.source) or function_mistake(raw.source, exercise)
    if mistake:
        rule = f"Exercise '{exercise.id}': {mistake}"
        advice = (
            f"Write one function {exercise.name}{signature(exercise)} with a docstring, and its "
            "body between '### BEGIN SOLUTION' and '### END SOLUTION', each on its own line."
        )
        raise LessonError(file, raw.line, rule, advice)


def function_mistake(code: str, exercise: Exercise) -> str:
    """Say what is wrong with the function that the student sees; nothing if it is right."""
    try:
        body = ast.parse(unsolved(code)).body
    except SyntaxError:
        return "Without its solution the cell is not valid Python."
    functions = [node for node in body if isinstance(node, ast.FunctionDef)]
    if [function.name for function in functions] != [exercise.name]:
        return f"The cell does not define {exercise.name} alone."
    if not ast.get_docstring(functions[0]):
        return "The function has no docstring outside the solution region."
    if parameters(functions[0]) != list(inspect.signature(exercise.reference).parameters):
        return "The parameters are not those of the exercise's reference."
    return ""


def parameters(function: ast.FunctionDef) -> list[str]:
    """Return the names of a function's parameters, in order."""
    arguments = function.args
    return [
        argument.arg
        for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    ]


def signature(exercise: Exercise) -> str:
    """Return the parameters of the exercise's function as they are written."""
    return f"({', '.join(inspect.signature(exercise.reference).parameters)})"
