"""The warm process, which forks a worker for each submission, and the judge's hold on both."""

import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self

from autograder.sandbox.fault import Ending, read_ending
from autograder.sandbox.launch import end_process, launch
from autograder.sandbox.levels import FULL, LIMITS, explain_low_level, reaches
from autograder.sandbox.limits import GROUPS, Limits
from autograder.sandbox.output import FileOutput, Output
from autograder.sandbox.protocol.calls import open_bookmark
from autograder.sandbox.protocol.frames import HEAD, ChannelClosed, Line, TimeUp, pack, unpack
from autograder.sandbox.protocol.wire import ProtocolError
from autograder.sandbox.scratch import Folder, new_folder, remove_folder

START_SECONDS = 120.0
CONTROL_SECONDS = 15.0

Files = Sequence[tuple[str, str]]


class WarmError(Exception):
    """The warm process cannot start or has gone; the text says why."""


@dataclass(frozen=True)
class Worker:
    """The judge's ends of one worker: channel, output, the call it is at, and its folder."""

    line: Line
    output: Output | FileOutput
    bookmark: int
    scratch: Path

    def close(self) -> None:
        """Close the judge's ends."""
        self.line.channel.close()
        self.output.close()
        os.close(self.bookmark)


class Workers(Protocol):
    """What gives workers, one at a time."""

    def fork(self, limits: Limits, files: Files = (), withheld: Sequence[str] = ()) -> Worker:
        """Give a worker with a folder of its own; raises WarmError."""

    def end(self, worker: Worker, *, crashed: bool = False) -> Ending:
        """End a worker with all that it started, and return how it ended."""


