"""The files that the build makes: what they should hold, which are stale, and writing them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.building.lesson import Lesson
from autograder.building.notebooks import notebook_text, student_notebook
from autograder.building.sealing import sealed_text

LANGUAGE = "en"  # the language that the lessons are written in


@dataclass(frozen=True)
class Stale:
    """A file that is not what the text gives, and why: "missing", "changed" or "left over"."""

    file: Path
    why: str


def built_files(lessons: Iterable[Lesson], notebooks: Path, sealed: Path) -> dict[Path, str]:
    """Return the text of every file that the lessons give.

    `notebooks` is the folder of all languages, `sealed` the folder of the sealed questions.
    """
    files = {}
    for lesson in lessons:
        files[notebooks / LANGUAGE / f"{lesson.slug}.ipynb"] = notebook_text(
            student_notebook(lesson)
        )
        files[sealed / f"{lesson.slug}.json"] = sealed_text(lesson)
    return files


def stale_files(files: Mapping[Path, str], notebooks: Path, sealed: Path) -> list[Stale]:
    """Compare the folders with what they should hold."""
    stale = [Stale(file, why) for file, text in files.items() if (why := difference(file, text))]
    found = [*(notebooks / LANGUAGE).glob("*.ipynb"), *sealed.glob("*.json")]
    return stale + [Stale(file, "left over") for file in sorted(found) if file not in files]


def difference(file: Path, text: str) -> str:
    """Say how a file differs from its text; nothing if it does not."""
    if not file.is_file():
        return "missing"
    return "" if file.read_bytes() == text.encode() else "changed"


def write_files(files: Mapping[Path, str]) -> list[Path]:
    """Write the files whose text has changed, and return them."""
    changed = [file for file, text in files.items() if difference(file, text)]
    for file in changed:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(files[file].encode())  # bytes: the same line ends on every system
    return changed
