"""Right answers in other styles are accepted, and there are enough of them."""

import runpy
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.judge import Exam, decide
from autograder.lint.failure import Failure
from autograder.observe import observe

MIN_STYLES = 4
Answer = Callable[..., Any]


def alternative_failures(folder: Path, exams: Mapping[str, Sequence[Exam]]) -> Iterator[Failure]:
    """Yield a failure for each right answer that is refused, and each exercise with too few.

    `exams` holds, by exercise, its exams for several seeds.
    """
    counts = dict.fromkeys(exams, 0)
    for file in sorted(folder.glob("*.py")):
        for name, answer in styles(file).items():
            exercise = exercise_id(file, name)
            if exercise in exams:
                counts[exercise] += 1
                yield from refusals(file, name, answer, exams[exercise])
            else:
                rule = f"{name} belongs to no exercise of this topic."
                yield Failure(str(file), rule, "Call it <function>__<style>.")
    for exercise, count in counts.items():
        if count < MIN_STYLES:
            rule = f"{exercise} has {count} right answers in other styles."
            yield Failure(str(folder), rule, f"Add functions until there are {MIN_STYLES}.")


def refusals(file: Path, name: str, answer: Answer, exams: Sequence[Exam]) -> Iterator[Failure]:
    """Yield a failure if a right answer is refused for one of the seeds."""
    verdicts = (decide(exam, observe(answer, exam.calls)) for exam in exams)
    refused = next((verdict for verdict in verdicts if not verdict.passed), None)
    if refused is not None:
        rule = f"{name} is refused ({refused.kind}: {refused.called})."
        yield Failure(str(file), rule, "Mend the answer, or widen the exercise's tolerance.")


def styles(file: Path) -> dict[str, Answer]:
    """Return the functions of a file whose names tell a function and a style."""
    names = runpy.run_path(str(file))
    return {
        name: value
        for name, value in names.items()
        if "__" in name.strip("_") and not name.startswith("_") and callable(value)
    }


def exercise_id(file: Path, name: str) -> str:
    """Return the exercise that a function answers: its file begins with the topic.

    >>> exercise_id(Path("neuron_softmax.py"), "softmax__loop")
    'neuron.softmax'
    """
    return f"{file.stem.partition('_')[0]}.{name.partition('__')[0]}"
