"""The code that is compared: the students' own, and what the course gave them."""

from autograder.course.files import write_whole
from autograder.exercises import load
from autograder.report.answers import answers_of
from autograder.submissions.template import load_template

OWN = "def relu(z):\n    return (z > 0) * z"


def test_an_answer_is_read_and_what_was_left_as_given_is_not(short_course, hand_in):
    lesson = load_template(short_course.release("01_neuron"), load())
    (stub,) = (cell.source for cell in lesson.cells if cell.id == "neuron-relu")
    hand_in("ann", relu=OWN)
    hand_in("bob", relu=stub)
    found = answers_of(short_course, "01_neuron").of
    assert found["ann"]["neuron.relu"] == OWN
    assert "neuron.relu" not in found["bob"]
    assert "neuron.leaky_relu" in found["bob"]


def test_written_answers_are_not_compared(short_course, hand_in):
    hand_in("ann", compare="Both learn.")
    assert "neuron.compare" not in answers_of(short_course, "01_neuron").of["ann"]


def test_the_course_knows_its_release_its_solution_and_its_misconceptions(short_course):
    known = [one.get("neuron.net_input", "") for one in answers_of(short_course, "01_neuron").given]
    assert "NotImplementedError" in known[0]
    assert "weights @ x + bias" in known[1]
    assert any("bias" not in text.partition(":")[2] for text in known if text)  # forgot_bias


def test_a_file_that_is_no_notebook_is_told_and_stops_nobody(short_course, hand_in):
    hand_in("ann")
    write_whole(hand_in("bob"), "{")
    found = answers_of(short_course, "01_neuron")
    assert found.unread == ("bob",)
    assert set(found.of) == {"ann"}
