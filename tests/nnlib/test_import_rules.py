"""The rule that holds nnlib's core to numpy names every module of it."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
DRAWING = {"plots", "widgets"}


def core_modules():
    found = {path.stem for path in (ROOT / "nnlib").glob("*") if path.suffix in ("", ".py")}
    return {f"nnlib.{name}" for name in found - DRAWING if not name.startswith("_")}


def test_every_module_that_does_not_draw_is_held_to_numpy():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    named = next(one for one in contracts if one["name"] == "nnlib's core needs numpy alone")
    assert set(named["source_modules"]) == core_modules()
