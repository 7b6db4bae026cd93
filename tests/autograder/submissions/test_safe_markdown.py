"""What a student wrote, as nbconvert renders it for graders."""

import re
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import strip_files_prefix

from autograder.submissions.safe_markdown import (
    MAX_RENDERED_IN_ALL,
    MarkdownSanitizer,
    preformatted,
    safe_markdown,
)
from tests.autograder.grading.attacks import ATTACKS, HONEST, HONEST_HTML

LESSONS = sorted((Path(__file__).parents[3] / "lessons" / "en").glob("*.ipynb"))
PICTURES = {"loss.png": {"image/png": "iVBORw0KGgo="}, "empty.png": {}}
TAKEN = ("neuron-compare",)
HARMLESS = {
    *(
        "a",
        "b",
        "blockquote",
        "br",
        "code",
        "del",
        "details",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
    ),
    *("hr", "i", "img", "input", "kbd", "li", "ol", "p", "pre", "span", "strong", "sub", "summary"),
    *("sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
VALUES = {
    "href": r"(https?://|mailto:|#)\S*",
    "src": r"data:image/(png|gif);base64,[A-Za-z0-9+/=]*",
    "style": r"((color|text-align): ?\w+;?)*",
    "class": r"highlight|[a-z]\w?|anchor-link|task-list-item|task-list-item-checkbox|language-\w+",
    "id": r"(?!neuron-compare$).*",
    "type": "checkbox",
    **dict.fromkeys(
        ("alt", "title", "rel", "target", "checked", "disabled", "color", "start"), ".*"
    ),
}


def page(markdown):
    """Return the cell as nbgrader's pages hold it: two filters, then a walk through a parser."""
    render = HTMLExporter().markdown2html
    html = strip_files_prefix(render({"cell": {"attachments": PICTURES}}, markdown))
    return BeautifulSoup(str(BeautifulSoup(html, "html.parser")), "html.parser")


def harm(markdown):
    """Return everything on the page that is not known to be harmless."""
    harmful = []
    for element in page(markdown).find_all(True):
        harmful += [] if element.name in HARMLESS else [element.name]
        for name, value in element.attrs.items():
            text = " ".join(value) if isinstance(value, list) else value
            if not re.fullmatch(VALUES.get(name, "(?!)"), text, re.DOTALL):
                harmful.append(f"{element.name} {name}={text}")
    return harmful


def elements(part):
    """Return the names of all elements, but for those that a browser adds by itself."""
    return [element.name for element in part.find_all(True) if element.name != "tbody"]


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_an_attack_does_not_reach_the_page(attack):
    assert harm(safe_markdown(attack, PICTURES, TAKEN)) == []


@pytest.mark.parametrize("name", ["a script", "a remote picture in html", "a link that runs"])
def test_without_us_an_attack_reaches_the_page(name):
    assert harm(ATTACKS[name]) != []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_what_was_made_safe_is_safe_already(attack):
    safe = safe_markdown(attack, PICTURES, TAKEN)
    assert harm(safe_markdown(safe, PICTURES, TAKEN)) == []


@pytest.mark.parametrize("source", HONEST.values(), ids=HONEST.keys())
def test_honest_markdown_stays_as_it_was_written(source):
    assert safe_markdown(source, PICTURES, TAKEN) == source


@pytest.mark.parametrize("source", HONEST_HTML.values(), ids=HONEST_HTML.keys())
def test_honest_html_looks_as_before(source):
    shown = page(safe_markdown(source, PICTURES, TAKEN))
    before = page(source)
    assert shown.get_text(" ", strip=True) == before.get_text(" ", strip=True)
    assert elements(shown.div) == elements(before)


def test_what_is_left_out_can_still_be_read():
    text = page(safe_markdown("So <script>alert(1)</script>it is.", {})).get_text()
    assert "is left out" in text
    assert "So <script>alert(1)</script>it is." in text


def test_what_is_only_rendered_by_us_is_not_said_to_be_left_out():
    assert "left out" not in safe_markdown("<b>bold</b> and\n\n- [x] done", {})


def test_a_picture_from_elsewhere_becomes_a_link_that_names_it():
    (link,) = page(safe_markdown("![loss](https://a.example/b.png)", {})).find_all("a")
    assert link["href"] == "https://a.example/b.png"
    assert link.get_text() == "[picture: loss]"


@pytest.mark.parametrize("source", [*ATTACKS.values(), "a\n\n\n$$b$$ `c` \\(d\\)\r\t"])
def test_a_source_shown_as_text_is_shown_letter_by_letter(source):
    assert page(preformatted(source)).pre.get_text() == source
    assert harm(preformatted(source)) == []


def test_markdown_that_would_keep_a_parser_busy_is_shown_as_text():
    assert "<pre>" in safe_markdown("\\begin{a}" * 10_000, {})


def test_a_notebook_full_of_long_cells_is_shown_as_text_from_some_point_on():
    sanitizer = MarkdownSanitizer(())
    cells = [sanitizer.sanitize("x" * 9_000, {}) for _ in range(MAX_RENDERED_IN_ALL // 9_000 + 2)]
    assert "<pre>" not in cells[0]
    assert "<pre>" in cells[-1]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_prose_of_the_lessons_would_stay_as_it_is(lesson):
    cells = nbformat.read(lesson, as_version=4).cells
    sources = [cell.source for cell in cells if cell.cell_type == "markdown"]
    assert [safe_markdown(source, {}) for source in sources] == sources
