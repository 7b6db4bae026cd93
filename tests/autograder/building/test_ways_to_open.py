"""The line in a lesson's head that opens it elsewhere."""

import json

import pytest

from autograder.building import files as building
from autograder.building.files import built_files
from autograder.building.ways_to_open import WAYS_ID
from autograder.public_address import PublicAddress
from autograder.submissions.as_given_out import BADGE
from autograder.texts import notebooks

REAL = PublicAddress.of("https://github.com/ann/neuron-to-network")
PLACEHOLDER = PublicAddress.of("https://github.com/OWNER/neuron-to-network")


@pytest.fixture
def cells(lesson, tmp_path, monkeypatch):
    """Build the small lesson as if the project were at an address; return its cells by id."""

    def cells(address, folder):
        monkeypatch.setattr(building, "public_address", lambda: address)
        built = built_files([lesson], folder, tmp_path / "sealed", draw=False)
        notebook = json.loads(built[folder / "en" / "01_neuron.ipynb"])
        return {cell["id"]: cell for cell in notebook["cells"]}

    return cells


def test_a_public_lesson_links_to_itself_below_its_title(cells):
    made = cells(REAL, notebooks())
    assert list(made)[1] == WAYS_ID
    text = "".join(made[WAYS_ID]["source"])
    lesson = "ann/neuron-to-network/blob/main/lessons/en/01_neuron.ipynb"
    assert f"https://colab.research.google.com/github/{lesson}" in text
    assert (
        "https://ann.github.io/neuron-to-network/lite/lab/index.html?path=01_neuron.ipynb" in text
    )
    assert "https://mybinder.org/v2/gh/ann/neuron-to-network/main?urlpath=lab/tree/" in text


def test_while_there_is_only_a_placeholder_nothing_is_promised(cells):
    assert WAYS_ID not in cells(PLACEHOLDER, notebooks())


def test_lessons_that_a_teacher_builds_for_a_course_link_nowhere(cells, tmp_path):
    assert WAYS_ID not in cells(REAL, tmp_path / "lessons")


def test_no_other_cell_changes_its_id(cells):
    plain, linked = cells(PLACEHOLDER, notebooks()), cells(REAL, notebooks())
    assert [id for id in linked if id != WAYS_ID] == list(plain)


def test_a_copy_as_it_was_given_out_is_still_known_by_it(cells):
    text = "".join(cells(REAL, notebooks())[WAYS_ID]["source"])
    assert BADGE in text
    assert len(text) < 1000
    assert "![" not in text  # a notebook loads nothing from elsewhere
