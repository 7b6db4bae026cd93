import json

import pytest
from click.testing import CliRunner

from autograder.building.files import built_files, stale_files, write_files
from autograder.building.rubrics import rubrics
from autograder.building.sealing import sealed_text
from autograder.cli.build import command
from autograder.judging.questions import judge_question, read_sealed

LESSON = """\
# %% [markdown]
# # Title

# %% [markdown] question="neuron.why" points=1
# Why?
#
# - [x] a) because
#   > Right: it must.
# - [ ] b) never
#   > It does happen.
"""


@pytest.fixture
def build(tmp_path):
    solutions = tmp_path / "solutions"
    solutions.mkdir()
    (solutions / "01_title.py").write_text(LESSON, encoding="utf-8")
    folders = {
        "--solutions": solutions,
        "--lessons": tmp_path / "lessons",
        "--sealed": tmp_path / "sealed",
    }
    arguments = [str(part) for pair in folders.items() for part in pair]
    return lambda *more: CliRunner().invoke(command, [*arguments, *more])


def test_each_lesson_gives_a_notebook_and_a_file_of_sealed_questions(lesson, tmp_path):
    files = built_files([lesson], tmp_path / "lessons", tmp_path / "sealed")
    assert sorted(file.relative_to(tmp_path).as_posix() for file in files) == [
        "lessons/en/01_neuron.ipynb",
        "sealed/01_neuron.json",
    ]


def test_only_files_whose_text_changed_are_written(lesson, tmp_path):
    files = built_files([lesson], tmp_path / "lessons", tmp_path / "sealed")
    assert len(write_files(files)) == 2
    assert write_files(files) == []
    (tmp_path / "sealed" / "01_neuron.json").write_text("{}")
    assert [file.name for file in write_files(files)] == ["01_neuron.json"]


def test_a_checkout_with_the_line_ends_of_windows_is_current(lesson, tmp_path):
    files = built_files([lesson], tmp_path / "lessons", tmp_path / "sealed")
    for file in write_files(files):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert stale_files(files, tmp_path / "lessons", tmp_path / "sealed") == []


def test_missing_changed_and_left_over_files_are_told_apart(lesson, tmp_path):
    notebooks, sealed = tmp_path / "lessons", tmp_path / "sealed"
    files = built_files([lesson], notebooks, sealed)
    write_files(files)
    (notebooks / "en" / "01_neuron.ipynb").unlink()
    (notebooks / "en" / "00_old.ipynb").write_text("{}")
    (sealed / "01_neuron.json").write_text("{}")
    stale = {one.file.name: one.why for one in stale_files(files, notebooks, sealed)}
    assert stale == {
        "01_neuron.ipynb": "missing",
        "01_neuron.json": "changed",
        "00_old.ipynb": "left over",
    }


def test_the_sealed_file_gives_back_questions_that_can_be_judged(lesson):
    choice, number = read_sealed(sealed_text(lesson))
    assert (choice.id, choice.lesson) == ("neuron.output_activation", "01_neuron")
    assert choice.options == ("ReLU", "softmax", "identity")
    assert judge_question(choice, "b").passed
    assert judge_question(number, 1.25).passed
    assert judge_question(number, 2.5).message == "That is the sum; divide it by 2."


def test_the_sealed_file_shows_neither_sentence_nor_which_option_is_right(lesson):
    text = sealed_text(lesson)
    sentences = [option.sentence for cell in lesson.questions for option in cell.options]
    assert not [sentence for sentence in sentences if sentence in text]
    for question in json.loads(text)["questions"]:
        tags = [entry["tag"] for entry in question["sealed"]]
        assert tags == sorted(tags)
        assert len({len(entry["hidden"]) for entry in question["sealed"]}) == 1
        assert set(question["sealed"][0]) == {"tag", "hidden"}


def test_the_sealed_file_is_the_same_each_time(lesson):
    assert sealed_text(lesson) == sealed_text(lesson)


def test_the_rubrics_hold_what_the_teacher_needs(lesson):
    text = rubrics(lesson)
    assert "### neuron.compare (2 points)" in text
    assert "#### Rubric\n\n- 1 point: both learn.\n- 1 point: numbers" in text
    assert "### neuron.count (1.5 points)" in text
    assert "> b) softmax\n>\n> Right: they sum to 1." in text


def test_after_a_build_the_check_finds_everything_current(build):
    assert build().exit_code == 0
    checked = build("--check")
    assert (checked.exit_code, checked.output) == (0, "2 files are current.\n")


def test_the_check_fails_where_nothing_was_built_and_writes_nothing(build, tmp_path):
    checked = build("--check")
    assert checked.exit_code == 1
    assert "missing; run `autograder build`" in checked.output
    assert not (tmp_path / "lessons").exists()


def test_a_notebook_without_a_lesson_is_named_and_kept(build, tmp_path):
    build()
    old = tmp_path / "lessons" / "en" / "00_old.ipynb"
    old.write_text("{}")
    assert "left over; delete it" in build("--check").output
    assert build().exit_code == 1
    assert old.exists()


def test_a_mistake_in_the_text_is_one_line_without_traceback(build, tmp_path):
    (tmp_path / "solutions" / "01_title.py").write_text(LESSON.replace("[x]", "[ ]"))
    failed = build()
    assert failed.exit_code == 1
    assert "01_title.py, line 4" in failed.output
    assert "Mark exactly one." in failed.output
    assert "Traceback" not in failed.output
