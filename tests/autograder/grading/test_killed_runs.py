"""Grading that is killed loses nothing: the benchmark, with a few kills."""

import subprocess
import sys

import pytest

from autograder.texts import checkout


@pytest.mark.slow
def test_six_kills_at_random_moments_leave_every_grade_right():
    script = checkout() / "benchmarks" / "kills.py"
    done = subprocess.run(
        [sys.executable, script, "--kills", "6", "--students", "20"],
        capture_output=True,
        text=True,
        check=False,
        timeout=1800,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "faults: 0 {}" in done.stdout
