"""A teacher reads what a question asked and what was answered, not their ids."""

import re

import pytest

from autograder.building.notebooks import student_notebook
from autograder.course.lessons import lessons_of
from autograder.exercises import load
from autograder.report.asked import LONGEST, Asked, asked_in, read_prompt
from autograder.submissions.template import QUESTION, read_template

LESSONS = {lesson.slug: lesson for lesson in lessons_of(None)}


@pytest.mark.parametrize("slug", LESSONS)
def test_every_question_of_the_course_has_words_and_so_has_each_option(slug):
    template = read_template(student_notebook(LESSONS[slug]), load())
    asked = asked_in(template)
    assert set(asked) == {cell.item for cell in template.of_kind(QUESTION)}
    for question in LESSONS[slug].questions:
        words = asked[question.id]
        letters = [option.answer for option in question.options] if words.options else []
        assert list(words.options) == letters
        for text in (words.question, *words.options.values()):
            assert 0 < len(text) <= LONGEST + 2
            assert "$" not in text
            assert text.count("`") % 2 == 0


def test_an_option_is_named_by_its_letter_and_its_words():
    asked = read_prompt("The axis is gone. What do you do?\n\n- a) run\n- b) cut at `b`\n  and run")
    assert asked.question == "The axis is gone. What do you do?"
    assert asked.answer("option_b") == "b) cut at `b` and run"
    assert asked.answer("option_z") == "option z"


def test_a_number_is_named_as_it_was_answered():
    asked = read_prompt("The weights are 2 and 3.\n\nWork out z. Round to 1 decimal.")
    assert (asked.question, asked.answer("answer_7.0")) == (
        "Work out z. Round to 1 decimal.",
        "7.0",
    )


def test_a_long_prompt_is_told_by_its_end():
    asked = read_prompt(f"{'It goes on and on. ' * 9}What is left?")
    assert asked.question.endswith("It goes on and on. What is left?")
    assert len(asked.question) <= LONGEST
    assert re.fullmatch(r"(one )+…", read_prompt("one " * 99).question)


def test_what_is_not_given_out_any_more_keeps_the_words_of_its_id():
    assert Asked().answer("forgot_bias") == "forgot bias"
