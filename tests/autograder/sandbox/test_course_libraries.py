"""A course's own libraries in a worker: loaded before the fork, readable, and nothing beside."""

import pytest

from autograder.course.libraries import FOLDER
from autograder.sandbox.levels import FULL, LIMITS, RESTRICTED
from autograder.sandbox.limits import Limits
from autograder.sandbox.session import Session
from tests.autograder.sandbox.starting import started

PATIENT = Limits(cell_seconds=60, exercise_seconds=60)


@pytest.fixture
def course(tmp_path):
    """A course folder with a library of two modules, one of which shadows NumPy's name."""
    tmp_path.chmod(0o755)
    (tmp_path / "course.toml").write_text("seed = 42", encoding="utf-8")
    folder = tmp_path / FOLDER
    for name, text in {"toy": "import os\nLOADED_BY = os.getpid()", "numpy": "SHADOW = 1"}.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text(text, encoding="utf-8")
    (folder / "toy" / "later.py").write_text("ANSWER = 42", encoding="utf-8")
    return tmp_path


@pytest.fixture(params=[LIMITS, RESTRICTED, FULL])
def warm(course, request):
    modules = ["toy", "not_there"]
    with started(request.param, libraries=str(course / FOLDER), modules=modules) as process:
        yield process


def test_a_notebook_imports_what_the_course_allows(course, warm):
    source = (
        "import os, toy, toy.later, numpy\n"
        "answer, before = toy.later.ANSWER, toy.LOADED_BY != os.getpid()\n"
        "shadowed = hasattr(numpy, 'SHADOW')"
    )
    with Session(warm, PATIENT) as session:
        assert session.run(source).error is None
        found = [session.fetch(name).value for name in ("answer", "before", "shadowed")]
        assert found == [42, True, False]
        if warm.level == LIMITS:
            return
        changed = session.run(f"open({str(course / FOLDER / 'toy' / 'later.py')!r}, 'w')")
        assert changed.error.type_name in ("PermissionError", "OSError")
        read = session.run(f"open({str(course / 'course.toml')!r})")
        assert read.error.type_name in ("PermissionError", "FileNotFoundError")
