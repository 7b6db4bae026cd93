"""Block the course's own answer while a student's answer is observed in the student's notebook.

Each exercise has a reference, a function of nnlib, and may have equivalents, others that give the
same. During one observation their code is swapped, on the functions themselves, for code that
raises `BorrowedAnswerError`. So every way to them ends there: an import, another name, a partial,
a wrapper, `getattr`, the exercise's own data, another function of nnlib that calls them. The judge
knows the error by the name of its type; an answer that catches it and computes on is judged by
what it returns.

Copies are blocked as well: functions made from the very code, the function that has the same name
now, and an answer that was compiled from the same place of the same file, as after a reload.
What is not recognised: text typed or executed again (everybody may read it, and what computes is
judged by what it computes), code that was altered, or kept in a variable and put back or made a
function of during the call, a module loaded again during the call, and a second process. A
reference that is not a Python function cannot be blocked.

In a notebook that is good enough: who fools it fools nobody else. When a submission is graded, the
code is taken out of the worker before a student's code runs (`sandbox.worker.withholding`); what
stands here is then a second lock, where files of nnlib can be loaded again.
"""

import contextlib
import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from types import CodeType, FunctionType
from typing import Any, TypeGuard

Function = Callable[..., Any]

REFUSED: set[str] = set()  # functions that were called while they were blocked, as `name_of` names
ALONE = 2  # references to a code object: its one function's, and that of the call which counts


class BorrowedAnswerError(Exception):
    """The course's own answer was called in place of the student's; the text names it."""

    def __init__(self) -> None:
        called = sys._getframe(1)
        name = f"{called.f_globals.get('__name__')}:{called.f_code.co_qualname}"
        REFUSED.add(name)
        super().__init__(name)


BORROWED_ERROR = BorrowedAnswerError.__name__


def refuse(*arguments: Any, **named: Any) -> None:
    """Raise, whatever the arguments; the text stands for the error, see `REFUSAL`."""
    raise "BorrowedAnswerError"  # type: ignore[misc]  # noqa: B016 - never run as it stands


# On another module's function a name would be looked up in that module, so the code itself holds
# the error.
REFUSAL = refuse.__code__.replace(
    co_consts=tuple(
        BorrowedAnswerError if constant == BORROWED_ERROR else constant
        for constant in refuse.__code__.co_consts
    )
)


@contextlib.contextmanager
def block_calls(functions: Sequence[Function], answer: object) -> Iterator[None]:
    """Let every call of `functions`, and of `answer` if it is a copy, raise BorrowedAnswerError.

    What is blocked already, as where an answer checks itself, is left to whoever did that.
    """
    # Each code is read once: another thread may swap it between two looks.
    present = {
        holder: holder.__code__ for function in functions for holder in holders(function, answer)
    }
    codes = {holder: code for holder, code in present.items() if not refuses(code)}
    try:
        for holder, code in codes.items():
            holder.__code__ = refusal(code)
        yield
    finally:
        for holder, code in codes.items():
            holder.__code__ = code


def refusal(code: CodeType) -> CodeType:
    """Return code that raises, to be swapped in for `code`."""
    return REFUSAL.replace(co_qualname=code.co_qualname, co_freevars=code.co_freevars)


def refuses(code: CodeType) -> bool:
    """Return True if code is that of a blocked function."""
    return code.co_filename == REFUSAL.co_filename and code.co_name == REFUSAL.co_name


def holders(reference: Function, answer: object) -> list[FunctionType]:
    """Return the functions that run the reference's code, and its copies."""
    if not isinstance(reference, FunctionType):
        return []
    named = getattr(sys.modules.get(reference.__module__), reference.__name__, None)
    copies = [function for function in (named, answer) if is_copy(function, reference)]
    return [*same_code(reference), *copies]


def same_code(function: FunctionType) -> list[FunctionType]:
    """Return every function that runs the very code of `function`.

    Looking through all objects takes milliseconds, so it is left out if nothing else holds it.
    """
    if sys.getrefcount(function.__code__) <= ALONE:
        return [function]
    referrers = gc.get_referrers(function.__code__)
    return [function, *(holder for holder in referrers if isinstance(holder, FunctionType))]


def is_copy(function: object, reference: FunctionType) -> TypeGuard[FunctionType]:
    """Return True if a function was compiled from the same place of the same file."""
    if not isinstance(function, FunctionType):
        return False
    return place(function.__code__) == place(reference.__code__)


def place(code: CodeType) -> tuple[str, str, int]:
    """Return where code was written."""
    return code.co_filename, code.co_qualname, code.co_firstlineno


def name_of(function: Function) -> str:
    """Return "module:qualname", by which another process knows the function.

    >>> from nnlib.activations import relu
    >>> name_of(relu)
    'nnlib.activations:relu'
    """
    return f"{getattr(function, '__module__', '')}:{getattr(function, '__qualname__', '')}"
