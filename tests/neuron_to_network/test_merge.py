"""A student's notebook and a newer lesson become one, and no line of the student's is lost."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from neuron_to_network.merge import Changes, merge

LESSONS = Path(__file__).parents[2] / "lessons" / "en"
TEXTS = ["", "a = 1", "b = 2", "c = 3"]
ANSWER = {"deletable": False}
LOCKED = {"deletable": False, "editable": False}


def cell(id, source, kind="code", metadata=None, **more):
    return {"id": id, "cell_type": kind, "source": source, "metadata": metadata or {}, **more}


def notebook(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def texts(merged):
    return [(one["id"], one["source"]) for one in merged["cells"]]


GIVEN = notebook(
    cell("text", "Old words.", "markdown"),
    cell("provided", "x = 1", metadata=LOCKED),
    cell("answer", "def f(): ...", metadata=ANSWER),
    cell("check", 'check("f")', metadata=LOCKED),
)
NEWER = notebook(
    cell("provided", "x = 2", metadata=LOCKED),
    cell("new-text", "New words.", "markdown"),
    cell("answer", "def f(x): ...", metadata=ANSWER),
    cell("check", 'check("f")', metadata=LOCKED),
)


def test_a_notebook_without_work_becomes_the_new_lesson():
    merged, changes = merge(GIVEN, GIVEN, NEWER)
    assert merged == NEWER
    assert changes == Changes(new=1, newer=2, gone=1)


def test_an_answer_stays_with_what_it_printed_though_the_lesson_has_changed():
    mine = notebook(*GIVEN["cells"][:2], cell("answer", "def f(): return 7", outputs=["7"]))
    merged, _ = merge(GIVEN, mine, NEWER)
    answer = merged["cells"][2]
    assert (answer["source"], answer["outputs"]) == ("def f(): return 7", ["7"])
    assert answer["metadata"] == ANSWER


def test_cells_of_the_students_own_stay_behind_the_cell_that_they_stood_behind():
    own = cell("mine", "print(f())", outputs=["7"])
    mine = notebook(cell("first", "# my notes", "markdown"), *GIVEN["cells"][:3], own)
    merged, _ = merge(GIVEN, mine, NEWER)
    assert [one["id"] for one in merged["cells"]] == [
        "first",
        *("provided", "new-text", "answer", "mine", "check"),
    ]
    assert own in merged["cells"]


def test_what_both_have_changed_comes_new_with_the_students_text_below_it():
    mine = notebook(cell("provided", "x = 5", metadata=LOCKED), *GIVEN["cells"][2:])
    merged, changes = merge(GIVEN, mine, NEWER)
    assert texts(merged)[0] == ("provided", "x = 2")
    assert merged["cells"][1]["cell_type"] == "markdown"
    assert merged["cells"][1]["source"].endswith("```python\nx = 5\n```")
    assert changes.kept_below == 1


def test_what_was_kept_by_one_update_is_kept_by_the_next():
    mine = notebook(cell("provided", "x = 5", metadata=LOCKED))
    first, _ = merge(GIVEN, mine, NEWER)
    first["cells"][0]["source"] = "x = 6"
    newest = notebook(cell("provided", "x = 3", metadata=LOCKED))
    second, _ = merge(NEWER, first, newest)
    ids, sources = zip(*texts(second), strict=True)
    assert len(ids) == len(set(ids))
    assert sources[0] == "x = 3"
    assert "x = 5" in "".join(sources)
    assert "x = 6" in "".join(sources)


def test_what_only_the_student_has_changed_stays_as_the_student_has_it():
    mine = notebook(cell("text", "My words.", "markdown"), *GIVEN["cells"][1:])
    merged, changes = merge(GIVEN, mine, GIVEN)
    assert texts(merged) == texts(mine)
    assert not changes


def test_a_changed_cell_that_the_lesson_has_no_longer_is_the_students_own_now():
    mine = notebook(cell("text", "My words.", "markdown"), *GIVEN["cells"][1:])
    merged, changes = merge(GIVEN, mine, NEWER)
    assert texts(merged)[0] == ("text", "My words.")
    assert changes.gone == 0


def test_a_deleted_text_stays_deleted_and_a_deleted_check_comes_back():
    mine = notebook(*GIVEN["cells"][1:3])
    merged, changes = merge(GIVEN, mine, GIVEN)
    assert [one["id"] for one in merged["cells"]] == ["provided", "answer", "check"]
    assert changes == Changes(new=1)


def test_a_cell_that_the_student_moved_goes_back_to_its_place_in_the_lesson():
    mine = notebook(*reversed(GIVEN["cells"]))
    merged, changes = merge(GIVEN, mine, GIVEN)
    assert merged["cells"] == GIVEN["cells"]
    assert not changes  # by itself it is no reason for an update


def test_a_lesson_in_another_order_is_an_update():
    now = notebook(*reversed(GIVEN["cells"]))
    merged, changes = merge(GIVEN, GIVEN, now)
    assert merged["cells"] == now["cells"]
    assert changes == Changes(reordered=True)


def test_of_two_cells_with_one_id_none_is_lost():
    mine = notebook(*GIVEN["cells"], cell("answer", "def f(): return 8"))
    merged, _ = merge(GIVEN, mine, GIVEN)
    assert ("answer-other", "def f(): return 8") in texts(merged)


LESSON = json.loads((LESSONS / "01_neuron.ipynb").read_text(encoding="utf-8"))
ANSWERED = "def net_input(x, weights, bias):\n    return x @ weights + bias"


def worked(keep_id):
    """Return lesson 01 answered, whose cells have an id only where an editor keeps it."""
    given_out = [{**cell, "source": "".join(cell["source"])} for cell in LESSON["cells"]]
    answered = [
        {**cell, "source": ANSWERED} if cell["id"] == "neuron-net_input" else cell
        for cell in given_out
    ]
    return {**LESSON, "cells": [keep_id(cell) for cell in answered]}


def without_id(cell):
    return {name: value for name, value in cell.items() if name not in ("id", "metadata")}


def as_colab_writes_it(cell):
    return {**without_id(cell), "metadata": {"id": cell["id"]}}


def with_an_id_of_its_own(cell):
    return {**cell, "id": f"x-{cell['id']}"[:64], "metadata": {}}


@pytest.mark.parametrize("keep_id", [without_id, as_colab_writes_it, with_an_id_of_its_own])
def test_cells_whose_ids_were_lost_are_known_by_what_they_say(keep_id):
    merged, _ = merge(LESSON, worked(keep_id), LESSON)
    assert [cell["id"] for cell in merged["cells"]] == [cell["id"] for cell in LESSON["cells"]]
    assert dict(texts(merged))["neuron-net_input"] == ANSWERED


def test_an_answer_beside_the_untouched_cell_stays_where_the_student_wrote_it():
    mine = notebook(*LESSON["cells"], {"cell_type": "code", "source": ANSWERED, "metadata": {}})
    merged, _ = merge(LESSON, mine, LESSON)
    assert len(merged["cells"]) == len(mine["cells"])
    assert texts(merged)[-1][1] == ANSWERED


def test_what_changed_is_said_in_words():
    words = "new cells: 3; your text kept below the new one: 1; the lesson has another order"
    assert str(Changes(new=3, kept_below=1, reordered=True)) == words
    assert str(Changes()) == ""


cells = st.builds(
    cell,
    st.sampled_from("abcdef"),
    st.sampled_from(TEXTS),
    st.sampled_from(["code", "markdown"]),
    st.sampled_from([{}, ANSWER, LOCKED]),
)
notebooks = st.lists(cells, max_size=6, unique_by=lambda one: one["id"]).map(
    lambda some: notebook(*some)
)


@given(notebooks, notebooks, notebooks)
def test_no_line_that_the_student_wrote_is_ever_lost(before, mine, now):
    given_out = {one["source"] for one in before["cells"]}
    merged, _ = merge(before, mine, now)
    shown = "\n".join(one["source"] for one in merged["cells"])
    for one in mine["cells"]:
        assert one["source"] in given_out or one["source"] in shown


@given(notebooks, notebooks, notebooks)
def test_an_update_leaves_no_id_twice_and_a_second_one_changes_nothing(before, mine, now):
    merged, _ = merge(before, mine, now)
    ids = [one["id"] for one in merged["cells"]]
    assert len(ids) == len(set(ids))
    again, changes = merge(now, merged, now)
    assert texts(again) == texts(merged)
    assert not changes


def test_of_two_copies_of_an_answer_the_one_that_grading_takes_keeps_the_place():
    question = next(cell for cell in LESSON["cells"] if cell["id"] == "neuron-synapse_role")
    first, second = ({**question, "source": f'synapse_role = "{letter}"'} for letter in ("a", "b"))
    others = [cell for cell in LESSON["cells"] if cell is not question]
    place = LESSON["cells"].index(question)
    mine = notebook(*others[:place], first, second, *others[place:])
    merged, _ = merge(LESSON, mine, LESSON)
    answers = [text for _, text in texts(merged) if text in (first["source"], second["source"])]
    assert answers == [first["source"], second["source"]]
    assert dict(texts(merged))["neuron-synapse_role"] == second["source"]


def test_the_kernel_stays_the_students_and_pictures_stay_with_what_was_kept():
    picture = {"a.png": {"image/png": "iVBORw0="}}
    mine = notebook(cell("text", "Mine.", "markdown", attachments=picture), *GIVEN["cells"][1:])
    mine["metadata"] = {"kernelspec": {"name": "mine"}}
    newer = notebook(cell("text", "Newest.", "markdown"), *GIVEN["cells"][1:])
    newer["metadata"] = {"kernelspec": {"name": "python3"}}
    merged, _ = merge(GIVEN, mine, newer)
    assert merged["metadata"]["kernelspec"] == {"name": "mine"}
    assert merged["cells"][1]["attachments"] == picture
