"""Read what is left of a zip file whose end is missing, which lists what it holds.

Each entry begins with a header of its own; those that are whole are read one after the other.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from autograder.collecting.archives.entries import Entry, Staging, TooLargeError, Unpacked
from autograder.collecting.archives.names import decoded, is_left_behind, why_refused, with_slashes

HEADER = struct.Struct("<4s5H3L2H")
SIGNATURE = b"PK\x03\x04"
STORED, DEFLATED = 0, 8
ENCRYPTED, SIZE_FOLLOWS = 0x1, 0x8
MOST_BYTES = 1_000_000_000  # of a damaged file, which is read as a whole


def salvaged(file: Path, within: str, unpacked: Unpacked, staging: Staging) -> list[Entry]:
    """Take every whole entry of a damaged zip file."""
    if file.stat().st_size > MOST_BYTES:
        return []
    data = file.read_bytes()
    entries = []
    for raw, content in whole_entries(data, staging.bounds.bytes_of_one):
        path = with_slashes(decoded([raw])[0])[0]
        if not path or raw.endswith(b"/") or is_left_behind(path):
            continue
        if content is None or why_refused(path):
            why = why_refused(path) or "it is not whole"
            unpacked.leave(within + path, "archive", why)
            continue
        try:
            entries.append(staging.take(f"{within}{path}", io.BytesIO(content), None, len(content)))
        except TooLargeError as error:
            unpacked.leave(within + path, "archive", str(error))
    return entries


def whole_entries(data: bytes, most: int) -> Iterator[tuple[bytes, bytes | None]]:
    """Yield each entry's name and content, None for one that is not whole."""
    at = data.find(SIGNATURE)
    while at >= 0 and at + HEADER.size <= len(data):
        _, _, flags, method, _, _, crc, packed, size, name_size, extra = HEADER.unpack_from(
            data, at
        )
        name_at = at + HEADER.size
        start = name_at + name_size + extra
        name = data[name_at : name_at + name_size]
        content, end = None, name_at
        if not flags & ENCRYPTED and start <= len(data):
            known = None if flags & SIZE_FOLLOWS else (packed, size, crc)
            content, end = content_at(data, start, method, known, most)
        yield name, content
        at = data.find(SIGNATURE, end)


def content_at(
    data: bytes, start: int, method: int, known: tuple[int, int, int] | None, most: int
) -> tuple[bytes | None, int]:
    """Return the content that begins somewhere, None if not whole, and where to look further."""
    if method == DEFLATED:
        content, end = inflated(data, start, most)
    elif method == STORED and known and start + known[0] <= len(data):
        content, end = data[start : start + known[0]], start + known[0]
    else:
        return None, start
    if content is not None and known and zlib.crc32(content) != known[2]:
        return None, end
    return content, end


def inflated(data: bytes, start: int, most: int) -> tuple[bytes | None, int]:
    """Unpack a stream of unknown length; None if it is cut off, broken or too long."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = unpacker.decompress(memoryview(data)[start:], most)
    except zlib.error:
        return None, start
    if not unpacker.eof:
        return None, start
    return content, len(data) - len(unpacker.unused_data)
