"""The files that the build makes: what they should hold, which are stale, and writing them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.building.draw_stills import drawn_stills
from autograder.building.lesson import Lesson
from autograder.building.notebooks import notebook_text, student_notebook
from autograder.building.sealing import sealed_text
from autograder.building.stills import Still, illustrated, kept_stills
from autograder.building.ways_to_open import with_ways_to_open
from autograder.building.widget_cells import calls_widget, widget_keys
from autograder.building.worked_in import is_worked_in, marked
from autograder.public_address import public_address
from autograder.texts import notebooks

MISSING, CHANGED, LEFT_OVER, WORKED_IN = "missing", "changed", "left over", "worked in"
LANGUAGE = "en"  # the language that the lessons are written in


@dataclass(frozen=True)
class Stale:
    """A file that is not what the text gives, and why: MISSING, CHANGED, LEFT_OVER or WORKED_IN."""

    file: Path
    why: str


def built_files(
    lessons: Iterable[Lesson],
    folder: Path,
    sealed: Path,
    *,
    draw: bool = True,
    recorded: bool = False,
) -> dict[Path, str]:
    """Return the text of every file that the lessons give.

    `folder` is the folder of all languages, `sealed` the folder of the sealed questions. The
    stills that are there and of the present code are kept; `draw` makes those that are not. Where
    answers to questions are only `recorded`, no file holds any.
    """
    files = {}
    address = public_address()
    for lesson in lessons:
        file = folder / LANGUAGE / f"{lesson.slug}.ipynb"
        stills = stills_of(lesson, file, draw=draw)
        given = illustrated(student_notebook(lesson, recorded=recorded), stills)
        files[file] = notebook_text(marked(with_ways_to_open(given, file, address)))
        files[sealed / f"{lesson.slug}.json"] = sealed_text(lesson, recorded=recorded)
    return files


def stills_of(lesson: Lesson, file: Path, *, draw: bool) -> dict[str, Still]:
    """Return the stills of a lesson, by the id of the cell."""
    keys = widget_keys(lesson)
    given_out = notebooks() / LANGUAGE / file.name
    kept = kept_stills(given_out, keys) | kept_stills(file, keys)
    if not draw:
        return kept
    return kept | drawn_stills(
        lesson, {cell: key for cell, key in keys.items() if cell not in kept}
    )


def without_still(files: Mapping[Path, str]) -> list[Stale]:
    """Return the notebooks in which a widget has no still of its present code."""
    return [
        Stale(file, f"{count} still pictures missing or old")
        for file, text in files.items()
        if file.suffix == ".ipynb" and file.is_file() and (count := lacking_stills(text))
    ]


def lacking_stills(text: str) -> int:
    """Count the cells of a notebook's text that show a widget and have no still."""
    code = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    return sum(calls_widget("".join(cell["source"])) and not cell["outputs"] for cell in code)


def stale_files(files: Mapping[Path, str], notebooks: Path, sealed: Path) -> list[Stale]:
    """Compare the folders with what they should hold."""
    stale = [Stale(file, why) for file, text in files.items() if (why := difference(file, text))]
    present = [*(notebooks / LANGUAGE).glob("*.ipynb"), *sealed.glob("*.json")]
    return stale + [Stale(file, LEFT_OVER) for file in sorted(present) if file not in files]


def difference(file: Path, text: str) -> str:
    """Say how a file differs from its text; nothing if it does not."""
    if not file.is_file():
        return MISSING
    if file.read_bytes().replace(b"\r\n", b"\n") == text.encode():  # as Windows may check it out
        return ""
    return WORKED_IN if file.suffix == ".ipynb" and is_worked_in(file) else CHANGED


def write_files(files: Mapping[Path, str]) -> list[Path]:
    """Write the files whose text has changed, and return them; work in a notebook stays."""
    writable = [
        file for file, text in files.items() if difference(file, text) in (MISSING, CHANGED)
    ]
    for file in writable:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(files[file].encode())  # bytes: the same line ends on every system
    return writable
