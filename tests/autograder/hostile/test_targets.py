"""Every attack on our own code is aimed at code that exists, under the name that it has now."""

import json

import pytest

from autograder.building.notebooks import student_notebook
from autograder.building.reader import read_lesson
from autograder.exercises import load
from tests.autograder.examining.test_borrowed_answers import WAYS
from tests.autograder.hostile.attack import LESSON, Scene
from tests.autograder.hostile.attacks import patched, protocol, reference, transformers
from tests.autograder.hostile.classroom import TEXT
from tests.autograder.hostile.targets import missing_targets

ATTACKS = (*patched.ATTACKS, *protocol.ATTACKS, *reference.ATTACKS, *transformers.ATTACKS)


@pytest.fixture(scope="module")
def scene():
    given = json.loads(json.dumps(student_notebook(read_lesson(TEXT, LESSON, load()))))
    return Scene(given, {"mark": "mark"})


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: f"{attack.kind}: {attack.name}")
def test_what_an_attack_forges_is_there(attack, scene, tmp_path):
    attack.build(tmp_path, scene)
    (notebook,) = (json.loads(path.read_text()) for path in tmp_path.glob("*.ipynb"))
    sources = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [name for source in sources for name in missing_targets(source)] == []


@pytest.mark.parametrize("way", WAYS)
def test_what_a_borrower_names_is_there(way):
    assert missing_targets(WAYS[way]) == []


def test_a_name_that_is_gone_is_noticed():
    gone = "from autograder.judging import observe, nothing\nobserve.nobody = 1"
    wanted = ["autograder.judging.nothing", "autograder.judging.observe.nobody"]
    assert missing_targets(gone) == wanted
    assert missing_targets("import nnlib.gone\nimport numpy.gone") == ["nnlib.gone"]
