"""A Chromium without a window, for the tests, the tools and the benchmarks."""

import contextlib
import os
import shutil

WINDOW = {"width": 1300, "height": 1000}
QUIET = (
    "--no-sandbox",  # as root, which tests in a container are, Chromium has no sandbox
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class NoBrowserError(Exception):
    """There is no browser to open, or nothing to drive it with; the text says which."""


@contextlib.contextmanager
def running_chromium():
    """Start the Chromium that is installed, or the one that CHROMIUM names."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        raise NoBrowserError("playwright is not installed") from error
    options = chromium_options()
    with sync_playwright() as started:
        browser = started.chromium.launch(**options)
        yield browser
        browser.close()


def chromium_options():
    """Return which program is started, and with what."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        raise NoBrowserError("no Chromium was found: install it, or name it in CHROMIUM")
    return {"executable_path": program, "args": QUIET}
