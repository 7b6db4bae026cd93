"""The site from the disk: nothing from elsewhere, no serious fault, a search that finds."""

import pytest

from tests.site import site  # noqa: F401 - a fixture

PAGES = (
    "index.html",
    "search.html",
    "lessons/en/01_neuron.html",
    "commands.html",
    "api.html",
    "nnlib.html",
)
NARROW = {"width": 390, "height": 844}


@pytest.fixture
def show(browser, site):  # noqa: F811 - a fixture
    """Open a page of the site in a window of its own, and note what it asks for."""
    pages = []

    def opened(path, **options):
        page = browser.new_page(**options)
        pages.append(page)
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto((site / path).as_uri() if "?" not in path else f"{site.as_uri()}/{path}")
        return page

    yield opened
    for page in pages:
        page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_nothing_but_files_of_the_site(show, site, path):  # noqa: F811
    page = show(path)
    page.wait_for_load_state("networkidle")
    assert [url for url in page.asked if not url.startswith((site.as_uri(), "data:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_serious_fault(show, axe, path, scheme):
    assert axe(show(path, color_scheme=scheme)) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_window_scrolls_in_one_direction_only(show, path):
    page = show(path, viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]


def test_a_lesson_is_found_by_its_words(show):
    page = show("search.html?q=dendrites")
    page.wait_for_selector("#search-results li a")
    assert "Lesson 01" in page.inner_text("#search-results")


def test_a_formula_has_a_size_on_the_page(show):
    formula = show("lessons/en/05_backprop.html").locator(".formula math").first
    box = formula.bounding_box()
    assert box["width"] > 50
    assert box["height"] > 10
