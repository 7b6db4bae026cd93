"""Unpack a tar file: only files are taken, and those before a damaged place are kept."""

import lzma
import os
import tarfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

from autograder.collecting.archives.entries import Entry, Staging, TooLargeError, Unpacked
from autograder.collecting.archives.names import decoded, is_left_behind, why_refused, with_slashes
from autograder.course.names import printable

BROKEN = (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError)


def unpack_tar(file: Path, within: str, unpacked: Unpacked, staging: Staging) -> list[Entry]:
    """Unpack a tar file whose entries' paths begin with `within`; problems go to `unpacked`."""
    entries: list[Entry] = []
    try:
        with tarfile.open(file, "r:*", errors="surrogateescape") as archive:
            for member in archive:
                reason = take(archive, member, within, staging, entries)
                if reason:
                    unpacked.leave(within + path_of(member), "archive", reason)
    except (*BROKEN, TooLargeError) as error:
        unpacked.problems.append(
            f"{printable(within or file.name)} could not be read to its end ({error}); "
            "what came before was taken."
        )
    return entries


def take(
    archive: tarfile.TarFile,
    member: tarfile.TarInfo,
    within: str,
    staging: Staging,
    entries: list[Entry],
) -> str:
    """Unpack one entry; return why it could not be. Raises TooLargeError."""
    path = path_of(member)
    if member.isdir() or is_left_behind(path):
        return ""
    reason = why_refused(os.fsencode(member.name).decode("utf-8", "replace"))
    if reason or not member.isreg():
        return reason or ("it is a link" if member.issym() or member.islnk() else "it is no file")
    source = archive.extractfile(member)
    if source is None:
        return "it is no file"
    with source:
        # Compressed tar files are compressed as a whole: each file may use what the whole has.
        packed = Path(str(archive.name)).stat().st_size
        entries.append(staging.take(f"{within}{path}", source, time_of(member), packed))
    return ""


def path_of(member: tarfile.TarInfo) -> str:
    """Return the name of an entry as text."""
    return with_slashes(decoded([os.fsencode(member.name)])[0])[0]


def time_of(member: tarfile.TarInfo) -> datetime | None:
    """Return the time of an entry."""
    try:
        return datetime.fromtimestamp(member.mtime, UTC) if member.mtime else None
    except (ValueError, OverflowError, OSError):
        return None
