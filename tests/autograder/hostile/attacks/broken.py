"""Notebooks that no program should write, but some do."""

import copy
import io
import json
import zipfile

from tests.autograder.hostile.attack import (
    ALL,
    NOTHING,
    Attack,
    code_cell,
    hand_in,
    honest,
    text_file,
)

KIND = "broken notebooks"


def damaged(name, change, keeps=ALL):
    """Return a right notebook that was damaged; its right answers must keep their points."""

    def build(folder, scene):
        notebook = honest(scene)
        hand_in(folder, change(notebook) or notebook)

    return Attack(name, KIND, build, keeps=keeps, may=ALL - keeps)


def unreadable(name, make):
    return text_file(name, KIND, make)


def answer_cells(notebook):
    return [cell for cell in notebook["cells"] if cell["source"].startswith("def ")]


def odd_schema(notebook):
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["schema_version"] = 99


def old_schema(notebook):
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["schema_version"] = -1


def duplicated_cells(notebook):
    notebook["cells"] = [copy.deepcopy(one) for cell in notebook["cells"] for one in (cell, cell)]


def one_id_for_all(notebook):
    for cell in notebook["cells"]:
        cell["id"] = "same"


def split_cells(notebook):
    cells = []
    for cell in notebook["cells"]:
        if cell["source"].startswith("def leaky_relu"):
            cells.append({**copy.deepcopy(cell), "source": "# my answer is below"})
        cells.append(cell)
    notebook["cells"] = cells


def merged_cells(notebook):
    answers = answer_cells(notebook)
    answers[0]["source"] = "\n\n".join(cell["source"] for cell in answers)
    notebook["cells"] = [cell for cell in notebook["cells"] if cell not in answers[1:]]


def shuffled(notebook):
    notebook["cells"].reverse()


def no_metadata(notebook):
    for cell in notebook["cells"]:
        cell.pop("metadata")
        cell.pop("id", None)
    notebook.pop("metadata")


def no_imports_and_checks(notebook):
    kept = [one for one in notebook["cells"] if "check(" not in one["source"]]
    notebook["cells"] = [one for one in kept if "import numpy" not in one["source"]]


def format_3(notebook):
    cells = []
    for cell in notebook["cells"]:
        kept = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        if cell["cell_type"] == "code":
            kept.update(input=cell["source"], language="python", outputs=[], prompt_number=1)
        else:
            kept.update(source=cell["source"])
        cells.append(kept)
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": cells}]}


def lines_and_colab(notebook):
    for cell in notebook["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
        cell["metadata"]["colab"] = {"base_uri": "https://localhost/"}
        cell["metadata"]["vscode"] = {"languageId": "python"}
    notebook["metadata"]["accelerator"] = "GPU"
    notebook["metadata"]["kernelspec"] = {"name": "julia-1.10", "display_name": "Julia"}


def wrong_types(notebook):
    for number, cell in enumerate(notebook["cells"]):
        cell["metadata"] = [[], 3, "x", None][number % 4]
        cell["outputs"] = "none"
        cell["execution_count"] = "one"
    notebook["metadata"] = ["kernelspec"]
    notebook["nbformat"], notebook["nbformat_minor"] = "four", None


def odd_ids(notebook):
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = [float("nan"), float("inf"), -1, {"a": []}, "", "x" * 100_000][number % 6]


def broken_cells(notebook):
    notebook["cells"] += [None, 3, "cell", [], {}, {"cell_type": 7}, {"source": {"a": 1}}]


def strange_outputs(notebook):
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "mystery"}, 7, {"data": []}, {"output_type": None}]


def lone_surrogates(notebook):
    notebook["cells"].append(code_cell("text = '\ud800\udfff'"))
    notebook["cells"].append(
        {
            "cell_type": "markdown",
            "id": "\ud800",
            "metadata": {"\udc80": "\udcff"},
            "source": "\ud8ff",
        }
    )


def five_thousand_cells(notebook):
    notebook["cells"] += [code_cell("", f"own-{number}") for number in range(5001)]


def huge_source(notebook):
    notebook["cells"].append(code_cell("# " + "x" * 20_000_000))


def nulls_and_controls(notebook):
    notebook["cells"].append(code_cell("a = 1\x00\x07\x1b[31m\r\x0bb = 2"))


def as_bytes(encoding, start=b""):
    return lambda scene: start + json.dumps(honest(scene)).encode(encoding)


def duplicate_keys(scene):
    text = json.dumps(honest(scene))
    return text[:-1] + ', "cells": "gone", "cells": 3}'


def zipped(scene):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../../../tmp/escaped.ipynb", json.dumps(honest(scene)))
        archive.writestr("bomb", b"\x00" * 50_000_000)
    return buffer.getvalue()


def with_bytes(name, encoding, start=b""):
    return Attack(
        name,
        KIND,
        lambda folder, scene: hand_in(folder, as_bytes(encoding, start)(scene)),
        keeps=ALL,
    )


ATTACKS = (
    damaged("a schema version of the future", odd_schema),
    damaged("a negative schema version", old_schema),
    damaged("every cell twice", duplicated_cells),
    damaged("one id for all cells", one_id_for_all),
    damaged("an answer split into two cells", split_cells),
    damaged("all answers merged into one cell", merged_cells),
    damaged("cells in reverse order", shuffled),
    damaged("no metadata and no ids", no_metadata),
    damaged("imports and checks deleted", no_imports_and_checks),
    damaged("format 3", format_3),
    damaged("a notebook from Colab and VS Code for Julia", lines_and_colab),
    damaged("wrong types everywhere", wrong_types),
    damaged("ids that are NaN, infinite, lists and huge", odd_ids),
    damaged("cells that are no cells", broken_cells),
    damaged("outputs that are no outputs", strange_outputs),
    damaged("lone surrogates", lone_surrogates),
    damaged("control characters in the source", nulls_and_controls),
    damaged("a cell of 20 MB", huge_source),
    with_bytes("UTF-16", "utf-16"),
    with_bytes("a byte-order mark", "utf-8", b"\xef\xbb\xbf"),
    with_bytes("spaces and lines around", "utf-8", b"\n \t\r\n"),
    damaged("five thousand cells more", five_thousand_cells, keeps=NOTHING),
    unreadable("no bytes at all", lambda scene: b""),
    unreadable("a binary file", lambda scene: bytes(range(256)) * 1000),
    unreadable("a ZIP archive with a path that escapes", zipped),
    unreadable("cut off in the middle", lambda scene: json.dumps(honest(scene))[:-300]),
    unreadable("JSON nested a million deep", lambda scene: "[" * 1_000_000),
    unreadable("cells nested a million deep",
               lambda scene: '{"cells": ' + '{"a":' * 1_000_000 + "1" + "}" * 1_000_001),
    unreadable("cells that are a dict", lambda scene: {**honest(scene), "cells": {"0": {}}}),
    unreadable("a number", lambda scene: "3.0"),
    unreadable("a number of a million digits", lambda scene: "9" * 1_000_000),
    unreadable("cells given twice", duplicate_keys),
    unreadable("bytes of no encoding", lambda scene: b'{"cells": ["\xff\xfe\x80"]}'),
    unreadable("a web page", lambda scene: "<!DOCTYPE html><script>alert(1)</script>"),
    unreadable("another notebook", lambda scene: json.dumps(
        {"cells": [code_cell("print('hello')")], "metadata": {}, "nbformat": 4,
         "nbformat_minor": 5})),
)  # fmt: skip
