"""One simulated class for all tests of the whole way; made by the command itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course.folder import open_course

BIN = Path(sys.executable).parent


def run(*arguments):
    """Run a command of autograder and return its result; what it raised is raised again."""
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def nbgrader(course, *arguments):
    """Run nbgrader in a course folder, as an instructor with an activated environment does."""
    environment = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "NEURON_TO_NETWORK_PROGRESS": "off",
    }
    return subprocess.run(
        [BIN / "nbgrader", *arguments],
        cwd=course,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def handed_in(tmp_path_factory):
    """A course in which the simulated class has handed in, and nothing is graded."""
    folder = tmp_path_factory.mktemp("class") / "course"
    assert run("demo", folder).exit_code == 0
    return folder


@pytest.fixture(scope="session")
def graded(handed_in, tmp_path_factory):
    """The same course, graded by two workers, and what the command printed."""
    folder = tmp_path_factory.mktemp("graded") / "course"
    shutil.copytree(handed_in, folder)
    result = run("grade", folder, "--workers", 2, "--timeout", 5)
    assert result.exit_code == 0, result.output
    return open_course(folder), result.output
