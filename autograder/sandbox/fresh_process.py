"""A worker where nothing can be forked, as on Windows: a fresh process, cut off from nothing.

It is bounded in time alone, so it is for a notebook of one's own; a class is graded by the warm
process. Judge and worker speak as always, over a connection on this machine that only the worker
has the key to.
"""

import hmac
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from autograder.sandbox.fault import Ending, read_ending
from autograder.sandbox.launch import SETTINGS
from autograder.sandbox.limits import Limits
from autograder.sandbox.output import FileOutput
from autograder.sandbox.protocol.frames import ChannelClosed, Line, TimeUp
from autograder.sandbox.protocol.wire import ProtocolError
from autograder.sandbox.scratch import remove_folder
from autograder.sandbox.warm_process import START_SECONDS, Files, WarmError, Worker
from autograder.texts import python_path

PREFIX = "autograder-check-"
LOOK_SECONDS = 0.2  # between two looks whether a process that starts is still there
KEY_SECONDS = 5.0
GRACE = 0.5  # for a process that is ending by itself


@dataclass
class FreshProcesses:
    """What starts a process for each worker, and ends it; one at a time."""

    process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.kill()

    def fork(self, limits: Limits, files: Files = (), withheld: Sequence[str] = ()) -> Worker:
        """Start a worker with a folder of its own; raises WarmError where it can't start."""
        scratch = Path(tempfile.mkdtemp(prefix=PREFIX))
        output = FileOutput(scratch, limits.output_bytes)
        try:
            told = {**places(scratch), "files": list(files), "withheld": list(withheld)}
            channel = self.start(told, output)
        except BaseException:
            self.kill()
            output.close()
            remove_folder(scratch)
            raise
        bookmark = os.open(told["bookmark"], os.O_RDWR | getattr(os, "O_BINARY", 0))
        return Worker(Line(channel, (), bool), output, bookmark, scratch)

    def start(self, told: dict[str, Any], output: FileOutput) -> socket.socket:
        """Start the process and return its connection, once it has shown the key."""
        with socket.create_server(("127.0.0.1", 0)) as door:
            port = str(door.getsockname()[1])
            self.process = subprocess.Popen(  # noqa: S603 - the interpreter that runs this
                [sys.executable, "-P", "-m", "autograder.sandbox.worker.alone", port],
                stdin=subprocess.PIPE,
                stdout=output.files[0],
                stderr=output.files[1],
                env={**os.environ, **SETTINGS, "PYTHONPATH": python_path()},
            )
            key = secrets.token_hex(16)
            tell(self.process, {**told, "key": key})
            return self.let_in(door, key, output)

    def let_in(self, door: socket.socket, key: str, output: FileOutput) -> socket.socket:
        """Wait for the worker at the door; whoever has not got the key is sent away."""
        door.settimeout(LOOK_SECONDS)
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.is_alive():
            with suppress(TimeoutError):
                channel, _ = door.accept()
                if has_key(channel, key):
                    return channel
                channel.close()
        words = output.take().stderr.strip()[-2000:] or "nothing."
        raise WarmError(f"The process that runs the notebook could not start. It said: {words}")

    def end(self, worker: Worker, *, crashed: bool = False) -> Ending:
        """End a worker, and return how it ended."""
        worker.close()
        if crashed and self.process is not None:
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(GRACE)
        code = self.kill()
        remove_folder(worker.scratch)
        return read_ending({"signal": -code} if code < 0 else {"code": code})

    def is_alive(self) -> bool:
        """Return True if the process runs."""
        return self.process is not None and self.process.poll() is None

    def kill(self) -> int:
        """Kill the process if it still runs, and return its exit code."""
        if self.process is None:
            return 0
        self.process.kill()
        code, self.process = self.process.wait(), None
        return code


def places(scratch: Path) -> dict[str, Any]:
    """Make the folders and the file that a worker uses, and return where they are."""
    home, settings, bookmark = scratch / "home", scratch / "settings", scratch / "bookmark"
    home.mkdir()
    settings.mkdir()
    bookmark.touch()
    return {"home": str(home), "settings": str(settings), "bookmark": str(bookmark)}


def tell(process: subprocess.Popen[bytes], told: dict[str, Any]) -> None:
    """Write what a process is told to its standard input; one that has ended needs nothing."""
    if process.stdin is not None:
        with suppress(OSError), process.stdin as standard_input:
            standard_input.write(json.dumps(told).encode("ascii") + b"\n")


def has_key(channel: socket.socket, key: str) -> bool:
    """Return True if the first that somebody says is the key."""
    try:
        shown = Line(channel, (), bool).receive(time.monotonic() + KEY_SECONDS)
    except (ChannelClosed, TimeUp, ProtocolError):
        return False
    return hmac.compare_digest(shown, key.encode("ascii"))
