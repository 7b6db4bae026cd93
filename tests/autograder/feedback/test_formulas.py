"""Formulas on a page: drawn as MathML, whatever a text holds, and nothing else comes with them."""

import re

import pytest
from bs4 import BeautifulSoup

from autograder.cli.lessons import checkout
from autograder.exercises import load
from autograder.feedback.formulas import BLOCK, DRAWING, INLINE, LONGEST, LOOKS
from autograder.feedback.written import as_html
from autograder.grading.submission import template_of
from autograder.grading.template import PROSE

LESSONS = sorted((checkout() / "lessons" / "en").glob("*.ipynb"))


def page(markdown):
    return BeautifulSoup(str(as_html(markdown, {})), "html.parser")


def test_a_formula_is_drawn_where_it_stands():
    (formula,) = page(r"The slope $\partial f/\partial w_1$ at 3").find_all("math")
    assert formula["display"] == "inline"
    assert formula.get_text() == "∂f/∂w1"
    assert formula.find("msub").get_text() == "w1"


def test_a_formula_of_its_own_line_is_a_block_that_a_phone_can_scroll():
    (block,) = page("before\n\n$$\\frac{a}{b}$$\n\nafter").select(".formula")
    assert block.math["display"] == "block"
    assert [one.get_text() for one in block.mfrac.find_all("mi")] == ["a", "b"]


def test_signs_of_html_in_a_formula_are_letters():
    assert page("whether $a<b$ & $b>c$").get_text().strip() == "whether a<b & b>c"


def test_money_and_code_are_no_formulas():
    assert page("`$x$` is code, and \\$5 is money").find("math") is None


@pytest.mark.parametrize("tex", ["{", r"\frac", "{" * 1500, "x" * (LONGEST + 1)])
def test_what_is_no_formula_stays_as_it_was_written(tex):
    shown = page(f"${tex}$")
    assert shown.find("math") is None
    assert tex in shown.get_text()


@pytest.mark.parametrize(
    "markdown",
    [
        r"$\text{<script>alert(1)</script>}$",
        r"$\href{javascript:alert(1)}{x}$",
        r"$\style{background:url(https://example.org)}{x}$",
        r"$\class{card}{x}$ $\cssId{top}{x}$",
        r"$\require{action} \unicode{x}$ $\color{red}{x}$ $\mathchoice{a}{b}{c}{d}$",
        '$"><img src=x onerror=alert(1)>$',
        f"`{INLINE[0]}<img src=x onerror=alert(1)>{INLINE[1]}`",
        f"{BLOCK[0]}\\text{{<svg onload=alert(1)>}}{BLOCK[1]}",
    ],
)
def test_a_formula_brings_nothing_but_what_draws(markdown):
    shown = page(markdown)
    for formula in shown.find_all("math"):
        for part in (formula, *formula.find_all(True)):
            assert part.name in DRAWING
            assert part.attrs.keys() - {"xmlns"} <= LOOKS
    assert not shown.find_all(["script", "img", "svg", "a", "style"])


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_formula_of_the_lessons_is_drawn(path):
    for cell in template_of(path, load()).of_kind(PROSE):
        shown = page(re.sub(r"`[^`]*`", "", cell.source)).get_text()
        assert not re.search(r"\\[a-z]|\$", shown), cell.id
