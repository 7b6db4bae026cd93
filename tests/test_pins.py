"""What pip is told to install: every dependency pinned once, for each supported Python."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = [
    Requirement(line)
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
]
PYTHONS = ["3.11.0", "3.11.2", "3.11.15", "3.12.0", "3.13.0", "3.14.0"]


def pinned(python):
    """Return the pins that count on Linux for one Python."""
    where = {"python_version": python.rpartition(".")[0], "python_full_version": python}
    linux = {"sys_platform": "linux", "os_name": "posix", "implementation_name": "cpython"}
    return [pin for pin in PINS if not pin.marker or pin.marker.evaluate({**where, **linux})]


def needed():
    """Return what the project itself asks for, its own extras left out."""
    extras = PROJECT["optional-dependencies"].values()
    lines = [*PROJECT["dependencies"], *(line for extra in extras for line in extra)]
    wanted = [Requirement(line) for line in lines]
    return [one for one in wanted if one.name != PROJECT["name"]]


def test_pip_can_read_each_line_as_a_constraint():
    assert not [pin for pin in PINS if pin.extras or pin.url]
    assert all(re.fullmatch(r"==[^*,]+", str(pin.specifier)) for pin in PINS)


@pytest.mark.parametrize("python", PYTHONS)
def test_every_dependency_has_one_pin_that_it_allows(python):
    pins = {canonicalize_name(pin.name): str(pin.specifier)[2:] for pin in pinned(python)}
    assert set(Counter(canonicalize_name(pin.name) for pin in pinned(python)).values()) == {1}
    refused = [
        str(wanted)
        for wanted in needed()
        if not wanted.specifier.contains(pins.get(canonicalize_name(wanted.name), "0"))
    ]
    assert refused == []


def test_a_newer_python_is_never_refused():
    assert PROJECT["requires-python"] == ">=3.11"
