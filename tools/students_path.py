"""Run the tests of what a student does, on any system and without make.

    python -m tools.students_path

It takes what pytest takes. On Linux, `tests/other_systems` looks like Windows to our own packages.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PATHS = (
    "tests/other_systems",
    "tests/neuron_to_network",
    "tests/autograder/student",
    "tests/autograder/judging",
    "tests/autograder/test_replacing.py",
    "tests/autograder/sandbox/test_fresh_process.py",
    "tests/nnlib",
    "neuron_to_network",
    "nnlib",
)
# The student's tests in full, slow ones too, but for those that need a browser.
CHOSEN = ("-m", "not browser")


def main(options: Sequence[str]) -> int:
    """Run the tests and return pytest's exit code."""
    command = [sys.executable, "-X", "utf8", "-m", "pytest", *CHOSEN, *options, *PATHS]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
