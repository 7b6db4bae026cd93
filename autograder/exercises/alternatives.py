"""Other right answers: the functions of `solutions/alternatives`, by exercise and style."""

import importlib.util
import sys
from importlib.abc import ExecutionLoader
from types import ModuleType

from autograder.exercises.model import Function
from autograder.texts import Folder, python_files


def load_alternatives(folder: Folder) -> dict[str, dict[str, Function]]:
    """Return the other right answers: exercise id -> style -> function.

    A function is named `<function>__<style>`, and its file begins with the exercise's topic.
    """
    styles: dict[str, dict[str, Function]] = {}
    for file in python_files(folder):
        topic = file.stem.partition("_")[0]
        for key, value in vars(load_module(file)).items():
            name, mark, style = key.partition("__")
            if name and mark and style and callable(value):
                styles.setdefault(f"{topic}.{name}", {})[style] = value
    return styles


class TextLoader(ExecutionLoader):
    """Loads a module from a file that may lie in an archive, and knows its source."""

    def __init__(self, file: Folder) -> None:
        self.file = file

    def get_filename(self, fullname: str) -> str:
        """Return the file's name as errors show it."""
        return str(self.file)

    def get_source(self, fullname: str) -> str:
        """Return the module's text."""
        return self.file.read_text(encoding="utf-8")


def load_module(file: Folder) -> ModuleType:
    """Load a module from a file that no package holds, so that its source can be read, too."""
    name = f"alternatives_{file.stem}"
    spec = importlib.util.spec_from_loader(name, TextLoader(file))
    if spec is None or spec.loader is None:
        raise ValueError(f"{file} is no Python module.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # inspect looks a function's source up by its module
    spec.loader.exec_module(module)
    return module
