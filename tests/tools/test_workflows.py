"""The workflows of the public repository run commands that are there, on the Pythons we support."""

import re
import shlex
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from tools.students_path import PATHS

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TESTS, PAGES = (ROOT / ".github" / "workflows" / name for name in ("tests.yml", "pages.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
OF_THE_RUNNER = ("sudo", "pip")  # which a runner has


def read(workflow):
    return yaml.safe_load(workflow.read_text(encoding="utf-8"))


def steps(workflow):
    return [step for job in read(workflow)["jobs"].values() for step in job["steps"]]


def commands(workflow):
    runs = (step["run"] for step in steps(workflow) if "run" in step)
    return [shlex.split(line) for run in runs for line in run.splitlines() if line.strip()]


def is_there(command):
    """Return True if a command is a target of the Makefile or a module that can be found."""
    program, *words = command
    if program == "make":
        targets = [word for word in words if not word.startswith("-") and "=" not in word]
        return all(re.search(rf"^{re.escape(name)}:", MAKEFILE, re.MULTILINE) for name in targets)
    if program == "python" and words[0] == "-m":
        return words[1] in OF_THE_RUNNER or find_spec(words[1]) is not None
    return program in OF_THE_RUNNER


def supported():
    known = (re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", one)
             for one in PROJECT["classifiers"])  # fmt: skip
    return [match[1] for match in known if match]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_command_of_a_workflow_is_there(workflow):
    assert [command for command in commands(workflow) if not is_there(command)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_and_gets_no_more_rights_than_reading(workflow):
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert [action for action in used if not PINNED.fullmatch(action)] == []
    assert read(workflow)["permissions"] == {"contents": "read"}
    assert "concurrency" in read(workflow)


def test_all_supported_pythons_are_tried_on_each_system():
    jobs = read(TESTS)["jobs"]
    for job in ("linux", "students-path"):
        assert jobs[job]["strategy"]["matrix"]["python"] == supported()
    assert jobs["students-path"]["strategy"]["matrix"]["system"] == [
        "macos-latest",
        "windows-latest",
    ]


def test_a_command_that_is_not_there_is_found():
    wrong = ["make tset", "python -m tools.nowhere", "npm test"]
    assert not [line for line in wrong if is_there(shlex.split(line))]


def test_the_students_path_names_tests_that_exist():
    assert [path for path in PATHS if not (ROOT / path).exists()] == []


def test_the_site_is_made_as_by_hand_and_what_was_made_is_deployed():
    jobs = read(PAGES)["jobs"]
    runs = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert runs == ["make site"]
    (uploaded,) = [
        step["with"]["path"] for step in steps(PAGES) if "upload" in step.get("uses", "")
    ]
    assert uploaded == "site"
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
