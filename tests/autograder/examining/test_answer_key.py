"""What answers are judged by is made ready once, for all submissions."""

from dataclasses import replace

from autograder.sandbox.protocol import calls


def test_the_arguments_of_an_exercise_are_encoded_once_for_all_submissions(assignment, monkeypatch):
    encoded = []

    def encode(value, encode=calls.encode):
        encoded.append(value)
        return encode(value)

    monkeypatch.setattr(calls, "encode", encode)
    fresh = replace(assignment, key=replace(assignment.key))
    counts = []
    for _ in range(2):
        graded = fresh.grade(fresh.solved())
        assert next(cell.points for cell in graded.exercises if cell.id == "neuron.relu") == 1
        counts.append(len(encoded))
    assert counts == [sum(len(exam.cases) for exam in fresh.key.exams.values())] * 2
