"""A worker's standard output and error: kept only up to a bound."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from autograder.judging.plain import clean_text

CHUNK = 1 << 16


@dataclass(frozen=True)
class Printed:
    """What one cell wrote to its standard output and to its error output."""

    stdout: str = ""
    stderr: str = ""


class Output:
    """Two pipes for output and error, drained while the worker runs; the judge reads them."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        pipes = [os.pipe(), os.pipe()]
        self.readers = [reader for reader, _ in pipes]
        self.writers = [writer for _, writer in pipes]
        self.kept = {reader: bytearray() for reader in self.readers}
        for reader in self.readers:
            os.set_blocking(reader, False)

    def drain(self, reader: int) -> bool:
        """Read what is there and keep what fits; return True if more can come."""
        try:
            data = os.read(reader, CHUNK)
        except BlockingIOError:
            return True
        kept = self.kept[reader]
        kept += data[: max(0, self.limit + 1 - len(kept))]
        return bool(data)

    def take(self) -> Printed:
        """Return the text that came since the last time."""
        for reader in self.readers:
            self.drain(reader)
        texts = [as_text(self.kept[reader], self.limit) for reader in self.readers]
        for kept in self.kept.values():
            kept.clear()
        return Printed(*texts)

    def close_writers(self) -> None:
        """Close the writing ends, which the worker has now."""
        while self.writers:
            os.close(self.writers.pop())

    def close(self) -> None:
        """Close all ends."""
        self.close_writers()
        while self.readers:
            with contextlib.suppress(OSError):
                os.close(self.readers.pop())


class FileOutput:
    """Two files for output and error, where a system waits for no pipes; the judge reads them."""

    def __init__(self, folder: Path, limit: int) -> None:
        self.limit = limit
        paths = [folder / "stdout", folder / "stderr"]
        self.files = [path.open("wb") for path in paths]
        self.readers = [path.open("rb") for path in paths]

    def take(self) -> Printed:
        """Return the text that came since the last time."""
        texts = [as_text(reader.read(self.limit + 1), self.limit) for reader in self.readers]
        for reader in self.readers:
            reader.seek(0, os.SEEK_END)
        return Printed(*texts)

    def close(self) -> None:
        """Close both."""
        for file in (*self.files, *self.readers):
            file.close()


def as_text(raw: bytes | bytearray, limit: int) -> str:
    """Return bytes as clean text, with a mark where something was dropped."""
    return clean_text(raw.decode("utf-8", "replace"), limit)
