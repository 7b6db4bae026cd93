"""Take the course's own answers out of a worker, before the first line of a student's code runs.

The code of each is replaced, on the function itself, by code that raises, and nothing keeps the old
one: it is overwritten and freed. So there is nothing to put back, nor to find by going through the
worker's memory, and no list that could be cleared. Once all verdicts are in that rest on it, the
judge, outside, can lend the code again.
"""

import ctypes
import sys
from collections.abc import Iterable, Sequence
from types import CodeType

from autograder.judging.reference_guard import refusal
from autograder.sandbox.library import find_functions, unpack_code

LENGTH = 2 * ctypes.sizeof(ctypes.c_ssize_t)  # where CPython's code says how many instructions


def withhold(names: Iterable[str]) -> None:
    """Take away the functions of these names, "module:qualname", where they are loaded."""
    alone = references_of_own()
    for function in find_functions(names):
        code, function.__code__ = function.__code__, refusal(function.__code__)
        if references(code) <= alone:  # what something else holds stays as it is
            overwrite(code)


def references_of_own() -> int:
    """Return how many references this Python counts to code that a local variable alone holds.

    It is 3 up to Python 3.13; later ones borrow some.
    """
    code = compile("", "", "exec")
    return references(code)


def references(code: CodeType) -> int:
    """Return how many references Python counts, those of the call that counts among them."""
    return sys.getrefcount(code)


def lend(packed: Iterable[Sequence[str]]) -> None:
    """Give functions their code again, each by its name and the text of its code."""
    for name, code in packed:
        for function in find_functions([name]):
            function.__code__ = unpack_code(code)


def overwrite(code: CodeType) -> None:
    """Leave nothing of the instructions in memory, which is not cleared when it is freed.

    All stays as it is where Python lays code out in another way than CPython does.
    """
    if sys.implementation.name != "cpython":
        return
    length = ctypes.c_ssize_t.from_address(id(code) + LENGTH).value * CodeType.__itemsize__
    if 0 <= code.__sizeof__() - CodeType.__basicsize__ - length < ctypes.alignment(ctypes.c_void_p):
        ctypes.memset(id(code) + CodeType.__basicsize__, 0, length)
