"""Plain data as JSON data and back: the only language between the judge and the worker.

Every value that is not a JSON scalar becomes a list whose first item is a tag; an array becomes
its dtype, its shape and its bytes. Nothing is ever pickled, and the reader trusts nothing: what is
malformed is a ProtocolError, never a surprise.
"""

import base64
import binascii
import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Rng
from autograder.judging.plain import (
    MAX_DEPTH,
    MAX_INT_BITS,
    Array,
    Foreign,
    Plain,
    clean_text,
    long_integer,
)

MAX_TEXT = 100_000
MAX_NAME = 200
MAX_ARRAY_BYTES = 8_000_000
MAX_DIMENSIONS = 32
MAX_LENGTH = MAX_ARRAY_BYTES  # no array with anything in it is longer along an axis
MAX_CODE_POINT = 0x10FFFF
PLAIN_INT = 2**53
DTYPE = re.compile(r"[<>|][biufcU][0-9]{1,5}")
FUNCTION = re.compile(r"nnlib(\.[a-z_][a-z_0-9]*)*:[A-Za-z_][A-Za-z_0-9]*")

FindFunction = Callable[[str], Any] | None


class ProtocolError(Exception):
    """The other side sent something that it must not send; the text says which part is wrong."""


def encode(value: Any) -> Any:
    """Return a value as JSON data; a function of nnlib becomes its name.

    Raises ProtocolError for a value that is not plain data.
    """
    if value is None or type(value) in (bool, float):
        return value
    if type(value) is str:
        return value if len(value) <= MAX_TEXT else encode(Foreign("long str"))
    if type(value) is int:
        return encode_int(value)
    if isinstance(value, np.ndarray | np.generic):
        return encode_array(np.asarray(value))
    if type(value) in (list, tuple):
        return [type(value).__name__, *map(encode, value)]
    if type(value) is dict:
        if any(len(key) > MAX_TEXT for key in value):
            return encode(Foreign("dict with a long key"))
        return ["dict", *([key, encode(item)] for key, item in value.items())]
    return encode_special(value)


def encode_int(value: int) -> Any:
    """Return an integer as it is, or in hexadecimal if it is long."""
    if abs(value) <= PLAIN_INT:
        return value
    is_long = value.bit_length() > MAX_INT_BITS
    return encode(long_integer(value)) if is_long else ["int", hex(value)]


def encode_array(array: Array) -> list[Any]:
    """Return dtype, shape and bytes in base64; a foreign value if it is too large or odd."""
    dtype, too_large = array.dtype.str, array.nbytes > MAX_ARRAY_BYTES
    too_long = max(array.shape, default=0) > MAX_LENGTH or array.ndim > MAX_DIMENSIONS
    if too_large or too_long or not DTYPE.fullmatch(dtype) or array.dtype.itemsize == 0:
        return encode_special(Foreign(f"{array.dtype.name} array"))
    content = base64.b64encode(array.tobytes()).decode("ascii")
    return ["array", dtype, list(array.shape), content]


def encode_special(value: Any) -> list[Any]:
    """Return a foreign value, the marker of a generator or a function of nnlib with its tag."""
    if isinstance(value, Foreign):
        return ["foreign", clean_text(value.type_name, MAX_NAME)]
    if isinstance(value, Rng):
        return ["rng", value.seed]
    name = f"{getattr(value, '__module__', '')}:{getattr(value, '__qualname__', '')}"
    if callable(value) and FUNCTION.fullmatch(name):
        return ["function", name]
    raise ProtocolError(f"a {type(value).__name__} cannot cross between judge and worker")


def decode(data: Any, *, function: FindFunction = None) -> Plain:
    """Return the value that `encode` wrote.

    `function` returns a function of nnlib by its name "module:qualname"; where it is None, as on
    the judge's side, functions are refused. Raises ProtocolError for everything that `encode`
    does not write.
    """
    return decode_value(data, function, 0)


def decode_value(data: Any, function: FindFunction, depth: int) -> Plain:
    """Return one value at some depth."""
    if data is None or type(data) in (bool, int, float):
        return data
    if type(data) is str:
        return bounded_text(data)
    if type(data) is not list or not data or type(data[0]) is not str or depth > MAX_DEPTH + 2:
        raise ProtocolError("a value is malformed or nested too deeply")
    tag, *items = data
    if tag in ("list", "tuple"):
        values = [decode_value(item, function, depth + 1) for item in items]
        return values if tag == "list" else tuple(values)
    if tag == "dict":
        return dict(decode_pair(item, function, depth + 1) for item in items)
    if tag == "function" and function is not None and FUNCTION.fullmatch(only_text(items)):
        return function(items[0])
    return decode_leaf(tag, items)


