"""A session whose worker means harm ends in a fault, in time, and leaves no file open."""

import contextlib
import os
import socket
import threading
from pathlib import Path

import pytest

from autograder.sandbox.fault import ENDED, GARBLED, HUNG, Ending, Fault
from autograder.sandbox.limits import Limits
from autograder.sandbox.output import Output
from autograder.sandbox.protocol.calls import open_bookmark
from autograder.sandbox.protocol.frames import (
    HEAD,
    MAX_FRAME,
    ChannelClosed,
    Line,
    pack,
    receive_frame,
    send_frame,
    unpack,
)
from autograder.sandbox.protocol.replies import CellReport
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import Worker

LIMITS = Limits(cell_seconds=0.3, exercise_seconds=0.3, total_seconds=30, restarts=3)
GOOD = [None, None]


class HostileWarm:
    """Forks nothing: the peer is a thread with the worker's ends."""

    def __init__(self, behaviour, folder):
        self.behaviour = behaviour
        self.folder = folder
        self.bookmark = open_bookmark(folder)
        self.started = []

    def fork(self, limits, files=(), withheld=()):
        mine, its = socket.socketpair()
        output = Output(limits.output_bytes)
        writers, output.writers = list(output.writers), []
        thread = threading.Thread(target=self.misbehave, args=(its, writers))
        thread.start()
        self.started.append((thread, its, writers))
        line = Line(mine, output.readers, output.drain)
        return Worker(line, output, os.dup(self.bookmark), Path(self.folder))

    def misbehave(self, channel, writers):
        with contextlib.suppress(OSError, ChannelClosed):
            while True:
                number = unpack(receive_frame(channel))[0]
                self.behaviour(channel, number, writers, self.bookmark)

    def end(self, worker, *, crashed=False):
        worker.close()
        thread, channel, writers = self.started.pop()
        thread.join()
        channel.close()
        for writer in writers:
            os.close(writer)
        return Ending("it ended")


def reply(channel, number, content):
    send_frame(channel, pack([number, content]))


def honest(channel, number, writers, bookmark):
    reply(channel, number, GOOD)


def silent(channel, number, writers, bookmark):
    pass


def half(channel, number, writers, bookmark):
    channel.sendall(HEAD.pack(100) + b"[1,")


def closing(channel, number, writers, bookmark):
    channel.shutdown(socket.SHUT_RDWR)


def ending_within_a_frame(channel, number, writers, bookmark):
    half(channel, number, writers, bookmark)
    channel.shutdown(socket.SHUT_RDWR)


def too_long(channel, number, writers, bookmark):
    channel.sendall(HEAD.pack(2**32 - 1))


def rubbish(channel, number, writers, bookmark):
    send_frame(channel, b"\xff\xfe rubbish")


def empty(channel, number, writers, bookmark):
    send_frame(channel, b"")


def another_number(channel, number, writers, bookmark):
    reply(channel, number + 1, GOOD)


def no_number(channel, number, writers, bookmark):
    send_frame(channel, b"[[], NaN, 1e400]")


def streaming(channel, number, writers, bookmark):
    while True:
        channel.sendall(HEAD.pack(MAX_FRAME) + b"[" * MAX_FRAME)


def flooding(channel, number, writers, bookmark):
    for writer in writers * 20:
        os.write(writer, b"\xff\x00flood" * 5000)
    reply(channel, number, GOOD)


def spoiling_its_bookmark(channel, number, writers, bookmark):
    os.pwrite(bookmark, os.urandom(8), 0)
    os.ftruncate(bookmark, 2)
    closing(channel, number, writers, bookmark)


def open_files():
    return sorted(path.name for path in Path("/proc/self/fd").glob("*"))


@pytest.fixture
def first_cell(tmp_path):
    """Run one cell of a session with a peer; return what came, and what it printed."""

    def run(behaviour):
        before = open_files()
        warm = HostileWarm(behaviour, tmp_path)
        with Session(warm, LIMITS) as session:
            outcome = session.run("x = 1")
            printed = session.printed
        os.close(warm.bookmark)
        after = open_files()
        assert after == before
        return outcome, printed

    return run


def test_an_honest_peer_is_believed(first_cell):
    assert first_cell(honest)[0] == CellReport()


@pytest.mark.parametrize("behaviour", [silent, half])
def test_a_peer_that_makes_us_wait_is_given_up(first_cell, behaviour):
    assert first_cell(behaviour)[0] == Fault(HUNG, "it ended", LIMITS.cell_seconds)


@pytest.mark.parametrize("behaviour", [closing, ending_within_a_frame, spoiling_its_bookmark])
def test_a_peer_that_goes_away_has_ended(first_cell, behaviour):
    assert first_cell(behaviour)[0] == Fault(ENDED, "it ended")


@pytest.mark.parametrize("behaviour", [too_long, rubbish, empty, another_number, no_number])
def test_a_peer_that_talks_rubbish_is_not_believed(first_cell, behaviour):
    assert first_cell(behaviour)[0].kind == GARBLED


def test_a_peer_that_sends_without_end_is_given_up(first_cell):
    assert first_cell(streaming)[0].kind in (GARBLED, HUNG)


def test_a_peer_that_floods_its_output_cannot_fill_our_memory(first_cell):
    outcome, printed = first_cell(flooding)
    assert outcome == CellReport()
    assert len(printed.stdout) <= LIMITS.output_bytes + 1
    assert printed.stdout.startswith("\ufffdflood")


@pytest.mark.parametrize("behaviour", [silent, closing, rubbish])
def test_a_peer_that_never_mends_is_started_only_so_often(tmp_path, behaviour):
    warm = HostileWarm(behaviour, tmp_path)
    with Session(warm, LIMITS) as session:
        outcomes = [session.run("x = 1") for _ in range(LIMITS.restarts + 2)]
    os.close(warm.bookmark)
    assert outcomes[-1].kind == "no_restarts"
