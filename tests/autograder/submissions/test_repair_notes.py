"""What is said of a repaired notebook, and the cell in which its student reads it."""

from autograder.submissions.repair_notes import NOTE_CELL_ID, note_cell, note_many


def test_many_deleted_cells_make_one_note_that_names_the_first():
    notes = []
    note_many(["a", "b", "c", "d", "e"], notes, "one: {ids}", "many: {ids}")
    assert notes == ["many: a, b, c and 2 more"]


def test_where_nothing_was_done_nothing_is_noted():
    notes = []
    note_many([], notes, "one: {ids}", "many: {ids}")
    assert notes == []


def test_without_notes_there_is_no_cell():
    assert note_cell([]) == []


def test_the_cell_holds_every_note_as_text():
    source = note_cell(["First.", "Second <script>alert(1)</script>."])[0].source
    assert "First." in source
    assert "Second" in source
    assert "<script>" not in source


def test_a_repaired_notebook_begins_with_what_was_repaired(assignment):
    damaged = assignment.solved()
    damaged["cells"] = [cell for cell in damaged["cells"] if cell["id"] != "provided-imports"]
    cells = assignment.grade(damaged).notebook.cells
    assert cells[0].id == NOTE_CELL_ID
    assert "provided-imports had been deleted; it is put back" in cells[0].source


def test_an_undamaged_notebook_has_no_such_cell(assignment):
    cells = assignment.grade(assignment.solved()).notebook.cells
    assert NOTE_CELL_ID not in [cell.id for cell in cells]
