"""What nnlib costs beside time for training: its import, its memory, and more samples.

Run it with `make bench-training`, or alone: `python benchmarks/footprint.py`.
"""

import statistics
import subprocess
import sys
import time
import tracemalloc

import numpy as np
from one_thread import use_one_thread

from nnlib.losses import CROSS_ENTROPY_FROM_LOGITS
from nnlib.network import multilayer_perceptron
from nnlib.optimizers import Adam
from nnlib.training import Trainer

SAMPLES = [7_500, 15_000, 30_000, 60_000]


def main() -> None:
    """Print all three."""
    use_one_thread()
    for module in ("nnlib", "nnlib.training"):
        print(f"import {module}: {import_milliseconds(module):.1f} ms above numpy")
    X = np.random.default_rng(0).random((60_000, 784), dtype=np.float32)
    targets = np.arange(60_000) % 10
    print(f"an epoch of 60000×784: at most {peak_megabytes(X, targets):.1f} MB above the data")
    print("seconds an epoch by samples, and per 10,000 of them")
    for count in SAMPLES:
        seconds = min(epoch_seconds(X[:count], targets[:count]) for _ in range(3))
        print(f"{count:7d} {seconds:7.3f} {seconds / count * 10_000:7.3f}")


def import_milliseconds(module: str, rounds: int = 7) -> float:
    """Return the median of an import's own time after numpy, each in a new process."""
    code = (
        "import time, numpy; start = time.process_time(); "
        f"import {module}; print(time.process_time() - start)"
    )
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, capture_output=True, check=True) for _ in range(rounds)]
    return 1000 * statistics.median(float(run.stdout) for run in runs)


def trainer() -> Trainer:
    """Return a trainer of 784-128-64-10."""
    network = multilayer_perceptron(
        (784, 128, 64, 10), rng=np.random.default_rng(0), dtype=np.float32
    )
    return Trainer(network, CROSS_ENTROPY_FROM_LOGITS, Adam())


def train(learner: Trainer, X: np.ndarray, targets: np.ndarray) -> None:
    """Train for one epoch."""
    rng = np.random.default_rng(0)
    learner.fit(X, targets, num_epochs=1, batch_size=128, rng=rng, progress=False)


def peak_megabytes(X: np.ndarray, targets: np.ndarray) -> float:
    """Return the memory that training takes beside data, parameters and gradients."""
    learner = trainer()
    tracemalloc.start()
    train(learner, X, targets)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def epoch_seconds(X: np.ndarray, targets: np.ndarray) -> float:
    """Return the process's seconds for one epoch."""
    learner = trainer()
    start = time.process_time()
    train(learner, X, targets)
    return time.process_time() - start


if __name__ == "__main__":
    main()
