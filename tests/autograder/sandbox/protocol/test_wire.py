import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.exercises.model import Rng
from autograder.judging.plain import Foreign, clean_text, same_plain
from autograder.sandbox.protocol.frames import MAX_FRAME, pack, unpack
from autograder.sandbox.protocol.wire import ProtocolError, decode, encode
from nnlib import activations

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
DTYPES = hnp.boolean_dtypes() | hnp.integer_dtypes() | hnp.floating_dtypes()
ARRAYS = hnp.arrays(DTYPES | hnp.complex_number_dtypes(), hnp.array_shapes(min_dims=0, min_side=0))
STRINGS = hnp.arrays(hnp.unicode_string_dtypes(min_len=1), hnp.array_shapes(max_side=3))
LEAVES = SCALARS | ARRAYS | STRINGS | st.builds(Foreign, st.text("abc .", min_size=1))
PLAIN = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(), inner, max_size=4)
    ),
    max_leaves=12,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
TAGS = st.sampled_from(["list", "tuple", "dict", "array", "int", "foreign", "rng", "function", "x"])


def over_the_border(value):
    return decode(unpack(pack(encode(value))))


@given(PLAIN)
def test_plain_data_come_back_as_they_were(value):
    assert same_plain(over_the_border(value), value)


def test_a_tuple_stays_a_tuple_and_a_list_a_list():
    assert over_the_border(((1, 2), [1, 2])) == ((1, 2), [1, 2])


def test_a_marker_of_a_generator_keeps_its_seed():
    assert over_the_border((Rng(5),)) == (Rng(5),)


def test_a_function_of_nnlib_crosses_by_its_name():
    data = encode(activations.relu)
    assert data == ["function", "nnlib.activations:relu"]
    assert decode(data, function=lambda name: name) == "nnlib.activations:relu"


def test_a_function_from_elsewhere_is_refused():
    with pytest.raises(ProtocolError, match="cannot cross"):
        encode(json.dumps)


def test_the_judge_takes_no_function_from_the_worker():
    with pytest.raises(ProtocolError):
        decode(["function", "nnlib.activations:relu"])


def test_a_function_outside_nnlib_is_not_looked_up():
    with pytest.raises(ProtocolError):
        decode(["function", "os:system"], function=lambda name: name)


@given(st.binary(max_size=200) | JSON.map(json.dumps).map(str.encode))
def test_random_bytes_are_refused_or_read_as_data_that_can_be_sent_on(raw):
    try:
        value = decode(unpack(raw))
    except ProtocolError:
        return
    assert same_plain(over_the_border(value), value)


@given(
    st.builds(
        lambda tag, rest: [tag, *rest], TAGS, st.lists(JSON, max_size=4) | st.tuples(st.text())
    )
)
def test_random_tagged_json_is_refused_or_read_as_data_that_can_be_sent_on(data):
    try:
        value = decode(data, function=str)
    except ProtocolError:
        return
    assert same_plain(over_the_border(value), value)


@given(st.text(), st.lists(st.integers() | st.booleans()), st.text())
def test_arrays_of_random_dtype_shape_and_bytes_are_refused(dtype, shape, raw):
    with pytest.raises(ProtocolError):
        decode(["array", dtype, shape, raw + "!"])


@pytest.mark.parametrize(
    "items",
    [
        ["|O", [1], "AAAAAAAAAAA="],  # objects
        ["<f8", [-1], "AAAAAAAAAAA="],  # a negative length
        ["<f8", [2], "AAAAAAAAAAA="],  # one number for two places
        ["<f8", [True], "AAAAAAAAAAA="],  # a truth value for a length
        ["<f8", [10**12, 0, 10**12], ""],  # lengths that no array can have
        ["<f8", [2**31 - 1, 0], ""],  # one that could be gone through for ever
        ["<f8", [0, 2**40], ""],
        ["<f8", [1] * 40, "AAAAAAAAAAA="],  # too many dimensions
        ["<f8", [1], "AAAAAAAAAA*="],  # not base64
        ["|b1", [1], "BQ=="],  # a truth value that is 5
        ["<U1", [1], "////fw=="],  # no character
        ["<U0", [10**9], ""],  # items without size
        ["<f7", [1], "AAAAAAAAAA=="],  # no such dtype
        [8, [1], "AAAAAAAAAAA="],
        ["<f8", 1, "AAAAAAAAAAA="],
    ],
)
def test_a_malformed_array_is_refused(items):
    with pytest.raises(ProtocolError):
        decode(["array", *items])


def test_values_nested_too_deeply_are_refused():
    data: list = ["list"]
    for _ in range(50):
        data = ["list", data]
    with pytest.raises(ProtocolError, match="deep"):
        decode(data)


def test_json_nested_too_deeply_is_refused():
    with pytest.raises(ProtocolError):
        unpack(b"[" * 500_000)


def test_a_frame_that_is_too_large_is_refused():
    with pytest.raises(ProtocolError, match="large"):
        unpack(b" " * (MAX_FRAME + 1))


def test_a_frame_of_too_many_small_things_is_refused():
    with pytest.raises(ProtocolError, match="large"):
        unpack(b"[" + b"[]," * 1_000_000 + b"1]")


def test_a_huge_array_is_named_and_not_sent():
    assert over_the_border(np.zeros(2_000_000)) == Foreign("float64 array")


def test_an_empty_array_of_endless_length_is_named_and_not_sent():
    assert over_the_border(np.zeros((2**40, 0))) == Foreign("float64 array")


def test_an_integer_too_long_to_be_written_down_is_refused_and_never_sent():
    with pytest.raises(ProtocolError, match="integer"):
        decode(["int", "0x" + "f" * 20_000])
    assert over_the_border(7**20_000) == Foreign("integer of 16902 digits")
    assert over_the_border(7**4_000) == 7**4_000
    with pytest.raises(ProtocolError):
        unpack(b"9" * 5_000)


@pytest.mark.parametrize("put", [lambda text: text, lambda text: ["dict", [text, 1]]])
def test_a_text_too_long_to_be_compared_is_refused(put):
    with pytest.raises(ProtocolError, match="too long"):
        decode(put("x" * 100_001))


def test_a_text_too_long_to_be_compared_is_named_and_not_sent():
    assert over_the_border("x" * 100_001) == Foreign("long str")


@pytest.mark.parametrize("number", [b"1e400", b"-1e400", b"Infinity", b"NaN", b"-0", b"-0.0"])
def test_numbers_that_json_should_not_hold_are_numbers(number):
    assert isinstance(decode(unpack(number)), float | int)


def test_text_loses_what_a_notebook_cannot_keep():
    assert clean_text("a\x00b\x1b[1m\ud800c\nd\té", 100) == "ab[1mc\nd\té"


def test_long_text_is_cut_with_a_mark():
    assert clean_text("abcdef", 3) == "abc…"
