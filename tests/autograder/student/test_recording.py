"""A question that is only recorded: the check tells whether it can be an answer, and no more."""

import itertools
import json

import numpy as np
import pytest

from autograder.building.notebooks import notebook_text, student_notebook
from autograder.building.reader import read_lesson
from autograder.building.sealing import sealed_answers, sealed_text
from autograder.course.files import write_whole
from autograder.course.lessons import lessons_of
from autograder.exercises import load
from autograder.judging.questions import read_sealed
from autograder.lint.recorded import answers_in
from autograder.student import catalog as catalog_module
from autograder.student.catalog import catalog
from autograder.student.checking import checked, record
from autograder.student.rendering import card_html, card_text
from autograder.student.solutions import solution_card
from tests.autograder.conftest import TEXT

CHOICE = "neuron.output_activation"
NUMBER = """
# %% [markdown] question="neuron.half_of_it" covers="N11" points=2 decimals=2
# What is half of 2.5?
#
# - [x] 1.25
#   > Right: two of them make 2.5.
# - [ ] 5
#   > That is the double of it.
# - [ ] 2
#   > You cut the fraction off before halving.
"""


@pytest.fixture(scope="module")
def lesson():
    return read_lesson(TEXT + NUMBER, "01_neuron", load())


def calls(notebook):
    """Return the check cells of questions."""
    return {cell.id: cell.source for cell in notebook.cells if "check(" in cell.source}


def told(item_id, form, value):
    card, score = record(item_id, form, {item_id.partition(".")[2]: value})
    assert score is None
    return card_text(card), card_html(card)


def test_only_checks_of_questions_are_other_ones(lesson):
    answered, recorded = (student_notebook(lesson, recorded=which) for which in (False, True))
    changed = {
        cell.source: other.source
        for cell, other in zip(answered.cells, recorded.cells, strict=True)
        if cell.source != other.source
    }
    assert changed == {
        f'check("{CHOICE}")': f'check("{CHOICE}", recorded="ab")',
        'check("neuron.half_of_it")': 'check("neuron.half_of_it", recorded="number")',
    }
    assert 'check("neuron.relu")' in calls(recorded).values()


def test_trying_every_option_tells_nothing():
    letters = "abcd"
    shown = {letter: told(CHOICE, letters, letter) for letter in letters}
    for one, other in itertools.pairwise(letters):
        assert shown[one] == tuple(
            text.replace(f"&#x27;{other}&#x27;", f"&#x27;{one}&#x27;").replace(
                f"`'{other}'`", f"`'{one}'`"
            )
            for text in shown[other]
        )
    assert shown["a"][0].startswith(f"● Recorded: {CHOICE}\nYour answer is `'a'`.")


@pytest.mark.parametrize("number", [1.25, 5, -3.5, np.float64(2.5), np.array(7)])
def test_a_number_is_recorded_whichever_it_is(number):
    text, _ = told("neuron.half_of_it", "number", number)
    assert text.startswith("● Recorded")
    assert f"`{number}`" in text


@pytest.mark.parametrize(
    ("form", "value", "said"),
    [
        ("abc", ..., "○ Still to do"),
        ("abc", None, "○ Still to do"),
        ("abc", "d", "The letters of this question are a, b, c."),
        ("abc", 1, "The answer is one letter in quotation marks"),
        ("number", "b", "The answer is one plain number"),
        ("number", [1, 2], "The answer is one plain number"),
        ("number", float("nan"), "no finite number"),
    ],
)
def test_what_can_be_no_answer_is_told_by_its_form(form, value, said):
    text, _ = told("neuron.some_question", form, value)
    assert said in text
    assert "Recorded" not in text


def test_a_long_or_marked_answer_does_not_spoil_the_card():
    text, html = told("neuron.some_question", "number", 10**300)
    assert "…" in text
    assert "<script>" not in told("neuron.some_question", "abc", "<script>")[1] + html


def test_a_question_without_answers_in_the_package_is_recorded_too(lesson, monkeypatch):
    questions = {one.id: one for one in read_sealed(sealed_text(lesson, recorded=True))}
    monkeypatch.setattr(catalog_module, "load_questions", lambda: questions)
    for letter in "ab":
        card, score = checked(CHOICE, {"output_activation": letter})
        assert (card.style.word, score) == ("Recorded", None)
    assert "nothing here tells more" in card_text(solution_card(CHOICE, {}))


@pytest.mark.parametrize(("letter", "points"), [("a", 0), ("b", 1)])
def test_plain_nbgrader_judges_by_the_answers_in_the_courses_folder(
    lesson, letter, points, tmp_path, monkeypatch
):
    write_whole(tmp_path / "course.toml", "")
    write_whole(tmp_path / "teacher" / "01_neuron.json", sealed_text(lesson))
    (tmp_path / "submitted" / "ann" / "01_neuron").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "submitted" / "ann" / "01_neuron")
    monkeypatch.setattr(catalog_module, "load_questions", dict)
    assert CHOICE not in catalog()
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    _, score = checked(CHOICE, {"output_activation": letter})
    assert score == points


def test_a_recorded_release_of_every_lesson_holds_no_answer(tmp_path):
    lessons = lessons_of(None)
    for lesson in lessons:
        notebook = notebook_text(student_notebook(lesson, recorded=True))
        write_whole(tmp_path / f"{lesson.slug}.ipynb", notebook)
        write_whole(tmp_path / f"{lesson.slug}.json", sealed_text(lesson, recorded=True))
    assert list(answers_in(tmp_path, lessons)) == []


HOLDING = {
    "a check that judges": ("a.ipynb", lambda one: notebook_text(student_notebook(one))),
    "sealed answers": ("a.json", sealed_text),
    "a tag alone": ("a.txt", lambda one: sealed_answers(one.questions[0])[0]["tag"]),
    "a sentence": ("a.md", lambda one: f"He said: {one.questions[0].options[1].sentence}\n"),
    "a sentence in JSON": ("a.json", lambda one: json.dumps(one.questions[0].options[0].sentence)),
    "the right letter": ("a.py", lambda one: 'x = 1\noutput_activation = "b"\n'),
    "the right letter in a cell": ("a.ipynb", lambda one: json.dumps('output_activation = "b"')),
    "the right number": ("a.py", lambda one: "half_of_it = 1.25"),
}


@pytest.mark.parametrize(("name", "text"), HOLDING.values(), ids=HOLDING.keys())
def test_every_way_to_hold_an_answer_is_found(lesson, name, text, tmp_path):
    write_whole(tmp_path / "deep" / name, text(lesson))
    assert [failure.where for failure in answers_in(tmp_path, [lesson])]


def test_an_empty_folder_is_no_proof(lesson, tmp_path):
    (failure,) = answers_in(tmp_path, [lesson])
    assert "There is no file here." in str(failure)
