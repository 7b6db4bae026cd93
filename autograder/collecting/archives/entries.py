"""What came out of an archive or a folder: files with their names there, and what went wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from autograder.course.handed_in.notebook_files import NOTEBOOK, holds_cells
from autograder.course.names import printable
from autograder.notes import Cause, Note

CHUNK = 1 << 18


class CollectError(Exception):
    """A source that can't be collected; the text says what came and what to do."""


class TooLargeError(Exception):
    """An entry, or all of them, would fill the disk; the text says which limit it passed."""


@dataclass(frozen=True)
class Bounds:
    """How much is unpacked at most, so that no archive fills the disk."""

    entries: int = 20_000
    bytes: int = 4_000_000_000
    bytes_of_one: int = 200_000_000
    ratio: int = 200
    ratio_counts_from: int = 20_000_000


@dataclass(frozen=True)
class Entry:
    """One file that came.

    Parameters
    ----------
    path
        Its name where it came from, with folders, readable; never used to write a file.
    file
        Where its bytes are: under a number in a folder of ours, or in the folder that came.
    time
        When it was last changed, as the archive or the disk says.

    """

    path: str
    file: Path
    time: datetime | None = None

    @property
    def name(self) -> str:
        """Return the name without the folders."""
        return self.path.rpartition("/")[2]

    @cached_property
    def is_notebook(self) -> bool:
        """Return True if the name is a notebook's, or a notebook's cells are in the file."""
        return self.name.lower().endswith(NOTEBOOKS) or holds_cells(self.file)


# What is meant as a notebook even where it can't be read; another file is one by what it holds.
NOTEBOOKS = (NOTEBOOK, ".ipynb.txt", ".ipynb.json", ".ipynb.download")


@dataclass
class Unpacked:
    """Everything that came from one source.

    `problems` are sentences on what was left behind; `repositories` has the time of the last
    commit of each folder that is a clone.
    """

    source: Path
    entries: list[Entry] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    repositories: dict[str, datetime | None] = field(default_factory=dict)

    def leave(self, path: str, where: str, why: str) -> None:
        """Note that a file was left where it was; of such there may be very many."""
        text = f"{printable(path)} was left in the {where}: {why}."
        self.problems.append(Note(Cause.FILES_LEFT, text, path))


@dataclass
class Staging:
    """A folder for what is unpacked, in which every file has a number for its name."""

    folder: Path
    bounds: Bounds = field(default_factory=Bounds)
    count: int = 0
    size: int = 0

    @property
    def is_full(self) -> bool:
        """Return True if nothing more can be taken."""
        return self.count >= self.bounds.entries or self.size > self.bounds.bytes

    def take(self, path: str, source: IO[bytes], time: datetime | None, packed: int) -> Entry:
        """Copy one file; `packed` is its size in the archive. Raises TooLargeError."""
        if self.count >= self.bounds.entries:
            raise TooLargeError(f"the archive has more than {self.bounds.entries} files")
        self.count += 1
        file = self.folder / str(self.count)
        try:
            with file.open("wb", buffering=0) as target:  # closing must not fail once more
                self.copy(source, target, packed)
        except BaseException:
            file.unlink()
            raise
        return Entry(path, file, time)

    def copy(self, source: IO[bytes], target: IO[bytes], packed: int) -> None:
        """Copy a stream, counting what really comes: an archive may lie about sizes."""
        size = 0
        while chunk := source.read(CHUNK):
            size += len(chunk)
            self.size += len(chunk)
            self.refuse(size, packed)
            self.write(target, chunk)

    def write(self, target: IO[bytes], chunk: bytes) -> None:
        """Write some bytes; raises CollectError where the disk is full: no archive is at fault."""
        try:
            rest = memoryview(chunk)
            while rest:
                rest = rest[target.write(rest) :]
        except OSError as error:
            raise CollectError(
                f"{self.folder} can't be written ({error.strerror}). Make room on the disk and "
                "collect again."
            ) from None

    def refuse(self, size: int, packed: int) -> None:
        """Raise TooLargeError where a limit is passed."""
        bounds = self.bounds
        if size > bounds.bytes_of_one:
            raise TooLargeError(
                f"it has more than {bounds.bytes_of_one} bytes; if it is a notebook, its outputs "
                "have to be cleared and saved (Edit > Clear Outputs of All Cells)"
            )
        if size > bounds.ratio_counts_from and size > packed * bounds.ratio:
            raise TooLargeError(f"it unpacks to more than {bounds.ratio} times its size")
        if self.size > bounds.bytes:
            raise TooLargeError(f"the archive unpacks to more than {bounds.bytes} bytes")


@contextmanager
def staging(bounds: Bounds | None = None) -> Iterator[Staging]:
    """Make a folder for what is unpacked, which is removed at the end."""
    with TemporaryDirectory(prefix="autograder-collect-") as folder:
        yield Staging(Path(folder), bounds or Bounds())
