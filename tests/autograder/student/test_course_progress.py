from autograder.exercises import load
from autograder.student import course_progress, progress
from autograder.student.catalog import catalog
from autograder.student.checking import checked
from autograder.student.rendering import card_text

ID = "neuron.net_input"


def bars(*lessons):
    lines = card_text(course_progress.progress_card({})).splitlines()
    return [next(line for line in lines if f" {lesson} ·" in line) for lesson in lessons]


def test_at_first_nothing_is_done():
    lines = card_text(course_progress.progress_card({})).splitlines()
    assert lines[0] == "▸ Your progress"
    assert all("0 of" in line for line in lines[1:])


def test_every_lesson_and_the_course_have_a_bar():
    lines = card_text(course_progress.progress_card({})).splitlines()[1:]
    lessons = {item.lesson for item in catalog().values()}
    assert len(lines) == len(lessons) + 1
    assert "00 start" in lines[0]
    assert "The course" in lines[-1]


def test_a_right_answer_shows_in_its_lesson_and_in_the_course():
    checked(ID, {"net_input": lambda x, weights, bias: x @ weights + bias})
    points = load()[ID].points
    for line in bars("01 neuron", "The course"):
        assert " · 1 of " in line
        assert f" · {points:g} of " in line


def test_part_of_an_answer_gives_points_but_is_not_done():
    checked(ID, {"net_input": lambda x, weights, bias: x @ weights + bias * (len(x) > 1)})
    (lesson,) = bars("01 neuron")
    assert " · 0 of " in lesson
    assert not lesson.split(" · ")[-1].startswith("0 of")


def test_progress_prints_outside_of_a_notebook(capfd):
    assert progress() is None
    assert capfd.readouterr().out.startswith("▸ Your progress")
