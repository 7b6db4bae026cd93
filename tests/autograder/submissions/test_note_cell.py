"""A student reads what was repaired, and nothing where nothing was."""

from autograder.submissions.note_cell import ID, note_cell


def test_without_notes_there_is_no_cell():
    assert note_cell([]) == []


def test_the_cell_holds_every_note_as_text():
    source = note_cell(["First.", "Second <script>alert(1)</script>."])[0].source
    assert "First." in source
    assert "Second" in source
    assert "<script>" not in source


def test_a_repaired_notebook_begins_with_what_was_repaired(assignment):
    damaged = assignment.solved()
    del damaged["cells"][1]
    cells = assignment.grade(damaged).notebook.cells
    assert cells[0].id == ID
    assert "provided-imports had been deleted; it is put back" in cells[0].source


def test_an_undamaged_notebook_has_no_such_cell(assignment):
    cells = assignment.grade(assignment.solved()).notebook.cells
    assert ID not in [cell.id for cell in cells]
