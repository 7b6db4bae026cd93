"""The student's commands, as they are typed."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import neuron_to_network
from neuron_to_network import __main__, given_out, lab
from neuron_to_network.commands import commands

FIRST = "00_start"
OLD = Path("mine", "old", "01_neuron_")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Return what runs a command in an empty folder, and gives its exit code and its words."""
    monkeypatch.chdir(tmp_path)

    def run(*words):
        done = CliRunner().invoke(commands, list(words))
        return done.exit_code, done.output

    return run


@pytest.fixture
def opened(monkeypatch):
    """Catch what would have opened JupyterLab."""
    calls = []

    class Done:
        returncode = 0

    def catch(words, env, check):
        calls.append((words, env))
        return Done

    monkeypatch.setattr(lab.subprocess, "run", catch)
    return calls


def test_start_copies_the_lessons_and_opens_the_first(run, opened):
    code, said = run("start")
    assert (code, said) == (0, "11 lessons copied into neuron-to-network.\n")
    assert len(list(Path("neuron-to-network").glob("*.ipynb"))) == 11
    (words, _), *others = opened
    assert words[:3] == [sys.executable, "-m", "jupyterlab"]
    assert f"--LabApp.default_url=/lab/tree/{FIRST}.ipynb" in words
    assert f"--ServerApp.root_dir={Path('neuron-to-network').resolve()}" in words
    assert others == []


def test_words_of_jupyterlabs_own_are_passed_on(run, opened):
    run("start", "mine", "--no-browser", "--port=9000")
    assert opened[0][0][-2:] == ["--no-browser", "--port=9000"]


def test_the_menus_for_instructors_are_hidden_and_nothing_is_asked(run, opened, monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "elsewhere")
    run("start", "mine")
    ours, before = opened[0][1]["JUPYTER_CONFIG_PATH"].split(lab.os.pathsep)
    config = Path(ours) / "labconfig"
    hidden = json.loads((config / "page_config.json").read_text())
    assert hidden == {"disabledExtensions": {"@jupyter/nbgrader": True}}
    asks = json.loads((config / "default_setting_overrides.json").read_text())
    assert asks["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert before == "elsewhere"


def test_to_start_again_changes_nothing(run, opened):
    run("start", "mine")
    before = {path: path.read_bytes() for path in Path("mine").rglob("*") if path.is_file()}
    assert run("start", "mine")[0] == 0
    assert {path: path.read_bytes() for path in Path("mine").rglob("*") if path.is_file()} == before


def test_an_update_of_the_newest_lessons_says_so(run):
    run("start", "mine", "--no-lab")
    assert run("update", "mine") == (0, "All lessons are the newest.\n")


def test_an_update_says_what_has_changed_and_what_could_not_be_read(run):
    run("start", "mine", "--no-lab")
    for record in (
        Path("mine", "01_neuron.ipynb"),
        Path("mine/.lessons/given_out/01_neuron.ipynb"),
    ):
        record.write_text(record.read_text().replace("# Lesson 01: One neuron", "# Old title"))
    Path("mine", "02_perceptron.ipynb").write_text("{")
    code, said = run("update", "mine")
    first, second = said.splitlines()
    assert code == 0
    assert first.startswith(f"01_neuron: cells with a newer text: 1. Before: {OLD}")
    assert second.startswith(
        "02_perceptron: the notebook was left as it is: it can't be read as a notebook."
    )


def test_one_lesson_out_of_reach_does_not_keep_the_others_from_being_updated(run):
    run("start", "mine", "--no-lab")
    Path("mine", "01_neuron.ipynb").unlink()
    Path("mine", "01_neuron.ipynb").mkdir()
    Path("mine", "02_perceptron.ipynb").unlink()
    first, second = run("update", "mine")[1].splitlines()
    assert first.startswith("01_neuron: the notebook was left as it is: Is a directory.")
    assert second == "02_perceptron: a lesson that you had not got was given out."


def test_a_mistyped_option_or_a_name_without_its_quotes_makes_no_folder(run):
    assert run("start", "--nolab")[0] == 2
    code, said = run("start", "my", "lessons", "--no-lab")
    assert (code, "Put a name with spaces in quotes." in said) == (2, True)
    assert not Path("my").exists()
    assert not Path("--nolab").exists()


def test_a_lesson_may_be_named_with_its_folder(run):
    run("start", "mine", "--no-lab")
    assert run("reset", "mine/01_neuron.ipynb")[0] == 0


def test_a_folder_inside_a_file_is_refused_in_a_sentence(run):
    Path("notes").write_text("")
    code, said = run("start", "notes/lessons", "--no-lab")
    assert (code, "notes is a file" in said) == (1, True)


def test_reset_says_where_the_old_notebook_is(run):
    run("start", "mine", "--no-lab")
    code, said = run("reset", "01_neuron.ipynb", "mine")
    assert code == 0
    assert f"as it was given out. The old notebook: {OLD}" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["update"], "is no folder of lessons yet. Begin with: neuron-to-network start"),
        (["reset", "01_neuron"], "is no folder of lessons yet."),
        (["start", "file"], "is a file"),
    ],
)
def test_a_mistake_is_told_in_a_sentence(run, words, said):
    Path("file").touch()
    code, output = run(*words)
    assert code != 0
    assert said in output
    assert "Traceback" not in output


def test_an_installation_without_lessons_says_what_to_do(run, monkeypatch, tmp_path):
    monkeypatch.setattr(given_out, "notebooks", lambda: tmp_path)
    code, said = run("start")
    assert code == 1
    assert "Install it again" in said


def test_without_jupyterlab_the_lessons_are_copied_and_a_sentence_says_what_opens_them(
    run, monkeypatch
):
    monkeypatch.setitem(sys.modules, "jupyterlab", None)
    monkeypatch.setattr(sys, "argv", ["neuron-to-network", "start", "mine"])
    with pytest.raises(SystemExit, match=r"needs jupyterlab.*neuron-to-network\[lessons\]"):
        __main__.main()
    assert Path("mine", f"{FIRST}.ipynb").is_file()


def test_the_version_is_that_of_the_package(run):
    assert run("--version")[1].split()[-1] == neuron_to_network.__version__
    assert not hasattr(neuron_to_network, "version_")
