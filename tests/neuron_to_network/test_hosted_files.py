"""The files by which Codespaces, VS Code and Binder start the course."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from neuron_to_network.commands import commands

ROOT = Path(__file__).parents[2]
CONTAINER = ROOT / ".devcontainer" / "devcontainer.json"
BINDER = ROOT / ".binder"


@pytest.fixture
def container():
    """The settings, whose lines of comment JSON does not know."""
    text = CONTAINER.read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.M))


def test_the_container_has_a_python_that_the_project_takes_and_both_extensions(container):
    assert container["image"].partition(":")[2].startswith("1-3.12")
    assert container["customizations"]["vscode"]["extensions"] == [
        "ms-python.python",
        "ms-toolsai.jupyter",
    ]


def test_binder_takes_the_same_python():
    assert (BINDER / "runtime.txt").read_text(encoding="utf-8").strip() == "python-3.12"


def test_binder_installs_the_checkout_with_its_pins():
    lines = (BINDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines == ["--constraint ../constraints.txt", ".[lessons]"]
    assert (BINDER / "../constraints.txt").is_file()  # pip looks beside the file that names it


def test_both_run_a_command_that_there_is_and_open_a_lesson_of_the_folder(
    container, tmp_path, monkeypatch
):
    (typed,) = {
        re.search(r"neuron-to-network (start .*)$", text, re.M)[1]
        for text in (
            container["postCreateCommand"],
            (BINDER / "postBuild").read_text(encoding="utf-8"),
        )
    }
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(commands, typed.split()).exit_code == 0
    (opened,) = container["customizations"]["codespaces"]["openFiles"]
    assert (tmp_path / opened).is_file()


def test_git_does_not_see_the_folder():
    assert "/my-lessons/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such mark")
def test_binder_can_run_its_program():
    assert os.access(BINDER / "postBuild", os.X_OK)
