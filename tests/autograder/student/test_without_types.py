import ast

import pytest

from autograder.student.solutions import without_types


@pytest.mark.parametrize(
    ("typed", "untyped"),
    [
        (
            "def f(x: int = 3, *, y: 'str') -> int:\n    return x",
            "def f(x = 3, *, y):\n    return x",
        ),
        ("z: float = 1.0  # σ: stays", "z = 1.0  # σ: stays"),
        ("σ: dict[str, int] = {'a': 1}", "σ = {'a': 1}"),
        ("z: float", "z: float"),
        ("rows = x[1:2]\nf = lambda z: z", "rows = x[1:2]\nf = lambda z: z"),
    ],
)
def test_annotations_go_and_all_else_stays(typed, untyped):
    assert without_types(typed) == untyped
    ast.parse(untyped)


def test_a_signature_over_several_lines_keeps_its_lines():
    typed = "def f(\n    x: int,\n    y: int,\n) -> int:\n    return x\n"
    assert without_types(typed) == "def f(\n    x,\n    y,\n):\n    return x\n"


def test_what_is_no_whole_source_stays_as_it_is():
    assert without_types("def f(x: int") == "def f(x: int"
