"""What is left where a later program starts is found, whatever is done to hide it."""

import os
import site
from pathlib import Path

import pytest

import nnlib
from autograder.sandbox.startup import (
    Place,
    changes,
    site_folders_that_can_be_changed,
    startup_places,
    take_snapshot,
    without_doubles,
)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "site-packages"
    (folder / "package").mkdir(parents=True)
    (folder / "package" / "__init__.py").write_text("x = 1\n", encoding="utf-8")
    return folder


def found_after(place, act):
    before = take_snapshot([place])
    act()
    return {Path(path).name for path in changes(before, take_snapshot([place]))}


def test_a_new_file_is_found_at_any_depth_and_in_a_folder_that_was_not_there(tmp_path, folder):
    assert found_after(Place(folder), (folder / "evil.pth").touch) == {"evil.pth"}
    assert found_after(Place(folder), (folder / "package" / "more.so").touch) == {"more.so"}
    new = tmp_path / "user-site"
    assert found_after(Place(new), lambda: (new.mkdir(), (new / "a.py").touch())) == {"a.py"}


def test_a_change_of_the_same_size_and_with_its_time_put_back_is_found(folder):
    file = folder / "package" / "__init__.py"
    state = file.stat()

    def change():
        file.write_text("x = 2\n", encoding="utf-8")
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))

    assert found_after(Place(folder), change) == {"__init__.py"}


def test_another_file_in_its_place_and_a_link_are_found(folder):
    file = folder / "package" / "__init__.py"
    (folder / "other.py").write_text("x = 1\n", encoding="utf-8")
    assert found_after(Place(folder), lambda: (folder / "other.py").rename(file)) == {"__init__.py"}
    assert found_after(Place(folder), lambda: (folder / "one.py").symlink_to("/x")) == {"one.py"}


def test_a_folder_on_the_path_is_looked_at_for_modules_alone(folder):
    shallow = Place(folder, deep=False)
    assert found_after(shallow, (folder / "gradebook.db").touch) == set()
    assert found_after(shallow, (folder / "sitecustomize.py").touch) == {"sitecustomize.py"}
    package = folder / "json"
    make = lambda: (package.mkdir(), (package / "__init__.py").touch())  # noqa: E731
    assert found_after(shallow, make) == {"__init__.py"}


def test_nothing_is_found_where_nothing_changed(folder):
    assert found_after(
        Place(folder), lambda: (folder / "package" / "__init__.py").read_bytes()
    ) == (set())


def test_the_places_hold_the_users_modules_this_project_and_what_shells_read():
    places = startup_places()
    deep = {place.path for place in places if place.deep}
    wanted = [site.getusersitepackages(), *site.getsitepackages(), nnlib.__path__[0]]
    for path in (*map(Path, wanted), Path.home() / ".bashrc"):
        assert path in deep or deep & set(path.parents)
    assert without_doubles(places) == places


def test_a_folder_that_the_user_may_write_to_is_named(monkeypatch, folder, tmp_path):
    monkeypatch.setattr(site, "getsitepackages", lambda: [str(folder)])
    monkeypatch.setattr(site, "getusersitepackages", lambda: str(tmp_path / "not" / "there"))
    named = set(site_folders_that_can_be_changed())
    assert named == {folder, tmp_path / "not" / "there"}
