"""A JupyterLab and a browser for the tests that walk a student's road."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from tests.browser.axe import NoAxeError, faults
from tests.browser.chromium import WINDOW, NoBrowserError, running_chromium
from tests.browser.lab import running_lab
from tests.browser.lite import LITE_PYTHON, PYODIDE, built, served
from tests.browser.notebook_page import opened, watched


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    with running_lab(tmp_path_factory.mktemp("student")) as started:
        yield started


@pytest.fixture(scope="session")
def browser():
    try:
        with running_chromium() as started:
            yield started
    except NoBrowserError as error:
        pytest.skip(str(error))


@pytest.fixture
def axe():
    """Return what tells the serious and critical faults of a page, as axe-core sees them."""

    def found(page, *include, **options):
        try:
            return faults(page, *include, **options)
        except NoAxeError as error:
            pytest.skip(str(error))

    return found


@pytest.fixture
def complaints():
    """Return the list that fills with what the browser's console complains of."""
    return []


@pytest.fixture
def open_lesson(browser, lab, complaints):
    """Open a lesson in a window of its own, as a student who has done nothing yet."""
    lab.progress.unlink(missing_ok=True)
    page = watched(browser.new_page(viewport=WINDOW), complaints)
    yield lambda name, text=None: opened(page, lab, name, text)
    page.close()
    lab.shut_down_kernels()


@pytest.fixture(scope="session")
def lite_site(tmp_path_factory, worker_id):
    """The site in a folder; processes that test beside each other build it once."""
    if not LITE_PYTHON.exists():
        pytest.skip("JupyterLite is not installed; `make test-browser` does that")
    if not PYODIDE.is_dir():
        pytest.skip("there is no Pyodide for tests; `make pyodide` fetches one")
    own = tmp_path_factory.getbasetemp()
    shared = (own if worker_id == "master" else own.parent) / "lite"
    with FileLock(shared.with_suffix(".lock")):
        if not shared.exists():
            built(shared.with_suffix(".half"))
            shutil.move(shared.with_suffix(".half"), shared)
    return shared


@pytest.fixture
def lite(lite_site):
    with served(lite_site) as started:
        yield started


@pytest.fixture
def lite_page(browser, lite):
    """A page of a browser that has never been there; nothing may be asked of another server."""
    context = browser.new_context(viewport=WINDOW, accept_downloads=True)
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    yield context.new_page()
    context.close()
    assert [url for url in asked if not url.startswith((lite.url, "data:", "blob:"))] == []
