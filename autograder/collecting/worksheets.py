"""Moodle's grading worksheet: whose number is which in one assignment, and when they handed in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from autograder.collecting.rosters import is_worksheet, read_table, shown
from autograder.collecting.times import parsed
from autograder.course.folder import CourseError

NUMBER = re.compile(r"(\d+)\s*$")
HANDED_IN = (
    "last modified (submission)",
    "последнее изменение (ответ)",
    "zuletzt geändert (abgabe)",
    "dernière modification (travail remis)",
    "última modificación (entrega)",
)


@dataclass(frozen=True)
class Row:
    """What the worksheet says about one student."""

    name: str
    email: str
    sis_id: str
    time: datetime | None


def read_worksheet(path: Path) -> dict[str, Row]:
    """Return the rows of a worksheet by the students' numbers; raises CourseError."""
    table = read_table(path)
    if not is_worksheet(table):
        raise CourseError(
            f"{path} is no grading worksheet of Moodle: it has the columns "
            f"{shown(table.columns)}, but no “Identifier”. If it is a list of students, name it "
            "with --roster."
        )
    rows = ((NUMBER.search(row.get("identifier", "")), row) for row in table.rows)
    return {
        match[1]: Row(row.get("full", ""), row.get("email", ""), row.get("sis_id", ""), time(row))
        for match, row in rows
        if match
    }


def time(row: Mapping[str, str]) -> datetime | None:
    """Return when a student handed in, in this machine's zone, as Moodle names none."""
    told = next((row[column] for column in HANDED_IN if row.get(column)), "")
    return parsed(told, None) if told.strip("- ") else None
