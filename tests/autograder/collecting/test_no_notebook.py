"""Who handed in something else than a notebook is named, and does not count as absent."""

import pytest

from autograder.course.handed_in.submitted import find_submission
from autograder.notes import Cause
from autograder.simulation.platforms import LAYOUTS, HandIn, hand_in_as

LESSON = "01_neuron"


@pytest.mark.parametrize(
    "name", ["01_neuron.json", "01_neuron.ipynb.txt", "work.txt", "01_neuron.ipynb.json", "final"]
)
@pytest.mark.parametrize("platform", sorted(LAYOUTS))
def test_a_notebook_is_known_by_its_cells_whatever_it_is_called(desk, platform, name):
    work = HandIn(desk.people[0], LESSON, desk.notebook("mine"), desk.when, file_name=name)
    done = desk.collect(*hand_in_as(platform, [work], desk.downloads / "from"))
    assert desk.submitted("aigul") == desk.notebook("mine")
    assert (done.no_notebook, done.other) == ([], [])


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("01_neuron.pdf", "a PDF"),
        ("01_neuron.html", "a web page"),
        ("01_neuron.py", "a Python file"),
        ("01_neuron.docx", "a text document"),
        ("01_neuron.ipynb.url", "a link"),
        ("01_neuron.xyz", "a file"),
        ("data.json", "a file"),
    ],
)
def test_what_came_is_said_in_words(desk, name, what):
    file = f"김지우_901_assignsubmission_file/{name}"
    other = f"Айгүл Нұрлан_900_assignsubmission_file/{LESSON}.ipynb"
    done = desk.collect(desk.zip({file: b"{}", other: desk.notebook("mine")}))
    (one,) = done.no_notebook
    assert (one.student, one.assignment, one.what, one.files) == ("jiwoo", LESSON, what, (name,))
    assert done.needs_a_look


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("김지우_901_assignsubmission_onlinetext/onlinetext.html", "a text typed on the platform"),
        ("김지우_901_assignsubmission_onlinetext_onlinetext.html", "a text typed on the platform"),
        ("김지우_102_text.html", "a text typed on the platform"),
        ("김지우_102_link.html", "a link"),
    ],
)
def test_texts_and_links_of_the_platform_are_told_from_pages(desk, path, what):
    (one,) = desk.collect(desk.zip({path: b"<p>"}), assignment=LESSON).no_notebook
    assert (one.student, one.assignment, one.what) == ("jiwoo", LESSON, what)


@pytest.mark.parametrize("platform", sorted(LAYOUTS))
def test_it_does_not_count_as_nothing_handed_in(desk, platform):
    work = HandIn(desk.people[0], LESSON, b"%PDF-1.7", desk.when, file_name=f"{LESSON}.pdf")
    desk.collect(*hand_in_as(platform, [work], desk.downloads / "from"))
    note = find_submission(desk.course, "aigul", LESSON).note
    assert (note.cause, note) == (
        Cause.NO_NOTEBOOK,
        f"There is no notebook, only {LESSON}.pdf.",
    )


def test_who_is_not_in_the_roster_is_named_and_added_where_that_is_asked(desk):
    download = desk.zip({f"Eve Stone_950_assignsubmission_file/{LESSON}.pdf": b"%PDF-1.7"})
    (one,) = desk.collect(download).no_notebook
    assert (one.student, one.name) == ("", "Eve Stone")
    (one,) = desk.collect(download, add_students=True).no_notebook
    assert one.student == "eve-stone"
    assert "eve-stone" in desk.students
    assert (desk.course.submitted("eve-stone", LESSON) / f"{LESSON}.pdf").read_bytes()


def test_a_file_of_any_name_in_a_drive_makes_nobody_a_student(desk):
    files = {f"Eve Stone - {LESSON}.pdf": b"%PDF", "Lecture notes - week 1.pdf": b"%PDF"}
    done = desk.collect(desk.zip(files), platform="google", add_students=True)
    assert [(one.student, one.assignment) for one in done.no_notebook] == [("eve-stone", LESSON)]
    assert done.students_added == ["eve-stone"]


