"""What counts in a program when two are compared."""

import pytest

from autograder.report.normal_form import normal_form

CODE = "def relu(z):\n    zero = 0\n    return np.maximum(zero, z)"


@pytest.mark.parametrize(
    "other",
    [
        "def relu(z):\n    # nothing below\n    zero = 0\n\n    return np.maximum( zero , z )",
        'def relu(z):\n    """Return max(0, z)."""\n    zero = 0\n    return np.maximum(zero, z)',
        "def rectify(values):\n    low = 0\n    return (np.maximum(low, values))",
        "def relu(z: float) -> float:\n    zero = 0\n    return np.maximum(zero, z)",
        "%matplotlib inline\ndef relu(z):\n    zero = 0\n    return np.maximum(zero, z)",
    ],
    ids=["comment and space", "docstring", "names", "types", "magic"],
)
def test_names_comments_and_spaces_do_not_count(other):
    assert normal_form(other) == normal_form(CODE)


@pytest.mark.parametrize(
    "other",
    [
        "def relu(z):\n    zero = 0\n    return np.minimum(zero, z)",
        "def relu(z):\n    zero = 1\n    return np.maximum(zero, z)",
        "def relu(z):\n    zero = 0\n    return np.maximum(z, zero)",
    ],
    ids=["another function", "another number", "another order"],
)
def test_what_the_program_does_counts(other):
    assert normal_form(other) != normal_form(CODE)


def test_a_text_that_reads_like_a_name_is_no_name():
    assert normal_form('def f(z):\n    return "z"') != normal_form('def f(x):\n    return "x"')


@pytest.mark.parametrize(
    "source",
    ["def relu(z", "x\0", "(" * 3_000, "x = " + "-" * 5_900 + "1", "x = 1\n" * 2_000],
    ids=["broken", "a zero byte", "brackets", "deep", "long"],
)
def test_what_is_no_program_or_too_much_of_one_has_no_parts(source):
    assert normal_form(source) == ()
