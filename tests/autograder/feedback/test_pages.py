"""What a student reads: every point, every reason, and nothing of a hidden case."""

import base64
import gettext
import hashlib
import html
import json
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from autograder.course.folder import CourseError
from autograder.course.roster import Student
from autograder.feedback import sections
from autograder.feedback.pages import feedback
from autograder.gradebook.result import MISSING, UNREADABLE
from autograder.judging import Finding
from autograder.messages import language
from autograder.public_address import PublicAddress
from autograder.submissions.template import QUESTION, LessonTemplate, TemplateCell
from tests.autograder.feedback.conftest import ALL, FINDING, LESSON, RIGHT, WRONG

HOSTILE = '</pre><script>alert(1)</script><img src=x onerror="alert(2)">'


def words(text):
    return " ".join(BeautifulSoup(text, "html.parser").get_text(" ").split())


def card(page, item):
    return words(str(BeautifulSoup(page, "html.parser").find(id=item)))


def test_a_wrong_answer_is_shown_with_belief_case_hint_section_and_the_students_own_code(classroom):
    code = "def net_input(x, weights, bias):\n    return weights @ x"
    classroom.graded("ann", answers={"neuron-net_input": code})
    said = card(classroom.page(), "neuron-net_input")
    for part in (
        "not right yet · 0 of 2",
        "What this answer seems to do You left the bias out.",
        "Called net_input(x=np.array([1.0])",
        "It gave 2.0 Expected 7.0",
        "Your answer def net_input(x, weights, bias): return weights @ x",
        "Hint Multiply each input by its own weight",
        "In the lesson: One neuron",
    ):
        assert part in said


def test_what_only_the_instructor_may_read_is_not_on_the_page(classroom):
    classroom.graded("ann")
    assert "SECRET" not in classroom.page()
    assert "0.7351" not in classroom.page()


def test_a_finding_without_a_name_has_its_meaning_after_the_case(classroom):
    unnamed = replace(WRONG, misconception=None, finding=replace(FINDING, meaning="Try again."))
    classroom.graded("ann", (unnamed, *ALL[1:]))
    said = card(classroom.page(), "neuron-net_input")
    assert "It gave 2.0 Expected 7.0 Try again." in said
    assert "What this answer seems to do" not in said


def test_work_that_was_graded_in_one_language_is_read_in_another(classroom, monkeypatch):
    classroom.graded("ann")
    words = {"Expected": "Erwartet", "You left the bias out.": "Dir fehlt der Bias."}

    class German(gettext.NullTranslations):
        def gettext(self, message):
            return words.get(message, message)

    monkeypatch.setattr(language, "catalogue", lambda chosen: German())
    said = card(classroom.page(), "neuron-net_input")
    assert "Dir fehlt der Bias." in said
    assert "Erwartet 7.0" in said


def test_what_an_earlier_version_graded_is_to_be_graded_again_first(classroom):
    classroom.graded("ann")
    kept_before_findings(classroom.course, "ann")
    with pytest.raises(CourseError, match=r"1 of these .* Run `autograder grade`, .* keeps all"):
        classroom.page()


def kept_before_findings(course, student):
    """Let a result stand in its file as the version wrote it that kept no findings."""
    path = course.result(student, LESSON)
    data = json.loads(path.read_text(encoding="utf-8"))
    del data["format"]
    for exercise in data["exercises"]:
        del exercise["finding"]
    path.write_text(json.dumps(data), encoding="utf-8")


def test_a_hint_that_the_finding_gives_away_is_not_given_again(classroom):
    hint = "Multiply each input by its own weight, add the products up, then add the bias."
    wrong = replace(WRONG, finding=replace(FINDING, meaning=f"{hint} You left it out."))
    classroom.graded("ann", (wrong, *ALL[1:]))
    said = card(classroom.page(), "neuron-net_input")
    assert said.count(hint) == 1
    assert "NumPy multiplies two vectors element by element" in said


