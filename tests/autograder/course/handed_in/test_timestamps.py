"""A submission's timestamp.txt is read as it was meant, or not at all."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from autograder.course.handed_in.timestamps import parse_utc, read_timestamp

TEN_PAST_TEN = datetime(2026, 10, 1, 22, 10)


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01 22:10:00 UTC",
        "2026-10-01 22:10:00",  # nbgrader takes a time without a zone for UTC
        "2026-10-01T22:10:00Z",
        "2026-10-01 18:10:00 EDT",
        "2026-10-02 00:10:00 CEST",
        "2026-10-02 01:10:00 MSK",
        "2026-10-01 23:10:00 BST",
        "2026-10-02 03:10:00 +0500",
        "2026-10-02 03:10:00 +05",  # as Asia/Almaty calls itself
        "2026-10-02 03:40:00 +05:30",
        "2026-10-01 18:10:00-04:00",
        "2026-10-02 03:10:00 Asia/Almaty",
        "1 October 2026 10:10 PM",
    ],
)
def test_a_time_is_read_in_the_zone_that_it_names(text):
    assert parse_utc(text) == TEN_PAST_TEN


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01 18:10:00 IST",  # of India, Ireland or Israel
        "2026-10-01 18:10:00 PST",  # of California or Manila
        "2026-10-01 18:10:00 XYZ",
        "2026-10-01 18:10:00 Nowhere/Land",
        "2026-10-01 18:10:00 18000",
        "2026-10-01",
        "18:10",
        "02/10/2026 18:10",
    ],
)
def test_what_may_mean_several_times_is_none(text):
    with pytest.raises(ValueError, match=r"time|isoformat"):
        parse_utc(text)


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Asia/Kolkata", "2026-10-02 03:40:00 IST"),
        ("Europe/Dublin", "2026-10-01 23:10:00 IST"),
        ("Asia/Manila", "2026-10-02 06:10:00 PST"),
    ],
)
def test_the_zone_of_the_course_tells_whose_abbreviation_is_meant(tmp_path, zone, text):
    file = tmp_path / "timestamp.txt"
    file.write_text(f"{text}\n", encoding="utf-8")
    assert read_timestamp(file) is None
    assert read_timestamp(file, ZoneInfo(zone)) == TEN_PAST_TEN
