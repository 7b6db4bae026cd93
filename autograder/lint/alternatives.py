"""Right answers in other styles are accepted, and there are enough of them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from autograder.exercises.alternatives import load_alternatives
from autograder.exercises.model import Function
from autograder.judging.exam import Exam, decide
from autograder.judging.observe import observe
from autograder.lint.failure import Failure

MIN_STYLES = 4


def alternative_failures(folder: Path, exams: Mapping[str, Sequence[Exam]]) -> Iterator[Failure]:
    """Yield a failure for each right answer that is refused, and each exercise with too few.

    `exams` holds, by exercise, its exams for several seeds.
    """
    found = load_alternatives(folder)
    for exercise in found.keys() - exams.keys():
        rule = f"Right answers are given to {exercise}, which is no exercise."
        advice = "Call them <function>__<style>, in a file that begins with the topic."
        yield Failure(str(folder), rule, advice)
    for exercise, prepared in exams.items():
        styles = found.get(exercise, {})
        if len(styles) < MIN_STYLES:
            rule = f"{exercise} has {len(styles)} right answers in other styles."
            yield Failure(str(folder), rule, f"Add functions until there are {MIN_STYLES}.")
        for answer in styles.values():
            yield from refusals(answer, prepared)


def refusals(answer: Function, exams: Sequence[Exam]) -> Iterator[Failure]:
    """Yield a failure if a right answer is refused for one of the seeds."""
    verdicts = (
        decide(exam, observe(answer, exam.calls, without=exam.exercise.own_answers))
        for exam in exams
    )
    refused = next((verdict for verdict in verdicts if not verdict.passed), None)
    if refused is not None:
        rule = f"{answer.__name__} is refused ({refused.kind}: {refused.called})."
        file = answer.__code__.co_filename
        yield Failure(file, rule, "Mend the answer, or widen the exercise's tolerance.")
