"""Settings are declared once: what follows from a declaration holds for each of them."""

import pytest

from autograder.cli.complete import setting_names
from autograder.course.change_setting import change_setting, setting_named
from autograder.course.folder import new_course, open_course
from autograder.course.settings.declared import SETTINGS
from autograder.course.settings.file import SettingsFile

NAMES = [setting.name for setting in SETTINGS]


@pytest.fixture
def course(tmp_path):
    course = new_course(tmp_path / "autumn", seed=5)
    course.release("01_neuron").parent.mkdir(parents=True)
    course.release("01_neuron").write_text("{}", encoding="utf-8")
    return course


@pytest.mark.parametrize("setting", SETTINGS, ids=NAMES)
def test_a_setting_stands_in_a_new_file_below_its_comment(course, setting):
    lines = (course.folder / "course.toml").read_text(encoding="utf-8").splitlines()
    comment = [f"# {line}" for line in setting.comment]
    start = lines.index(comment[0])
    assert lines[start : start + len(comment)] == comment
    declared = lines[start + len(comment)]
    assert declared == f"[{setting.name}]" or declared.startswith(f"{setting.name} = ")


@pytest.mark.parametrize("setting", SETTINGS, ids=NAMES)
def test_a_default_is_allowed_and_is_what_a_file_without_the_setting_means(course, setting):
    if setting.default is None:
        return
    assert setting.kind.accepts(setting.default)
    (course.folder / "course.toml").write_text("name = 'a'\nseed = 5\n", encoding="utf-8")
    assert getattr(open_course(course.folder), setting.name) == setting.default


def test_the_shell_completes_each_setting_by_a_name_that_can_be_set(course):
    names = setting_names(course)
    assert {setting_named(name)[0].name for name in names} == set(NAMES)


def test_what_is_allowed_to_be_empty_can_be_set_to_nothing(course):
    change_setting(course.folder, "lessons_url", "https://example.org")
    assert change_setting(course.folder, "lessons_url", "").after == '""'
    assert open_course(course.folder).lessons_url == ""


def test_a_row_is_looked_for_in_its_own_table(tmp_path):
    text = "x = 0\n\n[first]\nx = 1\n[second] # the other\n'x' = 2\n"
    file = SettingsFile(tmp_path / "course.toml", text)
    places = [file.place_of("x", table) for table in ("", "first", "second", "third")]
    assert [place.rpartition(" ")[2] for place in places] == ["1", "4", "6", "1"]
