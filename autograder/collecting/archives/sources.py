"""Open what somebody names: an archive, a folder or a single notebook."""

import os
from pathlib import Path

from autograder.collecting.archives.entries import CollectError, Entry, Staging, Unpacked
from autograder.collecting.archives.folders import kind_and_time, list_folder, shown_path
from autograder.collecting.archives.tars import unpack_tar
from autograder.collecting.archives.zips import unpack_zip
from autograder.course.names import printable

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
TAR = ((0, b"\x1f\x8b"), (0, b"BZh"), (0, b"\xfd7zXZ"), (257, b"ustar"))
FOREIGN = {b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive", b"Rar!": "a RAR archive", b"%PDF": "a PDF"}
MOST_SHOWN = 30


def open_source(source: Path, staging: Staging) -> Unpacked:
    """Unpack or list a source; raises CollectError where it is nothing that can be collected."""
    unpacked = Unpacked(source)
    if not source.exists():
        raise CollectError(f"{source} does not exist.")
    if source.is_dir():
        unpacked.entries = list_folder(source, unpacked)
    elif Entry(source.name, source).is_notebook:
        name = shown_path(Path(source.name))
        unpacked.entries = [Entry(name, source, kind_and_time(source)[1])]
    else:
        unpacked.entries = unpack(source, "", unpacked, staging)
    unpacked.entries = [
        inner for entry in unpacked.entries for inner in nested(entry, unpacked, staging)
    ]
    return unpacked


def unpack(file: Path, within: str, unpacked: Unpacked, staging: Staging) -> list[Entry]:
    """Unpack an archive, known by its first bytes; raises CollectError for another file."""
    with file.open("rb") as opened:
        head = opened.read(512)
    if head.startswith(ZIP):
        return unpack_zip(file, within, unpacked, staging)
    if any(head[at : at + len(sign)] == sign for at, sign in TAR):
        return unpack_tar(file, within, unpacked, staging)
    raise CollectError(f"{printable(within or os.fspath(file))} {why_no_archive(head)}")


def why_no_archive(head: bytes) -> str:
    """Say what a file is that is no archive, and what to do."""
    if not head:
        return "is empty: the download was probably broken off. Download it again."
    for sign, what in FOREIGN.items():
        if head.startswith(sign):
            return f"is {what}. Unpack it and name the folder instead."
    if not head.strip(b"\0"):
        return "holds nothing but zero bytes: the copy is broken. Download it again."
    text = printable(head[:MOST_SHOWN].decode("utf-8", "replace").split("\n")[0].strip())
    return (
        f"is no archive, whatever its name says: it begins with “{text}”. Name the zip file "
        "that the platform gives, or the folder that it was unpacked to."
    )


def nested(entry: Entry, unpacked: Unpacked, staging: Staging) -> list[Entry]:
    """Return what is in an archive that somebody handed in, and the archive itself if nothing.

    An archive within that one stays packed.
    """
    if not entry.name.lower().endswith(ARCHIVES):
        return [entry]
    try:
        inside = unpack(entry.file, f"{entry.path}/", unpacked, staging)
    except CollectError as error:
        unpacked.problems.append(str(error))
        return [entry]
    return inside or [entry]
