"""The workflow files say what they should, as far as a parser can see."""

import re
from pathlib import Path

import pytest
import yaml

WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")


def steps(file):
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"].values()
    return [step for job in jobs for step in job["steps"]]


@pytest.mark.parametrize("file", sorted(WORKFLOWS.glob("*.yml")), ids=lambda file: file.name)
def test_every_action_is_pinned_by_its_commit(file):
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert used
    assert all(PINNED.fullmatch(action) for action in used), used


def test_the_site_is_made_as_by_hand_and_what_was_made_is_deployed():
    file = WORKFLOWS / "pages.yml"
    jobs = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]
    runs = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert runs == ["make lite", "make site"]
    (uploaded,) = [step["with"]["path"] for step in steps(file) if "upload" in step.get("uses", "")]
    assert uploaded == "site"
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
