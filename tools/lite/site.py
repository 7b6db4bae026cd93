"""JupyterLite's own build, with its settings: JupyterLab alone, the lessons, one kernel."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "lessons" / "en"
KERNEL = "@jupyterlite/pyodide-kernel-extension"
SLIDERS = "@jupyter-widgets/jupyterlab-manager"


def extension(name: str) -> Path:
    """Return the folder of an extension of JupyterLab that is installed."""
    return Path(sys.prefix, "share", "jupyter", "labextensions", name)


def build(source: Path, site: Path, packages: list[str]) -> None:
    """Build the site from a folder in which Pyodide lies already; what was there before goes."""
    shutil.rmtree(site, ignore_errors=True)
    lay_out(source / LESSONS.name)
    write(source / "jupyter-lite.json", settings(packages))
    write(source / "jupyter_lite_config.json", configuration(site))
    shutil.copy(ROOT / "lite" / "overrides.json", source)
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    done = subprocess.run(command, cwd=source, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"JupyterLite could not build the site:\n{done.stdout}{done.stderr}")


def lay_out(folder: Path) -> None:
    """Copy the lessons, each cell's text as one string.

    A Jupyter server joins the lines of a file's cells; here the page reads the file itself, and its
    table of contents fails on lists.
    """
    folder.mkdir()
    for path in LESSONS.glob("*.ipynb"):
        notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
        write(folder / path.name, notebook)


def write(path: Path, data: object) -> None:
    """Write a file of JSON."""
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8", newline="\n")


def settings(packages: list[str]) -> dict[str, object]:
    """Return what the page is told: the packages to start with, and that there are no others."""
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": {"packages": packages}}
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "From one neuron to a deep network",
            "litePluginSettings": {f"{KERNEL}:kernel": kernel},
        },
    }


def configuration(site: Path) -> dict[str, object]:
    """Return what the build is told.

    Of the extensions that are installed two are taken: nbgrader's are for an instructor.
    """
    return {
        "LiteBuildConfig": {
            "apps": ["lab"],
            "contents": [LESSONS.name],
            "output_dir": str(site),
            "ignore_sys_prefix": ["federated_extensions"],
            "federated_extensions": [str(extension(KERNEL)), str(extension(SLIDERS))],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
        }
    }
