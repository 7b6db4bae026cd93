"""The memory that a command with all its processes takes, as the system counts it."""

import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

SHARED_OUT = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
PAUSE = 0.5


def run_and_watch(
    command: list[str | Path], folder: Path
) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run a command and return what came of it and the most megabytes that it held."""
    most = [0]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        ended = threading.Event()
        watcher = threading.Thread(target=watch, args=(process.pid, most, ended))
        watcher.start()
        said, _ = process.communicate()
        ended.set()
        watcher.join()
    return subprocess.CompletedProcess(command, process.returncode, said), most[0]


def watch(process: int, most: list[int], ended: threading.Event) -> None:
    """Measure again and again until the command has ended."""
    while not ended.wait(PAUSE):
        most[0] = max(most[0], sum(map(megabytes, family(process))))


def family(process: int) -> Iterator[int]:
    """Yield a process and all that it has started, at any depth."""
    yield process
    with suppress(OSError):
        for task in Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def megabytes(process: int) -> int:
    """Return the memory of a process; what several share is divided among them."""
    with suppress(OSError):
        found = SHARED_OUT.search(Path(f"/proc/{process}/smaps_rollup").read_text())
        return int(found[1]) // 1024 if found else 0
    return 0
