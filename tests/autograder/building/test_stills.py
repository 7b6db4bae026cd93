"""The stills of the student notebooks: drawn once, kept while their code is the same."""

import base64
import io
import json
from pathlib import Path

import nbformat
import numpy as np
import pytest
from click.testing import CliRunner
from PIL import Image

from autograder.building.draw_stills import drawn_stills
from autograder.building.reader import read_lessons
from autograder.building.stills import HINT, kept_stills
from autograder.building.widget_cells import widget_keys
from autograder.cli.build import command
from autograder.exercises import load
from autograder.lint.leaks import normal, secrets

ROOT = Path(__file__).parents[3]
NOTEBOOKS = ROOT / "lessons" / "en"
MEGABYTES = 2.0
LESSON = """\
# %% [markdown]
# # Title

# %% provided="imports"
from nnlib import widgets


def relu(z):
    return z * (z > 0)

# %% demo=true
widgets.softmax_widget()

# %% demo=true
widgets.activation_widget(relu)
"""


@pytest.fixture
def text(tmp_path):
    file = tmp_path / "solutions" / "01_title.py"
    file.parent.mkdir()
    file.write_text(LESSON, encoding="utf-8")
    return file


@pytest.fixture
def notebook(tmp_path):
    return tmp_path / "lessons" / "en" / "01_title.ipynb"


@pytest.fixture
def build(tmp_path, text):
    names = ("solutions", "lessons", "sealed")
    arguments = [part for name in names for part in (f"--{name}", str(tmp_path / name))]
    return lambda *more: CliRunner().invoke(command, [*arguments, *more])


@pytest.fixture(scope="module")
def lessons():
    return read_lessons(ROOT / "solutions", load())


def widget_outputs(file):
    cells = nbformat.read(file, as_version=4).cells
    return [cell.outputs for cell in cells if "_widget(" in cell.source]


def picture(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), dtype=float)


def test_each_widget_gets_a_picture_its_words_and_a_hint(build, notebook):
    assert build().exit_code == 0
    first, second = widget_outputs(notebook)
    for picture_shown, below in (first, second):
        words = picture_shown.metadata["image/png"]["alt"]
        png = base64.b64decode(picture_shown.data["image/png"])
        assert Image.open(io.BytesIO(png)).size == (720, 360)
        assert below.data["text/plain"] == f"{words}\n\n{HINT}"
    assert first[0].data["text/plain"].startswith("Softmax of three scores\n")
    assert "the relu gives a = 1" in second[0].data["text/plain"]
    nbformat.validate(nbformat.read(notebook, as_version=4))
    assert "widget-view" not in notebook.read_text(encoding="utf-8")  # its kernel is gone


def test_a_second_build_changes_nothing_and_the_check_agrees(build, notebook):
    build()
    before = notebook.read_bytes()
    assert "0 of 2 files written" in build().output
    assert notebook.read_bytes() == before
    assert build("--check").output == "2 files are current.\n"


def test_a_picture_of_another_matplotlib_is_current(build, notebook):
    build()
    buffer = io.BytesIO()
    Image.new("RGB", (720, 360), "white").save(buffer, "PNG")
    change_first_still(notebook, base64.b64encode(buffer.getvalue()).decode())
    assert build("--check").exit_code == 0


def test_a_broken_picture_is_noticed_and_drawn_again(build, notebook):
    build()
    before = notebook.read_bytes()
    change_first_still(notebook, base64.b64encode(b"\x89PNG\r\n\x1a\n no more").decode())
    assert "1 still pictures missing or old; run `autograder build`" in build("--check").output
    assert build().exit_code == 0
    assert notebook.read_bytes() == before


def change_first_still(notebook, picture):
    content = json.loads(notebook.read_text(encoding="utf-8"))
    first = next(cell for cell in content["cells"] if cell.get("outputs"))
    first["outputs"][0]["data"]["image/png"] = picture
    text = json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False)
    notebook.write_text(f"{text}\n", encoding="utf-8")


def test_a_widget_of_the_lessons_own_function_is_old_when_that_changes(build, notebook, text):
    build()
    of_softmax, of_relu = widget_outputs(notebook)
    text.write_text(LESSON.replace("z * (z > 0)", "2 * z * (z > 0)"), encoding="utf-8")
    assert "1 still pictures missing or old" in build("--check").output
    build()
    softmax_now, relu_now = widget_outputs(notebook)
    assert softmax_now == of_softmax
    assert relu_now != of_relu
    assert "the relu gives a = 2" in relu_now[0].data["text/plain"]


def test_anything_else_under_a_cell_is_a_change(build, notebook):
    build()
    content = nbformat.read(notebook, as_version=4)
    content.cells[1].outputs = [nbformat.v4.new_output("stream", text="left over")]
    nbformat.write(content, notebook)
    assert "changed; run `autograder build`" in build("--check").output


def test_a_lesson_that_cannot_be_drawn_is_named_without_a_traceback(build, text):
    text.write_text(LESSON.replace("softmax_widget()", "softmax_widget(1 / 0)"), encoding="utf-8")
    failed = build()
    assert failed.exit_code == 1
    assert "01_title.py: Its widgets could not be drawn (ZeroDivisionError" in failed.output
    assert "Traceback" not in failed.output


def test_the_notebooks_of_the_course_are_small():
    sizes = sum(file.stat().st_size for file in NOTEBOOKS.glob("*.ipynb"))
    assert sizes < MEGABYTES * 1e6


def test_no_still_says_in_words_what_a_student_must_find(lessons):
    for lesson in lessons:
        stills = kept_stills(NOTEBOOKS / f"{lesson.slug}.ipynb", widget_keys(lesson))
        shown = normal(" ".join(still.words for still in stills.values()))
        assert [what for what, secret in secrets(lesson) if secret in shown] == []


@pytest.mark.slow
def test_the_stills_of_the_course_are_what_its_widgets_show_now(lessons):
    differing = []
    for lesson in lessons:
        keys = widget_keys(lesson)
        kept = kept_stills(NOTEBOOKS / f"{lesson.slug}.ipynb", keys)
        for cell_id, still in drawn_stills(lesson, keys).items():
            old = kept[cell_id]
            distance = np.abs(picture(still.png) - picture(old.png)).mean()
            if still.words != old.words or distance > 4:  # of 255: fonts may differ a little
                differing.append((lesson.slug, cell_id, distance))
    assert differing == [], "delete these cells' outputs and run `autograder build`"
