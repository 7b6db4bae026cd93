"""Print what one submission touches on its way from its file to its page.

    python tools/touched.py           # its functions are right
    python tools/touched.py --wrong   # one of them forgets the bias

Counted are the files and the functions (methods and templates too, no lambdas) that run in this
process while one submission is graded and gets its page. What runs beside the student's code, in a
process of its own, is not counted. An exercise's cases and nnlib's answers are data of the one
lesson, so the last line leaves them out.
"""

import inspect
import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import CodeType, FrameType
from typing import Any

from click.testing import CliRunner

import autograder
from autograder.api import Course, feedback, grade, open_course
from autograder.cli import main as run_command

ROOT = Path(autograder.__path__[0]).parent
SHARES = ("autograder/exercises", "nnlib")  # an exercise's data, and the answers it refers to
WRONG = "def net_input(x, weights, bias):\n    return weights @ x\n"


def main(*, wrong: bool) -> None:
    """Print a line for each package, then the sums."""
    with TemporaryDirectory() as folder:
        course = small_course(Path(folder))
        hand_in(course, wrong=wrong)
        touched = touched_by(lambda: grade_and_give_back(course))
    rows = {name: [*size_of(name), 0, 0] for name in packages()}
    for file, functions in touched.items():
        rows[package_of(file)][2] += 1
        rows[package_of(file)][3] += len(functions)
    print(f"{'package':32} {'modules':>8} {'lines':>8} {'files':>8} {'functions':>10}")
    for name, row in rows.items():
        print_row(name, row)
    print_row("all", sums(rows.values()))
    print_row("without exercises and nnlib", sums(rows[name] for name in rows if not shared(name)))


def small_course(folder: Path) -> Course:
    """Make a course of the one lesson that asks for a neuron's net input."""
    texts = (ROOT / "solutions").glob("*.py")
    text = next(
        path
        for path in sorted(texts)
        if 'exercise="neuron.net_input"' in path.read_text(encoding="utf-8")
    )
    (folder / "solutions").mkdir()
    shutil.copyfile(text, folder / "solutions" / text.name)
    words = ["course", "new", str(folder / "course"), "--solutions", str(folder / "solutions")]
    CliRunner().invoke(run_command, words, catch_exceptions=False)
    return open_course(folder / "course")


def hand_in(course: Course, *, wrong: bool) -> None:
    """Hand in the lesson with the course's own functions, or with one that is wrong."""
    (assignment,) = course.assignments
    source = course.folder / "source" / assignment / f"{assignment}.ipynb"
    notebook = json.loads(source.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if wrong and "def net_input(" in "".join(cell["source"]):
            cell["source"] = WRONG
    path = course.submitted("ann", assignment) / source.name
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook), encoding="utf-8", newline="\n")


def grade_and_give_back(course: Course) -> None:
    """Grade the submission in this process and write its page."""
    (result,) = grade(course, workers=1).results
    assert 0 < result.points < result.max_points, result.notes
    feedback(course)


def touched_by(work: Callable[[], None]) -> dict[Path, set[str]]:
    """Do some work; return the functions of our own packages that ran, by file."""
    codes: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            codes.add(frame.f_code)

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    touched: dict[Path, set[str]] = defaultdict(set)
    for code in codes:
        file = Path(code.co_filename)
        if is_function(code) and ROOT in file.parents and package_of(file) in packages():
            touched[file].add(code.co_qualname)
    return touched


def is_function(code: CodeType) -> bool:
    """Return True for what a `def` made: no module, no class body, no lambda."""
    return bool(code.co_flags & inspect.CO_OPTIMIZED) and not code.co_name.startswith("<")


def packages() -> list[str]:
    """Return the packages, by their folders; a package below another one counts as that one's."""
    own = [path.parent for path in (ROOT / "autograder").glob("*/__init__.py")]
    return ["nnlib", "autograder", *sorted(path.relative_to(ROOT).as_posix() for path in own)]


def package_of(file: Path) -> str:
    """Return the package that a file belongs to, empty for a file of none."""
    parts = file.relative_to(ROOT).parts
    return parts[0] if parts[0] != "autograder" or len(parts) == 2 else "/".join(parts[:2])


def size_of(package: str) -> tuple[int, int]:
    """Return how many modules and lines a package has."""
    files = [path for path in (ROOT / package).rglob("*.py") if package_of(path) == package]
    return len(files), sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)


def shared(package: str) -> bool:
    """Return True for the packages that hold what is graded with."""
    return package in SHARES


def sums(rows: Iterable[list[int]]) -> list[int]:
    """Return the sum of each column."""
    return [sum(column) for column in zip(*rows, strict=True)]


def print_row(name: str, row: list[int]) -> None:
    """Print one line of the table."""
    modules, lines, files, functions = row
    print(f"{name:32} {modules:8} {lines:8} {files:8} {functions:10}")


if __name__ == "__main__":
    main(wrong="--wrong" in sys.argv)
