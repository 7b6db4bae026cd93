"""Data files of an assignment reach the code that is graded, and nothing else does."""

import base64

import pytest

from autograder.course.folder import CourseError
from autograder.submissions import data_files as beside
from autograder.submissions.data_files import read_data_files


@pytest.fixture
def released(tmp_path):
    for name in ("01.ipynb", "points.csv", "more/names.txt", ".ipynb_checkpoints/01.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"in {name}", encoding="utf-8")
    return tmp_path / "01.ipynb"


def test_files_are_named_as_they_lie_beside_the_notebook(released):
    files = {name: base64.b64decode(text) for name, text in read_data_files(released)}
    assert files == {"more/names.txt": b"in more/names.txt", "points.csv": b"in points.csv"}


def test_too_large_files_are_refused_in_words(released, monkeypatch):
    monkeypatch.setattr(beside, "MOST_BYTES", 10)
    with pytest.raises(CourseError, match="at most 10 are given"):
        read_data_files(released)
