"""Milliseconds from a slider moved by key or pointer to changed pixels, for each widget.

A key: from the page's own time of the key press to the frame after the new picture was decoded,
and when the kernel's picture reached the page, before it was decoded. A drag sweeps the pointer
over the whole slider: pictures a second while it moves, beside how often the slider's value
changed a second (one with few stops has no more pictures to show than that), and how many came
after the last move: three at most, the one being decoded, the one under way and the last; more
would be a queue of old ones.

Run it with `python -m benchmarks.widget_latency`; names of widgets limit it to these.
"""

import argparse
import os
from statistics import median, quantiles

from tests.browser.gallery import NAMES, cell_id, open_gallery
from tests.browser.wire import settle

WATCH = """() => {
    window.seen = []
    document.addEventListener("load", event => {
        if (event.target.tagName !== "IMG") return
        const arrived = window.wire.pictureAt
        requestAnimationFrame(() => setTimeout(
            () => window.seen.push({arrived, painted: performance.now()}), 0))
    }, true)
    for (const kind of ["keydown", "pointermove"])
        window.addEventListener(kind, event => { window.lastInput = event.timeStamp }, true)
}"""
COUNT_VALUES = """handle => {
    window.values = []
    new MutationObserver(() => window.values.push(performance.now()))
        .observe(handle, {attributeFilter: ["aria-valuenow"]})
}"""
KEYS = 20
SWEEPS, STEPS = 12, 25  # from end to end of a slider, in so many moves of the pointer
LIMIT, RATE, LATE = 100.0, 15.0, 3


def main():
    """Print a line for each widget."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("names", nargs="*", help=f"of {' '.join(NAMES)}; all without")
    names = options.parse_args().names or NAMES
    with open_gallery() as lesson:
        lesson.page.evaluate(WATCH)
        print("widget            median    95 %  kernel  a second  values  after  load")
        for name in names:
            print(line(lesson, name), flush=True)


def line(lesson, name):
    """Return the measurements of one widget as a line of the table."""
    lesson.run(cell_id(name))
    output = lesson.output(cell_id(name))
    output.locator("img").wait_for()
    sliders = [one for one in output.get_by_role("slider").all() if one.is_visible()]
    drawing = [one for one in sliders if len(keys(lesson.page, one, 3)[0]) > 1]
    if not drawing:
        return f"{name:16} has no slider that changes the picture"
    handle = drawing[0]
    painted, arrived = keys(lesson.page, handle, KEYS)
    rate, values, after = drag(lesson.page, handle)
    high = quantiles(painted, n=20)[-1]
    slow = " slow" * (median(painted) > LIMIT)
    marks = f"{slow}{' few' * (rate < min(RATE, 0.9 * values))}{' queue' * (after > LATE)}"
    return (
        f"{name:16} {median(painted):7.0f} {high:7.0f} {median(arrived):7.0f} "
        f"{rate:9.1f} {values:7.1f} {after:6}  {os.getloadavg()[0]:4.1f}{marks}"
    )


def keys(page, handle, number):
    """Press keys; return the milliseconds from each to its pixels, and to the picture's arrival."""
    painted, arrived = [], []
    for count in range(number):
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
    """Sweep to and fro; return pictures and values a second, and pictures after the last move."""
    handle.scroll_into_view_if_needed()
    box, track = handle.bounding_box(), handle.locator("xpath=../..").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] / 2, y)
    page.mouse.down()
    handle.evaluate(COUNT_VALUES)
    page.evaluate("() => { window.seen = []; window.dragFrom = performance.now() }")
    for sweep in range(SWEEPS):
        for step in range(STEPS):
            share = (step + 1) / STEPS
            page.mouse.move(track["x"] + track["width"] * (share if sweep % 2 else 1 - share), y)
    page.mouse.up()
    settle(page)
    page.evaluate("() => new Promise(resolve => setTimeout(resolve, 50))")
    begin, last, seen, values = page.evaluate(
        "() => [window.dragFrom, window.lastInput, window.seen, window.values]"
    )
    during = [one for one in seen if one["painted"] <= last]
    seconds = (last - begin) / 1000
    return len(during) / seconds, len(values) / seconds, len(seen) - len(during)


if __name__ == "__main__":
    main()
