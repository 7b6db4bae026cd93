"""The pages that nbgrader makes of a graded notebook: for the grader, and for the student."""

import copy
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import nbgrader
from click.testing import CliRunner
from nbconvert.exporters import HTMLExporter
from traitlets.config import Config

from autograder.cli.main import main
from autograder.course.folder import open_course
from tests.autograder.conftest import TEXT

LESSON = "01_neuron"
FORMGRADER = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader"
HOST = "feedback.test"
PAGE = f"http://{HOST}/page.html"
HTML = "text/html; charset=utf-8"
PAGES_OWN = "cdnjs.cloudflare.com"  # nbgrader's pages load MathJax and their like from there
PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)
TRIGGER = """() => {
    document.querySelectorAll("details").forEach(one => { one.open = true })
    for (const element of document.querySelectorAll("#notebook-container *")) {
        for (const kind of ["mouseover", "mouseenter", "focus", "load", "error", "toggle"])
            element.dispatchEvent(new Event(kind))
        if (element.tagName === "A" && /^\\W*(javascript|data|vbscript)/i.test(element.href))
            element.click()
    }
}"""


def new_course(folder):
    """Make a course with one small lesson."""
    solutions = folder / "solutions"
    solutions.mkdir(parents=True)
    (solutions / f"{LESSON}.py").write_text(TEXT, encoding="utf-8")
    run("course", "new", folder / "course", "--seed", 1301, "--solutions", solutions)
    return open_course(folder / "course")


def run(*arguments):
    """Run one of our commands."""
    result = CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output


def hand_in(course, student, markdown, raw=(), codes=()):
    """Hand in the lesson with cells of one's own; the first text is the written answer."""
    notebook = json.loads(course.release(LESSON).read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["id"] == "neuron-compare":
            cell["source"] = markdown[0]
    kinds = [("markdown", one) for one in markdown[1:]]
    kinds += [("raw", one) for one in raw] + [("code", one) for one in codes]
    notebook["cells"] += [own_cell(f"own-{i}", *one) for i, one in enumerate(kinds)]
    path = course.submitted(student, LESSON) / f"{LESSON}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def own_cell(cell_id, kind, source):
    """Return a cell; one of code comes with hostile outputs."""
    cell = {"cell_type": kind, "id": cell_id, "metadata": {}, "source": source}
    if kind == "markdown":
        cell["attachments"] = {"loss.png": {"image/png": PIXEL}, "empty.png": {}}
    if kind == "code":
        script = {"text/html": "<script>alert(1)</script>", "application/javascript": "alert(1)"}
        output = {"output_type": "display_data", "metadata": {}, "data": script}
        cell.update(execution_count=1, outputs=[output])
    return cell


def feedback(course, student):
    """Return the page that nbgrader writes for a student."""
    nbgrader = Path(sys.executable).parent / "nbgrader"
    search = os.pathsep.join([str(nbgrader.parent), os.environ["PATH"]])
    done = subprocess.run(
        [nbgrader, "generate_feedback", LESSON, "--student", student, "--force"],
        cwd=course.folder,
        env={**os.environ, "PATH": search},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    path = course.folder / "feedback" / student / LESSON / f"{LESSON}.html"
    return path.read_text(encoding="utf-8")


def formgrader(notebook, student="ann"):
    """Return the page on which a person grades, made as nbgrader's formgrader makes it."""
    config = Config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [str(FORMGRADER / "templates")]
    resources = {
        **{"assignment_id": LESSON, "notebook_id": LESSON, "submission_id": "1", "index": 0},
        **{"total": 1, "base_url": "", "student": student, "last_name": None, "first_name": None},
        "notebook_path": "",
    }
    html, _ = HTMLExporter(config=config).from_notebook_node(copy.deepcopy(notebook), resources)
    return html


def autograded(course, student):
    """Read the notebook that we wrote."""
    return nbformat.read(course.autograded(student, LESSON), as_version=4)


@dataclass
class Watch:
    """What a page does that it should not: scripts of others, dialogs, requests elsewhere."""

    noticed: list[str] = field(default_factory=list)

    def request(self, route):
        """Serve the page's own files, and note what is asked of anybody else."""
        url = urlsplit(route.request.url)
        own = FORMGRADER / url.path.removeprefix("/formgrader/")
        if url.hostname == HOST and own.is_file():
            route.fulfill(path=own)
            return
        if url.hostname not in (HOST, PAGES_OWN):
            self.noticed.append(f"request to {url.hostname}")
        route.abort()

    def dialog(self, dialog):
        """Note a dialog, which only a script opens."""
        self.noticed.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def navigation(self, frame):
        """Note a frame within the page, and the page's going elsewhere."""
        if frame.parent_frame or urlsplit(frame.url).hostname != HOST:
            self.noticed.append(f"navigation to {frame.url}")


def opened(browser, html):
    """Open a page as a grader's browser does, stir every element, and return page and watch."""
    page, watch = browser.new_page(viewport={"width": 1200, "height": 1000}), Watch()
    page.on("dialog", watch.dialog)
    page.on("framenavigated", watch.navigation)
    page.route("**/*", watch.request)
    page.route(
        PAGE, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8")
    )
    page.goto(PAGE)
    page.evaluate(TRIGGER)
    page.evaluate("() => new Promise(done => setTimeout(done, 300))")  # handlers run after events
    return page, watch
