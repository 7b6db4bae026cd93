"""The data files that an assignment gives out beside its notebook, as a worker gets them."""

import base64
from collections.abc import Iterator
from pathlib import Path

from autograder.course.folder import CourseError
from autograder.sandbox.warm_process import Files

MOST_BYTES = 16_000_000


def read_data_files(notebook: Path) -> Files:
    """Return the names and the contents, in base64, of all files beside a released notebook.

    Raises CourseError if they are too large to be given to every worker.
    """
    folder = notebook.parent
    paths = {path.relative_to(folder).as_posix(): path for path in data_paths(notebook)}
    size = sum(path.stat().st_size for path in paths.values())
    if size > MOST_BYTES:
        raise CourseError(
            f"The files beside {notebook} have {size} bytes; at most {MOST_BYTES} are given to "
            "students' code while it is graded. Make them smaller."
        )
    return tuple((name, in_base64(path)) for name, path in sorted(paths.items()))


def data_paths(notebook: Path) -> Iterator[Path]:
    """Yield the files of an assignment that are neither notebooks nor hidden."""
    for path in notebook.parent.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(notebook.parent).parts)
        if path.is_file() and not hidden and path.suffix != ".ipynb":
            yield path


def in_base64(path: Path) -> str:
    """Return the content of a file in base64."""
    return base64.b64encode(path.read_bytes()).decode("ascii")
