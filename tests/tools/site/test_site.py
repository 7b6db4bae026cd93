"""The whole site: every lesson is a page without its answers, every function is on a page."""

import importlib
import inspect
import pkgutil
import re

import nbformat
import pytest
from bs4 import BeautifulSoup

import nnlib
from autograder.building.notebooks import solved_notebook
from autograder.building.reader import read_lessons
from autograder.exercises import load
from autograder.judging.questions import CHOICE
from autograder.lint.leaks import normal, secrets
from autograder.public_address import PublicAddress
from autograder.submissions.template import ANSWERS, load_template
from tests.site import ROOT, site  # noqa: F401 - a fixture

pytestmark = pytest.mark.slow
LESSONS = {lesson.slug: lesson for lesson in read_lessons(ROOT / "solutions", load())}
ADDRESS = PublicAddress.of("https://github.com/ann/neurons")
BESIDE_THE_CORE = {"nnlib.plots", "nnlib.widgets", "nnlib.earlier_names", "nnlib.needs"}
each_lesson = pytest.mark.parametrize("name", LESSONS)


def given_out(name):
    return ROOT / "lessons" / "en" / f"{name}.ipynb"


def page(folder, name):
    file = folder / "lessons" / "en" / f"{name}.html"
    return BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")


@each_lesson
def test_the_notebook_lies_beside_its_page_as_it_is_given_out(site, name):  # noqa: F811
    downloaded = site / "lessons" / "en" / f"{name}.ipynb"
    assert downloaded.read_bytes() == given_out(name).read_bytes()


@each_lesson
def test_every_answer_has_the_place_on_the_page_that_feedback_links_to(site, name):  # noqa: F811
    asked = load_template(given_out(name), load()).of_kind(*ANSWERS)
    shown = page(site, name)
    assert asked
    for cell in asked:
        file, _, place = ADDRESS.lesson(name, cell.item).removeprefix(ADDRESS.site).partition("#")
        assert (site / file).is_file()
        assert len(shown.find_all(id=place)) == 1, place


@each_lesson
def test_a_page_shows_no_solution_no_right_option_and_no_rubric(site, name):  # noqa: F811
    shown = normal(page(site, name).get_text())
    assert [what for what, secret in secrets(LESSONS[name]) if secret in shown] == []


def test_an_answer_would_be_seen():
    text = normal("\n".join(cell.source for cell in solved_notebook(LESSONS["01_neuron"]).cells))
    seen = [what for what, secret in secrets(LESSONS["01_neuron"]) if secret in text]
    assert "The solution of neuron.net_input" in seen
    assert "The answer to neuron.synapse_role" in seen


@each_lesson
def test_all_options_of_a_question_look_alike(site, name):  # noqa: F811
    shown = page(site, name)
    choices = [question for question in LESSONS[name].questions if question.kind == CHOICE]
    assert choices
    for question in choices:
        for item in options(shown, question):
            assert item.attrs == {}
            assert item.p is None or item.p.attrs == {}


def options(shown, question):
    """Return the list items below a question's head."""
    head = shown.find(id=question.id.replace(".", "-"))
    items = head.find_all_next("li")[: len(question.options)]
    assert [item.get_text().strip()[:2] for item in items] == [
        f"{letter})" for letter in "abcdefgh"[: len(items)]
    ]
    return items


@each_lesson
def test_every_formula_is_drawn(site, name):  # noqa: F811
    shown = page(site, name)
    for code in shown.find_all(["pre", "code", "script"]):
        code.decompose()
    text = shown.get_text()
    assert re.findall(r"\$|\\(?:frac|sum|partial|cdot)\b", text) == []
    cells = nbformat.read(given_out(name), as_version=4).cells
    written = sum(cell.source.count("$$") // 2 for cell in cells if cell.cell_type == "markdown")
    assert len(shown.select(".formula math")) >= written


@each_lesson
def test_every_picture_of_a_widget_is_shown_with_its_words(site, name):  # noqa: F811
    outputs = [
        output.metadata["image/png"]["alt"]
        for cell in nbformat.read(given_out(name), as_version=4).cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    shown = [picture["alt"] for picture in page(site, name).select(".cell_output img")]
    assert shown == outputs


def test_every_public_function_of_nnlib_is_on_its_page(site):  # noqa: F811
    shown = BeautifulSoup((site / "nnlib.html").read_text(encoding="utf-8"), "html.parser")
    names = {place["id"].rpartition(".")[2] for place in shown.select("dt[id]")}
    missing = {f"{module}.{name}" for module, name in public_names() if name not in names}
    assert missing == set()


def public_names(package=nnlib):
    """Yield each public function and class that a module of the core offers, with the module."""
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        offered = getattr(module, "__all__", None)
        if found.name in BESIDE_THE_CORE:
            continue
        if found.ispkg and offered is None:
            yield from public_names(module)
        for name in offered or vars(module):
            thing = getattr(module, name)
            own = offered or thing_is_of(module, thing)
            if name[0] != "_" and own and (inspect.isfunction(thing) or inspect.isclass(thing)):
                yield found.name, name


def thing_is_of(module, thing):
    return getattr(thing, "__module__", "") == module.__name__
