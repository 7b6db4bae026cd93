"""One class of hostile students between honest neighbours, graded once by the command."""

import subprocess
import tempfile
from pathlib import Path

import pytest

from tests.autograder.hostile.classroom import open_classroom, seat
from tests.autograder.hostile.corpus import CORPUS
from tests.autograder.hostile.running import grade_class


@pytest.fixture(scope="session")
def room():
    """A course with canaries around it, in a short path, as a socket needs one."""
    base = Path(tempfile.mkdtemp(prefix="canaries-"))
    made = open_classroom(base)
    try:
        yield made
    finally:
        made.close()
        # what is nested too deeply for Python, the system's own program removes
        subprocess.run(["rm", "-rf", str(base)], check=False)


@pytest.fixture(scope="session")
def classroom(room):
    seat(room, CORPUS)
    return room


@pytest.fixture(scope="session")
def evidence(classroom):
    return grade_class(classroom)
