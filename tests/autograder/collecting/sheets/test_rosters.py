"""Lists of students, as platforms export them, become the course's roster."""

import pytest

from autograder.collecting.sheets.rosters import merged, read_students
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


@pytest.fixture
def csv(tmp_path):
    def write(text, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_canvas_grade_book_gives_numbers_and_logins_without_its_rows_of_points(csv):
    read = read_students(csv(CANVAS))
    assert read.students == [
        Student("alee", "Ann Lee", canvas_id="7", sis_id="S7", section="Group 1", login="alee"),
        Student("dasha", "Дарья О'Нил", canvas_id="8", section="Group 2", login="dasha"),
    ]
    assert read.notes == ["list.csv: 1 column is not kept in the roster: “01 Neuron (42)”."]


def test_moodles_participants_give_names_and_addresses(csv):
    (ann,) = read_students(csv(MOODLE)).students
    assert ann == Student("ann", "Ann Lee", "ann@example.org", sis_id="S7", section="Team A")


def test_githubs_roster_gives_user_names(csv):
    assert read_students(csv(GITHUB)).students == [Student("annlee", "Ann Lee", login="annlee")]


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
        "sep=;\nName;Email;Login\nAnn Lee;a@x.org;ann\n",
        '"sep=|"\nFull_Name|E_Mail|User_Name\nAnn Lee|a@x.org|ann\n',
        "Adı;Soyadı;E-posta adresi;Kullanıcı adı\nAnn;Lee;a@x.org;ann\n",
        "ФИО,Эл. почта,Логин\nAnn Lee,a@x.org,ann\n",
        "Аты,Тегі,Электрондық пошта,Логин\nAnn,Lee,a@x.org,ann\n",
        "이름,성,이메일,아이디\nAnn,Lee,a@x.org,ann\n",
        "पूरा नाम,ई-मेल पता,यूज़रनेम\nAnn Lee,a@x.org,ann\n",
        "OrgDefinedId,Username,Last Name,First Name,Email,End-of-Line Indicator\n"
        ",#ann,Lee,Ann,a@x.org,#\n",
    ],
)
def test_columns_are_known_in_several_languages(csv, text):
    read = read_students(csv(text))
    login = "" if text.startswith("id,") else "ann"
    assert (read.students, read.notes) == ([Student("ann", "Ann Lee", "a@x.org", login=login)], [])


def test_a_spreadsheet_saved_as_unicode_text_is_read(csv):
    read = read_students(csv("id\tname\nann\tЮля\n".encode("utf-16")))
    assert read.students == [Student("ann", "Юля")]


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


def test_ids_of_a_university_are_kept_as_they_are_written(csv):
    assert read_students(csv("student_id,full_name\n007,Ann Lee\n")).students == [
        Student("007", "Ann Lee", sis_id="007")
    ]
    brightspace = "OrgDefinedId,Username,Last Name,First Name\n#0123,#ali,Li,Anna\n"
    assert read_students(csv(brightspace)).students == [
        Student("ali", "Anna Li", sis_id="0123", login="ali")
    ]


def test_one_mailbox_in_two_spellings_is_one_student_and_it_is_said(csv):
    rows = "Anna Li,anna@x.org\nAnna Li,ANNA@x.org\nAnna Li,anna2@x.org\n,,\n"
    read = read_students(csv(f"Name,Email\n{rows}"))
    assert [(one.id, one.email) for one in read.students] == [
        ("anna", "anna@x.org"),
        ("anna2", "anna2@x.org"),
    ]
    assert read.notes == [
        "list.csv: ANNA@x.org, Anna Li, stands in two rows; they were taken for one student."
    ]


def test_two_people_who_share_a_mailbox_stay_two(csv):
    read = read_students(csv("Name,Email\nAnna Li,li@x.org\nBen Li,li@x.org\n"))
    assert [one.name for one in read.students] == ["Anna Li", "Ben Li"]
    assert "share the mailbox li@x.org" in read.notes[0]


def test_a_column_that_is_not_read_is_named_unless_it_is_empty(csv):
    read = read_students(csv("ФИО,Пошта скриньки,Empty\nAnn,a@x.org,\n"))
    assert read.notes == ["list.csv: 1 column is not kept in the roster: “Пошта скриньки”."]


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
