"""Of several notebooks of one student one with work counts, and it is said which, and why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from autograder.course.looks_file import open_looks
from autograder.notes import Cause
from autograder.simulation.platforms import LAYOUTS, HandIn, hand_in_as

LESSON = "01_neuron"
COPY = "01_neuron (1).ipynb"


@pytest.fixture
def given_out(desk):
    return desk.course.release(LESSON).read_bytes()


@pytest.fixture
def hand_in(desk):
    """Collect notebooks of one student, each with its name and content, from one download."""

    def hand_in(*files, platform="moodle", hours=0, minutes=0):
        work = [
            HandIn(
                desk.people[0],
                LESSON,
                content,
                desk.when + timedelta(hours=hours, minutes=minutes * place),
                file_name=name,
            )
            for place, (name, content) in enumerate(files)
        ]
        folder = desk.downloads / f"{platform} {hours} {len(list(desk.downloads.iterdir()))}"
        return desk.collect(*hand_in_as(platform, work, folder))

    return hand_in


def notes(done):
    return [note for one in done.collected for note in one.notes]


@pytest.mark.parametrize("worked_first", [True, False])
@pytest.mark.parametrize("platform", sorted(LAYOUTS))
def test_an_untouched_copy_never_beats_a_worked_one(
    desk, hand_in, given_out, platform, worked_first
):
    files = [(f"{LESSON}.ipynb", given_out), (COPY, desk.notebook("mine"))]
    hand_in(*(reversed(files) if worked_first else files), platform=platform)
    assert desk.submitted("aigul") == desk.notebook("mine")


def test_it_is_said_which_counts_and_what_is_kept(desk, hand_in, given_out):
    done = hand_in((f"{LESSON}.ipynb", given_out), (COPY, desk.notebook("mine")))
    (note,) = notes(done)
    assert note == (
        f"Two notebooks came; “{COPY}” counts, “{LESSON}.ipynb”, which holds no work, is kept as "
        "attempt 1."
    )
    assert (note.cause, done.needs_a_look) == (Cause.SEVERAL_NOTEBOOKS, True)
    kept = desk.course.folder / "attempts" / "aigul" / LESSON / "1" / f"{LESSON}.ipynb"
    assert kept.read_bytes() == given_out


def test_a_copy_that_has_lost_its_ids_and_gained_spaces_and_outputs_is_untouched(
    desk, hand_in, given_out
):
    copy = desk.without_ids(given_out)
    hand_in((f"{LESSON}.ipynb", copy), ("01_neuron-final.ipynb", desk.notebook("mine")))
    assert desk.submitted("aigul") == desk.notebook("mine")


def test_of_two_worked_ones_the_later_counts_and_a_person_should_look(desk, hand_in):
    files = ("b.ipynb", desk.notebook("earlier")), ("a.ipynb", desk.notebook("later"))
    done = hand_in(*files, minutes=30)
    assert desk.submitted("aigul") == desk.notebook("later")
    (note,) = notes(done)
    assert "“a.ipynb” counts" in note
    assert note.endswith("Both hold work: the later one counts.")
    assert (note.cause, done.needs_a_look) == (Cause.SEVERAL_NOTEBOOKS, True)


def test_of_two_of_one_time_the_one_with_more_work_counts(desk, hand_in):
    more = desk.with_own_cell(desk.notebook("more"), "print('tried')")
    done = hand_in(("a.ipynb", more), ("b.ipynb", desk.notebook("less")))
    assert desk.submitted("aigul") == more
    assert "the one with more work counts" in notes(done)[0]


def test_a_later_upload_without_work_does_not_take_the_place(desk, hand_in, given_out):
    hand_in((f"{LESSON}.ipynb", desk.notebook("mine")))
    done = hand_in((f"{LESSON}.ipynb", given_out), hours=2)
    assert desk.submitted("aigul") == desk.notebook("mine")
    assert [(one.status, one.attempt) for one in done.collected] == [("earlier", 2)]
    assert notes(done) == [
        f"“{LESSON}.ipynb”, which holds no work, is kept as attempt 2; attempt 1, "
        f"“{LESSON}.ipynb”, counts."
    ]


def test_a_late_upload_without_work_makes_nobody_late(desk, hand_in, given_out):
    desk.deadline("2026-10-01T19:00:00Z")
    hand_in((f"{LESSON}.ipynb", desk.notebook("mine")))
    assert hand_in((f"{LESSON}.ipynb", given_out), hours=2).late == []


def test_a_broken_upload_does_not_take_the_place_of_one_that_can_be_read(desk, hand_in):
    hand_in((f"{LESSON}.ipynb", desk.notebook("mine")))
    hand_in((f"{LESSON}.ipynb", desk.notebook("mine")[:-50]), hours=2)
    assert desk.submitted("aigul") == desk.notebook("mine")


def test_two_attempts_of_the_exchange_are_nothing_to_note(desk, hand_in):
    files = (f"{LESSON}.ipynb", desk.notebook("first")), (f"{LESSON}.ipynb", desk.notebook("last"))
    assert notes(hand_in(*files, platform="exchange", minutes=30)) == []
    assert desk.submitted("aigul") == desk.notebook("last")


def test_an_attempt_that_an_earlier_version_kept_is_looked_at_anew(desk, hand_in, given_out):
    hand_in((f"{LESSON}.ipynb", desk.notebook("mine")))
    hand_in((f"{LESSON}.ipynb", given_out), hours=1)
    for origin in desk.course.folder.glob("attempts/*/*/*/origin.json"):
        text = origin.read_text(encoding="utf-8")
        origin.write_text(text.replace("without_work", "unknown"), encoding="utf-8")
        lines = [line for line in text.splitlines() if "without_work" not in line]
        origin.write_text("\n".join(lines).replace("],\n}", "]\n}"), encoding="utf-8")
    hand_in((f"{LESSON}.ipynb", given_out + b" "), hours=2)
    assert desk.submitted("aigul") == desk.notebook("mine")


def test_the_group_of_several_students_is_told_for_each(desk, given_out):
    group = tuple(replace(student, section="Team A") for student in desk.people[:2])
    desk.roster(*group)
    prefix = "Team A_77_assignsubmission_file"
    download = desk.zip(
        {f"{prefix}/{LESSON}.ipynb": given_out, f"{prefix}/{COPY}": desk.notebook("ours")}
    )
    done = desk.collect(download)
    assert [desk.submitted(one.id) for one in group] == [desk.notebook("ours")] * 2
    told = [note for note in notes(done) if note.cause is Cause.SEVERAL_NOTEBOOKS]
    assert len(told) == 2


def test_the_question_stays_open_until_it_is_settled(desk, hand_in):
    hand_in(("a.ipynb", desk.notebook("x")), ("b.ipynb", desk.notebook("y")))
    (kept,) = open_looks(desk.course.folder)
    assert "several notebooks came" in kept.read_text(encoding="utf-8")
    jiwoo = f"김지우_901_assignsubmission_file/{LESSON}.ipynb"
    desk.collect(desk.zip({jiwoo: desk.notebook("mine")}, "another.zip"))
    assert open_looks(desk.course.folder) == (kept,)
    desk.collect(desk.zip({jiwoo: desk.notebook("mine")}, kept.stem))
    assert open_looks(desk.course.folder) == ()
