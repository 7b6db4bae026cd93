"""Text files are the same on every system: UTF-8, with line ends as they are written.

Without these words a system's own encoding and line ends are taken, which on Windows are others.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("autograder", "neuron_to_network", "nnlib", "tools")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
LINUX_ALONE = ROOT / "autograder" / "sandbox" / "worker" / "isolation"
OTHER_OPENERS = ("os", "Image", "archive", "tarfile", "zipfile", "webbrowser")
PROCESSES = ("run", "Popen", "check_output")


def name_of(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def owner_of(call):
    value = getattr(call.func, "value", None)
    return getattr(value, "id", "")


def words_of(call):
    return {word.arg: word.value for word in call.keywords}


def mode_of(call, place):
    """Return the mode of a call of `open`, "r" where none is given."""
    given = words_of(call).get("mode", call.args[place] if len(call.args) > place else None)
    return given.value if isinstance(given, ast.Constant) else "w" if given is not None else "r"


def needed(call):
    """Return which words a call needs because it opens a text file."""
    name, owner = name_of(call), owner_of(call)
    if name in PROCESSES and {"text", "universal_newlines"} & set(words_of(call)):
        return {"encoding"}
    if name == "read_text" and isinstance(call.func, ast.Attribute) and not call.args:
        return {"encoding"}
    if name == "write_text":
        return {"encoding", "newline"}
    if name not in ("open", "fdopen") or (name == "open" and owner in OTHER_OPENERS):
        return set()
    is_method = name == "open" and isinstance(call.func, ast.Attribute)
    mode = str(mode_of(call, 0 if is_method else 1))
    if "b" in mode:
        return set()
    return {"encoding", "newline"} if set(mode) & set("wax") else {"encoding"}


def faults(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (missing := needed(node) - set(words_of(node))):
            yield f"{path.relative_to(ROOT)}:{node.lineno} needs {', '.join(sorted(missing))}"


def test_every_text_file_says_its_encoding_and_its_line_ends():
    ours = [path for path in SOURCES if LINUX_ALONE not in path.parents]
    assert len(ours) > 300
    wrong = [fault for path in ours for fault in faults(path)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("path.read_text()", {"encoding"}),
        ("path.write_text(text, encoding='utf-8')", {"newline"}),
        ("open(path)", {"encoding"}),
        ("path.open('a')", {"encoding", "newline"}),
        ("path.open('rb')", set()),
        ("os.open(path, os.O_RDONLY)", set()),
        ("os.fdopen(handle, 'w', encoding='utf-8')", {"newline"}),
        ("subprocess.run(command, text=True)", {"encoding"}),
    ],
)
def test_what_is_missing_is_found(line, missing):
    call = ast.parse(line).body[0].value
    assert needed(call) - set(words_of(call)) == missing
