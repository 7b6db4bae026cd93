"""Keep every attempt of a student at an assignment; `submitted` holds the one that counts."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from autograder.course.files import write_whole
from autograder.course.folder import Course, CourseError
from autograder.course.handed_in import find_submission
from autograder.course.timestamps import TIMESTAMP, read_timestamp

ATTEMPTS = "attempts"
ORIGIN = "origin.json"
BY_HAND = "submitted"
LEAST_LATE = timedelta(seconds=1)
BROKEN = (OSError, ValueError, KeyError, TypeError)


@dataclass(frozen=True)
class Attempt:
    """One attempt as it came.

    `time` is when it was handed in, as far as the platform tells; `platform`, `source`, `path`
    and `file_name` say where it came from; `number` and `returns` are what the platform calls the
    student in this assignment and the file that it would give back.
    """

    number_of_attempt: int
    digest: str
    time: datetime | None = None
    late: bool = False
    platform: str = ""
    source: str = ""
    path: str = ""
    file_name: str = ""
    number: str = ""
    returns: str = ""
    notes: tuple[str, ...] = field(default=(), compare=False)


def folder_of(course: Course, student: str, assignment: str) -> Path:
    """Return the folder of a student's attempts at an assignment."""
    return course.folder / ATTEMPTS / student / assignment


def digest_of(file: Path) -> str:
    """Return what stands for a file's content."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def attempts_of(course: Course, student: str, assignment: str) -> list[Attempt]:
    """Return the attempts that are kept, the first first; raises CourseError for a broken one."""
    folders = [path for path in folder_of(course, student, assignment).glob("*") if is_number(path)]
    return [read_attempt(path) for path in sorted(folders, key=lambda path: int(path.name))]


def is_number(path: Path) -> bool:
    """Tell an attempt's folder from what a killed run left."""
    return path.name.isdecimal() and (path / ORIGIN).is_file()


def read_attempt(folder: Path) -> Attempt:
    """Read what is known about one attempt."""
    try:
        data: Mapping[str, Any] = json.loads((folder / ORIGIN).read_text(encoding="utf-8"))
        time = datetime.fromisoformat(data["time"]) if data["time"] else None
        return Attempt(**{**data, "time": time, "notes": tuple(data["notes"])})
    except BROKEN as error:
        raise CourseError(
            f"{folder / ORIGIN} can't be read ({error}). Delete that folder and collect again."
        ) from None


def same_attempt(attempts: Iterable[Attempt], new: Attempt, *, seen: bool) -> Attempt | None:
    """Return the attempt that a file is, if it was collected before.

    Where no time is told, only the last attempt tells: an earlier answer may come again. `seen`
    tells that this very archive was collected before.
    """
    kept = list(attempts)
    for one in reversed(kept):
        if one.digest == new.digest and (one.time == new.time):
            again = new.time is None and not seen and one is not kept[-1]
            return None if again else one
    return None


def counting(attempts: Iterable[Attempt]) -> Attempt:
    """Return the attempt that counts: the latest, in the order of coming where no time tells."""
    best, *others = attempts
    for one in others:
        if best.time is None or one.time is None or one.time >= best.time:
            best = one
    return best


def keep_attempt(course: Course, student: str, assignment: str, file: Path, new: Attempt) -> None:
    """Copy one attempt into its folder, in one step."""
    home = folder_of(course, student, assignment)
    unfinished = home / f".{os.getpid()}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    shutil.copyfile(file, unfinished / f"{assignment}.ipynb")
    if new.time is not None:
        (unfinished / TIMESTAMP).write_text(stamp(new.time), encoding="utf-8")
    data = {**asdict(new), "time": new.time.isoformat() if new.time else ""}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (unfinished / ORIGIN).write_text(text, encoding="utf-8", errors="replace")
    unfinished.rename(home / str(new.number_of_attempt))


def found_by_hand(course: Course, student: str, assignment: str) -> tuple[Path, Attempt] | None:
    """Return what somebody put into `submitted`, None where nothing is there."""
    notebook = find_submission(course, student, assignment).notebook
    if notebook is None:
        return None
    told = read_timestamp(notebook.parent / TIMESTAMP)
    time = told.replace(tzinfo=UTC) if told else None
    number = len(attempts_of(course, student, assignment)) + 1
    about = Attempt(number, digest_of(notebook), time, platform=BY_HAND, file_name=notebook.name)
    return notebook, about


def place(course: Course, student: str, assignment: str, chosen: Attempt) -> bool:
    """Make an attempt the one in `submitted`; return whether anything changed."""
    target = course.submitted(student, assignment) / f"{assignment}.ipynb"
    refuse_links(target)
    time = time_to_write(course, assignment, chosen)
    home = folder_of(course, student, assignment) / str(chosen.number_of_attempt)
    changed = not target.is_file() or digest_of(target) != chosen.digest
    if changed:
        copy_whole(home / f"{assignment}.ipynb", target)
    write_time(target.with_name(TIMESTAMP), time)
    return changed


def refuse_links(target: Path) -> None:
    """Raise CourseError where a link would lead out of the course."""
    for path in (target.parent.parent, target.parent, target):
        if path.is_symlink():
            raise CourseError(f"{path} is a link, and links are not followed: remove it.")


def time_to_write(course: Course, assignment: str, chosen: Attempt) -> datetime | None:
    """Return when an attempt was handed in; what is late without a time is so by the least."""
    due = course.deadlines.get(assignment)
    return due + LEAST_LATE if chosen.time is None and chosen.late and due else chosen.time


def copy_whole(file: Path, target: Path) -> None:
    """Copy a file in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{os.getpid()}.unfinished")
    shutil.copyfile(file, unfinished)
    unfinished.replace(target)


def stamp(time: datetime) -> str:
    """Return a time as nbgrader's timestamp.txt holds it."""
    return f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC\n"


def write_time(file: Path, time: datetime | None) -> None:
    """Write nbgrader's file of the time, or take it away where no time is known."""
    if time is None:
        file.unlink(missing_ok=True)
    else:
        write_whole(file, stamp(time))
