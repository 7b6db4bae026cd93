"""A Sphinx extension: every notebook that is given out becomes a page, and can be downloaded.

Sphinx reads what lies in `docs/`, so the pages' sources are written to `docs/lessons/`, which git
does not see. A file that would not change is left, so that Sphinx does not read it again.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import nbformat
from sphinx.application import Sphinx
from sphinx.config import Config

from tools.site.contents import contents
from tools.site.lesson_page import lesson_page

LESSONS = Path(__file__).parents[2] / "lessons"
FOLDER = "lessons"  # of the pages, in the sources and on the site


def setup(app: Sphinx) -> dict[str, bool]:
    """Write the pages before Sphinx looks for its sources, and the notebooks after all else."""
    app.connect("config-inited", write_sources)
    app.connect("build-finished", copy_notebooks)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def languages() -> list[Path]:
    """Return the folder of each language."""
    return sorted(folder for folder in LESSONS.iterdir() if folder.is_dir())


def notebooks(folder: Path) -> list[Path]:
    """Return the notebooks of a language, in the order of the course."""
    return sorted(folder.glob("*.ipynb"))


def write_sources(app: Sphinx, _config: Config) -> None:
    """Write a page for each notebook, and for each language the list of them."""
    root = Path(app.srcdir) / FOLDER
    made = [one for folder in languages() for one in sources(folder, root / folder.name)]
    for file, text in made:
        write_changed(file, text)
    for old in set(root.glob("*/*")) - {file for file, _ in made}:
        old.unlink()


def sources(folder: Path, target: Path) -> Iterable[tuple[Path, str]]:
    """Yield the file and the text of each page of a language."""
    read = {file: nbformat.read(file, as_version=4) for file in notebooks(folder)}
    for file, notebook in read.items():
        yield target / file.name, nbformat.writes(lesson_page(notebook, file.stem, folder.name))
    yield target / "index.md", contents({file.stem: one for file, one in read.items()})


def write_changed(file: Path, text: str) -> None:
    """Write a text, unless the file holds it already."""
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


def copy_notebooks(app: Sphinx, error: Exception | None) -> None:
    """Lay each notebook, as it is given out, beside its page."""
    if error or app.builder.format != "html":
        return
    for folder in languages():
        for file in notebooks(folder):
            shutil.copyfile(file, Path(app.outdir) / FOLDER / folder.name / file.name)
