"""Frames as a hostile worker would send them: rubbish, spoiled true replies, lying arrays."""

import base64
import json
import random
import struct
from typing import Any

from autograder.sandbox.protocol.frames import pack

TAGS = ("list", "tuple", "dict", "array", "int", "foreign", "rng", "function", "values", "stopped")
DTYPES = ("<f8", ">f8", "<f4", "<f2", "<f16", ">c16", "<c32", "|b1", "<i8", ">i2", "|u1", "<U1")
DTYPES += ("<U9", ">U3", "<U99999", "<U0", "|O8", "<M8", "|V4", "<f7", "f8", "")
TEXTS = ("", "nan", "\ud800", "\x00\x1b[2J", "\u202e", "NotImplementedError", "x" * 3000)
NUMBERS = (
    0,
    -0.0,
    -1,
    True,
    None,
    float("nan"),
    float("inf"),
    1e308,
    5e-324,
    2**53,
    2**63,
    10**400,
)
LENGTHS = (0, 1, 2, 3, 7, 2**20, 2**31 - 1, 2**31, 2**40, 2**63, -1, True, 1.0, "2")
LITERALS = (
    b"1e400",
    b"-1e400",
    b"-0",
    b"NaN",
    b"Infinity",
    b"9" * 5000,
    b"1e",
    b"[]",
    b"{}",
    b'""',
)
DEEPEST = 20
MOST_ITEMS = 40_000


def hostile_frame(true: list[bytes], rng: random.Random) -> bytes:
    """Return the bytes of one frame; `true` are replies that an honest worker gave."""
    kind = rng.choices(("rubbish", "bytes", "tree", "node", "large"), (1, 3, 3, 6, 0.05))[0]
    if kind == "rubbish":
        return rng.randbytes(rng.randrange(200))
    if kind == "bytes":
        return spoiled_bytes(rng.choice(true), rng.choice(true), rng)
    content = json.loads(rng.choice(true)) if kind == "node" else hostile_tree(rng, 0)
    for _ in range(rng.randint(1, 3) if kind == "node" else 0):
        content = spoiled_node(content, rng)
    return as_text(large_value(rng) if kind == "large" else content)


def as_text(content: Any) -> bytes:
    """Return JSON text, of numbers which no JSON should hold too."""
    try:
        return json.dumps(content).encode()
    except (ValueError, RecursionError):  # an integer of too many digits, a tree too deep
        return b"[" * 50


def spoiled_bytes(raw: bytes, other: bytes, rng: random.Random) -> bytes:
    """Flip, cut, double or splice bytes of a true reply, or put a strange number into it."""
    start, end = sorted(rng.randrange(len(raw) + 1) for _ in range(2))
    place = rng.randrange(len(other) + 1)
    ways = (
        raw[:start],
        raw[:start] + rng.randbytes(rng.randint(1, 4)) + raw[start + 1 :],
        raw[:start] + raw[end:],
        raw[:end] + raw[start:],
        raw[:start] + other[place:],
        raw[:start] + rng.choice(LITERALS) + raw[end:],
        raw.decode("utf-8", "replace").encode(rng.choice(("utf-16", "utf-32", "utf-8-sig"))),
    )
    return rng.choice(ways)


def spoiled_node(content: Any, rng: random.Random) -> Any:
    """Return the tree with one of its nodes replaced, dropped, doubled or wrapped."""
    if type(content) is not list or not content or rng.random() < 0.15:
        return rng.choice(([content], hostile_leaf(rng), ["list", content], [content, content]))
    items = list(content)
    place = rng.randrange(len(items))
    way = rng.random()
    if way < 0.7:
        items[place] = spoiled_node(items[place], rng)
    elif way < 0.8:
        del items[place]
    elif way < 0.9:
        items.insert(place, items[place])
    else:
        items[place] = hostile_tree(rng, 0)
    return items


def hostile_tree(rng: random.Random, depth: int) -> Any:
    """Return JSON that is near the grammar."""
    if depth > DEEPEST or rng.random() < 0.35:
        return hostile_leaf(rng)
    tag = rng.choice(TAGS)
    if tag == "array":
        return hostile_array(rng)
    items = [hostile_tree(rng, depth + 1) for _ in range(rng.randrange(4))]
    if tag == "dict" and rng.random() < 0.8:
        items = [[rng.choice(TEXTS), item] for item in items]
    if tag == "int":
        items = [rng.choice(("0x", "-0x", "")) + "f" * rng.choice((1, 20, 3500, 3600, 30_000))]
    return [tag, *items]


def hostile_leaf(rng: random.Random) -> Any:
    """Return a number, a text or an array that may lie."""
    return rng.choice((rng.choice(NUMBERS), rng.choice(TEXTS), hostile_array(rng), rng.random()))


def hostile_array(rng: random.Random) -> Any:
    """Return an array whose dtype, shape and bytes may disagree."""
    dtype = rng.choice(DTYPES)
    shape = [rng.choice(LENGTHS[:5] if rng.random() < 0.8 else LENGTHS) for _ in range(3)]
    shape = shape[: rng.randrange(4)]
    count = 1
    for length in shape:
        count *= length if type(length) is int and 0 <= length < 100 else 1
    size = int(dtype[2:]) if dtype[2:].isdigit() else 1
    right = min(count * size * (4 if "U" in dtype else 1), 1_000_000)
    length = right if rng.random() < 0.8 else rng.randrange(64)
    raw = bytes(length) if rng.random() < 0.3 else rng.randbytes(length)
    if rng.random() < 0.1:
        raw = struct.pack("<I", 0xD800) * (length // 4)
    return ["array", dtype, shape, base64.b64encode(raw).decode()]


def large_value(rng: random.Random) -> Any:
    """Return something large: many items, many keys, one long text beside many short ones."""
    count = rng.randrange(1, MOST_ITEMS)
    array = ["array", "<U1", [rng.randint(1, 20)], ""]
    array[3] = base64.b64encode(bytes(4 * array[2][0])).decode()
    wide = ["array", "<U9999", [array[2][0]], ""]
    wide[3] = base64.b64encode(bytes(4 * 9999 * array[2][0])).decode()
    return rng.choice(
        (
            ["list", *[rng.random()] * count],
            ["tuple", *[["list"]] * count],
            ["list", "x" * rng.choice((99_999, 100_001)), *["y"] * count],
            ["dict", *([str(i), i] for i in range(count))],
            ["list", wide, *[array] * (count // 20)],
            ["list", *[["array", "<f8", [1], "AAAAAAAAAAA="]] * (count // 10)],
            ["array", "<f8", [count, 0], ""],
            ["array", "|u1", [count * 100], base64.b64encode(bytes(count * 100)).decode()],
            [rng.choice(("list", "values")), *[rng.choice(NUMBERS)] * count],
        )
    )


def numbered(number: Any, content: bytes) -> bytes:
    """Return the frame that answers request `number`."""
    return b"[" + pack(number) + b"," + content + b"]"
