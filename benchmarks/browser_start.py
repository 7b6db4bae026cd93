"""From a page opened to the first green card, in a browser with nothing installed: cold and warm.

Cold is a browser that has never been there, warm is the same browser started anew: what it kept is
on its disk. Beside the seconds stand how many requests reached the server, and their megabytes as
the files are; a host that compresses sends fewer. Everything comes from this machine, so no time of
a network is in it.

Run it with `python -m benchmarks.browser_start`; `make pyodide` fetches what it needs.
"""

import tempfile
import time
from pathlib import Path

from tests.browser.chromium import WINDOW, chromium_options
from tests.browser.lite import built, served
from tests.browser.test_students_road import CHECK, EXERCISE, RIGHT

LESSON = "01_neuron.ipynb"


def main():
    """Print a line for each start."""
    with tempfile.TemporaryDirectory() as folder, served(built(Path(folder, "site"))) as lite:
        print("start     page  kernel  first green card   requests     MB")
        for start in ("cold", "warm"):
            report(start, lite, Path(folder, "browser"))


def report(start, lite, profile):
    """Open the lesson in a browser that keeps its files in `profile`, and print how it went."""
    from playwright.sync_api import sync_playwright

    lite.requests.clear()
    with sync_playwright() as started:
        browser = started.chromium.launch_persistent_context(
            profile, viewport=WINDOW, **chromium_options()
        )
        began = time.perf_counter()
        lesson = lite.opened(browser.new_page(), LESSON)
        opened = time.perf_counter() - began
        lesson.run("provided-imports")
        loaded = time.perf_counter() - began
        green(lesson)
        print(line(start, [opened, loaded, time.perf_counter() - began], lite.requests), flush=True)
        browser.close()


def green(lesson):
    """Write the right answer and check it."""
    lesson.write(EXERCISE, RIGHT)
    lesson.run(EXERCISE, CHECK)
    assert "✓ Right" in lesson.card(CHECK)


def line(start, seconds, requests):
    """Return a line of the table."""
    page, kernel, card = (f"{one:6.1f}" for one in seconds)
    megabytes = sum(one.size for one in requests) / 1e6
    return f"{start:6} {page} s {kernel} s {card:>16} s {len(requests):9} {megabytes:6.1f}"


if __name__ == "__main__":
    main()
