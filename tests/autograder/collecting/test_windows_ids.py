"""An id of the roster that Windows can't give a folder is refused there, and nowhere else."""

import sys

import pytest

from autograder.collecting.collect import refuse_paths
from autograder.course.folder import CourseError
from autograder.course.roster import Student

REFUSED = ("a:b", "ann.", "con", "LPT1", "what?", "ann ")


@pytest.mark.parametrize("id", REFUSED)
def test_windows_refuses_what_it_cannot_write(monkeypatch, id):
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(CourseError, match="can't name a folder"):
        refuse_paths([Student(id)])


def test_other_systems_take_them_and_windows_takes_the_rest(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    refuse_paths([Student(id) for id in REFUSED])
    monkeypatch.setattr(sys, "platform", "win32")
    refuse_paths([Student("ann-lee"), Student("айгүл"), Student("s1234@example.org")])
