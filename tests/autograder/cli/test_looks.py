"""Few lines for a class of 200, whatever was noted of it."""

from autograder.cli.check import few_of_each_kind
from autograder.cli.looks import absent, in_brief, looks, records
from autograder.notes import Cause, Note
from autograder.notes.groups import Noted, gather


def of(students, cause, text="A sentence.", lesson="01_neuron"):
    return [Noted(student, lesson, Note(cause, text)) for student in students]


def people(count):
    return [f"student{number:03d}" for number in range(count)]


def test_a_small_group_is_shown_with_its_notes():
    groups = gather(of(["eve"], Cause.UNREADABLE, "It was cut off."))
    assert list(looks(groups, 200)) == [
        "  1 of 200: the file can't be read",
        "    eve, 01_neuron: It was cut off.",
    ]


def test_a_large_group_is_one_line_with_the_first_names():
    groups = gather(of(people(12), Cause.ANSWER_DELETED))
    assert list(looks(groups, 200)) == [
        "  12 of 200: an answer's cell was deleted: student000, student001, student002 and 9 more"
    ]


def test_the_lesson_stands_beside_the_name_where_there_are_several():
    noted = [
        *of(people(4), Cause.ENDED),
        *of(people(4), Cause.ENDED, lesson="02_perceptron"),
    ]
    assert "student000 in 01_neuron, student001 in 01_neuron" in next(looks(gather(noted), 400))


def test_of_many_notes_on_one_student_the_first_is_shown():
    groups = gather(of(["ann"] * 1604, Cause.ENDED, "The cell ended the process."))
    assert list(looks(groups, 200))[1:] == [
        "    ann, 01_neuron: The cell ended the process. (and 1,603 more of this kind)"
    ]


def test_a_long_note_is_cut():
    _, line = looks(gather(of(["ann"], Cause.PROVIDED_FAILED, "x" * 5000)), 200)
    assert len(line) < 400


def test_four_unreadable_files_come_first_in_a_class_that_works_in_colab():
    groups = gather([*of(people(196), Cause.IDS_LOST), *of(people(4), Cause.UNREADABLE)])
    lines = list(looks(groups, 200))
    assert lines[0] == "  4 of 200: the file can't be read"
    assert len(lines) == 5
    assert list(records(groups, 200)) == [
        "For the record, nothing to do: 196 of 200: cells had lost their ids and were recognized "
        "by what they hold."
    ]


def test_absent_work_is_one_line():
    noted = [
        *of(["zoe"], Cause.ABSENT),
        *of(people(199), Cause.ABSENT, lesson="02_perceptron"),
    ]
    assert list(absent(gather(noted))) == [
        "Nothing was handed in: 1 of 01_neuron (zoe), 199 of 02_perceptron (student000, "
        "student001, student002 and 196 more)."
    ]
    assert list(absent(())) == []


def test_in_brief_there_is_a_line_for_each_cause_and_no_name():
    groups = gather(of(people(3), Cause.UNREADABLE))
    assert list(in_brief(groups, 200)) == ["  3 of 200: the file can't be read"]


def test_a_student_is_named_beside_the_id_that_the_folder_has():
    groups = gather(of(["s17"], Cause.UNREADABLE, "It was cut off."))
    assert list(looks(groups, 200, {"s17": "Anna Kim"}))[1] == (
        "    Anna Kim (s17), 01_neuron: It was cut off."
    )
    many = gather(of([f"s{number}" for number in range(10, 20)], Cause.TIME))
    assert "Anna Kim (s17)" not in next(looks(many, 200, {"s17": "Anna Kim"}))
    assert next(looks(many, 200, {"s10": "Bo"})).endswith(": Bo (s10), s11, s12 and 7 more")


def test_of_many_notes_on_a_notebook_of_ones_own_a_few_of_each_kind_are_shown():
    notes = [Note(Cause.ENDED, f"The cell {number} ended it.") for number in range(1600)]
    told = list(few_of_each_kind([*notes, Note(Cause.IDS_LOST, "Ids were lost.")]))
    assert told == [*notes[:5], "… and 1,595 more of this kind.", "Ids were lost."]
