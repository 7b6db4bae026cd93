"""The parts of a page: the lesson's sections, and written answers."""

import re

import pytest
from bs4 import BeautifulSoup

from autograder.exercises import load
from autograder.feedback.sections import lesson_title, sections, titles
from autograder.feedback.written import as_html
from autograder.submissions.template import ANSWERS, PROSE, load_template
from autograder.texts import checkout

EXERCISES = load()
LESSONS = sorted((checkout() / "lessons" / "en").glob("*.ipynb"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_everything_in_a_lesson_has_a_section_that_the_lesson_has(path):
    lesson = load_template(path, EXERCISES)
    found = sections(lesson, path.stem, "https://example.org")
    prose = "\n".join(cell.source for cell in lesson.of_kind(PROSE))
    assert set(found) == {cell.item for cell in lesson.of_kind(*ANSWERS)}
    for one in found.values():
        assert re.search(rf"^#+ .*{re.escape(one.title[:12])}", re.sub("[*`]", "", prose), re.M)
        assert one.link.startswith(f"https://example.org/{path.stem}.ipynb#")
        assert " " not in one.link
    assert lesson_title(lesson, path.stem).startswith(("Lesson", "Appendix"))


def test_a_heading_in_code_is_none_and_marks_are_not_read_aloud():
    source = "~~~python\n# no heading\n~~~\n## The [bias](x) `b_1` and *w*\n#no space\n"
    assert titles(source) == ["The bias b_1 and w"]


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "![x](https://example.org/spy.png)",
        '<a href="https://example.org" style="position:fixed;inset:0" id="x">x</a>',
        "<div><iframe src=x></iframe><form action=x><button>b</button></form></div>",
        "<div><svg><a xlink:href='javascript:alert(1)'>x</a></svg></div>",
        "<style>*{display:none}</style>",
        "```mermaid\n<script>alert(1)</script>\n```",
        "<" * 20_000,
    ],
)
def test_written_text_can_only_be_read(markdown):
    page = BeautifulSoup(as_html(markdown, {}), "html.parser")
    active = [
        "script",
        "iframe",
        "form",
        "button",
        "style",
        "svg",
        "object",
        "meta",
        "base",
        "link",
    ]
    assert not page.find_all(active)
    for tag in page.find_all():
        assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
        assert not str(tag.get("href", "")).startswith(("javascript", "data"))
        assert not str(tag.get("src", "")).startswith("http")


def test_pictures_of_a_written_answer_are_shown_and_emphasis_too():
    dot = "iVBORw0KGgo="
    html = as_html("**So** ![p](attachment:p.png)", {"p.png": {"image/png": dot}})
    assert f"data:image/png;base64,{dot}" in html
    assert "<strong>So</strong>" in html
