"""Lay notebooks out as learning platforms do when an instructor downloads them.

The layouts' public descriptions are named in autograder/collecting/layouts.
"""

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from autograder.course.roster import Student

COURSE = "Neural Networks"


@dataclass(frozen=True)
class HandIn:
    """One notebook that a student hands in: its content, when, and whether that is late."""

    student: Student
    assignment: str
    content: bytes
    time: datetime
    late: bool = False
    file_name: str = ""

    @property
    def name(self) -> str:
        """Return the file's name as the student gave it."""
        return self.file_name or f"{self.assignment}.ipynb"


Files: TypeAlias = Iterator[tuple[str, HandIn]]


def hand_in_as(platform: str, students_with_files: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write what a platform gives an instructor; return what `autograder collect` is to be given.

    Platforms are the keys of LAYOUTS; zip files are made for all but the folders of nbgrader,
    GitHub and Google's Drive.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return LAYOUTS[platform](students_with_files, folder)


def by_assignment(hand_ins: Sequence[HandIn]) -> Iterator[tuple[str, list[HandIn]]]:
    """Yield the hand-ins of each assignment."""
    for assignment in dict.fromkeys(hand_in.assignment for hand_in in hand_ins):
        yield assignment, [hand_in for hand_in in hand_ins if hand_in.assignment == assignment]


def number_of(hand_in: HandIn, hand_ins: Sequence[HandIn]) -> int:
    """Return the number that Moodle draws for a student in one assignment."""
    students = sorted({hand_in.student.id for hand_in in hand_ins})
    return 10_000 + 1_000 * len(hand_in.assignment) + students.index(hand_in.student.id)


def moodle_prefix(hand_in: HandIn, hand_ins: Sequence[HandIn]) -> str:
    """Return how Moodle begins the names of a student's files."""
    name = "".join(sign for sign in hand_in.student.name if sign not in '<>:"/\\|?*')
    return f"{name.replace('_', ' ')}_{number_of(hand_in, hand_ins)}_assignsubmission_file"


def moodle(hand_ins: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write Moodle's download with a folder for each student, one zip file an assignment."""
    return zips(
        hand_ins, folder, lambda hand_in, all_: f"{moodle_prefix(hand_in, all_)}/{hand_in.name}"
    )


def moodle_flat(hand_ins: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write Moodle's download without folders, one zip file an assignment."""
    return zips(
        hand_ins, folder, lambda hand_in, all_: f"{moodle_prefix(hand_in, all_)}_{hand_in.name}"
    )


def canvas(hand_ins: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write Canvas's download, one zip file an assignment, with the time of the download."""
    return zips(hand_ins, folder, canvas_name, same_time=True)


def canvas_name(hand_in: HandIn, hand_ins: Sequence[HandIn]) -> str:
    """Return how Canvas names one file."""
    first, _, last = hand_in.student.name.rpartition(" ")
    sortable = f"{last}{first}".lower()
    kept = (sign for sign in sortable if unicodedata.category(sign)[0] in "LMN")
    late = "_LATE" if hand_in.late else ""
    number = hand_in.student.canvas_id or str(number_of(hand_in, hand_ins))
    return f"{''.join(kept)}{late}_{number}_{70_000 + hand_ins.index(hand_in)}_{hand_in.name}"


def google_takeout(hand_ins: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write a teacher's Takeout of Classroom as one zip file."""
    assignments = f"Takeout/Classroom/Classes/{COURSE}/Assignments"
    names = {
        f"{assignments}/{hand_in.assignment}/{drive_name(hand_in)}": hand_in for hand_in in hand_ins
    }
    return [write_zip(folder / "takeout-001.zip", names)]


def google_drive(hand_ins: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write the folder Classroom of a teacher's Drive."""
    for hand_in in hand_ins:
        write_file(
            folder / "Classroom" / COURSE / hand_in.assignment / drive_name(hand_in), hand_in
        )
    return [folder / "Classroom"]


def drive_name(hand_in: HandIn) -> str:
    """Return how Classroom names the copy of a student."""
    return f"{hand_in.student.name.replace('/', '_')} - {hand_in.name}"


def github(hand_ins: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write the clones of an assignment, each with a commit at the time of handing in."""
    made = []
    for assignment, mine in by_assignment(hand_ins):
        slug = assignment.replace("_", "-").lower()
        for hand_in in mine:
            clone = folder / f"{slug}-submissions" / f"{slug}-{hand_in.student.id}"
            write_file(clone / hand_in.name, hand_in)
            commit(clone, hand_in)
        made.append(folder / f"{slug}-submissions")
    return made


def commit(clone: Path, hand_in: HandIn) -> None:
    """Commit what is in a clone, at the time of handing in; raises RuntimeError without git."""
    git = shutil.which("git")
    if git is None:
        raise RuntimeError("The layout of GitHub Classroom needs git.")
    when = f"{int(hand_in.time.timestamp())} +0000"
    mail = hand_in.student.email or "student@example.org"
    about = {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{role}_DATE": when for role in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{role}_NAME": hand_in.student.id for role in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{role}_EMAIL": mail for role in ("AUTHOR", "COMMITTER")},
    }
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "Hand in"]):
        subprocess.run(  # noqa: S603 - git on files of this module's own making
            [git, "-C", str(clone), *arguments], env={**os.environ, **about}, check=True
        )


def exchange(hand_ins: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write the folder inbound of nbgrader's exchange."""
    for number, hand_in in enumerate(hand_ins):
        time = f"{hand_in.time.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f} UTC"
        home = (
            folder / "inbound" / f"{hand_in.student.id}+{hand_in.assignment}+{time}+r{number:011d}"
        )
        write_file(home / hand_in.name, hand_in)
        (home / "timestamp.txt").write_text(time, encoding="utf-8", newline="\n")
        secret = f"{number:0128x}"
        (home / "submission_secret.txt").write_text(secret, encoding="utf-8", newline="\n")
    return [folder / "inbound"]


def nbgrader(hand_ins: Sequence[HandIn], folder: Path) -> list[Path]:
    """Write nbgrader's folder submitted."""
    for hand_in in hand_ins:
        home = folder / "submitted" / hand_in.student.id / hand_in.assignment
        write_file(home / hand_in.name, hand_in)
        time = f"{hand_in.time.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
        (home / "timestamp.txt").write_text(time, encoding="utf-8", newline="\n")
    return [folder / "submitted"]


def zips(
    hand_ins: Sequence[HandIn],
    folder: Path,
    name: Callable[[HandIn, Sequence[HandIn]], str],
    *,
    same_time: bool = False,
) -> list[Path]:
    """Write one zip file for each assignment."""
    made = []
    for assignment, mine in by_assignment(hand_ins):
        names = {name(hand_in, mine): hand_in for hand_in in mine}
        now = max(hand_in.time for hand_in in mine) if same_time else None
        made.append(write_zip(folder / f"{COURSE.replace(' ', '')}-{assignment}.zip", names, now))
    return made


def write_zip(path: Path, names: Mapping[str, HandIn], now: datetime | None = None) -> Path:
    """Write one zip file; the files' times are those of handing in, or all the same."""
    with ZipFile(path, "w") as archive:
        for name, hand_in in names.items():
            time = (now or hand_in.time).astimezone()
            info = ZipInfo(name, time.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, hand_in.content)
    return path


def write_file(path: Path, hand_in: HandIn) -> None:
    """Write one file, last changed when it was handed in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(hand_in.content)
    os.utime(path, (hand_in.time.timestamp(), hand_in.time.timestamp()))


LAYOUTS: Mapping[str, Callable[[Sequence[HandIn], Path], list[Path]]] = {
    "moodle": moodle,
    "moodle-flat": moodle_flat,
    "canvas": canvas,
    "google-takeout": google_takeout,
    "google-drive": google_drive,
    "github": github,
    "exchange": exchange,
    "nbgrader": nbgrader,
}
