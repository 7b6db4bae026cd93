"""What hides the answers to questions."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.judging.questions import read_sealed
from autograder.judging.seal import FORMAT, Opened, SealedAnswer, SealError, seal, unseal

ANSWERS = {
    "a": Opened(False, "ReLU has no upper end."),
    "b": Opened(True, "Right: they sum to 1."),
    "c": Opened(False, "Nothing changes."),
}
WITHOUT_OPENSSL = """
import sys
sys.modules["_hashlib"] = None  # as in a browser's Python
import hashlib
assert not hasattr(hashlib, "scrypt")
from autograder.judging.seal import SealedAnswer, unseal
pairs = [map(bytes.fromhex, pair) for pair in {entries!r}]
entries = tuple(SealedAnswer(*pair) for pair in pairs)
print(unseal("neuron.which", entries, "b").sentence)
"""


def test_entries_have_one_length_and_the_order_of_their_tags():
    entries = seal("neuron.which", ANSWERS)
    assert len({len(entry.hidden) for entry in entries}) == 1
    assert [entry.tag for entry in entries] == sorted(entry.tag for entry in entries)


def test_the_same_answer_is_hidden_otherwise_in_another_question():
    one, other = seal("neuron.which", ANSWERS), seal("neuron.what", ANSWERS)
    assert not {entry.hidden for entry in one} & {entry.hidden for entry in other}


def test_a_changed_byte_is_noticed():
    entries = seal("neuron.which", ANSWERS)
    changed = tuple(
        SealedAnswer(entry.tag, entry.hidden[:-1] + bytes([entry.hidden[-1] ^ 1]))
        for entry in entries
    )
    assert [unseal("neuron.which", changed, letter) for letter in "abc"] == [None] * 3


@given(st.text(min_size=1, max_size=300), st.booleans())
def test_what_was_sealed_comes_back(sentence, right):
    entries = seal("neuron.which", {"a": Opened(right, sentence)})
    assert unseal("neuron.which", entries, "a") == Opened(right, sentence)


def test_a_browsers_python_opens_what_another_sealed():
    entries = [(e.tag.hex(), e.hidden.hex()) for e in seal("neuron.which", ANSWERS)]
    code = WITHOUT_OPENSSL.format(entries=entries)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "Right: they sum to 1."


@pytest.mark.parametrize("other", [None, 1, FORMAT + 1, "2"])
def test_another_format_is_refused_with_what_to_do(other):
    data = {"format": other, "lesson": "01_neuron", "questions": []}
    with pytest.raises(SealError, match=r"01_neuron .* `autograder build`"):
        read_sealed(json.dumps(data))


def test_a_file_from_before_the_formats_had_numbers_is_refused():
    with pytest.raises(SealError, match=r"the format 1, and .* the format 2"):
        read_sealed('{"lesson": "01_neuron", "questions": []}')
