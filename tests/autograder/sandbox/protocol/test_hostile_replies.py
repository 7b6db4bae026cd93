"""Whatever a worker sends, reading and judging it ends in a refusal or in a student's verdict."""

import base64
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.exercises import load
from autograder.judging.exam import decide, prepare
from autograder.sandbox.protocol.frames import pack, unpack
from autograder.sandbox.protocol.replies import observations_to_wire, observed_from_wire
from autograder.sandbox.protocol.wire import ProtocolError

NAMES = ("neuron.net_input", "perceptron.train", "xor.first_repeat", "optimizers.batch_indices")
EXAMS = [prepare(load()[name], 5) for name in NAMES]
DTYPES = st.sampled_from(
    ["<f8", ">f8", "<f2", "<f16", "|b1", ">i2", "<U2", "<U9999", "|O8", "<c16"]
)
LENGTHS = st.sampled_from([0, 1, 2, 3, 2**20, 2**31, 2**40, -1])
NUMBERS = st.floats() | st.integers() | st.sampled_from([2**64, -(10**300), True, None])


@st.composite
def arrays(draw):
    dtype, shape = draw(DTYPES), draw(st.lists(LENGTHS, max_size=3))
    size = int(dtype[2:]) * (4 if "U" in dtype else 1)
    for length in shape:
        size *= length if 0 <= length < 10 else 1
    raw = draw(st.sampled_from([b"\0", b"\1", b"\xff", b"\x7f"])) * min(size, 200_000)
    return ["array", dtype, shape, base64.b64encode(raw).decode()]


LEAVES = NUMBERS | st.text(max_size=5) | arrays()
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.tuples(st.sampled_from(["list", "tuple"]), st.lists(inner, max_size=4)).map(
            lambda one: [one[0], *one[1]]
        )
        | st.lists(st.tuples(st.text(), inner).map(list), max_size=3).map(lambda x: ["dict", *x])
    ),
    max_leaves=10,
)


def verdict_on(exam, value, place=0):
    """Judge a reply whose one call returned `value`, the others what is right."""
    reply = observations_to_wire(exam.expected)
    reply[1][place % len(exam.calls)][0] = value
    return decide(exam, observed_from_wire(unpack(json.dumps(reply).encode()), exam.calls))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(EXAMS), VALUES, st.integers(0, 20))
def test_every_value_is_refused_or_judged_and_never_our_fault(exam, value, place):
    try:
        verdict = verdict_on(exam, value, place)
    except ProtocolError:
        return
    assert verdict.passed is not None
    assert verdict.message.encode("utf-8")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(EXAMS), st.integers(0, 2000), st.binary(max_size=4), st.integers(0, 4))
def test_a_spoiled_true_reply_is_refused_or_judged(exam, place, inserted, dropped):
    raw = pack(observations_to_wire(exam.expected))
    place %= len(raw)
    try:
        reply = unpack(raw[:place] + inserted + raw[place + dropped :])
        seen = observed_from_wire(reply, exam.calls)
    except ProtocolError:
        return
    assert not isinstance(seen, tuple) or decide(exam, seen).passed is not None


def array(dtype, shape, raw):
    return ["array", dtype, shape, base64.b64encode(raw).decode()]


LARGE = {
    "a long text among many short ones": ["list", "x" * 99_999, *["y"] * 50_000],
    "a wide array of text among narrow ones": [
        "list",
        array("<U9999", [20], bytes(4 * 9999 * 20)),
        *[array("<U1", [20], bytes(80))] * 1000,
    ],
    "many numbers": ["list", *[1.5] * 250_000],
    "many arrays": ["list", *[array("<f8", [1], bytes(8))] * 40_000],
    "many empty lists": ["tuple", *[["list"]] * 120_000],
    "an empty array with a long axis": array("<f8", [2**20, 0], b""),
    "the longest integer": ["int", "0x" + "f" * 3500],
    "many keys": ["dict", *([str(i), i] for i in range(60_000))],
    "half a character": "\ud800",
    "half characters in an array": array("<U2", [2], b"\0\xd8\0\0" * 4),
}


@pytest.mark.parametrize("exam", EXAMS, ids=NAMES)
@pytest.mark.parametrize("kind", LARGE)
def test_a_large_or_strange_value_is_wrong_and_can_be_written_down(exam, kind):
    verdict = verdict_on(exam, LARGE[kind])
    assert verdict.passed is False
    assert verdict.message.encode("utf-8")
    assert len(verdict.returned) <= 300
