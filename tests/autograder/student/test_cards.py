"""Cards word for word, and what every card keeps to."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest

from autograder.exercises import Case, Exercise, Misconception
from autograder.judging import Finding, Verdict, earned, judge
from autograder.student.card import (
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    RED,
    Card,
    CardStyle,
    CodeBlock,
    LabelledRows,
    Paragraph,
    PartResults,
    ProgressBar,
)
from autograder.student.rendering import card_html, card_text, code_html
from autograder.student.verdict_card import verdict_card


def double(x):
    """The reference."""
    return 2 * np.asarray(x)


DOUBLE = Exercise(
    id="made_up.double",
    lesson="00_made_up",
    points=3,
    covers=(),
    reference=double,
    cases=lambda rng: [
        Case((np.array([1.5, 2.0]),), working="2·1.5 = 3, 2·2 = 4"),
        Case((np.array([1, 2, 3]),), "integers"),
        Case((np.array([[0.5], [-1.0]]),), "a column"),
    ],
    misconceptions=(Misconception("square", "You square x. Twice x is x + x.", lambda x: x**2),),
    hints=("How often is x counted?", "`x + x`"),
)
BAR = ProgressBar(7, 12, "7 of 12 in this lesson · 9 of 31 in the course")


def card(answer, hints_shown=0):
    verdict = judge(DOUBLE, answer, seed=0)
    return verdict_card(DOUBLE, verdict, earned(verdict, DOUBLE.points), hints_shown, BAR)


def test_the_card_of_a_named_belief():
    assert card_text(card(lambda x: x**2)) == (
        "✗ Not right yet: made_up.double · 0 of 3 points\n"
        "What this answer seems to do: You square x. Twice x is x + x.\n"
        "  Called    double(x=np.array([1.5, 2.0]))\n"
        "  It gave   [2.25, 4.0]\n"
        "  Expected  [3.0, 4.0]\n"
        "  Because   2·1.5 = 3, 2·2 = 4\n"
        "Parts: ✗ worked example  ✗ integers  ✗ a column\n"
        'Hints left: 2 of 2. `hint("made_up.double")` shows the next one.\n'
        "[###########.........] 7 of 12 in this lesson · 9 of 31 in the course"
    )


def test_the_card_of_a_partly_right_answer():
    assert card_text(card(lambda x: x + x if x.ndim == 1 else x, hints_shown=2)) == (
        "◐ Partly right: made_up.double · 1.5 of 3 points\n"
        "  Called    double(x=np.array([[0.5], [-1.0]]))\n"
        "  It gave   [[0.5], [-1.0]]\n"
        "  Expected  [[1.0], [-2.0]]\n"
        "The kind and shape are right, the values are not. Work this call out by hand and compare "
        "step by step.\n"
        "Parts: ✓ worked example  ✓ integers  ✗ a column\n"
        'All 2 hints are shown; `hint("made_up.double")` repeats them, and '
        '`solution("made_up.double")` shows one way to do it.\n'
        "[###########.........] 7 of 12 in this lesson · 9 of 31 in the course"
    )


def test_the_card_of_a_right_answer():
    assert card_text(card(lambda x: x + x)) == (
        "✓ Right: made_up.double · 3 of 3 points\n"
        "Well done: `double` gives what it should on every case.\n"
        "[###########.........] 7 of 12 in this lesson · 9 of 31 in the course"
    )


def test_a_belief_whose_numbers_are_right_says_why_it_earns_half():
    in_place = Misconception("in_place", "You wrote into x.", lambda x: (2 * x, x.fill(0))[0])
    exercise = replace(DOUBLE, misconceptions=(in_place,))
    verdict = judge(exercise, in_place.answer, seed=0)
    text = card_text(verdict_card(exercise, verdict, 1.5, 0, BAR))
    assert "What this answer seems to do: You wrote into x." in text
    assert "they earn half of the points." in text


def test_the_card_of_our_own_fault_says_how_to_report_it():
    verdict = Verdict(None, 0.0, "could_not_judge", finding=Finding("Our fault."))
    shown = verdict_card(DOUBLE, verdict, 3, 0, BAR, note="A note.")
    assert card_text(shown) == (
        "? Could not be judged: made_up.double · 3 of 3 points\n"
        "Our fault.\n"
        "Send this card and your cell to your teacher or to the course's authors. Until it is "
        "mended, this exercise is not counted against you.\n"
        "A note.\n"
        "[###########.........] 7 of 12 in this lesson · 9 of 31 in the course"
    )


EVIL = "<script>alert('x')</script> & \"quoted\" `<b>`"
EVIL_CARD = Card(
    CardStyle("<", EVIL, "#000000"),
    EVIL,
    EVIL,
    (
        Paragraph(EVIL, EVIL),
        LabelledRows(((EVIL, EVIL),)),
        PartResults(EVIL, ((EVIL, True),)),
        ProgressBar(1, 2, EVIL),
        CodeBlock(f"x = {EVIL!r}"),
    ),
)


class Outline(HTMLParser):
    """Collects tags, attributes and text of a page."""

    def __init__(self, page):
        super().__init__()
        self.opened, self.closed, self.attributes, self.text = [], [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.opened.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag):
        self.closed.append(tag)

    def handle_data(self, data):
        self.text += data


def test_everything_is_escaped_and_still_read():
    # word, title, aside: 3; sentence, row and parts, two each: 6; bar: 1
    outline = Outline(card_html(EVIL_CARD))
    assert "script" not in outline.opened
    assert outline.text.count("<script>alert('x')</script> & \"quoted\"") == 10


def test_a_card_needs_no_script_no_class_and_no_other_file():
    outline = Outline(card_html(EVIL_CARD))
    assert set(outline.opened) <= {"div", "span", "b", "code", "pre", "br"}
    assert {name for name, _ in outline.attributes} <= {"style", "role", "aria-label"}


def test_every_element_is_closed():
    outline = Outline(card_html(EVIL_CARD))
    assert sorted(outline.closed) == sorted(tag for tag in outline.opened if tag != "br")


def test_html_and_text_say_the_same_words():
    shown = card(lambda x: x**2)
    plain = re.sub(r"[`\s:]|\[[#.]+\]", "", card_text(shown))
    page = re.sub(r"[`\s:·]", "", Outline(card_html(shown)).text)
    assert sorted(page) == sorted(plain.replace("·", ""))


def luminance(color):
    shares = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("color", [GREEN, ORANGE, RED, GREY, PURPLE, BLUE])
def test_white_words_can_be_read_on_every_colour(color):
    # WCAG 2 contrast of white on the colour: (1 + 0.05) / (L + 0.05), at least 4.5
    assert 1.05 / (luminance(color) + 0.05) >= 4.5


def test_backticks_become_code():
    assert ">a += b</code>" in card_html(
        Card(CardStyle("✓", "Right", GREEN), "", "", (Paragraph("`a += b`"),))
    )


def test_code_is_coloured_on_a_background_of_its_own():
    page = code_html("def f(x):\n    return x < 2\n")
    assert "<span style=" in page
    assert "background:#f7f7f7" in page
    assert "&lt;" in page


def test_an_empty_course_has_an_empty_bar():
    empty = Card(CardStyle("▸", "Progress", BLUE), "", "", (ProgressBar(0, 0, "0 of 0"),))
    assert card_text(empty) == "▸ Progress\n[....................] 0 of 0"
    assert "width:0.0%" in card_html(empty)