@dataclass
class WarmProcess:
    """A process that has loaded everything, and forks a child for each submission.

    Use it as a context manager; it starts again by itself after it was killed. It serves one
    submission at a time. Raises WarmError where processes cannot be forked, and where the system
    can't cut them off as far as is wanted.

    Parameters
    ----------
    wanted
        The least level of isolation.
    highest
        The level at which to stop, even if the system offers more.
    libraries
        A folder with libraries that students' code may import, beside the environment's.
    modules
        What is imported once, for all submissions, beside what every lesson needs.
    memory
        How memory is bounded: by GROUPS where the system has them, or by COUNTING.
    level
        The level that was reached, once the process has been started.
    ready
        Whether the process has loaded everything.

    """

    wanted: str = LIMITS
    highest: str = FULL
    libraries: str = ""
    modules: Sequence[str] = ()
    memory: str = GROUPS
    level: str = ""
    ready: bool = False
    process: subprocess.Popen[bytes] | None = None
    control: socket.socket | None = None
    folder: Folder | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @contextmanager
    def begun(self) -> Iterator[Self]:
        """Start the process for a block that has something to do until it needs a worker."""
        with closing(self):
            self.begin()
            yield self

    def start(self) -> None:
        """Start the process and wait until it is ready."""
        self.begin()
        self.await_ready()

    def begin(self) -> None:
        """Start the process, which takes seconds to load everything."""
        require_fork()
        try:
            self.folder = new_folder()
            self.control, other = socket.socketpair()
            with other:
                what = [self.highest, str(os.getpid()), self.memory, self.libraries]
                self.process = launch(other.fileno(), self.folder.path, [*what, *self.modules])
        except BaseException:  # Ctrl-C, before there is a `with` that would clean up
            self.close()
            raise

    def await_ready(self) -> None:
        """Wait until a process that has begun is ready."""
        if self.process is None or self.ready:
            return
        try:
            proof = self.read_control(START_SECONDS)
        except WarmError:
            words = self.last_words() or "nothing."
            self.close()
            raise WarmError(f"The grading worker could not start. It said: {words}") from None
        except BaseException:  # Ctrl-C, before there is a `with` that would clean up
            self.close()
            raise
        self.accept(proof)

    def accept(self, proof: Any) -> None:
        """Note the level that the process has proved; raises WarmError where it is too low."""
        _, self.level, missing = proof
        if not reaches(self.level, self.wanted):
            self.close()
            raise WarmError(explain_low_level(self.level, self.wanted, missing))
        self.ready = True

    def last_words(self) -> str:
        """Kill the process, and return the end of what it wrote to its error output."""
        if self.process is None or self.process.stderr is None:
            return ""
        self.process.kill()
        os.set_blocking(self.process.stderr.fileno(), False)  # others may hold it open
        said = self.process.stderr.read() or b""
        return said[-2000:].decode("utf-8", "replace").strip()

    def close(self) -> None:
        """End the process and everything below it, and remove its folder."""
        if self.control is not None:
            self.control.close()
        if self.process is not None:
            end_process(self.process)
        if self.folder is not None:
            self.folder.remove()
        self.control = self.process = self.folder = None
        self.ready = False

    def fork(self, limits: Limits, files: Files = (), withheld: Sequence[str] = ()) -> Worker:
        """Fork a worker with a folder of its own; start the warm process again if it is gone.

        `files` go into that folder: names, and contents in base64. `withheld` names functions of
        nnlib, "module:qualname", whose code the worker does not get.
        """
        self.await_ready()
        try:
            return self.fork_once(limits, files, withheld)
        except WarmError:
            self.close()
            self.start()
            return self.fork_once(limits, files, withheld)

    def fork_once(self, limits: Limits, files: Files, withheld: Sequence[str]) -> Worker:
        """Ask for one fork and send the worker's ends of the channel and of its output along."""
        if self.folder is None:
            raise WarmError("The warm process has not been started.")
        scratch = Path(tempfile.mkdtemp(dir=self.folder.path))
        mine, its = socket.socketpair()
        output = Output(limits.output_bytes)
        line = Line(mine, output.readers, output.drain)
        worker = Worker(line, output, open_bookmark(self.folder.path), scratch)
        try:
            ends = [its.fileno(), *output.writers, worker.bookmark]
            settings = [limits.to_plain(), str(scratch), list(files), list(withheld)]
            self.ask(["fork", *settings], ends)
        except BaseException:
            worker.close()
            raise
        finally:
            its.close()
            output.close_writers()
        return worker

    def end(self, worker: Worker, *, crashed: bool = False) -> Ending:
        """End a worker with all that it started, and return how it ended."""
        worker.close()
        try:
            return read_ending(self.ask(["end", crashed], []))
        except WarmError:
            self.close()
            return Ending("it ended the grading process")
        finally:
            remove_folder(worker.scratch)

    def ask(self, request: Any, descriptors: list[int]) -> Any:
        """Send one request with open files, and return the answer.

        Raises WarmError, with the last words of a process that has gone.
        """
        try:
            self.send_control(request, descriptors)
            return self.read_control(CONTROL_SECONDS)
        except WarmError as error:
            words = self.last_words()
            raise WarmError(f"{error}. It said: {words}" if words else str(error)) from None

    def send_control(self, request: Any, descriptors: list[int]) -> None:
        """Send one request with open files; raises WarmError."""
        if self.control is None:
            raise WarmError("The warm process has gone.")
        raw = pack(request)
        try:
            self.control.setblocking(True)
            socket.send_fds(self.control, [HEAD.pack(len(raw)) + raw], descriptors)
        except OSError as error:
            raise WarmError(f"The warm process has gone: {error}") from None

    def read_control(self, seconds: float) -> Any:
        """Read one answer of the warm process; raises WarmError when none comes."""
        if self.control is None:
            raise WarmError("The warm process has gone.")
        line = Line(self.control, (), bool)
        try:
            return unpack(line.receive(time.monotonic() + seconds))
        except (ChannelClosed, TimeUp, ProtocolError) as error:
            raise WarmError(f"The warm process does not answer: {type(error).__name__}") from None


def can_fork() -> bool:
    """Return True on a system that can fork processes and hand them open files."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


def require_fork() -> None:
    """Raise WarmError on a system that cannot fork."""
    if not can_fork():
        raise WarmError(
            "A class can't be graded on Windows, where strangers' code is not cut off: grade in a "
            "container, with the Dockerfile of this project, or in WSL. Everything else works here."
        )
