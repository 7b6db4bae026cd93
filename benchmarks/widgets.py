"""Milliseconds from a moved control to a new picture, for every widget: the kernel's part.

Run it with `python benchmarks/widgets.py`. The wall clock suffers from whatever else the machine
does; the processor's time hardly does, and its median should stay under 50.
"""

import statistics
import time

from nnlib import widgets
from nnlib.widgets.toolkit import ipywidgets

ROUNDS = 5
LIMIT = 50.0


def moves(control):
    """Return values that differ from one to the next, as a hand on this control gives them."""
    if isinstance(control, ipywidgets.FloatSlider | ipywidgets.IntSlider):
        return [control.min + share * (control.max - control.min) for share in (0.2, 0.45, 0.7)]
    options = [value for _, value in control._options_full]
    return options[:3] if len(options) > 2 else options


def redraws(panel):
    """Return (wall clock, processor) of each redraw, every control being moved to and fro."""
    seconds = []
    for control in panel.controls.values():
        values = moves(control)
        for count in range(ROUNDS):
            value = values[count % len(values)]
            value = round(value) if isinstance(control, ipywidgets.IntSlider) else value
            if value == control.value:
                continue
            begin, work = time.perf_counter(), time.process_time()
            control.value = value
            seconds.append((time.perf_counter() - begin, time.process_time() - work))
    seconds += [played(panel) for _ in range(ROUNDS if "step" in panel.actions else 0)]
    return seconds


def played(panel):
    """Return (wall clock, processor) of one step of a training, as play makes it."""
    begin, work = time.perf_counter(), time.process_time()
    panel.actions["step"].click()
    return time.perf_counter() - begin, time.process_time() - work


def milliseconds(make):
    """Return construction, first picture, median and slowest redraw, and median work, in ms."""
    begin = time.perf_counter()
    panel = make()
    made = time.perf_counter()
    panel._repr_mimebundle_()
    shown = time.perf_counter()
    clock, work = zip(*redraws(panel), strict=True)
    seconds = (
        made - begin, shown - made, statistics.median(clock), max(clock), statistics.median(work)
    )  # fmt: skip
    return [1e3 * s for s in seconds]


def main():
    """Print one line a widget, and which medians are above the limit."""
    print(f"{'widget':18}{'made':>8}{'first':>8}{'median':>8}{'slowest':>8}{'work':>8}   ms")
    slow = []
    for name in widgets.__all__:
        if not name.endswith("_widget"):
            continue
        numbers = milliseconds(getattr(widgets, name))
        print(f"{name.removesuffix('_widget'):18}" + "".join(f"{n:8.0f}" for n in numbers))
        slow += [name] if numbers[-1] > LIMIT else []
    print(f"median work above {LIMIT:g} ms: {', '.join(slow) or 'none'}")


if __name__ == "__main__":
    main()
