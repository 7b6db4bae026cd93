"""What an instructor does without what only Unix has: all but grading, which says what to do."""

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.building.notebooks import notebook_text, solved_notebook
from autograder.course.lessons import lessons_of

COMMAND = ("-c", "from autograder.cli import main; main()")

pytestmark = pytest.mark.slow


@pytest.fixture
def autograder(run):
    """Return what runs a command and gives its words; it must go well."""

    def autograder(*words, fails=False):
        code, said = run(*COMMAND, *words, env={"PYTHONIOENCODING": "cp1252"})
        assert (code != 0) == fails, said
        assert "Traceback" not in said
        return " ".join(said.split())

    return autograder


@pytest.fixture
def texts(tmp_path):
    """Return a folder with the text of one lesson."""
    source = next(lesson for lesson in lessons_of(None) if lesson.slug == "00_start")
    folder = tmp_path / "texts"
    folder.mkdir()
    root = Path(__file__).parents[2]
    shutil.copyfile(root / "solutions" / "00_start.py", folder / "00_start.py")
    return folder, notebook_text(solved_notebook(source))


def test_a_course_is_made_and_collected_and_grading_says_what_to_do(autograder, texts, tmp_path):
    folder, solved = texts
    autograder("course", "new", "autumn", "--solutions", folder)
    with zipfile.ZipFile(tmp_path / "moodle.zip", "w") as archive:
        archive.writestr("Ann Lee_7_assignsubmission_file_/00_start.ipynb", solved)
        archive.writestr("Con_8_assignsubmission_file_/00_start.ipynb", solved)
    autograder("collect", "autumn", "moodle.zip", "--add-students")
    handed_in = sorted(path.name for path in (tmp_path / "autumn" / "submitted").iterdir())
    assert handed_in == ["ann-lee", "con-"]
    assert "ann-lee" in autograder("course", "status", "autumn")
    if sys.platform != "darwin":  # which can fork
        assert "can't be graded on Windows" in autograder("grade", "autumn", fails=True)
    autograder("report", "autumn")
    assert (tmp_path / "autumn" / "report.html").is_file()
