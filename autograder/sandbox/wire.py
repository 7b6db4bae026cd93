"""Plain data as JSON text and back: the only language between the judge and the worker.

Every value that is not a JSON scalar becomes a list whose first item is a tag. Nothing is ever
pickled, and the reader trusts nothing: what is malformed is a ProtocolError, never a surprise.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.exercises.model import Rng
from autograder.judging.plain import MAX_DEPTH, Foreign, Plain
from autograder.sandbox.arrays import ProtocolError, array_from_wire, array_to_wire

MAX_FRAME = 32_000_000
MAX_NODES = 500_000
MAX_TEXT = 100_000
PLAIN_INT = 2**53
MAX_INT_BITS = 14_000  # Python writes no integer of more than 4,300 digits
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
FUNCTION = re.compile(r"nnlib(\.[a-z_][a-z_0-9]*)*:[A-Za-z_][A-Za-z_0-9]*")

__all__ = ["MAX_FRAME", "ProtocolError", "clean_text", "decode", "encode", "pack", "unpack"]


def encode(value: Any) -> Any:
    """Return a value as what JSON can hold; a function of nnlib becomes its name."""
    if value is None or type(value) in (bool, float):
        return value
    if type(value) is str:
        return value if len(value) <= MAX_TEXT else encode(Foreign("long str"))
    if type(value) is int:
        return int_to_wire(value)
    if isinstance(value, np.ndarray | np.generic):
        array = array_to_wire(np.asarray(value))
        return encode(Foreign(f"{value.dtype.name} array")) if array is None else ["array", *array]
    if type(value) in (list, tuple):
        return [type(value).__name__, *map(encode, value)]
    if type(value) is dict:
        return ["dict", *([key, encode(item)] for key, item in value.items())]
    return special_to_wire(value)


def int_to_wire(value: int) -> Any:
    """Return an integer as itself, or in hexadecimal if it is long."""
    if abs(value) <= PLAIN_INT:
        return value
    return ["int", hex(value)] if value.bit_length() <= MAX_INT_BITS else encode(Foreign("int"))


def special_to_wire(value: Any) -> list[Any]:
    """Return a foreign value, a generator's marker or a function of nnlib with its tag."""
    if isinstance(value, Foreign):
        return ["foreign", clean_text(value.type_name, 200)]
    if isinstance(value, Rng):
        return ["rng", value.seed]
    name = f"{getattr(value, '__module__', '')}:{getattr(value, '__qualname__', '')}"
    if callable(value) and FUNCTION.fullmatch(name):
        return ["function", name]
    raise ProtocolError(f"a {type(value).__name__} cannot cross between judge and worker")


def decode(data: Any, *, function: Callable[[str], Any] | None = None) -> Plain:
    """Return the value that `encode` wrote.

    `function` finds a function of nnlib by its name "module:qualname"; where it is None, as on
    the judge's side, no function is taken. Raises ProtocolError for everything that `encode`
    does not write.
    """
    return decode_value(data, function, 0)


def decode_value(data: Any, function: Callable[[str], Any] | None, depth: int) -> Plain:
    """Read one value at some depth."""
    if data is None or type(data) in (bool, int, float):
        return data
    if type(data) is str:
        return short_text(data)
    if type(data) is not list or not data or type(data[0]) is not str or depth > MAX_DEPTH + 2:
        raise ProtocolError("a value is malformed or nested too deeply")
    tag, *items = data
    if tag in ("list", "tuple"):
        values = [decode_value(item, function, depth + 1) for item in items]
        return values if tag == "list" else tuple(values)
    if tag == "dict":
        return dict(pair(item, function, depth + 1) for item in items)
    if tag == "function" and function is not None and FUNCTION.fullmatch(only_text(items)):
        return function(items[0])
    return decode_leaf(tag, items)


def pair(item: Any, function: Callable[[str], Any] | None, depth: int) -> tuple[str, Plain]:
    """Read one item of a dict."""
    if type(item) is not list or len(item) != 2 or type(item[0]) is not str:
        raise ProtocolError("an item of a dict is malformed")
    return short_text(item[0]), decode_value(item[1], function, depth)


def short_text(text: str) -> str:
    """Return a text unless it is too long to be compared and shown."""
    if len(text) > MAX_TEXT:
        raise ProtocolError("a text is too long")
    return text


def decode_leaf(tag: str, items: list[Any]) -> Plain:
    """Read a tagged value that holds no other values."""
    if tag == "array":
        return array_from_wire(items)
    if tag == "foreign":
        return Foreign(clean_text(only_text(items), 200))
    if tag == "int":
        return long_int(only_text(items))
    if tag == "rng" and len(items) == 1 and type(items[0]) is int and items[0] >= 0:
        return Rng(items[0])
    raise ProtocolError("a value has an unknown tag or wrong content")


def only_text(items: list[Any]) -> str:
    """Return the one string that a tag must be followed by."""
    if len(items) != 1 or type(items[0]) is not str:
        raise ProtocolError("a tag is not followed by one text")
    return str(items[0])


def long_int(text: str) -> int:
    """Read a hexadecimal integer."""
    if len(text) > MAX_INT_BITS // 4 + 8 or not re.fullmatch(r"-?0x[0-9a-f]+", text):
        raise ProtocolError("a long integer is malformed")
    return int(text, 16)


def pack(data: Any) -> bytes:
    """Return JSON data as the bytes of one frame; raises ProtocolError if they are too many."""
    raw = json.dumps(data, separators=(",", ":")).encode("ascii")
    if len(raw) > MAX_FRAME or nodes(raw) > MAX_NODES:
        raise ProtocolError("the value is too large to be looked at")
    return raw


def unpack(raw: bytes) -> Any:
    """Return the JSON data of one frame; raises ProtocolError for anything else."""
    if len(raw) > MAX_FRAME or nodes(raw) > MAX_NODES:
        raise ProtocolError("a frame is too large")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"a frame is not JSON: {type(error).__name__}") from None


def nodes(raw: bytes) -> int:
    """Bound the number of objects that reading the text would make."""
    return raw.count(b",") + raw.count(b"[") + raw.count(b"{")


def clean_text(text: str, limit: int) -> str:
    """Return text that a notebook and a database can keep: bounded, no control characters."""
    clean = CONTROL.sub("", text[:limit])
    return clean if len(text) <= limit else clean + "…"
