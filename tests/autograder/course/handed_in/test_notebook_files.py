"""A file is a notebook by what it holds, and its work is what was not given out."""

import json

import pytest

from autograder.course.handed_in.notebook_files import holds_cells, work_in


def cell(source, **more):
    return {"cell_type": "code", "source": source, "metadata": {}, **more}


LOCKED = {"nbgrader": {"grade_id": "check-1", "locked": True}}
GIVEN = [
    cell("def relu(z):\n    raise NotImplementedError", id="a"),
    cell(["check('relu')"], id="b", metadata=LOCKED),
    {"cell_type": "markdown", "source": "Your answer:", "metadata": {}, "id": "c"},
]


@pytest.fixture
def write(tmp_path):
    def write(cells, name="mine.ipynb", encoding="utf-8", **more):
        path = tmp_path / name
        path.write_bytes(json.dumps({"cells": cells, **more}).encode(encoding))
        return path

    return write


@pytest.fixture
def work(write):
    release = write(GIVEN, "release.ipynb")
    return lambda cells, **more: work_in(write(cells, **more), release)


def test_a_copy_as_it_was_given_out_has_no_work(work):
    assert work(GIVEN) == 0
    assert work(GIVEN, encoding="utf-16") == 0


def test_spaces_outputs_ids_order_and_cells_deleted_are_no_work(work):
    changed = [
        {"cell_type": "markdown", "source": ["Your answer:\n", "\n"], "outputs": [1]},
        cell("def relu(z):\r\n    raise NotImplementedError  \n\n"),
        cell("  "),
    ]
    assert work(changed) == 0


def test_a_cell_that_the_release_locks_is_no_place_for_work(work):
    assert work([*GIVEN[:1], cell("check('other')", metadata=LOCKED), GIVEN[2]]) == 0


@pytest.mark.parametrize(
    "mine",
    [
        [cell("def relu(z):\n    return max(0, z)", id="a"), *GIVEN[1:]],
        [*GIVEN, cell("print(1)")],
        [*GIVEN, cell("print(1)", metadata=LOCKED)],  # a copy of a locked cell, written over
        [*GIVEN[:2], {"cell_type": "markdown", "source": "Your answer: it bends."}],
    ],
)
def test_an_answer_in_any_cell_is_work(work, mine):
    assert work(mine) == 1


def test_earlier_formats_are_read(tmp_path, write, work):
    old = tmp_path / "old.ipynb"
    cells = [{"cell_type": "code", "input": "x = 1"}, {"cell_type": "code", "input": ""}]
    old.write_text(json.dumps({"worksheets": [{"cells": cells}]}), encoding="utf-8")
    assert holds_cells(old)
    assert work_in(old, write(GIVEN, "release.ipynb")) == 1


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"%PDF-1.7 {", b"[1]", b'{"cells": []}', b'{"cells": 3}', b'{"cells": ["a"]}'),
        *(b'{"a": ' * 20_000, b"\xff\xfe{"),
    ],
)
def test_what_is_no_notebook_holds_no_cells(tmp_path, content):
    file = tmp_path / "file.ipynb"
    file.write_bytes(content)
    assert not holds_cells(file)
