"""The check of an exercise is strong: it takes what is right and names every wrong belief."""

from collections.abc import Iterator, Sequence
from inspect import signature
from typing import Any

from autograder.exercises.model import EXAMPLE, Exercise
from autograder.judging.compare import difference
from autograder.judging.diagnosis import alike
from autograder.judging.exam import Exam, decide, prepare
from autograder.judging.observe import observe
from autograder.judging.plain import Plain
from autograder.lint.exercise_data import case_failures
from autograder.lint.failure import Failure, place

SEEDS = (0, 1, 2, 17, 2026)  # 2026 is the notebook's own


def exams_of(exercise: Exercise) -> tuple[Exam, ...] | Failure:
    """Prepare an exercise for each seed, or say why that fails."""
    try:
        return tuple(prepare(exercise, seed) for seed in SEEDS)
    except Exception as error:  # the author's data may fail in any way; all are told alike
        rule = f"Its cases or its reference fail ({type(error).__name__}: {error})."
        return Failure(place(exercise), rule, "Mend the cases.")


def exam_failures(exams: Sequence[Exam]) -> Iterator[Failure]:
    """Yield a failure for each rule that an exercise's cases and beliefs break."""
    yield from case_failures(exams[0].exercise, exams[0].cases)
    yield from parameter_failures(exams[0].exercise)
    for exam in exams:
        yield from reference_failures(exam)
        yield from belief_failures(exam)
        yield from twin_failures(exam)
    yield from score_failures(exams)
    yield from constant_failures(exams[0])


def reference_failures(exam: Exam) -> Iterator[Failure]:
    """Yield a failure if the reference itself is not right."""
    verdict = decide(exam, exam.expected)
    if (verdict.passed, verdict.score) != (True, 1.0):
        rule = f"The reference is not right ({verdict.kind})."
        yield Failure(place(exam.exercise), rule, "Mend the cases or the reference.")


def parameter_failures(exercise: Exercise) -> Iterator[Failure]:
    """Yield a failure for each misconception that takes other parameters than the reference."""
    wanted = list(signature(exercise.reference).parameters)
    for misconception in exercise.misconceptions:
        if list(signature(misconception.answer).parameters) != wanted:
            rule = f"The misconception {misconception.id} has other parameters than the reference."
            yield Failure(place(exercise), rule, f"Give it the parameters {', '.join(wanted)}.")


def belief_failures(exam: Exam) -> Iterator[Failure]:
    """Yield a failure for each misconception that passes or is taken for another."""
    for belief, answers in exam.beliefs:
        verdict = decide(exam, answers)
        if verdict.passed is not False or verdict.score >= 1:
            rule = f"The misconception {belief} is not rejected."
            yield Failure(place(exam.exercise), rule, "Add a case that shows the difference.")
        elif verdict.misconception != belief:
            rule = f"The misconception {belief} is named {verdict.misconception}."
            yield Failure(place(exam.exercise), rule, "Add a case that tells them apart.")


def twin_failures(exam: Exam) -> Iterator[Failure]:
    """Yield a failure for each two misconceptions that give the same answers."""
    tolerance = exam.exercise.tolerance
    for position, (one, answers) in enumerate(exam.beliefs):
        for other, others in exam.beliefs[position + 1 :]:
            if all(map(lambda a, b: alike(a, b, tolerance), answers, others)):
                rule = f"The misconceptions {one} and {other} look alike on the cases."
                yield Failure(place(exam.exercise), rule, "Add a case that tells them apart.")


def score_failures(exams: Sequence[Exam]) -> Iterator[Failure]:
    """Yield a failure for each misconception whose score depends on the seed."""
    scores = [
        {belief: decide(exam, answers).score for belief, answers in exam.beliefs} for exam in exams
    ]
    for belief, score in scores[0].items():
        seen = [by_belief[belief] for by_belief in scores]
        if set(seen) != {score}:
            rule = f"The misconception {belief} scores {seen} for the seeds {SEEDS}."
            yield Failure(place(exams[0].exercise), rule, "Let each part show it for every seed.")


def constant_failures(exam: Exam) -> Iterator[Failure]:
    """Yield a failure for each constant that earns points: typed-in results, 0 and 1."""
    tolerance = exam.exercise.tolerance
    tried: list[Plain] = []
    for value in constants(exam):
        if any(difference(constant, value, tolerance) is None for constant in tried):
            continue
        tried.append(value)
        score = decide(exam, observe(lambda *_, value=value: value, exam.calls)).score
        if score > 0:
            rule = f"An answer that always returns {value!r} earns {score:.0%} of the points."
            yield Failure(place(exam.exercise), rule, "Mix the expected values of each part.")


def constants(exam: Exam) -> list[Any]:
    """Return what somebody would type in: the results of the worked examples, 0 and 1."""
    pairs = zip(exam.cases, exam.expected, strict=True)
    return [*(seen.value for case, seen in pairs if case.part == EXAMPLE), 0.0, 1.0]