def test_every_exercise_has_its_points_in_words_beside_its_bar(classroom):
    classroom.graded("ann")
    text = words(classroom.page())
    assert "relu right 1 of 1" in text
    assert "net_ input not right yet 0 of 2" in text  # the name may go on in the next line
    assert "leaky_ relu not done 0 of 1" in text


def test_a_written_answer_has_its_points_and_the_graders_comment_and_all_adds_up(classroom):
    classroom.graded("ann", answers={"neuron-compare": "Compare both neurons.\n\nBoth **learn**."})
    classroom.person_gives(1.5, extra=0.5, comment="How do they\nlearn? <b>", penalty=0.25)
    page = classroom.page()
    said = card(page, "neuron-compare")
    assert "graded by your teacher · 2 of 2" in said
    assert "Compare both neurons. Your answer Both learn ." in said
    assert "Your teacher writes How do they learn? <b>" in said
    total = "Exercises and questions 1 Given by your teacher 1.5 Extra credit +0.5"
    assert f"{total} Handed in late −0.25 Points 2.75 of 6" in words(page)


def test_a_written_answer_that_waits_says_so_and_the_sum_is_so_far(classroom):
    classroom.graded("ann")
    text = words(classroom.page())
    assert "points so far" in text
    assert "compare waiting for your teacher – of 2" in text
    assert "One answer still waits for your teacher's points." in text


def test_the_section_is_a_link_where_the_course_tells_where_the_lessons_are(classroom):
    classroom.graded("ann")
    course = replace(classroom.course, lessons_url="https://example.org/en/")
    (found,) = feedback(course, students=["ann"])
    assert 'href="https://example.org/en/01_neuron.ipynb#One-neuron"' in found.text
    assert "example.org" not in classroom.page()


def test_without_an_address_the_link_leads_to_the_exercise_on_the_public_site(
    classroom, monkeypatch
):
    classroom.graded("ann")
    assert "lessons/en/" not in classroom.page()  # as long as there is only a placeholder
    public = PublicAddress.of("https://github.com/ann/neurons")
    monkeypatch.setattr(sections, "public_address", lambda: public)
    place = "https://ann.github.io/neurons/lessons/en/01_neuron.html#neuron-net_input"
    assert f'href="{place}"' in classroom.page()


def test_a_lesson_that_asks_for_something_else_is_not_looked_for_on_the_site(monkeypatch):
    public = PublicAddress.of("https://github.com/ann/neurons")
    monkeypatch.setattr(sections, "public_address", lambda: public)
    ours, own = (
        LessonTemplate((TemplateCell("a", QUESTION, "code", "", item),))
        for item in ("neuron.synapse_role", "neuron.my_own_question")
    )
    assert sections.site_of(ours, "01_neuron") == public
    assert sections.site_of(own, "01_neuron") is None
    assert sections.site_of(ours, "02_perceptron") is None


def test_what_was_repaired_is_said(classroom):
    classroom.graded("ann", repairs=["The cell neuron-relu had been <moved>; it is put back."])
    assert "had been <moved>; it is put back." in words(classroom.page())


@pytest.mark.parametrize(
    ("status", "file", "note", "advice"),
    [
        (UNREADABLE, "01_neuron.ipynb", "The file is cut off at line 7.", "run all cells, save it"),
        (
            MISSING,
            "essay.pdf",
            "There is no notebook, only essay.pdf.",
            "hand 01_neuron.ipynb in",
        ),
    ],
    ids=["unreadable", "no notebook"],
)
def test_what_was_not_graded_gets_a_page_that_says_why_and_what_to_do(
    classroom, status, file, note, advice
):
    classroom.graded("ann", (), status=status, notes=(note,))
    (classroom.course.submitted("ann", LESSON) / file).write_text("cut o", encoding="utf-8")
    text = words(classroom.page())
    assert note in text
    assert advice in text
    assert "How the points add up" not in text


