"""Milliseconds from a slider moved by key or pointer to changed pixels, for each widget.

A key: from the page's own time of the key press to the frame after the new picture was decoded,
and when the kernel's picture reached the page, before it was decoded. A drag: pictures a second
while the pointer moves, and how many came after the last move: two at most, the one that was
under way and the last; more would be a queue of old ones.

Run it with `python -m benchmarks.widget_latency`; names of widgets limit it to these.
"""

import argparse
import os
import tempfile
from pathlib import Path
from statistics import median, quantiles

from tests.browser.chromium import WINDOW, running_chromium
from tests.browser.gallery import IMPORTS, NAMES, cell_id, gallery_text
from tests.browser.lab import running_lab
from tests.browser.notebook_page import opened, watched
from tests.browser.wire import settle

WATCH = """image => {
    window.seen = []
    image.addEventListener("load", () => {
        const arrived = window.wire.pictureAt
        requestAnimationFrame(() => setTimeout(
            () => window.seen.push({arrived, painted: performance.now()}), 0))
    })
    for (const kind of ["keydown", "pointermove"])
        window.addEventListener(kind, event => { window.lastInput = event.timeStamp }, true)
}"""
KEYS = 20
DRAG_STEPS = 150  # moves of the pointer by a pixel or two: far more than can be drawn
LIMIT, RATE = 100.0, 15.0


def main():
    """Print a line for each widget."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("names", nargs="*", help=f"of {' '.join(NAMES)}; all without")
    names = options.parse_args().names or NAMES
    with (
        tempfile.TemporaryDirectory() as home,
        running_lab(Path(home)) as lab,
        running_chromium() as browser,
    ):
        page = watched(browser.new_page(viewport=WINDOW), [])
        lesson = opened(page, lab, "gallery.ipynb", gallery_text())
        lesson.run(IMPORTS)
        print(f"{'widget':16} {'median':>7} {'95 %':>7} {'kernel':>7}   a second  after  load")
        for name in names:
            print(line(lesson, name), flush=True)


def line(lesson, name):
    """Return the measurements of one widget as a line of the table."""
    lesson.run(cell_id(name))
    output = lesson.output(cell_id(name))
    output.locator("img").wait_for()
    handle = next(one for one in output.get_by_role("slider").all() if one.is_visible())
    output.locator("img").evaluate(WATCH)
    painted, arrived = keys(lesson.page, handle)
    rate, after = drag(lesson.page, handle)
    high = quantiles(painted, n=20)[-1]
    marks = f"{' slow' * (median(painted) > LIMIT)}{' few' * (rate < RATE)}{' queue' * (after > 2)}"
    return (
        f"{name:16} {median(painted):7.0f} {high:7.0f} {median(arrived):7.0f} "
        f"{rate:10.1f} {after:6}  {os.getloadavg()[0]:4.1f}{marks}"
    )


def keys(page, handle):
    """Return the milliseconds from each key to its pixels, and to the picture's arrival."""
    painted, arrived = [], []
    for count in range(KEYS):
        page.evaluate("() => { window.seen = [] }")
        handle.press("ArrowRight" if count % 2 else "ArrowLeft")
        settle(page)
        page.evaluate("() => new Promise(resolve => setTimeout(resolve, 30))")
        last = page.evaluate("() => ({input: window.lastInput, seen: window.seen})")
        if last["seen"]:
            painted.append(last["seen"][0]["painted"] - last["input"])
            arrived.append(last["seen"][0]["arrived"] - last["input"])
    return painted, arrived


def drag(page, handle):
    """Drag to and fro; return the pictures a second, and how many came after the last move."""
    handle.scroll_into_view_if_needed()
    box = handle.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate("() => { window.seen = []; window.dragFrom = performance.now() }")
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(DRAG_STEPS):
        page.mouse.move(x + 40 - abs(step % 80 - 40), y)
    page.mouse.up()
    settle(page)
    page.evaluate("() => new Promise(resolve => setTimeout(resolve, 50))")
    begin, last, seen = page.evaluate("() => [window.dragFrom, window.lastInput, window.seen]")
    during = [one for one in seen if one["painted"] <= last]
    return 1000 * len(during) / (last - begin), len(seen) - len(during)


if __name__ == "__main__":
    main()
