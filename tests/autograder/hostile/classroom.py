"""A course with a class in which every second student is hostile, and canaries around it."""

import base64
import os
import re
import secrets
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook

import nnlib
from autograder.building.reader import read_lesson
from autograder.course.folder import Course, new_course
from autograder.exercises import load
from autograder.gradebook.lessons import install_lessons
from tests.autograder.hostile.attack import (
    LESSON,
    NOTEBOOK,
    Attack,
    Scene,
    code_cell,
    hand_in,
    honest,
)
from tests.autograder.hostile.bystanders import Bystander
from tests.autograder.hostile.listening import Listener

TEXT = '''\
# %% [markdown]
# # One neuron

# %% provided="imports"
import numpy as np

from autograder.student import check

# %% exercise="neuron.net_input"
def net_input(x, weights, bias):
    """Return w·x + b for one sample."""
    ### BEGIN SOLUTION
    return weights @ x + bias
    ### END SOLUTION

# %% exercise="neuron.relu"
def relu(z):
    """Return max(0, z)."""
    ### BEGIN SOLUTION
    return np.maximum(0, z)
    ### END SOLUTION

# %% exercise="neuron.leaky_relu"
def leaky_relu(z, slope=0.01):
    """Return z, or slope times z where z is negative."""
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))
    ### END SOLUTION

# %% [markdown] question="neuron.z_by_hand" covers="N2 N3" points=1 decimals=1
# A neuron has the weights w = [0.5, 3] and the bias b = 1. The sample is x = [2, -1]. What is z?
#
# - [x] -1
#   > Right: 1 - 3 + 1.
# - [ ] -2
#   > The bias is missing.
# - [ ] 5
#   > Where is the sign of x2?
'''
# What an honest student of this class sees of those who were graded before.
WITNESS = """# SECRET
import builtins, os
for folder in ('.', '..', '/tmp', '/var/tmp', '/dev/shm', os.path.expanduser('~')):
    try: print(folder, [name for name in os.listdir(folder) if 'RUN' in name])
    except OSError: pass
print(vars(builtins).get('scene_mark'), os.environ.get('SCENE_MARK'))"""
FIRST = "+first"  # stands before the names that begin with a dash


@dataclass
class Classroom:
    """A course, who sits in it, and the canaries; close it at the end."""

    base: Path
    course: Course
    run: str  # part of every mark
    given: dict
    secrets: dict[str, str]
    listener: Listener
    bystanders: dict[str, Bystander] = field(default_factory=dict)  # by mark
    students: dict[str, Attack | None] = field(default_factory=dict)  # None: an honest neighbour
    marks: dict[str, str] = field(default_factory=dict)  # mark -> student

    @property
    def home(self) -> Path:
        return self.base / "home"

    @property
    def shared(self) -> Path:
        return self.base / "shared"

    @property
    def temporary(self) -> Path:
        return self.base / "temporary"

    @property
    def packages(self) -> Path:
        return Path(nnlib.__path__[0]).parent

    def environment(self) -> dict[str, str]:
        """Return the environment of whoever grades."""
        return {
            **os.environ,
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "XDG_CACHE_HOME": str(self.base / "cache"),
            "COLUMNS": "100000",
            "NEURON_TO_NETWORK_PROGRESS": "off",
            "CANARY": self.secrets["the environment"],
        }

    def scene(self, place: int, student: str, *, target: bool) -> Scene:
        """Return what the attack at a place knows; a target is a process of its own."""
        mark = f"{self.run}x{place:03d}"
        self.marks[mark] = student
        name = mark if target else ""
        if name not in self.bystanders:
            self.bystanders[name] = Bystander(self.secrets["a process"])
        facts = {
            "mark": mark,
            "course": str(self.course.folder),
            "home": str(self.home),
            "tmp": str(self.shared),
            "packages": str(self.packages),
            "neighbour": str(self.course.submitted(FIRST, LESSON) / NOTEBOOK),
            "tcp": self.listener.tcp,
            "udp": self.listener.udp,
            "unix": str(self.base / "door"),
            "abstract": f"{self.run}-door",
            "pid": self.bystanders[name].pid,
            "pid_ns": str(Path("/proc/self/ns/pid").readlink()),
        }
        return Scene(self.given, facts)

    def close(self) -> None:
        """End everything that was started."""
        self.listener.close()
        for bystander in self.bystanders.values():
            bystander.close()


