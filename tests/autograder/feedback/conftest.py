"""A course with one short lesson, whose results and gradebook are made by hand."""

import json
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import update

from autograder.course.files import write_whole
from autograder.course.folder import Course
from autograder.course.roster import write_roster
from autograder.feedback.pages import feedback
from autograder.gradebook.nbgrader import TABLES, open_gradebook
from autograder.gradebook.record_results import prepare_table, record_results
from autograder.gradebook.result import GRADED, ExerciseResult, SubmissionResult
from autograder.gradebook.result_files import write_result
from autograder.judging import Finding
from autograder.messages import Sentence
from autograder.submissions.repair_notes import note_cell
from tests.autograder.conftest import installed_course, short_course  # noqa: F401 - fixtures

LESSON = "01_neuron"
FINDING = Finding(
    meaning=Sentence("You left the bias out."),
    called="net_input(x=np.array([1.0]), weights=np.array([2.0]), bias=5)",
    returned="2.0",
    expected="7.0",
)
RIGHT = ExerciseResult("neuron.relu", "neuron-relu-check", 1, 1, True, "right")
WRONG = ExerciseResult(
    "neuron.net_input",
    "neuron-net_input-check",
    0,
    2,
    False,
    "value",
    "forgot_bias",
    message="SECRET 0.7351",
    finding=FINDING,
)
TODO = ExerciseResult("neuron.leaky_relu", "neuron-leaky_relu-check", 0, 1, False, "not_started")
WRITTEN = ExerciseResult(
    "neuron.compare",
    "neuron-compare",
    0,
    2,
    None,
    "by_hand",
    by_hand=True,
    needs_manual_points=True,
)
ALL = (WRONG, RIGHT, TODO, WRITTEN)


@dataclass(frozen=True)
class Classroom:
    """The course, and what one does to it in a test."""

    course: Course

    def graded(self, student, exercises=ALL, answers=(), repairs=(), **fields):
        """Keep a result and its autograded notebook, and enter it into the gradebook."""
        result = SubmissionResult(student, LESSON, GRADED, tuple(exercises))
        result = replace(result, **fields)
        write_result(self.course, result)
        self.course.submitted(student, LESSON).mkdir(parents=True, exist_ok=True)
        if result.status == GRADED:
            self.write_autograded(student, dict(answers), repairs)
        with open_gradebook(self.course) as book, book.engine.begin() as connection:
            prepare_table(connection)
            record_results(connection, [result])
        return result

    def write_autograded(self, student, answers, repairs):
        """Write the notebook as grading writes it: answers, and the note of repairs."""
        notebook = json.loads(self.course.release(LESSON).read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            cell["source"] = answers.get(cell["id"], cell["source"])
        notebook["cells"][:0] = note_cell(repairs)
        write_whole(self.course.autograded(student, LESSON), json.dumps(notebook))

    def person_gives(self, points, extra=None, comment=None, penalty=None):
        """Enter what a person gives for the written answer of the only student."""
        grade, cell = TABLES["grade"], TABLES["base_cell"]
        comments = TABLES["comment"]
        written = cell.select().with_only_columns(cell.c.id).where(cell.c.name == "neuron-compare")
        values = {"manual_score": points, "extra_credit": extra, "needs_manual_grade": False}
        with open_gradebook(self.course) as book, book.engine.begin() as connection:
            connection.execute(update(grade).where(grade.c.cell_id.in_(written)).values(**values))
            commented = update(comments).where(comments.c.cell_id.in_(written))
            connection.execute(commented.values(manual_comment=comment))
            notebook = update(TABLES["submitted_notebook"])
            connection.execute(notebook.values(late_submission_penalty=penalty))

    def enroll(self, *students):
        """Write the roster."""
        write_roster(self.course, students)

    def page(self, student="ann"):
        """Return the text of one student's page."""
        (page,) = feedback(self.course, students=[student])
        return page.text


@pytest.fixture
def classroom(short_course):  # noqa: F811 - a fixture
    return Classroom(short_course)
