"""Right answers in other styles are accepted, and there are enough of them."""

import runpy
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from autograder.exercises.model import Exercise
from autograder.judge import judge
from autograder.lint.failure import Failure
from autograder.lint.strength import SEEDS

MIN_STYLES = 4
Answer = Callable[..., Any]


def alternative_failures(folder: Path, exercises: Mapping[str, Exercise]) -> Iterator[Failure]:
    """Yield a failure for each right answer that is refused, and each exercise with too few."""
    counts = dict.fromkeys(exercises, 0)
    for file in sorted(folder.glob("*.py")):
        for name, answer in styles(file).items():
            exercise = exercises.get(exercise_id(file, name))
            if exercise is None:
                rule = f"{name} belongs to no exercise of this topic."
                yield Failure(str(file), rule, "Call it <function>__<style>.")
                continue
            counts[exercise.id] += 1
            yield from refusals(file, name, answer, exercise)
    for exercise_with_few, count in counts.items():
        if count < MIN_STYLES:
            rule = f"{exercise_with_few} has {count} right answers in other styles."
            yield Failure(str(folder), rule, f"Add functions until there are {MIN_STYLES}.")


def refusals(file: Path, name: str, answer: Answer, exercise: Exercise) -> Iterator[Failure]:
    """Yield a failure if a right answer is refused for one of the seeds."""
    for seed in SEEDS:
        verdict = judge(exercise, answer, seed=seed)
        if not verdict.passed:
            rule = f"{name} is refused with seed {seed} ({verdict.kind}: {verdict.called})."
            yield Failure(str(file), rule, "Mend the answer, or widen the exercise's tolerance.")
            return


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