def open_classroom(base: Path) -> Classroom:
    """Make the course, the folders around it and the canaries, all below a short path."""
    for name in ("home", "shared/kept", "shared/empty", "temporary"):
        (base / name).mkdir(parents=True)
    seed = secrets.randbelow(10**18) + 10**17
    course = new_course(base / "course", seed=seed)
    for _ in install_lessons(course, [read_lesson(TEXT, LESSON, load())]):
        pass
    run = f"mark{secrets.token_hex(3)}"
    room = Classroom(
        base,
        course,
        run,
        nbformat.read(course.release(LESSON), as_version=4),
        {name: secret() for name in ("the environment", "a process", "a neighbour")},
        Listener(base / "door", f"{run}-door"),
    )
    room.secrets["the seed"] = str(seed)
    lay_out(room)
    return room


def copied(template: Classroom, base: Path) -> Classroom:
    """Return another classroom with the same course and secrets, and nobody in it."""
    shutil.copytree(template.base, base, dirs_exist_ok=True, ignore=lambda *_: ["door"])
    run = f"mark{secrets.token_hex(3)}"
    return Classroom(
        base,
        replace(template.course, folder=base / "course"),
        run,
        template.given,
        template.secrets,
        Listener(base / "door", f"{run}-door"),
    )


def secret() -> str:
    """Return a text that nobody can guess and everybody can find."""
    return f"canary-{secrets.token_hex(16)}"


def lay_out(room: Classroom) -> None:
    """Put secrets where nobody should look."""
    places = {
        "the home folder": room.home / "secret.txt",
        "the shared folder": room.shared / "kept" / "file.txt",
        "the source folder": room.course.folder / "source" / "secret.txt",
        "the teacher's folder": room.course.folder / "teacher" / "secret.md",
    }
    for name, path in places.items():
        room.secrets[name] = secret()
        path.write_text(room.secrets[name] + "\n", encoding="utf-8")
    room.secrets["the course's secret"] = room.course.secret.hex()
    room.secrets["the gradebook"] = secret()
    with Gradebook(f"sqlite:///{room.course.folder}/gradebook.db", room.course.name) as book:
        book.add_student("canary", first_name=room.secrets["the gradebook"])


def seat(room: Classroom, attacks: tuple[Attack, ...]) -> None:
    """Let each attack hand in between two honest neighbours."""
    seat_neighbour(room, FIRST)
    for place, attack in enumerate(attacks):
        if place:
            seat_neighbour(room, f"s{2 * place:03d}-neighbour")
        student = f"s{2 * place + 1:03d}-" + (
            attack.student or slug(f"{attack.kind} {attack.name}")
        )
        folder = room.course.submitted(student, LESSON)
        folder.mkdir(parents=True)
        attack.build(folder, room.scene(place, student, target=attack.kind == "signals"))
        room.students[student] = attack
    seat_neighbour(room, f"s{2 * len(attacks):03d}-neighbour")


def seat_neighbour(room: Classroom, student: str) -> None:
    """Let an honest student hand in, who also looks around."""
    folder = room.course.submitted(student, LESSON)
    folder.mkdir(parents=True)
    notebook = honest(Scene(room.given, {}))
    witness = WITNESS.replace("SECRET", room.secrets["a neighbour"]).replace("RUN", room.run)
    notebook["cells"].append(code_cell(witness))
    hand_in(folder, notebook)
    room.students[student] = None


def slug(text: str) -> str:
    """Return a text as part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60]


def forms(found: str) -> list[str]:
    """Return a secret as it is and as it may be disguised."""
    raw = found.encode()
    return [found, raw.hex(), base64.b64encode(raw).decode()[:-4], found[::-1]]
