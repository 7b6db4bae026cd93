"""The lessons' site for browsers, built with a Pyodide of its own, served and watched.

No browser that opens it needs any other server; each request is noted, with its bytes.
"""

import contextlib
import json
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import nbformat

from tests.browser.lab import LESSONS
from tests.browser.notebook_page import CELLS, NotebookPage
from tools.lite.fetch import PYODIDE
from tools.lite.site import ROOT

START_MILLISECONDS = 180_000
LESSON_MILLISECONDS = 900_000
LITE_PYTHON = Path(sys.prefix, "lite", "bin", "python")  # `make test-browser` brings it
BUSY_SIGN = '.jp-Notebook-ExecutionIndicator:not([data-status="idle"])'
IDLE_SIGN = '.jp-Notebook-ExecutionIndicator[data-status="idle"]'
IS_NUMBERED = r"prompt => /\[\d+\]/.test(prompt.innerText)"
TRACKER = "@jupyterlab/notebook-extension:tracker"


@dataclass(frozen=True)
class Request:
    """What was asked for, and how many bytes of content went out."""

    path: str
    size: int


@dataclass(frozen=True)
class Lite:
    """The served site; a notebook put into `lessons` is given out in place of the lesson."""

    url: str
    requests: list[Request] = field(default_factory=list)
    lessons: dict[str, str] = field(default_factory=dict)

    def opened(self, page, name):
        """Open a lesson and wait for its kernel."""
        page.goto(f"{self.url}/lab/index.html?path={name}")
        return self.shown(page, name)

    def shown(self, page, name):
        """Wait until all cells of a lesson stand on the page, and its kernel is ready."""
        text = self.lessons.get(name) or (LESSONS / name).read_text(encoding="utf-8")
        cells = nbformat.reads(text, as_version=4).cells
        page.locator(CELLS).nth(len(cells) - 1).wait_for(
            state="attached", timeout=START_MILLISECONDS
        )
        page.locator(IDLE_SIGN).wait_for(timeout=START_MILLISECONDS)
        places = {cell.id: place for place, cell in enumerate(cells)}
        sources = {cell.id: cell.source for cell in cells if cell.cell_type == "code"}
        return NotebookPage(page, places, sources, patience=START_MILLISECONDS)


def menu(page, name, command):
    """Choose the item of a menu that stands for a command."""
    page.get_by_role("menuitem", name=name, exact=True).click()
    page.locator(f'.lm-Menu-item[data-command="{command}"]').click()


def restarted(lesson):
    """Restart the kernel as a student does, and wait until it is ready."""
    menu(lesson.page, "Kernel", "kernelmenu:restart")
    lesson.page.get_by_role("button", name="Confirm Kernel Restart").click()
    lesson.page.locator(BUSY_SIGN).wait_for()
    lesson.page.locator(IDLE_SIGN).wait_for(timeout=START_MILLISECONDS)


def run_all(lesson):
    """Run all cells from the menu, and wait until the last is done."""
    last = lesson.page.locator(CELLS).last.locator(".jp-InputArea-prompt").first
    menu(lesson.page, "Run", "runmenu:run-all")
    lesson.page.wait_for_function(
        IS_NUMBERED, arg=last.element_handle(), timeout=LESSON_MILLISECONDS
    )


def saved(page, path):
    """Download the notebook from the menu into a file, and return its path."""
    with page.expect_download() as download:
        menu(page, "File", "docmanager:download")
    download.value.save_as(path)
    return path


def built(folder):
    """Build the site for tests: every cell of a notebook stands on its page at once."""
    make = [LITE_PYTHON, "-m", "tools.lite", folder, "--pyodide", PYODIDE]
    subprocess.run(make, cwd=ROOT, check=True)
    path = folder / "jupyter-lite.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    overrides = settings["jupyter-config-data"].setdefault("settingsOverrides", {})
    overrides[TRACKER] = {"windowingMode": "none"}
    path.write_text(json.dumps(settings), encoding="utf-8")
    return folder


@contextlib.contextmanager
def served(folder):
    """Serve a built site on this machine alone, until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
    server.lite = Lite(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.lite
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Handler(SimpleHTTPRequestHandler):
    """Gives files out, as any static host does, and notes each of them."""

    def do_GET(self):
        lesson = self.server.lite.lessons.get(Path(self.path.partition("?")[0]).name)
        if lesson is None or not self.path.startswith("/files/"):
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(lesson.encode())))
        self.end_headers()
        self.wfile.write(lesson.encode())

    def send_header(self, keyword, value):
        if keyword == "Content-Length":
            self.server.lite.requests.append(Request(self.path.partition("?")[0], int(value)))
        super().send_header(keyword, value)

    def log_message(self, *_):
        """Say nothing."""
