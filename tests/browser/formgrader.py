"""nbgrader's formgrader in a course, used as a grader uses it: by mouse and keys."""

import contextlib
import json
import subprocess
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from autograder.building.reader import read_lesson
from autograder.course.folder import new_course
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons
from tests.autograder.conftest import ANSWERS, TEXT
from tests.browser.feedback import LESSON
from tests.browser.lab import command, environment, free_port, wait_until_up

START = "--LabApp.default_url=/formgrader"


def short_course(folder):
    """Make a course with one lesson: exercises and a written answer."""
    question, written = (TEXT.index(f"# %% [markdown] {kind}=") for kind in ("question", "written"))
    course = new_course(folder, seed=3)
    lesson = read_lesson(TEXT[:question] + TEXT[written:], LESSON, load())
    assert list(install_lessons(course, [lesson])) == [LESSON]
    return course


def hand_in(course, student, *, deleted=(), **changes):
    """Hand in the right answers, but for those that are given, without the deleted cells."""
    answers = {**ANSWERS, **{f"neuron-{name}": text for name, text in changes.items()}}
    notebook = json.loads(course.release(LESSON).read_text(encoding="utf-8"))
    notebook["cells"] = [cell for cell in notebook["cells"] if cell["id"] not in deleted]
    for cell in notebook["cells"]:
        cell["source"] = answers.get(cell["id"], cell["source"])
    path = course.submitted(student, LESSON) / f"{LESSON}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")


@contextlib.contextmanager
def running_formgrader(course, home):
    """Start it as `make formgrader` does, with `home` for its own files; return its address."""
    port = free_port()
    log = home / "formgrader.log"
    with log.open("wb") as file:
        server = subprocess.Popen(
            [*checking_requests(command(port, course.folder)), START],
            cwd=course.folder,
            env=environment(home, home / "progress.json"),
            stdout=file,
            stderr=file,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_up(url, server, log)
            yield url
        finally:
            server.terminate()
            server.wait(timeout=60)


def checking_requests(words):
    """Return the command line without the option that switches off what guards a save."""
    return [word for word in words if "disable_check_xsrf" not in word]


def only_from(url):
    """Return a route that lets this server alone be asked: the test needs nobody far away."""
    own = urlsplit(url).netloc

    def route(asked):
        (asked.continue_ if urlsplit(asked.request.url).netloc == own else asked.abort)()

    return route


def opened(page, url, student):
    """Go to a student's submission by the links that a grader follows."""
    page.route("**/*", only_from(url))
    page.goto(url)
    page.get_by_role("link", name="Manual Grading").click()
    page.locator("tbody").get_by_role("link", name=LESSON, exact=True).click()
    page.wait_for_url(f"**/gradebook/{LESSON}")  # the next link is called the same
    page.locator("tbody").get_by_role("link", name=LESSON, exact=True).click()
    page.get_by_role("link", name="Submission #1").wait_for()  # the button shows what is there
    page.get_by_role("button", name="Show All Names").click()
    # nbgrader puts a comma behind the family name, and who is on no roster has the id for one
    page.get_by_role("link", name=f"{student},", exact=True).click()
    return ManualGrading(page)


@dataclass(frozen=True)
class ManualGrading:
    """The page on which a person grades one submission."""

    page: Any

    def notebook(self):
        """Return what stands below the heading."""
        return self.page.locator("#notebook").first

    def score(self, cell_id):
        """Return the field for a cell's points."""
        return self.page.locator(f'[id="{cell_id}"]')

    def comment(self, cell_id):
        """Return the field for the comment on a cell."""
        return self.page.locator(f'[id="{cell_id}-comment"]')

    def give(self, cell_id, points, comment):
        """Type points and a comment by keyboard, and wait until the server has kept both."""
        self.score(cell_id).click()
        self.page.keyboard.type(points)
        with self.kept("grade"):
            self.page.keyboard.press("Tab")
        self.page.keyboard.press("Tab")  # past the extra credit
        self.page.keyboard.type(comment)
        with self.kept("comment"):
            self.page.keyboard.press("Tab")

    @contextlib.contextmanager
    def kept(self, kind):
        """Wait until the server has kept what was typed."""
        with self.page.expect_response(f"**/formgrader/api/{kind}/*") as reply:
            yield
        assert (reply.value.request.method, reply.value.status) == ("PUT", 200)
