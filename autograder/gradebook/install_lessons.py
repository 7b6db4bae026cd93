"""Put the lessons into a course folder: source notebooks, release, teacher's pages."""

from collections.abc import Iterable, Iterator

from autograder.building.lesson import Lesson
from autograder.building.notebooks import notebook_text, source_notebook
from autograder.building.sealing import sealed_text
from autograder.building.teachers_page import teachers_page
from autograder.course.files import write_whole
from autograder.course.folder import Course
from autograder.course.settings.declared import RECORDED
from autograder.gradebook.nbgrader import release


def install_lessons(course: Course, lessons: Iterable[Lesson]) -> Iterator[str]:
    """Write the source and the teacher's page of each lesson, release it, and yield its name.

    The answers to its questions go into a file beside the teacher's page, by which they are graded.
    Nothing else lies beside a source notebook: nbgrader copies every neighbour to the students.
    """
    for lesson in lessons:
        source = source_notebook(lesson, recorded=course.questions == RECORDED)
        write_whole(course.source(lesson.slug), notebook_text(source))
        write_whole(course.answers(lesson.slug), sealed_text(lesson))
        write_whole(course.teachers_page(lesson.slug), teachers_page(lesson))
        release(course, lesson.slug)
        yield lesson.slug
