"""Arrays across the border: dtype, shape and bytes, checked before a single number is read."""

import base64
import binascii
import math
import re
from typing import Any

import numpy as np

from autograder.judging.plain import Array

MAX_ARRAY_BYTES = 8_000_000
MAX_DIMENSIONS = 32
MAX_LENGTH = MAX_ARRAY_BYTES  # no array with anything in it is longer along an axis
DTYPE = re.compile(r"[<>|][biufcU][0-9]{1,5}")
MAX_CODE_POINT = 0x10FFFF

Wire = tuple[str, list[int], str]


class ProtocolError(Exception):
    """What came over the border is not what may come; the text says which part."""


def array_to_wire(array: Array) -> Wire | None:
    """Return dtype, shape and bytes in base64; None if the array is too large or not of numbers."""
    kind = array.dtype.str
    if not DTYPE.fullmatch(kind) or array.dtype.itemsize == 0 or array.nbytes > MAX_ARRAY_BYTES:
        return None
    if max(array.shape, default=0) > MAX_LENGTH or array.ndim > MAX_DIMENSIONS:
        return None
    return kind, list(array.shape), base64.b64encode(array.tobytes()).decode("ascii")


def array_from_wire(items: list[Any]) -> Array:
    """Return the array of dtype, shape and bytes; raises ProtocolError if they do not agree."""
    if len(items) != 3 or type(items[1]) is not list:
        raise ProtocolError("an array is not dtype, shape and bytes")
    dtype, shape, raw = checked_dtype(items[0]), checked_shape(items[1]), checked_bytes(items[2])
    if math.prod(shape) * dtype.itemsize != len(raw):
        raise ProtocolError("an array's bytes do not fill its shape")
    check_content(dtype, raw)
    try:
        return np.frombuffer(raw, dtype=dtype).reshape(shape).copy()
    except ValueError as error:
        raise ProtocolError(f"an array is malformed: {error}") from None


def checked_dtype(text: Any) -> np.dtype[Any]:
    """Read a dtype of numbers or strings."""
    if type(text) is not str or not DTYPE.fullmatch(text):
        raise ProtocolError("an array's dtype is not one of numbers or strings")
    try:
        dtype = np.dtype(text)
    except TypeError:
        raise ProtocolError("an array's dtype does not exist") from None
    if dtype.itemsize == 0:
        raise ProtocolError("an array's items have no size")
    return dtype


def checked_shape(shape: list[Any]) -> tuple[int, ...]:
    """Read a shape: not too many lengths, none negative."""
    good = all(type(length) is int and 0 <= length <= MAX_LENGTH for length in shape)
    if not good or len(shape) > MAX_DIMENSIONS:
        raise ProtocolError("an array's shape is malformed")
    return tuple(shape)


def checked_bytes(text: Any) -> bytes:
    """Read base64 strictly."""
    if type(text) is not str or len(text) > MAX_ARRAY_BYTES * 4 // 3 + 8:
        raise ProtocolError("an array's bytes are missing or too many")
    try:
        return base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise ProtocolError("an array's bytes are not base64") from None


def check_content(dtype: np.dtype[Any], raw: bytes) -> None:
    """Refuse bytes that are no truth values or no characters, which NumPy would not notice."""
    if dtype.kind == "b" and raw.translate(None, b"\x00\x01"):
        raise ProtocolError("an array of truth values holds something else")
    if dtype.kind == "U":
        points = np.frombuffer(raw, dtype=f"{dtype.byteorder}u4")
        if points.size and int(points.max()) > MAX_CODE_POINT:
            raise ProtocolError("an array of strings holds something else")
