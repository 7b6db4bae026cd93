"""Libraries that a course allows: which are missing, how they are installed, what a worker sees."""

import sys
from dataclasses import replace

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.course import libraries
from autograder.course.folder import CourseError, new_course, open_course
from autograder.course.libraries import (
    install_libraries,
    libraries_folder,
    library_modules,
    library_versions,
    missing_libraries,
    pins,
    require_libraries,
)

INSTALLER = """\
import pathlib, sys
target = pathlib.Path(sys.argv[sys.argv.index("--target") + 1])
constraints = pathlib.Path(sys.argv[sys.argv.index("--constraint") + 1]).read_text()
assert "numpy==" in constraints
for wanted in sys.argv[sys.argv.index("--constraint") + 2:]:
    name, _, version = wanted.partition("==")
    if name == "nowhere":
        sys.exit("ERROR: No matching distribution found for nowhere")
    module = "toy_" + name.lower()
    (target / module).mkdir(parents=True)
    (target / module / "__init__.py").write_text("ANSWER = 42")
    info = target / f"{name}-{version or '1.0'}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: {name}\\nVersion: {version or '1.0'}\\n")
    (info / "RECORD").write_text(f"{module}/__init__.py,,\\n{info.name}/METADATA,,\\n")
"""


@pytest.fixture
def course(tmp_path):
    return new_course(tmp_path / "autumn", seed=5)


@pytest.fixture(autouse=True)
def toy_installer(monkeypatch, tmp_path):
    """An installer that makes a module toy_name for each name: a test has no network."""
    script = tmp_path / "installer.py"
    script.write_text(INSTALLER, encoding="utf-8")
    monkeypatch.setattr(libraries, "installer", lambda: [sys.executable, str(script)])


def asking_for(course, *names):
    return replace(course, libraries=names)


def test_a_course_asks_for_none_at_first(course):
    assert open_course(course.folder).libraries == ()
    assert (missing_libraries(course), library_modules(course)) == ((), ())


def test_what_the_environment_has_is_simply_allowed(course):
    course = asking_for(course, "NumPy", "Jinja2")
    assert missing_libraries(course) == ()
    assert library_modules(course) == ("numpy", "jinja2")
    assert install_libraries(course) == ()
    assert not libraries_folder(course).exists()


def test_what_is_missing_is_named_with_the_command_before_anything_is_graded(course):
    course = asking_for(course, "numpy", "Frames", "numpy==0.1")
    assert missing_libraries(course) == ("Frames", "numpy==0.1")
    with pytest.raises(CourseError, match=r"asks for Frames, numpy==0\.1, which are not") as error:
        require_libraries(course)
    assert f"Run `autograder course libraries {course.folder}`" in str(error.value)


def test_what_is_installed_is_found_with_its_version_and_modules(course):
    course = asking_for(course, "Frames", "curves==2.5")
    assert install_libraries(course) == ("Frames", "curves==2.5")
    require_libraries(course)
    assert library_versions(course) == {"frames": "1.0", "curves": "2.5"}
    assert library_modules(course) == ("toy_frames", "toy_curves")


def test_what_is_asked_for_no_more_is_gone_after_the_next_installation(course):
    install_libraries(asking_for(course, "Frames", "curves"))
    install_libraries(asking_for(course, "curves"))
    assert missing_libraries(asking_for(course, "Frames", "curves")) == ("Frames",)


def test_a_failed_installation_says_why_and_leaves_what_was_there(course):
    install_libraries(asking_for(course, "Frames"))
    with pytest.raises(CourseError, match="No matching distribution found for nowhere"):
        install_libraries(asking_for(course, "Frames", "nowhere"))
    assert missing_libraries(asking_for(course, "Frames")) == ()


def test_a_library_must_fit_what_is_installed():
    assert f"pytest=={pytest.__version__}" in pins()


def test_both_commands_lead_from_the_setting_to_the_library(course):
    def run(*words):
        return CliRunner().invoke(main, ["course", *words]).output

    folder = str(course.folder)
    assert "asks for no libraries" in run("libraries", folder)
    assert "autograder course libraries" in run("set", folder, "libraries", "frames, numpy")
    assert open_course(course.folder).libraries == ("frames", "numpy")
    shown = run("libraries", folder)
    assert "frames: installed" in shown
    assert "numpy: this environment has it" in shown
    run("set", folder, "libraries", "")
    assert open_course(course.folder).libraries == ()


@pytest.mark.parametrize("wrong", ["../x", "--index-url", "a==", "git+https://x", "a b;c"])
def test_only_names_are_taken(course, wrong):
    with pytest.raises(SystemExit):
        main(["course", "set", str(course.folder), "libraries", wrong], standalone_mode=True)
    assert open_course(course.folder).libraries == ()
