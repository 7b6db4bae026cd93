"""What a grade rests on, as one hash: where it is the same, the grade is the same.

It covers the file that was handed in, everything that was given out, the course's settings and
rubrics, the limits, and the code and the libraries that decide.
"""

import json
import platform
from importlib.metadata import version
from pathlib import Path

import autograder
import nnlib
from autograder.course.files import digest
from autograder.course.folder import Course
from autograder.course.submitted import Submission
from autograder.gradebook.rubric_cells import rubrics_of
from autograder.sandbox.limits import Limits
from autograder.submissions.reading import read_content


def code_digest() -> str:
    """Return a hash of both packages, of Python and of NumPy; take it once in a run."""
    packages = [Path(package.__path__[0]) for package in (autograder, nnlib)]
    versions = f"Python {platform.python_version()}, NumPy {version('numpy')}"
    return digest(versions.encode(), *(folder_digest(one).encode() for one in packages))


def folder_digest(folder: Path) -> str:
    """Return a hash of the names and contents of all files below a folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not passing(path))
    parts = [(path.relative_to(folder).as_posix().encode(), path.read_bytes()) for path in files]
    return digest(*(part for pair in parts for part in pair))


def passing(path: Path) -> bool:
    """Tell what programs leave beside files, such as compiled code and editors' copies."""
    return path.name.startswith(".") or path.parent.name in ("__pycache__", ".ipynb_checkpoints")


def basis_digest(course: Course, assignment: str, limits: Limits, code: str) -> str:
    """Return a hash of what all grades of one assignment rest on; `code` is `code_digest()`."""
    rubrics = rubrics_of(course, assignment)
    settings = [course.seed, course.show_hidden_cases, rubrics, limits.to_plain()]
    given_out = folder_digest(course.release(assignment).parent)
    return digest(code.encode(), given_out.encode(), json.dumps(settings, sort_keys=True).encode())


def fingerprint(basis: str, submission: Submission) -> str:
    """Return the hash of all that one grade rests on; empty where the file can't be read."""
    if submission.notebook is None:
        return digest(basis.encode(), submission.note.encode())
    try:
        content = read_content(submission.notebook)
    except OSError:
        return ""
    return digest(basis.encode(), submission.note.encode(), content)