def test_work_that_no_run_has_graded_is_not_called_missing(classroom):
    classroom.graded("ann")
    notebook = classroom.course.submitted("bob", LESSON) / f"{LESSON}.ipynb"
    notebook.parent.mkdir(parents=True)
    notebook.write_text("{}", encoding="utf-8")
    text = words(classroom.page("bob"))
    assert "Your notebook is not graded yet" in text
    assert "What to do: nothing now." in text
    assert "Nothing was handed in" not in text


def test_a_fault_of_ours_is_said_without_its_details(classroom):
    note = "KeyError: 'seed 1957'"
    classroom.graded("ann", (), status=UNREADABLE, notes=(note,), retry=True)
    text = words(classroom.page())
    assert "not your fault" in text
    assert "1957" not in text


def test_who_stands_in_the_roster_and_handed_nothing_in_gets_a_page_too(classroom):
    classroom.graded("ann")
    classroom.enroll(Student("김지우", "김지우"), Student("../etc", "Mallory"))
    assert [one.student for one in feedback(classroom.course)] == ["ann", "김지우"]
    assert "Nothing was handed in." in classroom.page("김지우")


def test_nothing_that_a_student_wrote_is_markup(classroom):
    classroom.enroll(Student("ann", HOSTILE))
    hostile = Finding(*[HOSTILE] * 5)
    classroom.graded(
        "ann",
        (replace(WRONG, finding=hostile), *ALL[1:]),
        answers={
            "neuron-net_input": HOSTILE,
            "neuron-compare": f"[x](javascript:alert(3)){HOSTILE}",
        },
        repairs=[HOSTILE],
    )
    page = BeautifulSoup(classroom.page(), "html.parser")
    assert not page.find_all(["script", "iframe", "object", "form", "base"])
    attributes = [name for tag in page.find_all() for name in tag.attrs]
    assert not [name for name in attributes if name.startswith("on") or name == "style"]
    links = [tag["href"] for tag in page.find_all(href=True)]
    assert all(link.startswith(("#", "https://", "http://", "mailto:")) for link in links)


def test_the_page_allows_nothing_but_its_own_style_and_pictures(classroom):
    classroom.graded("ann")
    text = classroom.page()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert html.unescape(policy) == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
        f"style-src 'sha256-{digest}'"
    )


def test_no_sign_hides_in_a_name_or_in_code(classroom):
    classroom.enroll(Student("ann", "Анна\u202egnp"))
    classroom.graded("ann", answers={"neuron-net_input": "x = 1 \u202e# \u200b\ty"})
    text = classroom.page()
    assert "Анна&lt;U+202E&gt;gnp" in text
    assert "&lt;U+200B&gt;" in text
    assert not set("\u202e\u200b") & set(text)


def test_a_page_is_written_again_only_when_it_would_change(classroom):
    classroom.graded("ann")
    (first,) = feedback(classroom.course)
    assert first.changed
    first.write()
    (again,) = feedback(classroom.course)
    assert not again.changed
    classroom.person_gives(2)
    (after,) = feedback(classroom.course)
    assert after.changed


def test_points_that_the_machine_could_not_give_are_nobodys_fault_but_ours(classroom):
    fault = replace(WRONG, passed=None, kind="could_not_judge", needs_manual_points=True)
    classroom.graded("ann", (replace(fault, misconception=None), RIGHT, *ALL[2:]))
    assert "could not judge this answer" in card(classroom.page(), "neuron-net_input")


def test_a_page_stands_where_the_course_says(classroom):
    classroom.graded("ann")
    (found,) = feedback(classroom.course, assignments=[LESSON])
    assert found.path == classroom.course.folder / "feedback" / "ann" / f"{LESSON}.html"


def test_an_answer_without_end_is_cut(classroom):
    classroom.graded("ann", answers={"neuron-net_input": "x = 1\n" * 50_000})
    assert "and 280000 more signs" in card(classroom.page(), "neuron-net_input")
