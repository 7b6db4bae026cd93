"""Right answers in other styles are accepted, and there are enough of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from autograder.exercises.model import Function
from autograder.judging.exam import Exam, decide
from autograder.judging.observe import observe
from autograder.lint.failure import Failure, place

MIN_STYLES = 4


def unknown_alternatives(styles: Collection[str], exercises: Collection[str]) -> Iterator[Failure]:
    """Yield a failure for each id under which right answers are given and no exercise is known."""
    for id in sorted(set(styles) - set(exercises)):
        rule = f"Right answers are given to {id}, which is not an exercise."
        advice = "Call them <function>__<style>, in a file that begins with the topic."
        yield Failure("solutions/alternatives", rule, advice)


def alternative_failures(
    exams: Sequence[Exam], styles: Mapping[str, Function]
) -> Iterator[Failure]:
    """Yield a failure for each right answer that is refused, and for too few of them.

    `exams` are those of one exercise for several seeds, `styles` its right answers by style.
    """
    exercise = exams[0].exercise
    if len(styles) < MIN_STYLES:
        rule = f"{exercise.id} has {len(styles)} right answers in other styles."
        yield Failure(place(exercise), rule, f"Add functions until there are {MIN_STYLES}.")
    for answer in styles.values():
        yield from refusals(answer, exams)


def refusals(answer: Function, exams: Sequence[Exam]) -> Iterator[Failure]:
    """Yield a failure if a right answer is refused for one of the seeds."""
    verdicts = (
        decide(exam, observe(answer, exam.calls, without=exam.exercise.own_answers))
        for exam in exams
    )
    refused = next((verdict for verdict in verdicts if verdict.score < 1), None)
    if refused is not None:
        rule = f"{answer.__name__} is refused ({refused.kind}: {refused.called})."
        file = answer.__code__.co_filename
        yield Failure(file, rule, "Mend the answer, or widen the exercise's tolerance.")
