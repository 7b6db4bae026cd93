"""From an empty folder to the first green card, by the clock: with pip, and in a clone with make.

Each way is done for real: a new environment, the packages from where pip is set up to get them,
the course's own command, JupyterLab in a Chromium, the first exercise of lesson 01 answered and
checked.
What pip has downloaded before is used again, so that the network's speed is in it only once.

Run it with `python -m benchmarks.first_card`; `make bench-browser-start` is the way without any
installation.
"""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.browser_start import LESSON, green
from tests.browser.chromium import running_chromium
from tests.browser.lab import Lab, command, environment, free_port, wait_until_up, write_settings
from tests.browser.notebook_page import IDLE, RUN_MILLISECONDS, shown_at
from tests.test_first_command import outside_of_make

ROOT = Path(__file__).parents[1]


def main():
    """Print a line for each way."""
    print("way   installed   page with kernel   first green card")
    with tempfile.TemporaryDirectory() as folder:
        wheel = built_wheel(Path(folder, "dist"))
        for way, install in (("pip", lambda home: with_pip(home, wheel)), ("make", in_a_clone)):
            home = Path(folder, way)
            home.mkdir()
            print(
                f"{way:4}", *(f"{seconds:14.1f} s" for seconds in timed(home, install)), flush=True
            )


def built_wheel(folder):
    """Build the course's wheel; whoever installs it from an index has no part in that."""
    words = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    done([*words, "--wheel-dir", folder, ROOT])
    return next(folder.glob("*.whl"))


def with_pip(home, wheel):
    """Install the course into a new environment, and return how its command starts."""
    done([sys.executable, "-m", "venv", home / "venv"])
    done([home / "venv/bin/pip", "install", "--quiet", f"{wheel}[lessons]"])
    return [home / "venv/bin/neuron-to-network", "start", home / "mine"]


def in_a_clone(home):
    """Set a clone up with make, and return how its command starts."""
    done(["git", "clone", "--quiet", ROOT, home / "clone"])
    done(["make", "--silent", "-C", home / "clone", f"PYTHON={sys.executable}", "set-up"])
    return [home / "clone/.venv/bin/neuron-to-network", "start", home / "mine"]


def done(words):
    """Run a program, and show what it says only if it fails."""
    run = subprocess.run([*map(str, words)], capture_output=True, text=True, env=outside_of_make())
    if run.returncode:
        raise SystemExit(f"{words[0]} failed:\n{run.stdout}{run.stderr}")


def timed(home, install):
    """Yield the seconds until it is installed, until the lesson stands there, until it is green."""
    began = time.perf_counter()
    words = install(home)
    yield time.perf_counter() - began
    with started(home, words) as lab, running_chromium() as browser:
        page = browser.new_page()
        lesson = shown_at(page, lab, "lab/tree", lab.folder / LESSON)
        page.get_by_text(IDLE).wait_for(timeout=RUN_MILLISECONDS)
        yield time.perf_counter() - began
        lesson.run("provided-imports")
        green(lesson)
        yield time.perf_counter() - began


@contextlib.contextmanager
def started(home, words):
    """Start JupyterLab by the course's own command, and stop it at the end."""
    port, log = free_port(), home / "lab.log"
    options = [word for word in command(port, home / "mine")[3:] if "root_dir" not in word]
    write_settings(home / "settings", {})
    surroundings = environment(home, home / "mine/.lessons/progress.json")
    with log.open("wb") as said:
        server = subprocess.Popen(
            [*map(str, words), *options],
            env=surroundings,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_up(url, server, log)
            yield Lab(url, home / "mine", home / "mine/.lessons/progress.json")
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=60)


if __name__ == "__main__":
    main()
