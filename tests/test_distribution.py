"""What is uploaded: a wheel that needs no checkout, and a source distribution that is the whole."""

import base64
import importlib.util
import inspect
import io
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import neuron_to_network
from autograder import texts
from autograder.cli.main import main
from autograder.course.folder import CourseError
from autograder.course.lessons import lessons_of
from autograder.exercises.alternatives import load_alternatives

ROOT = Path(__file__).parents[1]
BUILD = "import sys, setuptools.build_meta as b; print(getattr(b, sys.argv[1])(sys.argv[2]))"


@pytest.fixture(scope="session")
def setup():
    """Return the functions of setup.py, which sets nothing up when it is imported."""
    spec = importlib.util.spec_from_file_location("setup_of_the_course", ROOT / "setup.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tracked():
    """Return the files that git knows; none where this is no clone."""
    words = ["git", "-C", ROOT, "ls-files", "-z"]
    if not (ROOT / ".git").exists():
        return []
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def everything():
    """Return the files of an unpacked source distribution: what its own list names."""
    listed = (next(ROOT.glob("*.egg-info")) / "SOURCES.txt").read_text(encoding="utf-8")
    return [name for name in listed.splitlines() if (ROOT / name).is_file()]


def built(kind, tree, place):
    """Build a distribution of a tree, without a network, and return its file."""
    words = [sys.executable, "-c", BUILD, f"build_{kind}", place]
    done = subprocess.run(words, cwd=tree, capture_output=True, text=True, check=True)
    return place / done.stdout.splitlines()[-1]


def files_in(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def sdist(tmp_path_factory):
    """The source distribution of a clean copy of this tree."""
    place = tmp_path_factory.mktemp("sdist")
    for name in tracked() or everything():
        (place / "copy" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, place / "copy" / name)
    return built("sdist", place / "copy", place)


@pytest.fixture(scope="module")
def wheels(sdist, tmp_path_factory):
    """The files of the wheel built from a clean copy, and of that built from the sdist alone."""
    place = tmp_path_factory.mktemp("wheels")
    with tarfile.open(sdist) as archive:
        archive.extractall(place, filter="data")
    unpacked = next(place.iterdir())
    return [files_in(built("wheel", tree, tree)) for tree in (sdist.parent / "copy", unpacked)]


@pytest.mark.slow
def test_the_source_distribution_has_every_file_of_the_repository(sdist):
    known = tracked()
    if not known:
        pytest.skip("this is no clone, so nothing says which files there should be")
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert sorted(set(known) - held) == []


@pytest.mark.slow
def test_the_wheel_is_the_same_from_the_source_distribution_alone(wheels):
    ours, theirs = wheels
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


@pytest.mark.slow
def test_the_wheel_has_the_lessons_and_no_solution_that_can_be_read(wheels):
    names = wheels[0].keys()
    lessons = {file.name for file in (ROOT / "lessons" / "en").glob("*.ipynb")}
    place = "neuron_to_network/notebooks/en/"
    assert {name.removeprefix(place) for name in names if name.startswith(place)} == lessons
    tops = {name.partition("/")[0] for name in names if ".dist-info" not in name}
    assert tops == {"autograder", "neuron_to_network", "nnlib"}
    assert b"BEGIN SOLUTION\n" not in wheels[0]["autograder/texts.sealed"]


@pytest.mark.slow
def test_what_the_wheel_seals_is_what_stands_in_solutions(wheels):
    archive = io.BytesIO(base64.b64decode(wheels[0]["autograder/texts.sealed"]))
    sealed = {name: text.decode() for name, text in files_in(archive).items()}
    folder = ROOT / "solutions"
    assert sealed == {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*.py")
    }


@pytest.mark.slow
def test_the_packages_page_shows_the_readme_with_whole_addresses(wheels):
    name = next(name for name in wheels[0] if name.endswith(".dist-info/METADATA"))
    head, page = wheels[0][name].decode().split("\n\n", 1)
    assert "Description-Content-Type: text/markdown" in head
    assert f"Version: {neuron_to_network.__version__}" in head
    assert page.startswith("# From one neuron to a network")
    assert re.findall(r"\]\((?!https://|#)", page) == []


def test_the_readme_leads_into_the_repository_from_any_page(setup):
    text = setup.with_address(
        (ROOT / "README.md").read_text(encoding="utf-8"), "https://x.org/y", "v1"
    )
    leads = re.findall(r"\]\(([^)\s]*)", text)
    assert "https://x.org/y/raw/v1/docs/check.png" in leads
    assert "https://x.org/y/blob/v1/CONTRIBUTING.md" in leads
    assert [one for one in leads if "://" not in one and not one.startswith("#")] == []


def test_whole_addresses_and_headings_stay_as_they_are(setup):
    text = "[a](https://a.org/b), ![c](https://c.org/d.png), [e](#f), [![g](https://g.org)]({}h.md)"
    made = setup.with_address(text.format(""), "https://x.org", "v1")
    assert made == text.format("https://x.org/blob/v1/")


@pytest.fixture
def installed(setup, tmp_path, monkeypatch):
    """Stand where no checkout is, with the sealed texts of a wheel."""
    sealed = tmp_path / "texts.sealed"
    sealed.write_bytes(setup.sealed(ROOT / "solutions"))
    monkeypatch.setattr(texts, "packages", lambda: tmp_path)
    monkeypatch.setattr(texts, "SEALED", sealed)
    assert texts.checkout() is None


def test_an_installed_package_reads_the_same_lessons(request):
    of_checkout = lessons_of(None)
    request.getfixturevalue("installed")
    assert [replace(one, file="") for one in lessons_of(None)] == [
        replace(one, file="") for one in of_checkout
    ]
    assert lessons_of(None)[1].file == "texts.sealed/01_neuron.py"  # as an error would name it


def test_an_installed_package_has_the_right_answers_in_other_styles_with_their_source(request):
    of_checkout = load_alternatives(texts.solutions() / "alternatives")
    request.getfixturevalue("installed")
    sealed = load_alternatives(texts.solutions() / "alternatives")
    assert {id: [*styles] for id, styles in sealed.items()} == {
        id: [*styles] for id, styles in of_checkout.items()
    }
    assert inspect.getsource(sealed["neuron.relu"]["where"]).startswith("def relu__where(")


def test_an_installation_without_texts_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(texts, "packages", lambda: tmp_path)
    with pytest.raises(CourseError, match=r"no lessons' texts in it\. Install it again"):
        lessons_of(None)


def test_to_check_lessons_that_cannot_be_changed_is_refused_in_a_sentence(
    installed, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["lint"])
    assert done.exit_code == 1
    assert "can't be changed" in done.output


@pytest.mark.slow
def test_notebooks_for_students_can_be_looked_through_for_answers_all_the_same(installed, tmp_path):
    done = CliRunner().invoke(main, ["lint", "--recorded", str(tmp_path)])
    assert done.output == "11 lessons; no failures.\n"


def test_an_installed_package_builds_the_notebooks_that_it_gives_out(
    installed, tmp_path, monkeypatch
):
    shutil.copytree(ROOT / "lessons", tmp_path / "neuron_to_network" / "notebooks")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["build"])
    assert done.output == "11 lessons; 22 of 22 files written.\n"
    for file in (ROOT / "lessons" / "en").glob("*.ipynb"):
        assert (tmp_path / "lessons" / "en" / file.name).read_bytes() == file.read_bytes()
    assert len(list((tmp_path / "sealed").glob("*.json"))) == 11
