"""Fuzz the protocol between judge and worker: hostile frames first, then hostile peers.

Run it with `python benchmarks/fuzz_protocol.py --minutes 10`; the time is shared by both. It
ends with status 1 if anything crashed or hung.
"""

import argparse
import collections
import faulthandler
import random
import resource
import sys
import time
import traceback
from collections.abc import Callable

from hostile_frames import hostile_frame
from hostile_peer import HostileWarm
from hostile_reading import Reader
from hostile_sessions import LATE, hold_session, open_files, resident_megabytes

MOST_SECONDS = 2.0  # of this process, for reading and judging one frame
HANG_SECONDS = 60  # then the process is ended and says where it stood
MEMORY = 3 << 30


def main() -> int:
    """Fuzz both levels and print what came of it."""
    arguments = read_arguments()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    reader = Reader()
    seconds = 30 * arguments.minutes
    tally = fuzz_reading(reader, random.Random(arguments.seed), seconds)
    tally += fuzz_sessions(reader, random.Random(arguments.seed + 1), seconds)
    return 1 if tally["crash"] + tally["hang"] else 0


def read_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


Tally = collections.Counter[str]


def fuzz(once: Callable[[], str], seconds: float) -> Tally:
    """Repeat one execution until the time is over; count its outcomes and keep the slowest."""
    tally: Tally = collections.Counter()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        faulthandler.dump_traceback_later(HANG_SECONDS, exit=True)
        try:
            tally[once()] += 1
        except Exception:
            tally["crash"] += 1
            traceback.print_exc()
    faulthandler.cancel_dump_traceback_later()
    return tally


def fuzz_reading(reader: Reader, rng: random.Random, seconds: float) -> Tally:
    """Read and judge hostile frames."""
    true = reader.true_replies()
    slowest = 0.0

    def once() -> str:
        nonlocal slowest
        raw = hostile_frame(true, rng)
        start = time.process_time()
        outcome = reader.look(raw, rng)
        took = time.process_time() - start
        slowest = max(slowest, took)
        if took > MOST_SECONDS:
            print(f"{took:.1f} s for a frame of {len(raw)} bytes: {raw[:200]!r}")
            return "hang"
        return outcome

    tally = fuzz(once, seconds)
    report("frames", tally, f"slowest {slowest:.2f} s, {resident_megabytes():.0f} MB held")
    return tally


def fuzz_sessions(reader: Reader, rng: random.Random, seconds: float) -> Tally:
    """Hold sessions with hostile peers."""
    warm = HostileWarm(reader.true_replies(), rng)
    files, latest = open_files(), 0.0

    def once() -> str:
        nonlocal latest
        late = hold_session(reader, warm, rng)
        latest = max(latest, late)
        if open_files() != files:
            raise AssertionError(f"{open_files() - files} files were left open")
        return "hang" if late > LATE else "session"

    tally = fuzz(once, seconds)
    warm.folder.rmdir()
    left = f"{open_files() - files} files left open"
    late = f"at most {max(latest, 0):.2f} s late"
    report("sessions", tally, f"{late}, {left}, {resident_megabytes():.0f} MB held")
    return tally


def report(what: str, tally: Tally, more: str) -> None:
    """Print one line."""
    counts = ", ".join(f"{name} {tally[name]}" for name in sorted(tally))
    print(
        f"{what}: {tally.total()} executions ({counts}), "
        f"crashes {tally['crash']}, hangs {tally['hang']}; {more}"
    )


if __name__ == "__main__":
    sys.exit(main())
