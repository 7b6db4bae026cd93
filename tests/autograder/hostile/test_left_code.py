"""At the lowest level, code that is left where a later program starts stops the run by its name."""

import json
from functools import partial

import pytest
from click.testing import CliRunner

from autograder.cli.main import main
from autograder.gradebook.result_files import read_results
from autograder.grading import pool
from autograder.grading import startup_guard as guard
from autograder.sandbox.levels import LIMITS
from autograder.sandbox.startup import Place
from autograder.sandbox.warm_process import WarmProcess
from tests.autograder.hostile.attack import code_cell

LEFT = {
    "a module that every program imports": "(site / 'sitecustomize.py').write_text('import os')",
    "a line that every program runs": "(site / 'zz.pth').write_text('import os')",
    "a library that was changed, with its time put back":
        "import os\nfile = site / 'library.py'\nstate = file.stat()\n"
        "file.write_text('y = 2')\nos.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))",
    "a daemon that writes later":
        "import os, time\n"
        "if os.fork() == 0:\n"
        "    os.setsid()\n"
        "    if os.fork(): os._exit(0)\n"
        "    time.sleep(0.05); (site / 'usercustomize.py').write_text('import os'); os._exit(0)\n"
        "time.sleep(0.5)",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """The user's own modules."""
    folder = tmp_path / "home" / "site-packages"
    folder.mkdir(parents=True)
    (folder / "library.py").write_text("x = 1", encoding="utf-8")
    return folder


@pytest.fixture
def grade(short_course, folder, monkeypatch):
    """Grade by the command where the system offers limits alone."""
    monkeypatch.setattr(pool, "WarmProcess", partial(WarmProcess, highest=LIMITS))
    monkeypatch.setattr(guard, "startup_places", lambda: (Place(folder),))

    def grade(*options):
        words = ["grade", str(short_course.folder), "--workers", "1", "--isolation", LIMITS]
        return CliRunner().invoke(main, [*words, *options], catch_exceptions=False)

    return grade


def attack(path, folder, source):
    notebook = json.loads(path.read_text(encoding="utf-8"))
    start = f"import pathlib\nsite = pathlib.Path({str(folder)!r})\n"
    notebook["cells"].insert(1, code_cell(start + source))
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.parametrize("source", LEFT.values(), ids=LEFT)
def test_what_is_left_stops_the_run_and_is_named(grade, hand_in, folder, short_course, source):
    attack(hand_in("bob"), folder, source)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    done = grade()
    (left,) = [file for file in folder.iterdir() if before.get(file.name) != file.read_bytes()]
    words = " ".join(done.output.split())
    assert done.exit_code == 1
    assert str(left) in words.replace(" ", "")
    assert "bob 01_neuron. One of them may have left it there" in words
    assert "1 of 1 submissions were graded; their results are kept" in words
    assert [result.student for result in read_results(short_course)] == ["bob"]


def test_honest_work_at_that_level_is_graded_with_a_sharp_warning(grade, hand_in):
    hand_in("ann")
    words = " ".join(grade().output.split())
    assert 'accepts the isolation "limits"' in words
    assert 'Warning: at the isolation "limits" students\' code runs with your rights' in words
    plain = json.loads(grade("--force", "--json").stdout)
    assert plain["warning"].startswith("Warning: at the isolation")
    assert [result["status"] for result in plain["results"]] == ["graded"]


def test_where_code_is_cut_off_there_is_nothing_to_warn_of(short_course, hand_in):
    hand_in("ann")
    words = ["grade", str(short_course.folder), "--workers", "1", "--json"]
    assert json.loads(CliRunner().invoke(main, words).stdout)["warning"] == ""
