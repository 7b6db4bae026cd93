"""Photograph a wrong answer and its card: python -m tools.check_picture docs/check.png.

It needs a Chromium, and playwright to drive it (`pip install -e '.[browser]'`).
"""

import sys
import tempfile
from pathlib import Path

from tests.browser.chromium import running_chromium
from tests.browser.lab import running_lab
from tests.browser.notebook_page import opened, watched

EXERCISE, CHECK = "neuron-net_input", "neuron-net_input-check"
WRONG = "def net_input(x, weights, bias):\n    return x @ weights"
WINDOW = {"width": 1300, "height": 1000}
WIDTH, HEIGHT = 975, 680  # pixels


def photograph(path: str) -> None:
    """Answer without the bias, check it, and write the picture."""
    with (
        tempfile.TemporaryDirectory() as home,
        running_lab(Path(home)) as lab,
        running_chromium() as browser,
    ):
        page = watched(browser.new_page(viewport=WINDOW), [])
        lesson = opened(page, lab, "01_neuron.ipynb")
        lesson.run("provided-imports")
        lesson.write(EXERCISE, WRONG)
        lesson.run(EXERCISE, CHECK)
        lesson.output(CHECK).get_by_role("button", name="Show a solution").wait_for()
        # The whole card in view, with as much of the lesson above it as there is room for.
        lesson.output(CHECK).evaluate("one => one.scrollIntoView({block: 'end'})")
        box = lesson.cell(CHECK).bounding_box()
        top = box["y"] + box["height"] - HEIGHT
        clip = {"x": box["x"] - 10, "y": top, "width": WIDTH, "height": HEIGHT}
        page.screenshot(path=path, clip=clip)


if __name__ == "__main__":
    photograph(sys.argv[1])
