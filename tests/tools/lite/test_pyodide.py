"""Pyodide in the site: what is there is copied, the rest is named with its place and its hash."""

import json
from hashlib import sha256

import pytest

from tools.lite import __main__ as command
from tools.lite.pyodide import CORE, LOCK, NEEDED, closure, fill

CORE_VERSION = "314.0.3"


@pytest.fixture
def pyodide(tmp_path):
    """A folder like Pyodide's: of its packages numpy's wheel is there, and one nobody needs."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name in CORE:
        (folder / name).write_text(name)
    (folder / "package.json").write_text(json.dumps({"version": CORE_VERSION}))
    packages = {
        name: {"depends": [], "file_name": f"{name}.whl", "sha256": f"the hash of {name}"}
        for name in (*NEEDED, "scipy")
    }
    (folder / LOCK).write_text(json.dumps({"info": {"python": "3.14.0"}, "packages": packages}))
    for name in ("numpy.whl", "scipy.whl"):
        (folder / name).write_text(name)
    return folder


@pytest.fixture
def wheel(tmp_path):
    path = tmp_path / "ours-0.1.0-py3-none-any.whl"
    path.write_text("ours")
    return path


def packages_in(place):
    return json.loads((place / LOCK).read_text())["packages"]


def test_a_needed_package_that_is_there_is_copied(tmp_path, pyodide):
    place = tmp_path / "site" / "pyodide"
    fill(place, pyodide, [])
    assert packages_in(place)["numpy"]["file_name"] == "numpy.whl"
    assert {path.name for path in place.iterdir()} == {*CORE, LOCK, "numpy.whl"}


def test_every_other_stands_in_pyodides_network_with_its_hash(tmp_path, pyodide):
    place = tmp_path / "site"
    fill(place, pyodide, [])
    for name in ("matplotlib", "scipy"):
        package = packages_in(place)[name]
        assert package["file_name"].startswith("https://")
        assert package["file_name"].endswith(f"/v{CORE_VERSION}/full/{name}.whl")
        assert package["sha256"] == f"the hash of {name}"


def test_a_wheel_of_ours_has_an_address_that_its_content_makes(tmp_path, pyodide, wheel):
    place = tmp_path / "site"
    names = fill(place, pyodide, [wheel])
    entry = packages_in(place)["ours"]
    digest = sha256(b"ours").hexdigest()
    assert (entry["version"], entry["sha256"]) == ("0.1.0", digest)
    assert entry["file_name"] == f"{digest[:12]}/{wheel.name}"
    assert (place / entry["file_name"]).read_text() == "ours"
    assert names == sorted({*NEEDED, "ours"})


def test_what_a_package_depends_on_is_needed_with_it():
    packages = {"a": {"depends": ["b"]}, "b": {"depends": ["a"]}, "c": {"depends": []}}
    assert closure(packages, ["a"]) == {"a", "b"}


def test_a_folder_that_is_not_pyodide_is_refused_in_a_sentence(tmp_path, monkeypatch):
    arguments = ["lite", str(tmp_path / "site"), "--pyodide", str(tmp_path)]
    monkeypatch.setattr("sys.argv", arguments)
    with pytest.raises(SystemExit, match=r"There is no Pyodide in .*: pyodide\.mjs"):
        command.main()
