"""Run every lesson, solved, with the versions that Colab has: python -m tools.on_colab PYTHON.

The versions are those that Colab listed on 19 August 2026 (googlecolab/backend-info, with Python
3.13). pip installs them, then the first cell gets the course from a wheel of this checkout, and
nothing else. Printed is a line for each lesson: errors, and how many of its checks are green.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from nbclient import NotebookClient
from nbformat import NotebookNode

from autograder.building.notebooks import solved_notebook
from autograder.building.reader import read_lessons
from autograder.exercises import load

ROOT = Path(__file__).parents[1]
COLAB = (
    "numpy==2.1.3", "matplotlib==3.10.0", "ipython==7.34.0", "ipykernel==6.17.1",
    "ipywidgets==7.7.1", "traitlets==5.7.1", "platformdirs==4.11.3", "filelock==3.32.3",
    "pillow==11.3.0", "setuptools",
)  # fmt: skip


def main(python: str) -> int:
    """Run all lessons; return 1 where a cell ended in an error or a check is not green."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        install_kernel(python, folder)
        results = [run(notebook, name, folder) for name, notebook in solved_lessons()]
    return int(not all(results))


def solved_lessons() -> list[tuple[str, NotebookNode]]:
    """Return each lesson with all answers, by its name."""
    lessons = read_lessons(ROOT / "solutions", load())
    return [(lesson.slug, solved_notebook(lesson)) for lesson in lessons]


def install_kernel(python: str, folder: Path) -> None:
    """Make an environment as Colab's, a wheel of the course beside it, and a kernel there."""
    environment = folder / "env" / "bin" / "python"
    wheel = [environment, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, ROOT]
    for words in (
        [python, "-m", "venv", folder / "env"],
        [environment, "-m", "pip", "install", "--quiet", *COLAB],
        wheel,
    ):
        subprocess.run(words, check=True)
    kernel = {
        "argv": [str(environment), "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Colab",
        "language": "python",
        "env": {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(folder), "HOME": str(folder)},
    }
    place = folder / "kernels" / "colab" / "kernel.json"
    place.parent.mkdir(parents=True)
    place.write_text(json.dumps(kernel), encoding="utf-8", newline="\n")
    os.environ["JUPYTER_PATH"] = str(folder)


def run(notebook: NotebookNode, name: str, folder: Path) -> bool:
    """Run a lesson and print its line; return True where all is well."""
    client = NotebookClient(notebook, kernel_name="colab", timeout=300, allow_errors=True)
    client.execute(cwd=str(folder))
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    errors = sum(output.output_type == "error" for cell in code for output in cell.outputs)
    checks = [cell for cell in code if cell.id.endswith("-check")]
    green = sum("✓ Right" in str(cell.outputs) for cell in checks)
    print(f"{name}: {errors} errors, {green} of {len(checks)} checks are green", flush=True)
    return errors == 0 and green == len(checks)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "python3.13"))
