"""A worker that means harm: it holds the other end of a real session and does what it likes."""

import contextlib
import fcntl
import os
import random
import signal
import socket
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from hostile_frames import hostile_frame, numbered

from autograder.sandbox.fault import Ending
from autograder.sandbox.limits import Limits
from autograder.sandbox.output import Output
from autograder.sandbox.protocol.calls import open_bookmark
from autograder.sandbox.protocol.frames import (
    HEAD,
    MAX_FRAME,
    Line,
    receive_frame,
    send_frame,
    unpack,
)
from autograder.sandbox.warm_process import Files, Worker

FLOOD = b"\xff\x00\x1b[31mflood\n" * 5000
ENDLESS = 10**9


@dataclass
class HostileWarm:
    """Stands where the warm process stands, and forks hostile peers."""

    true: list[bytes]
    rng: random.Random
    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="hostile-")))
    children: dict[int, int] = field(default_factory=dict)

    def fork(self, limits: Limits, files: Files = (), withheld: Sequence[str] = ()) -> Worker:
        """Fork one peer."""
        mine, its = socket.socketpair()
        output = Output(limits.output_bytes)
        bookmark = open_bookmark(self.folder)
        seed = self.rng.randrange(2**32)
        pid = os.fork()
        if pid == 0:
            os.setsid()
            for inherited in (mine.detach(), *output.readers):
                os.close(inherited)
            misbehave(its, output.writers, bookmark, self.true, random.Random(seed))
        its.close()
        output.close_writers()
        self.children[bookmark] = pid
        return Worker(Line(mine, output.readers, output.drain), output, bookmark, self.folder)

    def end(self, worker: Worker, *, crashed: bool = False) -> Ending:
        """End one peer."""
        pid = self.children.pop(worker.bookmark)
        worker.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return Ending("signal SIGKILL" if crashed else "")


def misbehave(
    channel: socket.socket,
    writers: list[int],
    bookmark: int,
    true: list[bytes],
    rng: random.Random,
) -> NoReturn:
    """Answer requests in one hostile way after another, until killed."""
    try:
        signal.alarm(60)  # nothing outlives the fuzzing
        if rng.random() < 0.4:
            flood_for_ever(writers)
        peer = Peer(channel, writers, bookmark, true, rng)
        while True:
            peer.answer()
    except BaseException:
        os._exit(1)
    finally:
        os._exit(0)


def flood_for_ever(writers: list[int]) -> None:
    """Fill both pipes from another process as fast as it goes."""
    parent = os.getpid()
    if os.fork() == 0:
        signal.alarm(60)
        while os.getppid() == parent:
            for writer in writers:
                os.write(writer, FLOOD)
        os._exit(0)


@dataclass
class Peer:
    """What a peer has in its hands."""

    channel: socket.socket
    writers: list[int]
    bookmark: int
    true: list[bytes]
    rng: random.Random

    def answer(self) -> None:
        """Spoil the bookmark now and then, take a request or not, and answer in some way."""
        if self.rng.random() < 0.3:
            self.spoil_bookmark()
        number = 1
        if self.rng.random() < 0.95:
            number = unpack(receive_frame(self.channel))[0]
        true_or_close = self.rng.random()
        if true_or_close < 0.35:
            send_frame(self.channel, numbered(number, self.rng.choice(self.true)))
        else:
            self.rng.choice(WAYS)(self, number)

    def spoil_bookmark(self) -> None:
        """Write rubbish where the judge looks for the call, or change the file's size or mode."""
        way = self.rng.randrange(4)
        if way == 0:
            os.ftruncate(self.bookmark, self.rng.choice((0, 1, 3, 10**6)))
        elif way == 1:
            os.pwrite(self.bookmark, self.rng.randbytes(8), 0)
        elif way == 2:
            fcntl.fcntl(self.bookmark, fcntl.F_SETFL, os.O_APPEND | os.O_NONBLOCK)
        else:
            os.pwrite(self.bookmark, b"\x7f\xff\xff\xff", 0)

    def mutated(self, number: int) -> None:
        """Answer with a hostile reply."""
        send_frame(self.channel, numbered(number, hostile_frame(self.true, self.rng)))

    def raw(self, number: int) -> None:
        """Send rubbish that may not even be a frame."""
        self.channel.sendall(self.rng.randbytes(self.rng.randrange(1, 5000)))

    def half(self, number: int) -> None:
        """Announce more than is sent, then wait."""
        self.channel.sendall(HEAD.pack(self.rng.choice((1, 10**4, MAX_FRAME, 2**32 - 1))) + b"[")
        time.sleep(ENDLESS)

    def drip(self, number: int) -> None:
        """Send a byte now and then."""
        pause = self.rng.choice((0.002, 0.05, 1.0))
        for byte in HEAD.pack(1000) + b"[" * 1000:
            self.channel.sendall(bytes([byte]))
            time.sleep(pause)

    def stream(self, number: int) -> None:
        """Send without end: a large frame, or many small or empty ones."""
        frame = self.rng.choice(
            (HEAD.pack(MAX_FRAME) + b"[" * MAX_FRAME, HEAD.pack(0), b"\0\0\0\1[")
        )
        while True:
            self.channel.sendall(frame * max(1, 10_000 // len(frame)))

    def wrong_number(self, number: int) -> None:
        """Answer another request than the one that was made."""
        wrong = self.rng.choice((number + 1, 0, -1, None, "1", 10**400, [number], float("nan")))
        try:
            send_frame(self.channel, numbered(wrong, self.rng.choice(self.true)))
        except ValueError:  # an integer too long for JSON
            send_frame(self.channel, b"[" + b"9" * 4000 + b",1]")

    def ahead(self, number: int) -> None:
        """Answer requests that have not been made yet."""
        for later in range(number, number + self.rng.randrange(2, 20)):
            send_frame(self.channel, numbered(later, self.rng.choice(self.true)))

    def close(self, number: int) -> None:
        """Close one direction or both, and stay."""
        self.channel.shutdown(self.rng.choice((socket.SHUT_RD, socket.SHUT_WR, socket.SHUT_RDWR)))
        if self.rng.random() < 0.5:
            self.channel.close()
        time.sleep(self.rng.choice((0, ENDLESS)))

    def die(self, number: int) -> None:
        """End in the middle of a frame."""
        self.channel.sendall(HEAD.pack(100) + b"[1," * self.rng.randrange(9))
        os.kill(os.getpid(), self.rng.choice((signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM)))

    def sleep(self, number: int) -> None:
        """Say nothing."""
        time.sleep(ENDLESS)

    def flood(self, number: int) -> None:
        """Fill a pipe before answering."""
        for writer in self.writers:
            os.write(writer, FLOOD * self.rng.randrange(4))
        self.mutated(number)

    def close_output(self, number: int) -> None:
        """Close the pipes, then answer."""
        for writer in self.writers:
            with contextlib.suppress(OSError):
                os.close(writer)
        self.mutated(number)


WAYS = (
    *(Peer.mutated,) * 4,
    Peer.raw,
    Peer.half,
    Peer.drip,
    Peer.stream,
    Peer.wrong_number,
    Peer.ahead,
    Peer.close,
    Peer.die,
    Peer.sleep,
    Peer.flood,
    Peer.close_output,
)
