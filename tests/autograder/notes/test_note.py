"""A note is its sentence, and knows why it is there."""

import pickle
import re

import pytest

from autograder.gradebook.result import GRADED, SubmissionResult, from_json, to_json
from autograder.notes import Cause, Note
from autograder.notes.cause import OF_MANY


def test_a_note_reads_as_its_sentence():
    note = Note(Cause.TIME, "The cell relu did not finish.", about="relu")
    assert note == "The cell relu did not finish."
    assert " ".join([note, "It was left out."]).endswith("finish. It was left out.")


def test_a_note_keeps_its_cause_on_the_way_from_a_grader():
    note = pickle.loads(pickle.dumps(Note(Cause.TIME, "Too slow.", about="relu")))
    assert (note, note.cause, note.about) == ("Too slow.", Cause.TIME, "relu")


def test_a_result_keeps_the_causes_of_its_notes():
    notes = (Note(Cause.IDS_LOST, "Ids were lost."), Note(Cause.TIME, "Too slow.", about="relu"))
    read = from_json(to_json(SubmissionResult("ann", "01_neuron", GRADED, notes=notes)))
    assert read.notes == notes
    assert [(note.cause, note.about) for note in read.notes] == [
        (Cause.IDS_LOST, ""),
        (Cause.TIME, "relu"),
    ]


def test_a_result_of_an_earlier_version_has_sentences_without_a_cause():
    text = to_json(SubmissionResult("ann", "01_neuron", GRADED))
    older = re.sub(r'"notes": \[\]', '"notes": ["A cell was put back."]', text)
    assert older != text
    (note,) = from_json(older).notes
    assert (note, note.cause) == ("A cell was put back.", Cause.OTHER)


def test_a_cause_of_a_newer_version_still_needs_a_look():
    note = Note.from_plain({"cause": "invented_later", "text": "Look at this."})
    assert (note.cause, note.needs_a_look) == (Cause.OTHER, True)


@pytest.mark.parametrize("damaged", [7, None, {"text": "no cause"}, {"cause": "time"}])
def test_what_is_no_note_is_refused(damaged):
    with pytest.raises((TypeError, KeyError)):
        Note.from_plain(damaged)


def test_every_cause_can_be_said_of_a_class():
    assert set(OF_MANY) == set(Cause)
    for cause in Cause:
        assert cause.of_many[0].islower()
        assert not cause.of_many.endswith(".")


def test_what_a_person_should_look_at_comes_before_what_is_for_the_record():
    looks = [cause.needs_a_look for cause in Cause]
    assert looks == sorted(looks, reverse=True)
    assert not Cause.IDS_LOST.needs_a_look
    assert Cause.UNREADABLE.needs_a_look
