"""One hostile or broken submission: what is handed in, and what may come of it."""

import copy
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LESSON = "01_neuron"
NOTEBOOK = f"{LESSON}.ipynb"
NET_INPUT, RELU, LEAKY = "neuron.net_input", "neuron.relu", "neuron.leaky_relu"
QUESTION = "neuron.z_by_hand"
RIGHT = {
    NET_INPUT: "def net_input(x, weights, bias):\n    return weights @ x + bias",
    RELU: "def relu(z):\n    return np.maximum(0, z)",
    LEAKY: "def leaky_relu(z, slope=0.01):\n    z = np.asarray(z)\n"
    "    return np.where(z > 0, z, slope * z)",
    QUESTION: "z_by_hand = -1",
}
ALL = frozenset(RIGHT)
NOTHING: frozenset[str] = frozenset()

Notebook = dict[str, Any]


@dataclass(frozen=True)
class Scene:
    """What an attack knows of the machine that it is to harm."""

    given: Notebook
    facts: Mapping[str, Any]  # goes into its code: paths, ports, a process, its own mark

    @property
    def mark(self) -> str:
        """The text by which everything is known that this attack leaves behind."""
        return str(self.facts["mark"])


@dataclass(frozen=True)
class Attack:
    """One submission.

    `build` writes it into a student's folder of the assignment. `keeps` are the answers that are
    honestly right and must earn their points, `may` those that may, all others must earn none.
    """

    name: str
    kind: str
    build: Callable[[Path, Scene], None]
    keeps: frozenset[str] = ALL
    may: frozenset[str] = NOTHING
    student: str = ""


def answered(scene: Scene, answers: Mapping[str, str]) -> Notebook:
    """Return the notebook with some answers typed in."""
    notebook = copy.deepcopy(scene.given)
    sources = {item.replace(".", "-"): source for item, source in answers.items()}
    for cell in notebook["cells"]:
        cell["source"] = sources.get(cell["id"], cell["source"])
    return notebook


def honest(scene: Scene) -> Notebook:
    """Return a right notebook."""
    return answered(scene, RIGHT)


def code_cell(source: str, cell_id: str = "own-cell") -> dict[str, Any]:
    """Return a cell of the student's own."""
    return {
        "cell_type": "code",
        "id": cell_id,
        "metadata": {},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def knowing(scene: Scene, source: str) -> str:
    """Put what the attack knows before its source."""
    return f"scene = {dict(scene.facts)!r}\n{source.strip()}"


def insert_early(notebook: Notebook, cell: dict[str, Any]) -> Notebook:
    """Put a cell behind the imports."""
    place = 1 + next(i for i, one in enumerate(notebook["cells"]) if "import" in one["source"])
    notebook["cells"].insert(place, cell)
    return notebook


def hand_in(folder: Path, content: Notebook | str | bytes, name: str = NOTEBOOK) -> None:
    """Write a notebook, a text or bytes into the student's folder."""
    if isinstance(content, dict):
        content = json.dumps(content)
    if isinstance(content, str):
        content = content.encode()
    (folder / name).write_bytes(content)


def vandal(
    name: str, kind: str, source: str, *, may: frozenset[str] = NOTHING, late: bool = False
) -> Attack:
    """Return a right notebook with one evil cell, behind the imports or at the end."""

    def build(folder: Path, scene: Scene) -> None:
        cell = code_cell(knowing(scene, source))
        notebook = honest(scene)
        if late:
            notebook["cells"].append(cell)
        else:
            insert_early(notebook, cell)
        hand_in(folder, notebook)

    return Attack(name, kind, build, keeps=ALL - may, may=may)


def thief(
    name: str,
    kind: str,
    source: str = "",
    *,
    answers: Mapping[str, str] | None = None,
    keeps: frozenset[str] = frozenset({RELU}),
    may: frozenset[str] = NOTHING,
) -> Attack:
    """Return a notebook with few right answers, and an evil cell or evil answers for the rest."""
    wanted = {**{item: RIGHT[item] for item in keeps | may}, **(answers or {})}

    def build(folder: Path, scene: Scene) -> None:
        notebook = answered(scene, wanted)
        if source:
            insert_early(notebook, code_cell(knowing(scene, source)))
        hand_in(folder, notebook)

    return Attack(name, kind, build, keeps=keeps - may, may=may)


def text_file(name: str, kind: str, make: Callable[[Scene], str | bytes | Notebook]) -> Attack:
    """Return a file that no honest program writes and nobody can read as a notebook."""
    return Attack(name, kind, lambda folder, scene: hand_in(folder, make(scene)), keeps=NOTHING)
