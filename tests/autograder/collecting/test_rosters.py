"""Lists of students, as platforms export them, become the course's roster."""

import pytest

from autograder.collecting.rosters import merged, read_students
from autograder.collecting.worksheets import read_worksheet
from autograder.course.folder import CourseError
from autograder.course.roster import Student

CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,01 Neuron (42)\n"
    ",,,,,Manual Posting\n"
    "    Points Possible,,,,,40.00\n"
    '"Lee, Ann",7,S7,alee,Group 1,38\n'
    '"О\'Нил, Дарья",8,,dasha,Group 2,\n'
    '"Student, Test",99,,,Group 1,\n'
)
MOODLE = (
    "\ufeffFirst name,Last name,ID number,Email address,Groups\nAnn,Lee,S7,ann@example.org,Team A\n"
)
GITHUB = 'identifier,github_username,github_id,name\n"Lee, Ann",annlee,1001,Ann Lee\n'
WORKSHEET = (
    "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments\n"
    'Participant 900,Ann Lee,ann@example.org,Submitted,,10,Yes,"Thursday, 1 October 2026, 6:30 PM"'
    ",-,\n"
    "Participant 901,Ben Li,ben@example.org,No submission,,10,Yes,-,-,\n"
)


@pytest.fixture
def csv(tmp_path):
    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_canvas_grade_book_gives_numbers_and_logins_without_its_rows_of_points(csv):
    assert read_students(csv(CANVAS)) == (
        Student("alee", "Ann Lee", canvas_id="7", sis_id="S7", section="Group 1"),
        Student("dasha", "Дарья О'Нил", canvas_id="8", section="Group 2"),
    )


def test_moodles_participants_give_names_and_addresses(csv):
    (ann,) = read_students(csv(MOODLE))
    assert ann == Student("ann", "Ann Lee", "ann@example.org", sis_id="S7", section="Team A")


def test_githubs_roster_gives_user_names(csv):
    assert read_students(csv(GITHUB)) == (Student("annlee", "Ann Lee"),)


@pytest.mark.parametrize(
    "text",
    [
        "id,name,email\nann,Ann Lee,a@x.org\n",
        "Name;Email;Username\nAnn Lee;a@x.org;ann\n",
        "Имя\tФамилия\tАдрес электронной почты\tЛогин\nAnn\tLee\ta@x.org\tann\n",
        "Vorname,Nachname,E-Mail-Adresse,Anmeldename\nAnn,Lee,a@x.org,ann\n",
        "이름,이메일 주소,사용자 아이디\nAnn Lee,a@x.org,ann\n",
        "Prénom,Nom,Adresse de courriel,Nom d'utilisateur\nAnn,Lee,a@x.org,ann\n",
        "Nombre,Apellido(s),Correo electrónico,Nombre de usuario\nAnn,Lee,a@x.org,ann\n",
    ],
)
def test_columns_are_known_in_several_languages(csv, text):
    assert read_students(csv(text)) == (Student("ann", "Ann Lee", "a@x.org"),)


def test_a_spreadsheet_saved_as_unicode_text_is_read(csv):
    assert read_students(csv("id\tname\nann\tЮля\n".encode("utf-16"))) == (Student("ann", "Юля"),)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("Grade,Comment\n5,good\n", "columns “Grade”, “Comment”.*needs a name"),
        ("", "is empty"),
        ("name,email\n", "no row with a student"),
        (b"name\n\xcf\xf0\xe8\xe2\xe5\xf2\n", "not in UTF-8 .byte 5."),
        (b"PK\x03\x04rest", "Excel workbook"),
        ('name\n"Ann\n', "can't be read as CSV"),
    ],
)
def test_a_list_that_is_none_is_refused_with_what_it_has(csv, text, complaint):
    with pytest.raises(CourseError, match=complaint):
        read_students(csv(text))


def test_who_is_known_keeps_the_id_and_gains_what_is_new():
    known = (Student("ann", "Ann Lee", "ann@x.org"), Student("ben", "Ben Li"))
    read = (Student("alee", "Lee Ann", "ANN@x.org", canvas_id="7"), Student("ben", "Ben Other"))
    ann, ben = merged(known, read)
    assert ann == Student("ann", "Lee Ann", "ANN@x.org", canvas_id="7")
    assert ben.id == "ben"


def test_somebody_elses_id_is_not_taken():
    known = (Student("ann", "Ann Lee", "ann@x.org"),)
    _, other = merged(known, (Student("ann", "Ann Other", "other@x.org"),))
    assert other.id == "ann-2"


def test_the_worksheet_tells_who_has_which_number_and_when_each_handed_in(csv):
    rows = read_worksheet(csv(WORKSHEET))
    assert (rows["900"].email, rows["900"].time.hour) == ("ann@example.org", 18)
    assert rows["901"].time is None


def test_another_list_is_no_worksheet(csv):
    with pytest.raises(CourseError, match=r"no “Identifier”.*name it with --roster"):
        read_worksheet(csv(CANVAS))
