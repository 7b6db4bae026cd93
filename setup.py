"""Put into the wheel what lies beside the packages in the repository, to be read and changed there.

The notebooks go in as they are. The lessons' texts hold the solutions, so they go in sealed, as
`autograder/texts.py` opens them. The README's pictures and links get the repository's address,
since a package's page has no files beside it.
"""

import base64
import io
import re
import shutil
import tomllib
import zipfile
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
NOTEBOOKS = Path("neuron_to_network", "notebooks")
SEALED = Path("autograder", "texts.sealed")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # of every file, so that the same texts give the same archive
RELATIVE = re.compile(r"(?<=\]\()(?!\w+:|#)(?=[^)\s]+?(?P<picture>\.(?:png|svg|jpg))?\))")


class BuildWithLessons(build_py):
    """Build the packages, and put the lessons into them."""

    def run(self) -> None:
        """Put them in last; an editable installation reads them where they are."""
        super().run()
        if not self.editable_mode:
            place = Path(self.build_lib)
            shutil.rmtree(place / NOTEBOOKS, ignore_errors=True)
            shutil.copytree(ROOT / "lessons", place / NOTEBOOKS)
            (place / SEALED).write_bytes(sealed(ROOT / "solutions"))


def sealed(folder: Path) -> bytes:
    """Return the Python files of a folder as a zip archive in base64."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(folder.rglob("*.py")):
            entry = zipfile.ZipInfo(file.relative_to(folder).as_posix(), LONG_AGO)
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)
    return base64.encodebytes(buffer.getvalue())


def readme() -> str:
    """Return the README as a page elsewhere shows it: its links lead into the repository."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    address = project.get("urls", {}).get("Repository")
    return with_address(text, address, f"v{project['version']}") if address else text


def with_address(text: str, address: str, release: str) -> str:
    """Return Markdown whose relative links lead to the files of a release.

    >>> with_address("![a](b.png), [c](d.md)", "https://x.org/y", "v1")
    '![a](https://x.org/y/raw/v1/b.png), [c](https://x.org/y/blob/v1/d.md)'
    """
    return RELATIVE.sub(
        lambda link: f"{address}/{'raw' if link['picture'] else 'blob'}/{release}/", text
    )


if __name__ == "__main__":
    setup(
        cmdclass={"build_py": BuildWithLessons},
        long_description=readme(),
        long_description_content_type="text/markdown",
    )
