"""Keep every attempt of a student at an assignment; `submitted` holds the one that counts."""

import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from autograder.course.files import copy_whole, file_digest
from autograder.course.folder import Course, CourseError
from autograder.course.handed_in.notebook_files import work_in
from autograder.course.handed_in.submitted import find_submission
from autograder.course.handed_in.timestamps import TIMESTAMP, read_timestamp, write_timestamp
from autograder.replacing import put_in_place

ATTEMPTS = "attempts"
ORIGIN = "origin.json"
BY_HAND = "submitted"
LEAST_LATE = timedelta(seconds=1)
BROKEN = (OSError, ValueError, KeyError, TypeError)


@dataclass(frozen=True)
class Attempt:
    """One attempt as it came.

    `time` is when it was handed in, as far as the platform says; `platform`, `source`, `path`
    and `file_name` say where it came from; `number` and `returns` are what the platform calls the
    student in this assignment and the file that it would give back. `without_work` says that it is
    as it was given out, or can't be read.
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
    without_work: bool = field(default=False, compare=False)


def attempts_folder(course: Course, student: str, assignment: str) -> Path:
    """Return the folder of a student's attempts at an assignment."""
    return course.folder / ATTEMPTS / student / assignment


def read_attempts(course: Course, student: str, assignment: str) -> list[Attempt]:
    """Return the attempts that are kept, the first first; raises CourseError for a broken one."""
    folders = attempts_folder(course, student, assignment).glob("*")
    finished = [folder for folder in folders if is_attempt(folder)]
    return [read_attempt(folder) for folder in sorted(finished, key=lambda path: int(path.name))]


def attempts_with_work(course: Course, student: str, assignment: str) -> list[Attempt]:
    """Return the attempts that are kept; which hold work is found anew, by the release of today."""
    home, release = attempts_folder(course, student, assignment), course.release(assignment)
    attempts = read_attempts(course, student, assignment)
    files = [home / str(one.number_of_attempt) / f"{assignment}.ipynb" for one in attempts]
    return [
        replace(attempt, without_work=not work_in(file, release))
        for attempt, file in zip(attempts, files, strict=True)
    ]


def is_attempt(folder: Path) -> bool:
    """Return True if a folder holds a whole attempt, not what a killed run left."""
    return folder.name.isdecimal() and (folder / ORIGIN).is_file()


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


def find_collected(attempts: Sequence[Attempt], new: Attempt, *, seen: bool) -> Attempt | None:
    """Return the attempt that a file is, if it was collected before.

    Where no time is known only the last attempt is compared, because an earlier answer may come
    again; `seen` says that this very archive was collected before.
    """
    for attempt in reversed(attempts):
        if attempt.digest == new.digest and attempt.time == new.time:
            again = new.time is None and not seen and attempt is not attempts[-1]
            return None if again else attempt
    return None


def counting_attempt(attempts: Iterable[Attempt]) -> Attempt:
    """Return the attempt that counts: the latest; without work only where no other has work."""
    every = list(attempts)
    return latest_attempt([attempt for attempt in every if not attempt.without_work] or every)


def latest_attempt(attempts: Iterable[Attempt]) -> Attempt:
    """Return the latest attempt, and the last to come where a time is missing."""
    latest, *others = attempts
    for attempt in others:
        if latest.time is None or attempt.time is None or attempt.time >= latest.time:
            latest = attempt
    return latest


def keep_attempt(course: Course, student: str, assignment: str, file: Path, new: Attempt) -> None:
    """Copy one attempt into its folder, in one step."""
    home = attempts_folder(course, student, assignment)
    unfinished = home / f".{os.getpid()}.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    shutil.copyfile(file, unfinished / f"{assignment}.ipynb")
    write_timestamp(unfinished / TIMESTAMP, new.time)
    data = {**asdict(new), "time": new.time.isoformat() if new.time else ""}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    (unfinished / ORIGIN).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    put_in_place(unfinished, home / str(new.number_of_attempt))


def attempt_by_hand(course: Course, student: str, assignment: str) -> tuple[Path, Attempt] | None:
    """Return what somebody put into `submitted` by hand, None where nothing is there."""
    notebook = find_submission(course, student, assignment).notebook
    if notebook is None:
        return None
    time = read_timestamp(notebook.parent / TIMESTAMP, course.zone)
    attempt = Attempt(
        len(read_attempts(course, student, assignment)) + 1,
        file_digest(notebook),
        time.replace(tzinfo=UTC) if time else None,
        platform=BY_HAND,
        file_name=notebook.name,
        without_work=not work_in(notebook, course.release(assignment)),
    )
    return notebook, attempt


def put_into_submitted(course: Course, student: str, assignment: str, attempt: Attempt) -> bool:
    """Make an attempt the one in `submitted`; return True if that changed anything."""
    target = course.submitted(student, assignment) / f"{assignment}.ipynb"
    refuse_links(target)
    time = time_to_write(course, assignment, attempt)
    home = attempts_folder(course, student, assignment) / str(attempt.number_of_attempt)
    changed = not target.is_file() or file_digest(target) != attempt.digest
    if changed:
        copy_whole(home / f"{assignment}.ipynb", target)
    write_timestamp(target.with_name(TIMESTAMP), time)
    return changed


def refuse_links(target: Path) -> None:
    """Raise CourseError where a link would lead out of the course."""
    for path in (target.parent.parent, target.parent, target):
        if path.is_symlink():
            raise CourseError(f"{path} is a link, and links are not followed: remove it.")


def time_to_write(course: Course, assignment: str, attempt: Attempt) -> datetime | None:
    """Return when an attempt was handed in; one that is late without a time is so by a second."""
    due = course.deadlines.get(assignment)
    return due + LEAST_LATE if attempt.time is None and attempt.late and due else attempt.time
