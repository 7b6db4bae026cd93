"""A door on each kind of socket of this machine, which nobody should be able to knock at."""

import selectors
import socket
import threading
from contextlib import ExitStack, suppress
from pathlib import Path


class Listener:
    """Listens in a thread of its own and remembers what was said."""

    def __init__(self, path: Path, abstract: str) -> None:
        self.heard: list[tuple[str, bytes]] = []
        self.stack = ExitStack()
        self.selector = self.stack.enter_context(selectors.DefaultSelector())
        self.tcp = self.door("TCP", socket.AF_INET, ("127.0.0.1", 0))
        self.udp = self.door("UDP", socket.AF_INET, ("127.0.0.1", 0), socket.SOCK_DGRAM)
        self.door("a socket on disk", socket.AF_UNIX, str(path))
        self.door("an abstract socket", socket.AF_UNIX, f"\0{abstract}")
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def door(self, name, family, address, kind=socket.SOCK_STREAM):
        """Open one socket and return its port, or its path."""
        door = self.stack.enter_context(socket.socket(family, kind))
        door.bind(address)
        if kind == socket.SOCK_STREAM:
            door.listen(64)
        self.selector.register(door, selectors.EVENT_READ, name)
        return door.getsockname()[1] if family == socket.AF_INET else address

    def listen(self):
        """Remember everything that comes, until the test ends."""
        while not self.stopped.is_set():
            for key, _ in self.selector.select(timeout=0.2):
                with suppress(OSError):
                    self.heard.append((key.data, said(key.fileobj)))

    def close(self):
        """Close all doors."""
        self.stopped.set()
        self.thread.join()
        self.stack.close()


def said(door):
    """Return what one caller says."""
    if door.type == socket.SOCK_DGRAM:
        return door.recv(4096)
    caller, _ = door.accept()
    with caller:
        caller.settimeout(1)
        return caller.recv(4096)
