"""The times that nbgrader writes are read in their zones, and one that is not sure is said."""

from datetime import UTC, datetime

import pytest

from autograder.course.change_setting import change_setting
from autograder.notes import Cause

LESSON = "01_neuron"
EXCHANGE = "inbound/aigul+01_neuron+{stamp}+abcdefghijk"
FOLDERS = "submitted/aigul/01_neuron"


@pytest.fixture
def handed_in(desk):
    """Collect one notebook with its timestamp.txt in a layout of nbgrader's."""

    def handed_in(layout, stamp, *, with_file=True):
        folder = layout.format(stamp=stamp)
        files = {f"{folder}/{LESSON}.ipynb": desk.notebook("mine")}
        stamps = {f"{folder}/timestamp.txt": f"{stamp}\n"} if with_file else {}
        (one,) = desk.collect(desk.zip({**files, **stamps})).collected
        return one

    return handed_in


@pytest.mark.parametrize("with_file", [True, False])
@pytest.mark.parametrize("zone", ["UTC", "EDT", "CEST", "+0530", "+05", "MSK"])
def test_a_time_is_read_in_the_zone_that_it_names(handed_in, zone, with_file):
    hours = {"UTC": 0, "EDT": -4, "CEST": 2, "+0530": 5.5, "+05": 5, "MSK": 3}[zone]
    one = handed_in(EXCHANGE, f"2026-10-01 18:10:00.5 {zone}", with_file=with_file)
    late = one.time - datetime(2026, 10, 1, 18, 10, 0, 500_000, tzinfo=UTC)
    assert late.total_seconds() == -3600 * hours
    assert one.notes == ()


def test_a_time_in_new_york_may_be_late_in_greenwich(desk, handed_in):
    desk.deadline("2026-10-01T22:00:00Z")
    assert handed_in(FOLDERS, "2026-10-01 18:10:00.123456 EDT").late


@pytest.mark.parametrize(
    ("layout", "instead"),
    [(EXCHANGE, "it counts as handed in in time"), (FOLDERS, "the time of the file counts")],
)
def test_an_abbreviation_of_several_zones_is_said_and_not_guessed(handed_in, layout, instead):
    (note,) = handed_in(layout, "2026-10-01 18:10:00 IST").notes
    assert note.cause is Cause.TIME_UNKNOWN
    assert note.startswith("The time “2026-10-01 18:10:00 IST” in timestamp.txt can't be read")
    assert instead in note


def test_the_zone_of_the_course_says_whose_abbreviation_it_is(desk, handed_in):
    change_setting(desk.course.folder, "timezone", "Asia/Kolkata")
    one = handed_in(EXCHANGE, "2026-10-01 18:10:00 IST")
    assert (one.time, one.notes) == (datetime(2026, 10, 1, 12, 40, tzinfo=UTC), ())
