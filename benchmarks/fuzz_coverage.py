"""Look for frames that reach code which no frame before has reached, with atheris.

Run it with `python benchmarks/fuzz_coverage.py -max_total_time=300`, after `pip install
atheris`; the arguments are libFuzzer's. It stops at the first crash, hang or memory beyond bounds.
"""

import random
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["autograder.sandbox", "autograder.judging.compare"]):
    from hostile_reading import Reader

BOUNDS = ("-timeout=20", "-rss_limit_mb=3000", "-max_len=20000", "-print_final_stats=1")
SMALL = 6000  # bytes of a reply to start from


def main() -> None:
    """Start from true replies and never return."""
    reader = Reader()
    with tempfile.TemporaryDirectory() as corpus:
        for number, raw in enumerate(reader.true_replies()):
            if len(raw) <= SMALL:
                (Path(corpus) / str(number)).write_bytes(raw)

        def once(raw: bytes) -> None:
            reader.look(raw, random.Random(len(raw)))

        atheris.Setup([sys.argv[0], *BOUNDS, *sys.argv[1:], corpus], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
