"""Files beside the notebook: modules, settings of programs, things that only look like files."""

import os
import socket
from pathlib import Path

from tests.autograder.hostile.attack import (
    ALL,
    LESSON,
    NOTEBOOK,
    NOTHING,
    RELU,
    RIGHT,
    Attack,
    answered,
    hand_in,
    honest,
)

MODULES, LINKS = "files beside the notebook", "links and devices"

FORGED_CHECK = """
import sys, types
try:
    import autograder.student as student
    student.check = lambda item: 3.0
    student.checking.check = student.check
except Exception:
    pass
"""
FORGED_NUMPY = "def __getattr__(name):\n    return lambda *a, **k: 3.0\n"
FORGED_PACKAGE = "def check(item):\n    return 3.0\ndef __getattr__(name):\n    return check\n"


def beside(name, files):
    """Return a submission with one right answer and files beside it."""

    def build(folder, scene):
        hand_in(folder, answered(scene, {RELU: RIGHT[RELU]}))
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")

    return Attack(name, MODULES, build, keeps=frozenset({RELU}))


def instead(name, make):
    """Return a submission with something else than a file where the notebook belongs."""
    return Attack(name, LINKS, lambda folder, scene: make(folder / NOTEBOOK, scene), keeps=NOTHING)


def harmless(name, make):
    """Return a right notebook with something odd beside it."""

    def build(folder, scene):
        hand_in(folder, honest(scene))
        make(folder, scene)

    return Attack(name, LINKS, build, keeps=ALL)


def link_to(fact, *parts):
    return lambda path, scene: path.symlink_to(Path(scene.facts[fact], *parts))


def unix_socket(path, scene):
    listener = socket.socket(socket.AF_UNIX)
    before = Path.cwd()
    os.chdir(path.parent)  # a socket's path must be short
    try:
        listener.bind(path.name)
    finally:
        os.chdir(before)
        listener.close()


def endless_device(path, scene):
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:  # only root makes devices
        path.symlink_to("/dev/zero")


def folder_link(path, scene):
    folder = path.parent
    folder.rmdir()
    folder.symlink_to(Path(scene.facts["neighbour"]).parent)


def student_link(path, scene):
    student = path.parents[1]
    path.parent.rmdir()
    student.rmdir()
    student.symlink_to(Path(scene.facts["neighbour"]).parents[1])


def huge_sparse_file(path, scene):
    with path.open("wb") as file:
        file.truncate(70_000_000)


def deep_folders(folder, scene):
    for number in range(40):
        folder = folder / f"{number}-{'x' * 40}"
        folder.mkdir()
    (folder / "deep.txt").write_text("deep")


def loops_of_links(folder, scene):
    (folder / "here").symlink_to(folder)
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")


def stamp(make):
    return lambda folder, scene: make(folder / "timestamp.txt", scene)


ATTACKS = (
    beside("numpy.py", {"numpy.py": FORGED_NUMPY}),
    beside("numpy as a package", {"numpy/__init__.py": FORGED_NUMPY}),
    beside("nnlib as a package", {"nnlib/__init__.py": FORGED_NUMPY}),
    beside(
        "autograder as a package",
        {"autograder/__init__.py": "", "autograder/student.py": FORGED_PACKAGE},
    ),
    beside("json.py and socket.py", {"json.py": FORGED_NUMPY, "socket.py": FORGED_NUMPY}),
    beside(
        "sitecustomize.py",
        {"sitecustomize.py": FORGED_CHECK, "usercustomize.py": FORGED_CHECK},
    ),
    beside("a .pth file", {"evil.pth": f"import sys; exec({FORGED_CHECK!r})\n"}),
    beside("conftest.py", {"conftest.py": FORGED_CHECK, "pytest.ini": "[pytest]\n"}),
    beside(
        "settings of IPython",
        {
            "ipython_config.py": f"c.InteractiveShellApp.exec_lines = [{FORGED_CHECK!r}]\n",
            ".ipython/profile_default/startup/00.py": FORGED_CHECK,
            "profile_default/startup/00.py": FORGED_CHECK,
        },
    ),
    beside(
        "settings of nbgrader",
        {"nbgrader_config.py": "c = get_config()\nc.Autograde.force = True\nraise SystemExit(1)\n"},
    ),
    beside("settings of matplotlib", {"matplotlibrc": "backend: module://numpy\n"}),
    beside("pyvenv.cfg", {"pyvenv.cfg": "home = /nowhere\n"}),
    instead("link to a neighbour's notebook", link_to("neighbour")),
    instead("link to the source notebook", link_to("course", "source", LESSON, NOTEBOOK)),
    instead("link to the system's users", lambda path, scene: path.symlink_to("/etc/passwd")),
    instead("link to the course's settings", link_to("course", "course.toml")),
    instead("link to the gradebook", link_to("course", "gradebook.db")),
    instead("link to a secret at home", link_to("home", "secret.txt")),
    instead("link to itself", lambda path, scene: path.symlink_to(path.name)),
    instead("link to an endless device", lambda path, scene: path.symlink_to("/dev/zero")),
    instead("hard link to a secret at home", lambda path, scene: hard_link(path, scene)),
    instead("endless device", endless_device),
    instead("folder named like the notebook", lambda path, scene: path.mkdir()),
    instead("pipe named like the notebook", lambda path, scene: os.mkfifo(path)),
    instead("socket named like the notebook", unix_socket),
    instead("file of 70 MB", huge_sparse_file),
    instead("assignment folder linked to a neighbour's", folder_link),
    instead("student folder linked to a neighbour's", student_link),
    harmless("timestamp that is a link to the system's users", stamp(
        lambda path, scene: path.symlink_to("/etc/passwd"))),
    harmless("timestamp that is a link to a secret", stamp(
        lambda path, scene: path.symlink_to(Path(scene.facts["home"], "secret.txt")))),
    harmless("timestamp that is a pipe", stamp(lambda path, scene: os.mkfifo(path))),
    harmless("timestamp that is a folder", stamp(lambda path, scene: path.mkdir())),
    harmless("timestamp of the year 9999999", stamp(
        lambda path, scene: path.write_text("9999999-99-99 99:99:99 UTC"))),
    harmless("timestamp of 50 MB", stamp(lambda path, scene: huge_stamp(path))),
    harmless("folders forty deep", deep_folders),
    harmless("loops of links", loops_of_links),
)  # fmt: skip


def hard_link(path, scene):
    """Link the secret itself; where the file systems differ, by its name."""
    secret = Path(scene.facts["home"], "secret.txt")
    try:
        path.hardlink_to(secret)
    except OSError:
        path.symlink_to(secret)


def huge_stamp(path):
    with path.open("wb") as file:
        file.truncate(50_000_000)
