"""A notebook that was given out becomes a page: links on top, a head above each answer."""

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from autograder.building.setup_cell import setup_cell
from autograder.public_address import PublicAddress
from tools.site.contents import contents
from tools.site.lesson_page import lesson_page, links_to

LOCKED = {"grade": True, "locked": True, "schema_version": 3, "solution": False}


def check(item, points):
    marks = {**LOCKED, "grade_id": f"{item.replace('.', '-')}-check", "points": points}
    return new_code_cell(f'check("{item}")', id=marks["grade_id"], metadata={"nbgrader": {**marks}})


@pytest.fixture
def notebook():
    """Return a lesson with an exercise, a question, a written answer and a still picture."""
    written = {**LOCKED, "grade_id": "neuron-compare", "locked": False, "solution": True}
    still = new_output(
        "display_data",
        {"image/png": "aGVsbG8="},
        metadata={"still": "key", "image/png": {"alt": "A line."}},
    )
    return new_notebook(
        cells=[
            new_markdown_cell("# Lesson 01: One neuron\n\nIt is small.", id="text-01"),
            new_markdown_cell("Open this lesson on Colab", id="ways-to-open"),
            setup_cell(),
            new_code_cell("widgets.neuron_widget()", id="demo-02", outputs=[still]),
            new_code_cell("def step(z):\n    ...", id="neuron-step"),
            check("neuron.step", 2),
            new_markdown_cell("Which one?\n\n- a) this\n- b) that", id="neuron-which-prompt"),
            new_code_cell("which = ...", id="neuron-which"),
            check("neuron.which", 1),
            new_markdown_cell(
                "Compare.", id="neuron-compare", metadata={"nbgrader": {**written, "points": 4}}
            ),
        ]
    )


def test_the_links_to_the_notebook_stand_below_the_title(notebook):
    first = lesson_page(notebook, "01_neuron").cells[0].source
    title, links, text = first.split("\n\n")
    assert "Colab" not in links  # there is only a placeholder for the address
    assert title == "# Lesson 01: One neuron"
    assert 'href="../../lite/lab/index.html?path=01_neuron.ipynb"' in links
    assert '<a href="01_neuron.ipynb" download>' in links
    assert text == "It is small."


def test_each_answer_has_a_head_with_its_place_kind_and_points(notebook):
    cells = lesson_page(notebook, "01_neuron").cells
    ids = [cell.id for cell in cells]
    heads = {cell.id: cell.source for cell in cells if cell.id.endswith("-head")}
    assert ids.index("neuron-step-head") + 1 == ids.index("neuron-step")
    assert ids.index("neuron-which-head") + 1 == ids.index("neuron-which-prompt")
    assert ids.index("neuron-compare-head") + 1 == ids.index("neuron-compare")
    assert list(heads) == ["neuron-step-head", "neuron-which-head", "neuron-compare-head"]
    assert 'id="neuron-step"' in heads["neuron-step-head"]
    for item, said in (("step", "2 points"), ("which", "1 point"), ("compare", "4 points")):
        assert heads[f"neuron-{item}-head"].endswith(f"</a> · {said}</p>")
    kinds = ("Exercise", "Question", "Written answer")
    assert all(kind in head for kind, head in zip(kinds, heads.values(), strict=True))


def test_all_else_stays_as_it_was_given_out(notebook):
    made = [cell for cell in lesson_page(notebook, "01_neuron").cells if "-head" not in cell.id]
    assert [cell.source for cell in made[1:]] == [cell.source for cell in notebook.cells[3:]]
    assert "mystnb" not in notebook.cells[3].metadata  # the given-out one is not changed


def test_once_the_address_is_known_a_page_leads_to_colab_kaggle_and_binder():
    public = PublicAddress.of("https://github.com/ann/neurons")
    links = links_to("01_neuron.ipynb", "en", public)
    assert f'href="{public.colab("lessons/en/01_neuron.ipynb")}">Colab</a>' in links
    assert f'href="{public.kaggle("lessons/en/01_neuron.ipynb")}">Kaggle</a>' in links
    assert f'href="{public.binder_lesson("01_neuron.ipynb")}">Binder</a>' in links


def test_a_still_picture_has_its_words_as_text_alternative(notebook):
    still = lesson_page(notebook, "01_neuron").cells[1]
    assert still.metadata["mystnb"] == {"image": {"alt": "A line."}}


def test_the_list_of_lessons_has_each_title_and_stands_in_the_navigation(notebook):
    page = contents({"01_neuron": notebook})
    assert "- [Lesson 01: One neuron](01_neuron.ipynb)" in page
    assert page.endswith("```{toctree}\n:hidden:\n\n01_neuron\n```\n")
