"""What the worker says about a cell, a function and a variable, as plain data and back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.judging.observe import Observation, StudentError
from autograder.judging.plain import Plain, clean_text
from autograder.sandbox.protocol.wire import ProtocolError, decode, encode

TEXT_LIMIT = 2_000
LINE_LIMIT = 300
RESULT_LIMIT = 20_000
UNDEFINED = "undefined"
NOT_CALLABLE = "not_callable"
STOPPED = "stopped"
VALUES = "values"
TOO_LARGE = "too_large"


@dataclass(frozen=True)
class CellReport:
    """What one cell did: the error that stopped it and the text of its last expression."""

    error: StudentError | None = None
    result: str | None = None


@dataclass(frozen=True)
class Undefined:
    """There is nothing of that name."""


@dataclass(frozen=True)
class NotAFunction:
    """The name stands for something that cannot be called."""

    type_name: str


@dataclass(frozen=True)
class Fetched:
    """The plain value of a variable."""

    value: Plain


@dataclass(frozen=True)
class TooLarge:
    """There is something, and it is more than a reply may hold."""


Observed = tuple[Observation, ...] | Undefined | NotAFunction


def cell_to_wire(report: CellReport) -> Any:
    """Write the report on a cell."""
    return [error_to_wire(report.error), report.result and clean_text(report.result, RESULT_LIMIT)]


def cell_from_wire(data: Any) -> CellReport:
    """Read the report on a cell."""
    error, result = items(data, 2)
    return CellReport(
        error_from_wire(error), None if result is None else read_text(result, RESULT_LIMIT)
    )


def error_to_wire(error: StudentError | None) -> Any:
    """Write an exception of the student's."""
    if error is None:
        return None
    return [error.type_name, error.text, error.line_number, error.line]


def error_from_wire(data: Any) -> StudentError | None:
    """Read an exception of the student's."""
    if data is None:
        return None
    type_name, text, number, line = items(data, 4)
    if type(number) is not int or not 0 <= number < 10**7:
        raise ProtocolError("a line number is malformed")
    return StudentError(
        read_text(type_name, LINE_LIMIT),
        read_text(text, TEXT_LIMIT),
        number,
        read_text(line, LINE_LIMIT),
    )


def observations_to_wire(observations: Sequence[Observation]) -> Any:
    """Write what the calls of one function did."""
    return [
        VALUES,
        [
            [encode(call.value), error_to_wire(call.error), list(call.changed), call.repeats]
            for call in observations
        ],
    ]


def observed_from_wire(data: Any, calls: Sequence[Sequence[Any]]) -> Observed | TooLarge:
    """Read what the calls of one function did; there must be one observation for each call."""
    tag, content = items(data, 2)
    if tag == UNDEFINED:
        return Undefined()
    if tag == NOT_CALLABLE:
        return NotAFunction(read_text(content, LINE_LIMIT))
    if tag == TOO_LARGE:
        return TooLarge()
    if tag == STOPPED:
        error = error_from_wire(content) or StudentError("BaseException", "")
        return tuple(Observation(error=error) for _ in calls)
    if tag != VALUES or type(content) is not list or len(content) != len(calls):
        raise ProtocolError("there is not one observation for each call")
    return tuple(
        observation_from_wire(item, len(call)) for item, call in zip(content, calls, strict=True)
    )


def observation_from_wire(data: Any, arguments: int) -> Observation:
    """Read what one call did."""
    value, error, changed, repeats = items(data, 4)
    positions = range(arguments)
    if type(changed) is not list or not all(type(i) is int and i in positions for i in changed):
        raise ProtocolError("the changed arguments are malformed")
    if type(repeats) is not bool:
        raise ProtocolError("whether the call repeats is malformed")
    return Observation(decode(value), error_from_wire(error), tuple(changed), repeats)


def fetched_from_wire(data: Any) -> Fetched | Undefined | TooLarge:
    """Read the value of a variable."""
    tag, content = items(data, 2)
    if tag == UNDEFINED:
        return Undefined()
    if tag == TOO_LARGE:
        return TooLarge()
    if tag != VALUES:
        raise ProtocolError("the value of a variable is malformed")
    return Fetched(decode(content))


def items(data: Any, count: int) -> list[Any]:
    """Return the items of a list of known length."""
    if type(data) is not list or len(data) != count:
        raise ProtocolError("a reply is malformed")
    return data


def read_text(data: Any, limit: int) -> str:
    """Return bounded, clean text."""
    if type(data) is not str:
        raise ProtocolError("a text is malformed")
    return clean_text(data, limit)
