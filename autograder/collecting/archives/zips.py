"""Unpack a zip file: nothing leaves its folder, nothing fills the disk, what is whole is kept."""

import lzma
import stat
import struct
import zlib
from datetime import datetime
from pathlib import Path
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from autograder.collecting.archives.entries import Entry, Staging, TooLargeError, Unpacked
from autograder.collecting.archives.names import (
    decoded,
    is_left_behind,
    why_refused,
    with_slashes,
)
from autograder.collecting.archives.salvage import salvaged
from autograder.course.names import printable, same_file_name

UTF8 = 0x800
ENCRYPTED = 0x1
UNICODE_PATH = 0x7075  # the extra field in which Info-ZIP keeps a name in UTF-8
BROKEN = (BadZipFile, LargeZipFile, RuntimeError, OSError, EOFError, ValueError)
UNPACKING = (zlib.error, lzma.LZMAError, struct.error)  # what the unpackers raise themselves
NO_TIME = (1980, 1, 1, 0, 0, 0)


def unpack_zip(file: Path, within: str, unpacked: Unpacked, staging: Staging) -> list[Entry]:
    """Unpack a zip file whose entries' paths begin with `within`; problems go to `unpacked`."""
    try:
        with ZipFile(file) as archive:
            return list(unpack_entries(archive, within, unpacked, staging))
    except (*BROKEN, *UNPACKING, IndexError):
        unpacked.problems.append(
            f"{printable(within or file.name)} is damaged: it was probably cut off while it was "
            "sent. What could be read was taken; download it again to be sure that all is there."
        )
        return salvaged(file, within, unpacked, staging)


def unpack_entries(
    archive: ZipFile, within: str, unpacked: Unpacked, staging: Staging
) -> list[Entry]:
    """Unpack an open zip file."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    names = names_of(infos, unpacked)
    paths = with_slashes(names)
    say_doubles(paths, unpacked)
    entries: list[Entry] = []
    for number, (info, name, path) in enumerate(zip(infos, names, paths, strict=True)):
        if is_left_behind(path):
            continue
        if staging.is_full:
            unpacked.problems.append(
                f"{len(infos) - number} further files were left in "
                f"{printable(unpacked.source.name)}: "
                "it holds more than is unpacked at once. Unpack it and collect its parts."
            )
            break
        reason = why_refused(name) or why_left(info)
        reason = reason or take(archive, info, f"{within}{path}", staging, entries)
        if reason:
            unpacked.leave(within + path, "archive", reason)
    return entries


def names_of(infos: list[ZipInfo], unpacked: Unpacked) -> list[str]:
    """Return the entries' names as text, and note it where they were not in UTF-8."""
    raws = [raw_name(info) for info in infos]
    names, encoding = decoded(raws)
    if encoding not in ("utf-8", ""):
        unpacked.problems.append(
            f"The names in {printable(unpacked.source.name)} are not in UTF-8; they were read as "
            f"{encoding}, an encoding of Windows. Look whether they are right."
        )
    if not encoding:
        unpacked.problems.append(
            f"The names in {printable(unpacked.source.name)} are in no known encoding; bytes that "
            "are no letters are shown as %FE"
        )
    return names


def raw_name(info: ZipInfo) -> bytes:
    """Return the bytes of a name; the extra field for names in UTF-8 comes first."""
    if info.flag_bits & UTF8:
        return info.orig_filename.encode("utf-8", "surrogatepass")
    return unicode_path(info.extra) or info.orig_filename.encode("cp437")


def unicode_path(extra: bytes) -> bytes:
    """Return the name in UTF-8 that an extra field holds."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        if kind == UNICODE_PATH and size > 5:
            return extra[9 : 4 + size]
        extra = extra[4 + size :]
    return b""


def say_doubles(paths: list[str], unpacked: Unpacked) -> None:
    """Note names that some system takes for one, each of which is kept."""
    seen: dict[str, str] = {}
    for path in paths:
        before = seen.get(same_file_name(path))
        if before is not None:
            unpacked.problems.append(
                f"{printable(path)} and {printable(before)} have the same name; both were taken."
            )
        seen[same_file_name(path)] = path


def why_left(info: ZipInfo) -> str:
    """Say why an entry is no file that can be read."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "it is a link" if kind == stat.S_IFLNK else "it is no file"
    return "it is protected with a password" if info.flag_bits & ENCRYPTED else ""


def take(archive: ZipFile, info: ZipInfo, path: str, staging: Staging, entries: list[Entry]) -> str:
    """Unpack one entry; return why it could not be."""
    try:
        with archive.open(info) as source:
            entries.append(staging.take(path, source, time_of(info), info.compress_size))
    except TooLargeError as error:
        return str(error)
    except (*BROKEN, *UNPACKING) as error:
        return f"it is damaged ({error})"
    return ""


def time_of(info: ZipInfo) -> datetime | None:
    """Return the time of an entry, which archives keep in the time of the machine."""
    try:
        return None if info.date_time == NO_TIME else datetime(*info.date_time).astimezone()
    except (ValueError, OverflowError):
        return None
