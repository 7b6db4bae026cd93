"""Where the course's own texts are: beside the packages in a checkout, or inside the installed one.

In a checkout the lessons' texts lie in `solutions` and the notebooks in `lessons`, and a change
there acts at once. An installed package has the same inside: the notebooks as they are given out,
and the texts, which hold the solutions, sealed, so that nobody reads an answer by accident. The
seal is a zip archive in base64; whoever wants to may open it, for the texts are public.
"""

import base64
import io
import os
import zipfile
from pathlib import Path

import autograder

Folder = Path | zipfile.Path

SEALED = Path(__file__).with_name("texts.sealed")  # `setup.py` puts it into the package


def packages() -> Path:
    """Return the folder that holds the packages."""
    return Path(autograder.__file__).parents[1]


def python_path() -> str:
    """Return a PYTHONPATH by which a process elsewhere finds these packages."""
    return os.pathsep.join(filter(None, [str(packages()), os.environ.get("PYTHONPATH", "")]))


def checkout() -> Path | None:
    """Return the folder of the checkout that this is, or None for an installed package."""
    folder = packages()
    return folder if (folder / "solutions").is_dir() else None


def solutions() -> Folder | None:
    """Return the folder of the lessons' texts, or None where the installation has none."""
    folder = checkout()
    if folder is not None:
        return folder / "solutions"
    return unsealed(SEALED.read_bytes()) if SEALED.is_file() else None


def unsealed(text: bytes) -> zipfile.Path:
    """Return a folder, in memory, of what was sealed."""
    archive = zipfile.ZipFile(io.BytesIO(base64.b64decode(text)))
    archive.filename = SEALED.name  # what errors show
    return zipfile.Path(archive)


def notebooks() -> Path:
    """Return the folder of the notebooks as they are given out, one inside for each language."""
    folder = checkout()
    if folder is not None:
        return folder / "lessons"
    return packages() / "neuron_to_network" / "notebooks"


def python_files(folder: Folder) -> list[Folder]:
    """Return the Python files of a folder, by their names; none where it is no folder."""
    inside = folder.iterdir() if folder.is_dir() else ()
    files = [file for file in inside if file.name.endswith(".py")]
    return sorted(files, key=lambda file: file.name)
