"""Photograph every widget in JupyterLab: python -m tools.widget_sheet docs/widgets.png.

It needs a Chromium, and playwright to drive it (`pip install -e '.[browser]'`).
"""

import io
import sys
from collections.abc import Sequence

from PIL import Image

from tests.browser.gallery import NAMES, cell_id, open_gallery
from tests.browser.notebook_page import NotebookPage
from tests.browser.wire import settle

COLUMNS = 4
WIDTH, MARGIN = 560, 12  # of one photograph on the sheet, in pixels
COLOURS = 256


def photographs() -> list[Image.Image]:
    """Return what stands under the cell of each widget in a fresh notebook."""
    with open_gallery() as lesson:
        return [photograph(lesson, cell_id(name)) for name in NAMES]


def photograph(lesson: NotebookPage, cell: str) -> Image.Image:
    """Run a cell and return what stands under it."""
    lesson.run(cell)
    lesson.output(cell).locator("img").wait_for()
    settle(lesson.page)
    return Image.open(io.BytesIO(lesson.output(cell).screenshot()))


def sheet(pictures: Sequence[Image.Image]) -> Image.Image:
    """Lay pictures out in columns, each put where there is most room."""
    small = [
        one.convert("RGB").resize((WIDTH, one.height * WIDTH // one.width)) for one in pictures
    ]
    tops = [MARGIN] * COLUMNS
    places = []
    for one in small:
        column = tops.index(min(tops))
        places.append((MARGIN + column * (WIDTH + MARGIN), tops[column]))
        tops[column] += one.height + MARGIN
    page = Image.new("RGB", (MARGIN + COLUMNS * (WIDTH + MARGIN), max(tops)), "lightgrey")
    for one, place in zip(small, places, strict=True):
        page.paste(one, place)
    return page.quantize(COLOURS, dither=Image.Dither.NONE)


if __name__ == "__main__":
    sheet(photographs()).save(sys.argv[1] if len(sys.argv) > 1 else "widgets.png", optimize=True)
