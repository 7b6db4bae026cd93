"""What is said of a repaired notebook."""

from autograder.submissions.repair_notes import note_many


def test_many_deleted_cells_make_one_note_that_names_the_first():
    notes = []
    note_many(["a", "b", "c", "d", "e"], notes, "one: {ids}", "many: {ids}")
    assert notes == ["many: a, b, c and 2 more"]


def test_where_nothing_was_done_nothing_is_noted():
    notes = []
    note_many([], notes, "one: {ids}", "many: {ids}")
    assert notes == []
