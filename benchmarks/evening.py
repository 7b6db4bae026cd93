"""An instructor's evening by the clock: what 300 students handed in, from the zip to the plan.

For each platform's layout the same class is collected; for the platforms that take feedback and
grades back the evening goes on: grade, report, feedback, export. Every step is the command that a
person would type.

Run it with `python -m benchmarks.evening`.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from autograder.course.roster import Student, write_roster
from autograder.simulation.platforms import LAYOUTS, HandIn, hand_in_as
from benchmarks.classes import ASSIGNMENT, course_of

AUTOGRADER = Path(sys.executable).parent / "autograder"
FIRST_NAMES = ("Айгүл", "Daniyar", "민준", "अनन्या", "Ольга", "Zoë", "O'Brien", "Łukasz", "يوسف")
TAKES_BACK = ("moodle", "canvas")
BEGAN = datetime(2026, 9, 1, 18, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Step:
    """One command of the evening and the seconds that it took."""

    words: str
    seconds: float


def main() -> None:
    """Spend the evening with each platform and print the minutes."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--students", type=int, default=300)
    chosen = options.parse_args()
    print(f"{chosen.students} students, {ASSIGNMENT}, {os.cpu_count()} cores")
    for platform in LAYOUTS:
        steps = evening(platform, chosen.students)
        for step in steps:
            print(f"{platform:16} {step.seconds:7.1f} s  {step.words}", flush=True)
        minutes = sum(step.seconds for step in steps) / 60
        print(f"{platform:16} {60 * minutes:7.1f} s  in all ({minutes:.1f} minutes)\n", flush=True)


def evening(platform: str, students: int) -> list[Step]:
    """Collect what a platform gives; go on to the end where it takes anything back."""
    with course_of(students) as course, tempfile.TemporaryDirectory() as folder:
        work = hand_ins(course.folder)
        given = hand_in_as(platform, work, Path(folder))
        clear(course.folder / "submitted")
        write_roster(course, [one.student for one in work])
        steps = [timed(course.folder, "collect", list(map(str, given)))]
        if platform in TAKES_BACK:
            steps.append(timed(course.folder, "grade"))
            steps.append(timed(course.folder, "report"))
            steps.append(timed(course.folder, "feedback", ["--zip", platform]))
            steps.append(timed(course.folder, "export", ["--format", platform]))
        return steps


def hand_ins(course: Path) -> list[HandIn]:
    """Return what the students of a course have handed in, under people's names."""
    files = sorted((course / "submitted").glob(f"*/{ASSIGNMENT}/*.ipynb"))
    return [hand_in(number, file) for number, file in enumerate(files, start=1)]


def hand_in(number: int, file: Path) -> HandIn:
    """Return the work of one student, handed in a minute after the one before."""
    name = f"{FIRST_NAMES[number % len(FIRST_NAMES)]} Student{number:04d}"
    student = Student(
        f"student{number:04d}",
        name,
        f"student{number:04d}@example.org",
        moodle_id=str(5000 + number),
        canvas_id=str(7000 + number),
        sis_id=f"S{number:05d}",
    )
    return HandIn(student, ASSIGNMENT, file.read_bytes(), BEGAN + timedelta(minutes=number))


def clear(folder: Path) -> None:
    """Take away what was handed in, since it comes back from the platform."""
    subprocess.run(["rm", "-r", str(folder)], check=True)
    folder.mkdir()


def timed(course: Path, command: str, options: Sequence[str] = ()) -> Step:
    """Type one command; stop with its words if it fails."""
    start = time.perf_counter()
    done = subprocess.run(
        [AUTOGRADER, command, course, *options], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"autograder {command} failed:\n{done.stdout}{done.stderr}")
    shown = [word for word in options if word.startswith("-") or word in TAKES_BACK]
    return Step(" ".join(["autograder", command, *shown]), time.perf_counter() - start)


if __name__ == "__main__":
    main()