def decode_pair(item: Any, function: FindFunction, depth: int) -> tuple[str, Plain]:
    """Return the key and the value of one item of a dict."""
    if type(item) is not list or len(item) != 2 or type(item[0]) is not str:
        raise ProtocolError("an item of a dict is malformed")
    return bounded_text(item[0]), decode_value(item[1], function, depth)


def decode_leaf(tag: str, items: list[Any]) -> Plain:
    """Return a tagged value that holds no other values."""
    if tag == "array":
        return decode_array(items)
    if tag == "foreign":
        return Foreign(clean_text(only_text(items), MAX_NAME))
    if tag == "int":
        return decode_int(only_text(items))
    if tag == "rng" and len(items) == 1 and type(items[0]) is int and items[0] >= 0:
        return Rng(items[0])
    raise ProtocolError("a value has an unknown tag or wrong content")


def bounded_text(text: str) -> str:
    """Return a text unless it is too long to be compared and shown."""
    if len(text) > MAX_TEXT:
        raise ProtocolError("a text is too long")
    return text


def only_text(items: list[Any]) -> str:
    """Return the one string that must follow a tag."""
    if len(items) != 1 or type(items[0]) is not str:
        raise ProtocolError("a tag is not followed by one text")
    return str(items[0])


def decode_int(text: str) -> int:
    """Return an integer written in hexadecimal."""
    if len(text) > MAX_INT_BITS // 4 + 8 or not re.fullmatch(r"-?0x[0-9a-f]+", text):
        raise ProtocolError("a long integer is malformed")
    return int(text, 16)


def decode_array(items: list[Any]) -> Array:
    """Return the array of dtype, shape and bytes; raises ProtocolError if they do not agree."""
    if len(items) != 3 or type(items[1]) is not list:
        raise ProtocolError("an array is not dtype, shape and bytes")
    dtype, shape, raw = decode_dtype(items[0]), decode_shape(items[1]), decode_bytes(items[2])
    if math.prod(shape) * dtype.itemsize != len(raw):
        raise ProtocolError("an array's bytes do not fill its shape")
    check_content(dtype, raw)
    try:
        return np.frombuffer(raw, dtype=dtype).reshape(shape).copy()
    except ValueError as error:
        raise ProtocolError(f"an array is malformed: {error}") from None


def decode_dtype(text: Any) -> np.dtype[Any]:
    """Return a dtype of numbers or strings."""
    if type(text) is not str or not DTYPE.fullmatch(text):
        raise ProtocolError("an array's dtype is not one of numbers or strings")
    try:
        dtype = np.dtype(text)
    except TypeError:
        raise ProtocolError("an array's dtype does not exist") from None
    if dtype.itemsize == 0:
        raise ProtocolError("an array's items have no size")
    return dtype


def decode_shape(shape: list[Any]) -> tuple[int, ...]:
    """Return a shape: not too many lengths, none negative."""
    good = all(type(length) is int and 0 <= length <= MAX_LENGTH for length in shape)
    if not good or len(shape) > MAX_DIMENSIONS:
        raise ProtocolError("an array's shape is malformed")
    return tuple(shape)


def decode_bytes(text: Any) -> bytes:
    """Return the bytes that base64 stands for, read strictly."""
    if type(text) is not str or len(text) > MAX_ARRAY_BYTES * 4 // 3 + 8:
        raise ProtocolError("an array's bytes are missing or too many")
    try:
        return base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise ProtocolError("an array's bytes are not base64") from None


def check_content(dtype: np.dtype[Any], raw: bytes) -> None:
    """Refuse bytes that are not truth values or characters, which NumPy would not notice."""
    if dtype.kind == "b" and raw.translate(None, b"\x00\x01"):
        raise ProtocolError("an array of truth values holds something else")
    if dtype.kind == "U":
        points = np.frombuffer(raw, dtype=f"{dtype.byteorder}u4")
        if points.size and int(points.max()) > MAX_CODE_POINT:
            raise ProtocolError("an array of strings holds something else")
