"""Keep what came as it came, with its time and hash, and what nobody could be given."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from autograder.collecting.archives.entries import Entry, Unpacked
from autograder.collecting.archives.names import safe_name
from autograder.course.files import copy_whole, file_digest
from autograder.course.folder import Course
from autograder.replacing import put_in_place

COLLECTED = "collected"
LOG = "log.jsonl"
HASH = 12  # of the hash's letters that stand in a file's name


@dataclass(frozen=True)
class Original:
    """One source as it is kept: its hash, the name of the copy, whether it was there before."""

    digest: str
    name: str
    seen: bool


def original_of(course: Course, unpacked: Unpacked, now: datetime) -> Original:
    """Return the name under which a source is kept, that of an earlier copy if there is one."""
    source = unpacked.source
    digest = folder_digest(unpacked) if source.is_dir() else file_digest(source)
    known = sorted((course.folder / COLLECTED).glob(f"*-{digest[:HASH]}-*"))
    if known:
        return Original(digest, known[0].name, seen=True)
    ending = ".zip" if source.is_dir() else ""
    name = safe_name(f"{source.resolve().name}{ending}", most=80)
    return Original(digest, f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{digest[:HASH]}-{name}", False)


def folder_digest(unpacked: Unpacked) -> str:
    """Return what stands for the content of a folder."""
    whole = hashlib.sha256()
    for entry in unpacked.entries:
        whole.update(f"{entry.path}\0{file_digest(entry.file)}\0".encode())
    return whole.hexdigest()


def keep_original(course: Course, unpacked: Unpacked, original: Original) -> None:
    """Copy a source into the course; a folder becomes a zip file."""
    target = course.folder / COLLECTED / original.name
    if target.exists():
        return
    if unpacked.source.is_dir():
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.unfinished")
        zip_entries(unpacked.entries, unfinished)
        put_in_place(unfinished, target)
    else:
        copy_whole(unpacked.source, target)


def zip_entries(entries: list[Entry], target: Path) -> None:
    """Write files into a zip file under the names that they came with."""
    with ZipFile(target, "w", ZIP_DEFLATED, strict_timestamps=False) as archive:
        for entry in entries:
            archive.write(entry.file, entry.path)


def log(course: Course, about: Mapping[str, Any]) -> None:
    """Add one line to the list of what was collected."""
    path = course.folder / COLLECTED / LOG
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
        file.write(json.dumps(about, ensure_ascii=False) + "\n")


def place_aside(course: Course, kind: str, original: Original, entry: Entry) -> Path:
    """Return where a file that nobody was given is kept: `kind` is "unmatched" or "other"."""
    parts = [safe_name(part) for part in entry.path.split("/")]
    return course.folder.joinpath(COLLECTED, kind, original.name, *parts)


def clear_aside(course: Course, original: Original) -> None:
    """Remove what an earlier run put aside from a source; it is put aside again if need be."""
    for kind in ("unmatched", "other"):
        shutil.rmtree(course.folder / COLLECTED / kind / original.name, ignore_errors=True)


def keep_aside(entry: Entry, target: Path) -> str:
    """Copy a file aside, under a name that is free; return that name."""
    free = target
    number = 1
    while free.exists() and file_digest(free) != file_digest(entry.file):
        number += 1
        free = target.with_name(f"{target.stem} ({number}){target.suffix}")
    copy_whole(entry.file, free)
    return str(free)
