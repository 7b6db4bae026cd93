"""One name, one meaning: no two modules of nnlib define a public function or class of one name."""

import ast
from collections import defaultdict
from pathlib import Path

import nnlib

ROOT = Path(nnlib.__file__).parent
# Students type these names in two lessons, and each is an exercise of its own.
TWO_EXERCISES = {"parabola_slope", "train_epoch"}


def definitions():
    """Yield the name of each public function and class of nnlib, with its module's file."""
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                yield node.name, str(file.relative_to(ROOT))


def test_no_name_is_defined_twice():
    files = defaultdict(list)
    for name, file in definitions():
        files[name].append(file)
    twice = {name: where for name, where in files.items() if len(where) > 1}
    assert set(twice) == TWO_EXERCISES, twice
