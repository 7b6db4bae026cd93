import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.judging.observe import Observation, StudentError
from autograder.sandbox.protocol.frames import pack, unpack
from autograder.sandbox.protocol.replies import (
    CellReport,
    Fetched,
    NotAFunction,
    TooLarge,
    Undefined,
    cell_from_wire,
    cell_to_wire,
    fetched_from_wire,
    observations_to_wire,
    observed_from_wire,
)
from autograder.sandbox.protocol.wire import ProtocolError

CALLS = ((np.array([1.0]),), (2,))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=3),
)
READERS = {
    cell_from_wire: CellReport,
    fetched_from_wire: Fetched | Undefined | TooLarge,
    lambda data: observed_from_wire(data, CALLS): tuple | NotAFunction | Undefined | TooLarge,
}
HEADS = st.sampled_from(["values", "stopped", "not_callable", "undefined", "other"])


def over_the_border(data):
    return unpack(pack(data))


def test_a_report_on_a_cell_comes_back_as_it_was():
    report = CellReport(StudentError("ValueError", "bad", 3, "x = f()"), "7")
    assert cell_from_wire(over_the_border(cell_to_wire(report))) == report
    assert cell_from_wire(over_the_border(cell_to_wire(CellReport()))) == CellReport()


def test_observations_come_back_as_they_were():
    seen = (
        Observation(value=(1.5, "a"), changed=(0,), repeats=False),
        Observation(error=StudentError("TypeError", "no", 1, "f(x)")),
    )
    assert observed_from_wire(over_the_border(observations_to_wire(seen)), CALLS) == seen


@given(JSON | st.tuples(HEADS, JSON).map(list))
def test_random_json_is_refused_or_read_as_a_reply(data):
    for read, kind in READERS.items():
        try:
            reply = read(data)
        except ProtocolError:
            continue
        assert isinstance(reply, kind)


@pytest.mark.parametrize(
    "one",
    [
        [1, None, [5], True],  # there is no argument number 5
        [1, None, [True], True],
        [1, None, [], 1],
        [1, ["E", "text", -1, ""], [], True],
        [1, ["E", "text", 1], [], True],
        [1, None, []],
    ],
)
def test_a_malformed_observation_is_refused(one):
    good = [1, None, [], True]
    with pytest.raises(ProtocolError):
        observed_from_wire(["values", [good, one]], CALLS)


@pytest.mark.parametrize("read", [fetched_from_wire, lambda data: observed_from_wire(data, CALLS)])
def test_what_was_too_large_to_send_is_said_to_be(read):
    assert read(["too_large", None]) == TooLarge()


def test_fewer_observations_than_calls_are_refused():
    with pytest.raises(ProtocolError, match="one observation for each call"):
        observed_from_wire(["values", [[1, None, [], True]]], CALLS)
