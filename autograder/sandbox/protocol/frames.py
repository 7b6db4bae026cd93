"""Frames over a socket: four bytes of length, then that many bytes of JSON text."""

import json
import selectors
import socket
import struct
import time
from collections.abc import Callable, Sequence
from typing import Any

from autograder.sandbox.protocol.wire import ProtocolError

HEAD = struct.Struct(">I")
CHUNK = 1 << 16
MAX_FRAME = 32_000_000
MAX_NODES = 500_000
# Windows, which forks nothing either, waits for sockets alone and by this one.
Selector = getattr(selectors, "PollSelector", selectors.SelectSelector)


class ChannelClosed(Exception):  # noqa: N818 - an end, not an error
    """The other side is gone."""


class TimeUp(Exception):  # noqa: N818 - an end, not an error
    """The other side did not answer in time."""


def pack(data: Any) -> bytes:
    """Return JSON data as the bytes of one frame; raises ProtocolError if they are too many."""
    return bounded(json.dumps(data, separators=(",", ":")).encode("ascii"))


def pack_with(data: list[Any], packed: bytes) -> bytes:
    """Return a list that is not empty as one frame, with an item added that is packed already.

    >>> pack_with([7, "observe"], pack([1, 2]))
    b'[7,"observe",[1,2]]'
    """
    return bounded(pack(data)[:-1] + b"," + packed + b"]")


def bounded(raw: bytes) -> bytes:
    """Return the bytes of a frame unless they are too many."""
    if len(raw) > MAX_FRAME or count_nodes(raw) > MAX_NODES:
        raise ProtocolError("the value is too large to be looked at")
    return raw


def unpack(raw: bytes) -> Any:
    """Return the JSON data of one frame; raises ProtocolError for anything else."""
    if len(raw) > MAX_FRAME or count_nodes(raw) > MAX_NODES:
        raise ProtocolError("a frame is too large")
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"a frame is not JSON: {type(error).__name__}") from None


def count_nodes(raw: bytes) -> int:
    """Return a bound on the number of objects that reading the text would make."""
    return raw.count(b",") + raw.count(b"[") + raw.count(b"{")


def send_frame(channel: socket.socket, raw: bytes) -> None:
    """Write one frame and wait until it is taken, as the worker does."""
    channel.sendall(HEAD.pack(len(raw)) + raw)


def receive_frame(channel: socket.socket) -> bytes:
    """Read one frame and wait for it, as the worker does; raises ChannelClosed at the end."""
    (length,) = HEAD.unpack(receive_exactly(channel, HEAD.size))
    return receive_exactly(channel, length)


def receive_exactly(channel: socket.socket, length: int) -> bytes:
    """Read exactly `length` bytes."""
    data = bytearray()
    while len(data) < length:
        piece = channel.recv(min(length - len(data), CHUNK))
        if not piece:
            raise ChannelClosed
        data += piece
    return bytes(data)


class Line:
    """The judge's end of a channel: never waits longer than until a deadline.

    While it waits it keeps calling `drain` for the other files that become readable (the
    student's output), so that a full pipe can neither stop the student nor fill a disk.
    """

    def __init__(
        self, channel: socket.socket, others: Sequence[int], drain: Callable[[int], bool]
    ) -> None:
        channel.setblocking(False)
        self.channel = channel
        self.buffer = bytearray()
        self.drain = drain
        self.selector: selectors.BaseSelector = Selector()
        for descriptor in others:
            self.selector.register(descriptor, selectors.EVENT_READ)

    def send(self, raw: bytes, deadline: float) -> None:
        """Write one frame before the deadline; raises TimeUp or ChannelClosed."""
        rest = memoryview(HEAD.pack(len(raw)) + raw)
        while rest:
            try:
                rest = rest[self.channel.send(rest) :]
            except BlockingIOError:
                self.wait(selectors.EVENT_WRITE, deadline)
            except OSError:
                raise ChannelClosed from None

    def receive(self, deadline: float) -> bytes:
        """Return the next frame in time; raises TimeUp, ChannelClosed or ProtocolError."""
        while (raw := self.complete_frame()) is None:
            try:
                piece = self.channel.recv(CHUNK)
            except BlockingIOError:
                self.wait(selectors.EVENT_READ, deadline)
            except OSError:
                raise ChannelClosed from None
            else:
                if not piece:
                    raise ChannelClosed
                self.buffer += piece
                in_time(deadline)
        return raw

    def complete_frame(self) -> bytes | None:
        """Take one whole frame out of what has been read, if there is one."""
        if len(self.buffer) < HEAD.size:
            return None
        (length,) = HEAD.unpack_from(self.buffer)
        if length > MAX_FRAME:
            raise ProtocolError("a frame is too large")
        end = HEAD.size + length
        if len(self.buffer) < end:
            return None
        raw = bytes(self.buffer[HEAD.size : end])
        del self.buffer[:end]
        return raw

    def wait(self, event: int, deadline: float) -> None:
        """Wait until the channel is ready, and drain the other files meanwhile."""
        self.selector.register(self.channel, event)
        try:
            while not self.is_ready(in_time(deadline)):
                pass
        finally:
            self.selector.unregister(self.channel)

    def is_ready(self, seconds: float) -> bool:
        """Return True if the channel became ready in time, and drain what else did."""
        ready = False
        for key, _ in self.selector.select(seconds):
            if key.fileobj is self.channel:
                ready = True
            elif not self.drain(key.fd):
                self.selector.unregister(key.fileobj)
        return ready


def in_time(deadline: float) -> float:
    """Return the seconds that are left; raises TimeUp when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeUp
    return left
