"""Which folders hold the texts that answer exercises."""

import sys

from autograder.sandbox.worker.isolation.sources import apart_from, checkout_of, split_folders


def test_a_folder_with_hidden_ones_is_read_in_parts(tmp_path):
    for name in ("lib/packages/numpy", "lib/packages/nnlib", "bin"):
        (tmp_path / name).mkdir(parents=True)
    hidden = [tmp_path / "lib/packages/nnlib"]
    parts = list(apart_from(hidden, tmp_path))
    assert parts == [tmp_path / "bin", tmp_path / "lib/packages/numpy"]
    listed = [tmp_path, tmp_path / "lib", tmp_path / "lib/packages"]
    assert list(split_folders(hidden, [tmp_path])) == listed


def test_of_a_checkout_all_is_hidden_but_the_environment(tmp_path, monkeypatch):
    for name in ("nnlib", "solutions", ".venv"):
        (tmp_path / name).mkdir()
    assert list(checkout_of(tmp_path / "nnlib")) == []
    (tmp_path / "pyproject.toml").touch()
    for prefix in ("prefix", "exec_prefix"):
        monkeypatch.setattr(sys, prefix, str(tmp_path / ".venv"))
    names = sorted(path.name for path in checkout_of(tmp_path / "nnlib"))
    assert names == ["nnlib", "pyproject.toml", "solutions"]
