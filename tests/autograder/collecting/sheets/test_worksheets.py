"""Moodle's grading worksheet is read in the language of whoever downloaded it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from autograder.collecting.sheets.headings import COMMENTS, GRADE, HANDED_IN, MAXIMUM
from autograder.collecting.sheets.worksheets import EMAIL, NAME, open_worksheet, read_worksheet
from autograder.course.change_setting import change_setting
from autograder.course.folder import CourseError

BERLIN = ZoneInfo("Europe/Berlin")
# The headings and the way to write a time are those of Moodle's language packs.
ENGLISH = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments"
)
GERMAN = (
    "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,"
    "Bewertung kann geändert werden,Zuletzt geändert (Abgabe),Zuletzt geändert (Bewertung),"
    "Feedback als Kommentar"
)
FRENCH = (
    "Identifiant,Nom complet,Adresse de courriel,Statut,Note,Note maximale,"
    "La note peut être modifiée,Dernière modification (travail remis),Dernière modification (note),"
    "Feedback par commentaires"
)
RUSSIAN = (
    "Идентификатор,Полное имя,Адрес электронной почты,Статус,Оценка,Максимальная оценка,"
    "Оценка может быть изменена,Последнее изменение (ответ),Последнее изменение (оценка),"
    "Отзыв в виде комментария"
)
KAZAKH = (  # its pack leaves most of the assignment in English
    "Identifier,Толық аты,e-mail,Мәртебе,Баға,Maximum grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments"
)
JAPANESE = (
    "ID,フルネーム,メールアドレス,ステータス,評点,最大評点,評点変更可,最終更新日時 (提出),"
    "最終更新日時 (評定),フィードバックコメント"
)
TURKISH = (
    "Tanımlayıcı,Tam adı,E-posta adresi,Durum,Not,Enyüksek not,Not değiştirilebilir,"
    "Son düzenleme (gönderim),Son düzenleme (not),Geri bildirim yorumları"
)
CHINESE = (
    "标识符,全名,电子邮件地址,状态,成绩,最高分,允许更改成绩,上次修改（作业）,"
    "上次修改（评分）,反馈意见"
)
MADE_UP = "Onnes,Nimmi,Postle,Staat,Punta,Punta maks,Voi muta,Muttet (anto),Muttet (punta),Sana"
BY_LANGUAGE = [
    (ENGLISH, "Participant 4711", "Friday, 2 October 2026, 12:10 AM"),
    (GERMAN, "Teilnehmer/in 4711", "Freitag, 2. Oktober 2026, 00:10"),
    (FRENCH, "Participant 4711", "vendredi 2 octobre 2026, 00:10"),
    (RUSSIAN, "Участник 4711", "пятница, 2 октября 2026, 00:10"),
    (KAZAKH, "Participant 4711", "жұма, 2 қазан 2026, 12:10 AM"),
    (JAPANESE, "参加者 4711", "2026年 10月 02日(金曜日) 00:10"),
    (TURKISH, "Katılımcı 4711", "Cuma, 2 Ekim 2026, 12:10 ÖÖ"),
    (CHINESE, "参与人4711", "2026年10月02日 星期五 00:10"),
    (MADE_UP, "Osalinen 4711", "2026-10-02 00:10"),
]


@pytest.fixture
def sheet(tmp_path):
    def write(headings, *rows):
        path = tmp_path / "sheet.csv"
        path.write_text("\n".join(["\ufeff" + headings, *rows, ""]), encoding="utf-8")
        return path

    return write


def row(identifier, time):
    return f'"{identifier}","Anna Li",anna@x.org,"x",,"42,00",x,"{time}",-,'


@pytest.mark.parametrize(("headings", "identifier", "time"), BY_LANGUAGE)
def test_a_sheet_tells_who_has_which_number_and_when_each_handed_in(
    sheet, headings, identifier, time
):
    other = row(identifier.replace("4711", "4712"), "-")
    rows = read_worksheet(sheet(headings, row(identifier, time), other), BERLIN)
    assert rows["4711"].time == datetime(2026, 10, 1, 22, 10, tzinfo=UTC)
    assert rows["4711"].email == "anna@x.org"
    assert (rows["4712"].time, rows["4712"].unread) == (None, "")


@pytest.mark.parametrize("headings", [headings for headings, *_ in BY_LANGUAGE[:-1]])
def test_each_column_is_found_by_its_heading(sheet, headings):
    worksheet = open_worksheet(sheet(headings, row("Participant 1", "-")))
    meanings = NAME, EMAIL, GRADE, MAXIMUM, HANDED_IN, COMMENTS
    assert [worksheet.places[meaning] for meaning in meanings] == [1, 2, 4, 5, 7, 9]


def test_in_an_unknown_language_columns_are_found_by_what_stands_in_them(sheet):
    worksheet = open_worksheet(sheet(MADE_UP, row("Osalinen 1", "-"), row("Osalinen 2", "-")))
    meanings = EMAIL, GRADE, MAXIMUM, HANDED_IN
    assert [worksheet.places[meaning] for meaning in meanings] == [2, 4, 5, 7]
    assert [worksheet.number(line) for line in worksheet.table.lines] == ["1", "2"]


@pytest.mark.parametrize(
    "time",
    [
        "Donnerstag, 2. Oktober 2026, 00:10",  # it was a Friday
        "päivänä 2 joskuu 2026, 00:10",
        "2/10/2026, 00:10",  # October or February
        "32. Oktober 2026, 00:10",
    ],
)
def test_a_time_that_can_not_be_read_is_named_and_never_guessed(sheet, time):
    read = read_worksheet(sheet(GERMAN, row("Teilnehmer/in 4711", time)))["4711"]
    assert read.time is None
    assert read.unread == f"“{time}” below “Zuletzt geändert (Abgabe)” in sheet.csv"


def test_the_times_of_a_column_tell_what_one_of_them_leaves_open(sheet):
    times = "2/10/2026, 06:10", "13/10/2026, 18:10"
    lines = (row(f"Participant {number}", time) for number, time in enumerate(times))
    rows = read_worksheet(sheet(ENGLISH, *lines), UTC)
    assert rows["0"].time == datetime(2026, 10, 2, 6, 10, tzinfo=UTC)
    morning, evening = "жұма, 2 қазан 2026, 06:10", "жұма, 2 қазан 2026, 18:10"
    alone = read_worksheet(sheet(KAZAKH, row("Participant 1", morning)), UTC)["1"]
    assert (alone.time, alone.unread[:1]) == (None, "“")  # in the evening, perhaps
    both = sheet(KAZAKH, row("Participant 1", morning), row("Participant 2", evening))
    assert read_worksheet(both, UTC)["1"].time == datetime(2026, 10, 2, 6, 10, tzinfo=UTC)


def test_times_of_a_sheet_are_in_the_zone_of_the_course(desk, sheet):
    change_setting(desk.course.folder, "timezone", "Asia/Almaty")
    desk.deadline("2026-10-01T19:00:00Z")
    file = {"김지우_901_assignsubmission_file/01_neuron.ipynb": desk.notebook("mine")}
    line = row("Teilnehmer/in 901", "Freitag, 2. Oktober 2026, 00:10")
    told = sheet(GERMAN, line.replace("Anna Li", "김지우"))
    (one,) = desk.collect(desk.zip(file), told).late
    assert (one.time, one.late_by) == (
        datetime(2026, 10, 1, 19, 10, tzinfo=UTC),
        timedelta(minutes=10),
    )


def test_a_sheet_that_tells_nothing_of_what_came_is_named(desk, sheet):
    file = {"김지우_901_assignsubmission_file/01_neuron.ipynb": desk.notebook("mine")}
    other = sheet(ENGLISH, row("Participant 4711", "Friday, 2 October 2026, 12:10 AM"))
    done = desk.collect(desk.zip(file), other)
    assert any("none of the numbers of these files" in note for note in done.notes)
    empty = sheet(ENGLISH, row("Participant 901", "-"))
    done = desk.collect(desk.zip(file), empty)
    assert "sheet.csv tells nobody's time of handing in." in done.notes


@pytest.mark.parametrize(
    "text",
    [
        'Student,ID,SIS User ID,Section\n"Lee, Ann",7,S7,Group 1\n',
        "id,name,email\nann1,Ann Lee,a@x.org\n",
        "identifier,github_username,github_id,name\nann1,annlee,1001,Ann Lee\n",
        "Group,Name\nGroup 1,Ann\nGroup 2,Ben\n",
    ],
)
def test_another_list_is_no_worksheet(tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError, match=r"no grading worksheet.*the columns “.*--roster"):
        read_worksheet(path)
