"""A JupyterLab and a browser for the tests that walk a student's road."""

import os
import shutil
from pathlib import Path

import pytest

from tests.browser.lab import running_lab
from tests.browser.notebook_page import opened

WINDOW = {"width": 1300, "height": 1000}
QUIET = (
    "--no-sandbox",  # as root, which tests in a container are, Chromium has no sandbox
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


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
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium was found: install it, or name it in CHROMIUM")
    with playwright.sync_playwright() as started:
        launched = started.chromium.launch(executable_path=program, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture
def complaints():
    """Return the list that fills with what the browser's console complains of."""
    return []


@pytest.fixture
def open_lesson(browser, lab, complaints):
    """Open a lesson in a window of its own, as a student who has done nothing yet."""
    lab.progress.unlink(missing_ok=True)
    page = browser.new_page(viewport=WINDOW)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield lambda name, text=None: opened(page, lab, name, text)
    page.close()
    lab.shut_down_kernels()
