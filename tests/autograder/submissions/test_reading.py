import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.submissions.reading import UnreadableError, read_cells

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
        (json.dumps({"cells": [{}] * 5001}), "5001 cells, and 5000 are the most"),
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
    assert all(isinstance(cell.source, str) for cell in cells)


def test_a_byte_order_mark_is_no_hindrance():
    assert read_cells(b"\xef\xbb\xbf" + file_with(CELL).encode())[0][0].source == "x = 1"
    assert read_cells(file_with(CELL).encode("utf-16"))[0][0].source == "x = 1"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_the_encoding_is_found_with_or_without_a_byte_order_mark(encoding):
    text = json.dumps({"cells": [{**CELL, "source": "é = 1"}]}, ensure_ascii=False)
    cells, notes = read_cells(text.encode(encoding))
    assert (cells[0].source, notes) == ("é = 1", [])


def test_two_byte_order_marks_and_zeros_at_the_end_are_no_hindrance():
    raw = b"\xef\xbb\xbf" * 2 + file_with(CELL).encode() + b"\n\0\0\0"
    assert read_cells(raw)[1] == []


def test_a_file_in_the_encoding_of_old_windows_is_read_and_noted():
    text = json.dumps({"cells": [CELL, {**CELL, "source": "café"}]}, ensure_ascii=False)
    cells, notes = read_cells(text.encode("cp1252"))
    assert cells[0].source == "x = 1"
    assert "not in UTF-8" in notes[0]


def test_what_follows_the_end_of_the_notebook_is_left_out_and_noted():
    cells, notes = read_cells(file_with(CELL) + "\n}\n")
    assert cells[0].source == "x = 1"
    assert notes == ["Something followed the end of the notebook; it was left out."]


def test_line_ends_within_strings_are_read():
    cells, _ = read_cells(file_with({**CELL, "source": "a\nb"}).replace("\\n", "\n"))
    assert cells[0].source == "a\nb"


def test_old_line_ends_become_new_ones():
    text = file_with({**CELL, "source": "a\rb"}).replace(", ", ",\r")
    assert read_cells(text)[0][0].source == "a\nb"


@pytest.mark.parametrize("minor", [0, 4, 99, "5", None])
def test_a_newer_or_odd_version_is_read(minor):
    for version in (4, 5, "4", None):
        assert read_cells(file_with(CELL, nbformat=version, nbformat_minor=minor))[1] == []


def test_format_2_is_upgraded():
    code = {"cell_type": "code", "input": "x = 1", "language": "python", "outputs": []}
    old = {"nbformat": 2, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": [code]}]}
    cells, notes = read_cells(json.dumps(old))
    assert cells[0].source == "x = 1"
    assert notes == ["The notebook was upgraded from format 2 to 4."]


def test_how_a_file_came_to_be_no_json_is_told():
    text = file_with(CELL)
    for spoiled, cause in (
        (text[:-20], "cut off"),
        ("{\n<<<<<<< HEAD\n" + text[1:], "merge in Git"),
        (text.replace(":", "=", 1), "changed by another program"),
    ):
        with pytest.raises(UnreadableError, match=cause):
            read_cells(spoiled)


def test_a_source_kept_line_by_line_is_joined():
    cells, _ = read_cells(file_with({**CELL, "source": ["a = 1\r\n", "b = 2"]}))
    assert cells[0].source == "a = 1\nb = 2"


def test_format_3_is_upgraded_and_noted():
    code = {"cell_type": "code", "input": "x = 1", "language": "python", "outputs": []}
    sheet = {"cells": [{**code, "metadata": {"nbgrader": {"grade_id": "q"}}}]}
    cells, notes = read_cells(json.dumps({"nbformat": 3, "metadata": {}, "worksheets": [sheet]}))
    assert [(cell.source, cell.grade_id) for cell in cells] == [("x = 1", "q")]
    assert notes == ["The notebook was upgraded from format 3 to 4."]


def test_what_is_no_cell_is_left_out_and_noted():
    cells, notes = read_cells(file_with(CELL, 7, None))
    assert len(cells) == 1
    assert notes == ["2 broken cells were left out."]
