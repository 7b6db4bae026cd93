import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.grading.reading import UnreadableError, read_cells

CELL = {"cell_type": "code", "source": "x = 1", "metadata": {}, "id": "a"}


def file_with(*cells, **more):
    return json.dumps({"cells": list(cells), "nbformat": 4, "nbformat_minor": 5, **more})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"%PDF-1.7", "PDF"),
        (b"\x80\x81\x82", "not text"),
        ('{"cells": [', "line 1"),
        ("[1, 2]", "not a notebook"),
        ('"text"', "not a notebook"),
        ("{}", "no list of cells"),
        ('{"cells": 5}', "no list of cells"),
        ('{"worksheets": "none", "nbformat": 3}', "no list of cells"),
        ("[" * 100_000, "nested"),
    ],
)
def test_what_is_no_notebook_is_told_apart_with_a_reason(content, reason):
    with pytest.raises(UnreadableError, match=reason):
        read_cells(content)


@given(st.binary(max_size=300))
def test_no_file_raises_anything_but_unreadable(content):
    with pytest.raises(UnreadableError):
        read_cells(content)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["cell_type", "source", "metadata", "nbgrader", "id", "grade_id"]),
                inner,
            )
        ),
    )
)
def test_cells_of_any_json_are_read(cell):
    cells, _ = read_cells(file_with(cell))
    assert all(isinstance(one.source, str) for one in cells)


def test_a_byte_order_mark_is_no_hindrance():
    assert read_cells(b"\xef\xbb\xbf" + file_with(CELL).encode())[0][0].source == "x = 1"
    assert read_cells(file_with(CELL).encode("utf-16"))[0][0].source == "x = 1"


def test_a_source_kept_line_by_line_is_joined():
    cells, _ = read_cells(file_with({**CELL, "source": ["a = 1\r\n", "b = 2"]}))
    assert cells[0].source == "a = 1\nb = 2"


def test_format_3_is_upgraded_and_noted():
    code = {"cell_type": "code", "input": "x = 1", "language": "python", "outputs": []}
    sheet = {"cells": [{**code, "metadata": {"nbgrader": {"grade_id": "q"}}}]}
    cells, notes = read_cells(json.dumps({"nbformat": 3, "metadata": {}, "worksheets": [sheet]}))
    assert [(one.source, one.grade_id) for one in cells] == [("x = 1", "q")]
    assert notes == ["The notebook was upgraded from format 3 to 4."]


def test_what_is_no_cell_is_left_out_and_noted():
    cells, notes = read_cells(file_with(CELL, 7, None))
    assert len(cells) == 1
    assert notes == ["2 broken cells were left out."]
