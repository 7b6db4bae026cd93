import contextlib
import socket
import threading
import time

import pytest

from autograder.sandbox.protocol.frames import (
    HEAD,
    MAX_FRAME,
    ChannelClosed,
    Line,
    TimeUp,
    pack,
    pack_with,
    receive_frame,
    send_frame,
    unpack,
)
from autograder.sandbox.protocol.wire import ProtocolError


@pytest.fixture
def ends():
    one, other = socket.socketpair()
    with one, other:
        yield Line(one, (), bool), other


@contextlib.contextmanager
def beside(work, channel):
    """Do something with the other end in a thread until the test is over."""

    def until_closed():
        with contextlib.suppress(OSError):
            work()

    thread = threading.Thread(target=until_closed)
    thread.start()
    yield
    channel.shutdown(socket.SHUT_RDWR)
    thread.join()


def dripping(channel):
    def work():
        channel.sendall(HEAD.pack(MAX_FRAME))
        while True:
            channel.sendall(b"x")
            time.sleep(0.01)

    return beside(work, channel)


def streaming(channel, frame):
    def work():
        while True:
            channel.sendall(frame)

    return beside(work, channel)


def soon():
    return time.monotonic() + 0.2


def test_a_frame_comes_through_both_ways(ends):
    line, other = ends
    line.send(b"question", soon())
    assert receive_frame(other) == b"question"
    send_frame(other, b"answer")
    assert line.receive(soon()) == b"answer"


def test_two_frames_in_one_piece_come_one_after_the_other(ends):
    line, other = ends
    other.sendall(HEAD.pack(1) + b"a" + HEAD.pack(0) + HEAD.pack(1) + b"b")
    assert [line.receive(soon()) for _ in range(3)] == [b"a", b"", b"b"]


def test_silence_ends_at_the_deadline(ends):
    with pytest.raises(TimeUp):
        ends[0].receive(soon())


def test_half_a_frame_ends_at_the_deadline(ends):
    ends[1].sendall(HEAD.pack(10) + b"half")
    with pytest.raises(TimeUp):
        ends[0].receive(soon())


def test_a_reader_that_does_not_read_ends_at_the_deadline(ends):
    with pytest.raises(TimeUp):
        ends[0].send(b"x" * 10_000_000, soon())


def test_the_end_of_the_other_side_is_noticed(ends):
    ends[1].close()
    with pytest.raises(ChannelClosed):
        ends[0].receive(soon())


def test_bytes_that_come_one_by_one_end_at_the_deadline(ends):
    line, other = ends
    with dripping(other), pytest.raises(TimeUp):
        line.receive(soon())


def test_a_stream_without_end_is_not_kept_beyond_one_frame(ends):
    line, other = ends
    with streaming(other, HEAD.pack(MAX_FRAME) + b"x" * MAX_FRAME):
        line.receive(time.monotonic() + 30)
    assert len(line.buffer) <= 1 << 16


def test_a_frame_that_announces_too_much_is_refused_at_once(ends):
    ends[1].sendall(HEAD.pack(MAX_FRAME + 1))
    with pytest.raises(ProtocolError, match="large"):
        ends[0].receive(soon())


def test_a_part_that_is_packed_already_is_one_more_item():
    assert unpack(pack_with([7, "observe"], pack([[1], "a"]))) == [7, "observe", [[1], "a"]]


def test_a_frame_with_a_part_that_is_packed_already_is_bounded_too():
    with pytest.raises(ProtocolError, match="too large"):
        pack_with([7], b'"' + b"x" * MAX_FRAME + b'"')
