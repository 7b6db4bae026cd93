"""Times are read in the words of the languages that Moodle's packs have."""

from datetime import datetime

import pytest

from autograder.collecting.sheets.written_times import written_times

TEN_PAST_MIDNIGHT = datetime(2026, 10, 2, 0, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Friday, October 2, 2026, 12:10 AM",
        "Friday, 2 October 2026, 12:10\u202fam",
        "viernes, 2 de octubre de 2026, 00:10",
        "sexta-feira, 2 de outubro de 2026 às 00:10",
        "sexta-feira, 2 out. 2026, 00:10",
        "venerdì, 2 ottobre 2026, 00:10",
        "vrijdag, 2 oktober 2026, 00:10",
        "piątek, 2 października 2026, 00:10",
        "п’ятниця 2 жовтня 2026 00:10 дп",
        "Пятница, 2 Октябрь 2026, 00:10",
        "금요일, 2 10월 2026, 12:10 오전",
        "2026년 10월 2일 금요일 12:10 AM",
        "2026年 10月 2日(週五.) 00:10",
        "शुक्रवार, 2 अक्टूबर 2026, 12:10 AM",
        "Pátek, 2. října 2026, 00.10",
        "fredag, 2 oktober 2026, 00:10",
        "perjantaina, 2. lokakuuta 2026, 00:10",
        "Παρασκευή, 2 Οκτωβρίου 2026, 12:10 πμ",
        "2026. október 2., péntek, 00:10",
        "vineri, 2 octombrie 2026, 00:10",
        "الجمعة، 2 أكتوبر 2026، 12:10 ص",
        "יום שישי, 2 אוקטובר 2026, 00:10",
        "Thứ Sáu, 2 tháng 10 2026, 12:10 SA",
        "Jumat, 2 Oktober 2026, 00:10",
        "petak, 2. listopada 2026., 00:10",  # Croatian; in Polish this is November
        "02.10.2026 00:10",
        "02.10.26 00:10",
    ],
)
def test_one_time_is_read_in_each_language(text):
    assert written_times(text) == {TEN_PAST_MIDNIGHT}


def test_a_word_that_is_another_month_elsewhere_is_not_guessed():
    assert {time.month for time in written_times("2 listopada 2026, 00:10")} == {10, 11}
    assert written_times("poniedziałek, 2 listopada 2026, 00:10") == {datetime(2026, 11, 2, 0, 10)}


@pytest.mark.parametrize(
    ("text", "hour"),
    [("12:10 AM", 0), ("12:10 PM", 12), ("6:10 PM", 18), ("18:10 PM", 18), ("06:10", 6)],
)
def test_hours_are_those_of_the_whole_day(text, hour):
    (time,) = written_times(f"Friday, 2 October 2026, {text}")
    assert time.hour == hour


@pytest.mark.parametrize(
    "text", ["Thursday, 2 October 2026, 00:10", "Friday, 2 October 2026", "2 October, 00:10", ""]
)
def test_what_is_wrong_or_not_whole_is_no_time(text):
    assert written_times(text) == set()
