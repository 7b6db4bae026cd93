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
