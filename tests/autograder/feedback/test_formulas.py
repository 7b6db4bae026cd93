"""Formulas on a page: drawn as MathML, whatever a text holds, and nothing else comes with them."""

import re

import pytest
from bs4 import BeautifulSoup

from autograder.exercises import load
from autograder.feedback.formulas import DRAWING, LONGEST, LOOKS
from autograder.feedback.written import UNSTYLED, as_html
from autograder.submissions.safe_markdown import TAGS
from autograder.submissions.template import PROSE, load_template
from autograder.texts import checkout

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


@pytest.mark.parametrize("markdown", ["`$x$` is code", r"\$5 or $6", "costs $5 and $6 more"])
def test_money_and_code_are_no_formulas(markdown):
    assert page(markdown).find("math") is None
    assert page(markdown).get_text().strip() == markdown.replace("`", "").replace("\\", "")


@pytest.mark.parametrize(
    "tex", [r"\begin{aligned}a&=b\\c&=d\end{aligned}", r"\begin{array}{c}a\\\hline b\end{array}"]
)
def test_formulas_of_several_lines_are_drawn(tex):
    assert page(f"$${tex}$$").find("mtable")


def test_lines_without_dollars_are_a_formula_too():
    assert page("\\begin{align}a&=b\\\\c&=d\\end{align}").find("mtable")


@pytest.mark.parametrize("tex", ["{", r"\frac", "{" * 1500, "x" * (LONGEST + 1)])
def test_what_is_no_formula_stays_as_it_was_written(tex):
    shown = page(f"${tex}$")
    assert shown.find("math") is None
    assert tex in shown.get_text()


@pytest.mark.parametrize(
    "tex",
    [
        r"\raise 20em{x}",
        r"\hspace{-50em}x",
        r"\hspace{90em}x",
        r"\hspace{far}x",
    ],
)
def test_a_formula_cannot_lie_over_other_words(tex):
    assert page(f"${tex}$").find("math") is None


@pytest.mark.parametrize(
    "markdown",
    [
        r"$\text{<script>alert(1)</script>}$",
        r"$\text{</math></p><img src=x onerror=alert(1)>}$",
        r"$\href{javascript:alert(1)}{x}$",
        r"$\style{background:url(https://example.org)}{x}$",
        r"$\class{card}{x}$ $\cssId{top}{x}$",
        r"$\require{action} \unicode{x}$ $\color{red}{x}$ $\mathchoice{a}{b}{c}{d}$",
        '$"><img src=x onerror=alert(1)>$',
        '![$x$](data:image/png;base64,AAAA) and ![$<b>$ "](data:image/png;base64,AAAA)',
        '[t](https://example.org "$x$ onmouseover=alert(1) $y$")',
        "[$x$](https://example.org/$y$)",
        "<details><summary>$a</summary>b$</details>",
        '<a href="https://example.org" title=\'$"x" onclick=alert(1)$\'>t</a>',
    ],
)
def test_a_formula_brings_nothing_but_what_draws(markdown):
    shown = page(markdown)
    for part in shown.find_all(True):
        drawing = part.name in DRAWING
        allowed = LOOKS | {"xmlns"} if drawing else {*UNSTYLED.get(part.name, ()), "rel"}
        assert drawing or part.name in TAGS
        assert part.attrs.keys() <= allowed | (
            {"class"} if part.get("class") == ["formula"] else set()
        )
    assert not shown.find_all(["script", "svg", "style"])
    assert all(one.parent.name != "a" or one.name != "img" for one in shown.find_all("img"))


def test_a_formula_in_the_words_for_a_picture_stays_tex():
    (picture,) = page("![the slope $w < 1$](data:image/png;base64,AAAA)").find_all("img")
    assert picture["alt"] == "the slope w < 1"


@pytest.mark.parametrize("signs", ["formula0n0e", "\ue000x\ue001", "&#xe000;x&#xe001;"])
def test_no_text_can_pretend_to_be_a_formula(signs):
    assert page(f"$a$ and {signs}").find_all("math")[1:] == []


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_formula_of_the_lessons_is_drawn(path):
    for cell in load_template(path, load()).of_kind(PROSE):
        shown = page(re.sub(r"`[^`]*`", "", cell.source)).get_text()
        assert not re.search(r"\\[a-z]|\$", shown), cell.id
