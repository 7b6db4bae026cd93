"""A notebook in the browser, used as a student uses it: by mouse and keys."""

import base64
from dataclasses import dataclass
from typing import Any

import nbformat

from tests.browser.wire import LISTEN

CELLS = ".jp-Notebook .jp-Cell"
IDLE = "Python 3 (ipykernel) | Idle"
IDLE_SIGN = '.jp-Notebook-ExecutionIndicator[data-status="idle"]'
ERRORS = ", ".join(
    f'[data-mime-type="application/vnd.jupyter.{kind}"]' for kind in ("error", "stderr")
)
RUN_MILLISECONDS = 60_000
TRIES = 30  # a second each
HAS_RUN = """([prompt, before]) => {
    const now = prompt.innerText.trim()
    return now !== before && /^\\[\\d+\\]:?$/.test(now)
}"""
HAS_STARTED = """async ([prompt, before]) => {
    const end = performance.now() + 1000
    while (prompt.innerText.trim() === before && performance.now() < end)
        await new Promise(requestAnimationFrame)
    return prompt.innerText.trim() !== before
}"""
IS_NEW = "([image, before]) => image.src !== before && image.complete && image.naturalWidth > 0"
PIXELS = """async image => {
    const bytes = new Uint8Array(await (await fetch(image.src)).arrayBuffer())
    return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""))
}"""


@dataclass(frozen=True)
class NotebookPage:
    """An open notebook: the page, the place of each cell by its id, and the code of each."""

    page: Any
    places: dict[str, int]
    sources: dict[str, str]
    patience: int = RUN_MILLISECONDS

    def cell(self, cell_id):
        """Return the cell of that id."""
        return self.page.locator(CELLS).nth(self.places[cell_id])

    def output(self, cell_id):
        """Return what stands under a cell."""
        return self.cell(cell_id).locator(".jp-Cell-outputArea")

    def run(self, *cell_ids):
        """Run the cells, one after the other, and wait until they are done."""
        for cell_id in cell_ids:
            cell = self.cell(cell_id)
            self._select(cell)
            self._press_and_wait(cell)

    def start(self, cell_id):
        """Run a cell, and wait only until it has begun."""
        cell = self.cell(cell_id)
        self._select(cell)
        prompt = cell.locator(".jp-InputArea-prompt").first
        self._start([prompt.element_handle(), prompt.inner_text().strip()])

    def write(self, cell_id, source):
        """Put a text in place of a cell's."""
        self.cell(cell_id).locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(source)
        self.page.keyboard.press("Escape")

    def call(self, source):
        """Run a line in a new cell at the end, and return the text that it shows."""
        cells = self.page.locator(CELLS)
        count = cells.count()
        cells.last.click()
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("b")
        cell = cells.nth(count)
        cell.locator(".cm-content").click()
        self.page.keyboard.insert_text(source)
        self._press_and_wait(cell)
        return cell.locator(".jp-OutputArea-output").first.inner_text()

    def card(self, cell_id):
        """Return the text of the card under a check."""
        return self.output(cell_id).get_by_role("group").inner_text()

    def errors(self):
        """Return every error and warning that stands under a cell."""
        return self.page.locator(ERRORS).all_inner_texts()

    def picture(self, cell_id):
        """Return the bytes of the one picture under a cell."""
        return base64.b64decode(self._image(cell_id).evaluate(PIXELS))

    def picture_after(self, cell_id, action):
        """Do something to a widget, wait for its next picture and return its bytes."""
        image = self._image(cell_id)
        before = image.get_attribute("src")
        action()
        self.page.wait_for_function(IS_NEW, arg=[image.element_handle(), before])
        return self.picture(cell_id)

    def slider(self, cell_id, label):
        """Return the handle of the slider of that label."""
        box = self.output(cell_id).locator(".widget-slider", has_text=label)
        return box.get_by_role("slider")

    def drag(self, handle, pixels):
        """Drag a handle to the right by so many pixels."""
        handle.scroll_into_view_if_needed()
        box = handle.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + pixels, y, steps=3)
        self.page.mouse.up()

    def _image(self, cell_id):
        image = self.output(cell_id).locator("img")
        image.wait_for()
        return image

    def _select(self, cell):
        """Click beside a cell until it is the chosen one: a page still laid out moves away."""
        chosen = cell.and_(self.page.locator(".jp-mod-active"))
        while not chosen.count():
            cell.locator(".jp-InputArea-prompt").first.click()

    def _press_and_wait(self, cell):
        prompt = cell.locator(".jp-InputArea-prompt").first
        arguments = [prompt.element_handle(), prompt.inner_text().strip()]
        self._start(arguments)
        self.page.wait_for_function(HAS_RUN, arg=arguments, timeout=self.patience)

    def _start(self, arguments):
        """Press the keys that run a cell until it runs: Notebook 7 knows them late."""
        for _ in range(TRIES):
            self.page.keyboard.press("Control+Enter")
            if self.page.evaluate(HAS_STARTED, arguments):
                return


def watched(page, complaints):
    """Let the page note what its console complains of, and what it hears from the kernel."""
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.add_init_script(LISTEN)
    return page


def opened(page, lab, name, text=None):
    """Open a lesson with nothing restored from before, and wait for its kernel.

    `text` is the notebook's file where it is not the lesson as students get it.
    """
    lesson = shown_at(page, lab, "lab/tree", lab.fresh(name, text))
    page.get_by_text(IDLE).wait_for(timeout=RUN_MILLISECONDS)
    return lesson


def opened_in_notebook_seven(page, lab, name, text):
    """Open a notebook in Jupyter Notebook, and wait for its kernel."""
    lesson = shown_at(page, lab, "notebooks", lab.fresh(name, text))
    page.wait_for_function("() => window.wire.ready", timeout=RUN_MILLISECONDS)
    page.locator(IDLE_SIGN).wait_for(timeout=RUN_MILLISECONDS)
    return lesson


def shown_at(page, lab, view, path):
    """Go to a notebook's file in a view of the server, and wait for all its cells."""
    notebook = nbformat.read(path, as_version=4)
    page.goto(f"{lab.url}/{view}/{path.relative_to(lab.folder).as_posix()}?reset")
    page.locator(CELLS).nth(len(notebook.cells) - 1).wait_for(state="attached")
    places = {cell.id: place for place, cell in enumerate(notebook.cells)}
    sources = {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "code"}
    return NotebookPage(page, places, sources)
