"""Start the warm process in a small environment, and end it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import autograder

END_SECONDS = 15.0
PASSED_ON = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR")
SETTINGS = {
    "OPENBLAS_NUM_THREADS": "1",  # twice the throughput, and no threads at the fork
    "OMP_NUM_THREADS": "1",
    "MPLBACKEND": "Agg",
    "NNLIB_STILL": "0",
    "PYTHONHASHSEED": "0",  # sets keep their order: the same work gets the same grade
    "PYTHONDONTWRITEBYTECODE": "1",
}


def launch(descriptor: int, folder: Path, what: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start the warm process with one open file, what it is told and a small environment."""
    module = [sys.executable, "-P", "-m", "autograder.sandbox.worker"]
    return subprocess.Popen(  # noqa: S603 - the interpreter that runs this
        [*module, str(descriptor), str(folder), *what],
        pass_fds=(descriptor,),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=small_environment(os.environ),
        cwd=folder,
        start_new_session=True,  # Ctrl-C is for the judge, which then ends it in order
    )


def small_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what the warm process needs of the environment, and its settings."""
    kept = {name: environment[name] for name in PASSED_ON if name in environment}
    packages = str(Path(autograder.__path__[0]).resolve().parent)
    return {**kept, **SETTINGS, "PYTHONPATH": packages}


def end_process(process: subprocess.Popen[bytes]) -> None:
    """Let the process end by itself, since its control channel is closed; kill it if it won't."""
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stderr is not None:
        process.stderr.close()
