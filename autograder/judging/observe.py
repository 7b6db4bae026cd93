"""Call a function on the cases of an exercise and write down what it did, as plain data.

This is the one step that touches the student's code. In a notebook it runs in the student's
kernel; in grading it runs in the worker, and only the observations come back.
"""

import contextlib
import copy
import io
import sysconfig
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

import nnlib
from autograder.exercises.model import Rng
from autograder.judging.bounds import OutOfTimeError, bounded
from autograder.judging.plain import NUMBER_KINDS, Plain, same_array, same_plain, to_plain
from autograder.judging.reference_guard import block_calls
from autograder.judging.unattended import unattended

Arguments = tuple[Any, ...]

ROUNDING = 1e-6  # sums of the same numbers may differ in the last digits from call to call
NOT_THE_STUDENTS = (
    *(sysconfig.get_path(kind) for kind in ("stdlib", "platstdlib", "purelib", "platlib")),
    *(str(Path(path)) for path in nnlib.__path__),
    str(Path(__file__).parents[1]),
    "<frozen ",
    "<__array_function__",
)


@dataclass(frozen=True)
class StudentError:
    """An exception that the student's code raised, with the student's own line.

    `line_number` counts within the student's cell or file and is 0 where it is not known.
    """

    type_name: str
    text: str
    line_number: int = 0
    line: str = ""


@dataclass(frozen=True)
class Observation:
    """What one call did: the value or the error, what became of the arguments, and the second call.

    Parameters
    ----------
    value
        What the call returned.
    error
        What it raised, if it did.
    changed
        The positions of the arguments that the call changed.
    repeats
        Whether the same call gave the same a second time.

    """

    value: Plain = None
    error: StudentError | None = None
    changed: tuple[int, ...] = field(default=())
    repeats: bool = True


def observe(
    answer: Callable[..., Any],
    calls: Sequence[Arguments],
    *,
    without: Sequence[Callable[..., Any]] = (),
    twice: bool = True,
    seconds: float | None = None,
) -> tuple[Observation, ...]:
    """Call `answer` with each tuple of arguments, then once more in the opposite order.

    Without `twice` each call is made once, and counts as one that repeats. Whatever it prints or
    warns about is dropped: neither is an error. To ask a person for something is one. Meanwhile the
    functions `without`, the course's own answers, are blocked: to call them is a
    BorrowedAnswerError. If all calls together may take so many `seconds`, OutOfTimeError is raised
    after them.
    """
    with quiet(), unattended(), block_calls(without, answer), bounded(seconds):
        first = [call_once(answer, arguments) for arguments in calls]
        if not twice:
            return tuple(first)
        second = [call_once(answer, arguments) for arguments in reversed(calls)]
    return tuple(
        Observation(call.value, call.error, call.changed, same_outcome(call, again))
        for call, again in zip(first, reversed(second), strict=True)
    )


def same_outcome(first: Observation, second: Observation) -> bool:
    """Return True if two calls gave the same value, or both raised."""
    both = (first.error is None) == (second.error is None)
    return both and same_plain(first.value, second.value, slack=ROUNDING)


def call_once(answer: Callable[..., Any], arguments: Arguments) -> Observation:
    """Call `answer` with copies of `arguments` and write down what happened.

    Only Ctrl-C (KeyboardInterrupt) and the end of its time get through: they are no doing of the
    code's.
    """
    given = tuple(fresh(argument) for argument in arguments)
    try:
        value = to_plain(answer(*given))
    except KeyboardInterrupt:
        raise
    except OutOfTimeError as late:
        raise OutOfTimeError(late.seconds, arguments) from None
    except BaseException as error:
        return Observation(error=student_error(error), changed=changed(arguments, given))
    return Observation(value, changed=changed(arguments, given))


def fresh(argument: Any) -> Any:
    """Return a copy that a call may spoil; a random generator starts again."""
    if isinstance(argument, Rng):
        return np.random.default_rng(argument.seed)
    if type(argument) is np.ndarray:
        return argument.copy(order="K")  # as deepcopy does, in a tenth of its time
    return argument if callable(argument) else copy.deepcopy(argument)


def changed(before: Arguments, after: Arguments) -> tuple[int, ...]:
    """Return the positions of the arguments that are not what they were."""
    return tuple(
        position
        for position, (old, new) in enumerate(zip(before, after, strict=True))
        if not isinstance(old, Rng) and not callable(old) and not same_argument(old, new)
    )


def same_argument(old: Any, new: Any) -> bool:
    """Return True if an argument is what it was; arrays are compared without copying them."""
    if type(old) is type(new) is np.ndarray and old.dtype.kind in NUMBER_KINDS:
        return same_array(old, new)
    return same_plain(to_plain(old), to_plain(new))


def student_error(error: BaseException) -> StudentError:
    """Describe an exception by its type, its text and the last line that is the student's own."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if not frame.filename.startswith(NOT_THE_STUDENTS)]
    line_number, line = (own[-1].lineno or 0, own[-1].line or "") if own else (0, "")
    return StudentError(type(error).__name__, text_of(error), line_number, line.strip())


def text_of(error: BaseException) -> str:
    """Return the error's own words, even where it cannot say them."""
    try:
        return str(error)[:2000]
    except Exception:
        return ""


class Nowhere(io.TextIOBase):
    """A stream that forgets, so that a print in an endless loop fills no memory."""

    def write(self, text: str, /) -> int:
        """Drop the text."""
        return len(text)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Silence prints, warnings and floating-point complaints while the student's code runs."""
    nowhere = Nowhere()
    with (
        contextlib.redirect_stdout(nowhere),
        contextlib.redirect_stderr(nowhere),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
    ):
        warnings.simplefilter("ignore")
        yield