def test_files_beside_a_notebook_are_other_files(desk):
    folder = "김지우_901_assignsubmission_file"
    files = {f"{folder}/{LESSON}.ipynb": desk.notebook("mine"), f"{folder}/notes.pdf": b"%PDF"}
    done = desk.collect(desk.zip(files))
    assert (done.no_notebook, [one.student for one in done.other]) == ([], ["jiwoo"])


def test_a_notebook_that_was_there_before_stays_what_counts(desk):
    folder = "김지우_901_assignsubmission_file"
    desk.collect(desk.zip({f"{folder}/{LESSON}.ipynb": desk.notebook("mine")}))
    desk.collect(desk.zip({f"{folder}/{LESSON}.pdf": b"%PDF"}, "later.zip"))
    assert desk.submitted("jiwoo") == desk.notebook("mine")
    assert not (desk.course.submitted("jiwoo", LESSON) / f"{LESSON}.pdf").exists()


def test_a_name_never_leads_out_of_the_students_folder(desk):
    download = desk.zip({"김지우_901_assignsubmission_file/ CON.pdf": b"%PDF"})
    desk.collect(download, assignment=LESSON)
    assert [path.name for path in desk.course.submitted("jiwoo", LESSON).iterdir()] == ["_CON.pdf"]


def test_a_dry_run_names_them_and_writes_nothing(desk):
    download = desk.zip({f"김지우_901_assignsubmission_file/{LESSON}.pdf": b"%PDF"})
    (one,) = desk.collect(download, dry_run=True).no_notebook
    assert one.student == "jiwoo"
    assert not desk.course.submitted("jiwoo", LESSON).exists()


def class_with_a_pdf(desk, own, other):
    """Return the files of a class: notebooks of the first lesson, of the second, and one PDF."""
    lessons = [LESSON] * own + ["02_perceptron"] * other
    files = {
        f"Student {number}_{800 + number}_assignsubmission_file/work.ipynb": desk.notebook(
            f"mine {number}", lesson
        )
        for number, lesson in enumerate(lessons)
    }
    return {**files, "김지우_901_assignsubmission_file/abgabe.pdf": b"%PDF-1.7"}


@pytest.mark.parametrize(
    ("own", "other", "name"),
    [(4, 1, "download.zip"), (1, 2, f"NN-{LESSON}-77.zip"), (1, 1, "NN-01 Neuron-77.zip")],
)
def test_it_is_of_the_downloads_lesson_though_others_came(desk, own, other, name):
    (one,) = desk.collect(
        desk.zip(class_with_a_pdf(desk, own, other), name), add_students=True
    ).no_notebook
    assert (one.student, one.assignment) == ("jiwoo", LESSON)
    assert find_submission(desk.course, "jiwoo", LESSON).note.cause is Cause.NO_NOTEBOOK


def test_the_worksheets_name_tells_the_lesson(desk):
    sheet = desk.downloads / f"Grades-NN-{LESSON}-77.csv"
    sheet.write_text(
        "Identifier,Full name,Status,Grade,Maximum Grade\nParticipant 901,김지우,Submitted,,100\n",
        encoding="utf-8",
    )
    download = desk.zip(class_with_a_pdf(desk, 1, 2))
    (one,) = desk.collect(download, sheet, add_students=True).no_notebook
    assert (one.student, one.assignment) == ("jiwoo", LESSON)


def test_where_nothing_tells_the_lesson_it_is_said_how_to_settle_it(desk):
    download = desk.zip(class_with_a_pdf(desk, 2, 1))
    (one,) = desk.collect(download, add_students=True).no_notebook
    assert one.assignment == ""
    assert "is not known" in one.note
    assert "--assignment LESSON" in one.note
    (one,) = desk.collect(download, add_students=True, assignment=LESSON).no_notebook
    assert find_submission(desk.course, "jiwoo", LESSON).note.cause is Cause.NO_NOTEBOOK


def test_a_file_beside_the_notebook_of_another_lesson_is_no_hand_in(desk):
    files = class_with_a_pdf(desk, 4, 0)
    files["김지우_901_assignsubmission_file/work.ipynb"] = desk.notebook("x", "02_perceptron")
    assert desk.collect(desk.zip(files), add_students=True).no_notebook == []
