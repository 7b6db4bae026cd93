"""The notes on a class are gathered by their cause."""

from autograder.notes import Cause, Note
from autograder.notes.groups import Noted, count_of, for_the_record, gather, need_a_look


def noted(student, cause, text="A sentence."):
    return Noted(student, "01_neuron", Note(cause, text))


def test_the_gravest_cause_comes_first_whoever_comes_first():
    groups = gather(
        [
            noted("ann", Cause.IDS_LOST),
            noted("bob", Cause.ENDED),
            noted("eve", Cause.UNREADABLE),
            noted("ann", Cause.ENDED),
        ]
    )
    assert [(group.cause, [who for who, _ in group.notes]) for group in groups] == [
        (Cause.UNREADABLE, ["eve"]),
        (Cause.ENDED, ["ann", "bob"]),
        (Cause.IDS_LOST, ["ann"]),
    ]


def test_a_submission_counts_once_however_many_notes_it_has():
    (group,) = gather(noted("ann", Cause.ENDED, f"Cell {number}.") for number in range(1600))
    assert group.count == 1
    assert len(group.notes["ann", "01_neuron"]) == 1600


def test_absent_work_is_neither_to_be_looked_at_nor_for_the_record():
    groups = gather([noted("ann", Cause.ABSENT), noted("bob", Cause.RENAMED)])
    assert need_a_look(groups) == ()
    assert [group.cause for group in for_the_record(groups)] == [Cause.RENAMED]
    assert count_of(groups, Cause.ABSENT) == 1


def test_a_program_reads_how_many_and_whose():
    (group,) = gather([noted("eve", Cause.UNREADABLE)])
    assert group.to_plain() == {
        "cause": "unreadable",
        "sentence": "the file can't be read",
        "needs_a_look": True,
        "count": 1,
        "submissions": [{"student": "eve", "assignment": "01_neuron"}],
    }
