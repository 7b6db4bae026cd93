"""Who sits in the simulated class: what each student answers to each exercise, and why."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from autograder.exercises import Exercise
from autograder.simulation.damage import DAMAGES, NOT_JSON

NAMES = (
    "aigerim", "daniyar", "madina", "arman", "zarina", "ivan", "olga", "sergey", "natalia",
    "dmitry", "minjun", "seoyeon", "jiwoo", "hyunwoo", "yuna", "priya", "arjun", "ananya",
    "rohan", "kavya", "emma", "liam", "sofia", "lucas", "amira", "yusuf", "mei", "kenji",
    "chidi", "zuri", "hana", "mateo", "ines", "tomas", "freya", "bjorn", "leila", "omar",
    "greta", "piotr", "asel", "timur", "vera", "pavel", "sumin", "jihoon", "deepa", "vikram",
    "saule", "bekzat", "irina", "anton", "haneul", "doyun", "nisha", "rahul", "noor", "karim",
    "anya", "oleg", "dana", "erlan", "sora", "minho", "tara", "ishaan", "lena", "jonas", "clara",
    "hugo", "elif", "emre",
)  # fmt: skip

RIGHT = "right"
EMPTY = "empty"
STYLES = ("loop", "einsum", "float32")


@dataclass(frozen=True)
class Choice:
    """How a student answers one exercise: "right", "empty", a style or a misconception's id."""

    kind: str
    name: str = ""


@dataclass(frozen=True)
class Student:
    """A made-up student: a choice for each exercise, and what became of the notebook.

    `damage` names what happened to the file; `questions_right` is the share of questions that
    are answered rightly.
    """

    name: str
    choices: Mapping[str, Choice]
    questions_right: float = 1.0
    damage: str = ""


SPOILED = (*filter(None, DAMAGES), NOT_JSON)


Plan = tuple[Mapping[str, Choice], float, str]


def make_students(
    exercises: Sequence[Exercise], rng: np.random.Generator, count: int | None = None
) -> tuple[Student, ...]:
    """Make the class: right in several styles, each misconception somewhere, mixed, spoiled.

    With a `count` the class is smaller: so many of these students, each kind with its share.
    Raises ValueError if `count` is more than the whole class.
    """
    kinds = plan_kinds(exercises, rng)
    size = sum(map(len, kinds))
    if size > len(NAMES):
        raise ValueError(f"{size} students, but only {len(NAMES)} names.")
    names = iter(NAMES)
    students = [[Student(next(names), *plan) for plan in plans] for plans in kinds]
    return small_class(students, size if count is None else count)


def plan_kinds(exercises: Sequence[Exercise], rng: np.random.Generator) -> list[list[Plan]]:
    """Plan the whole class, a list for each kind of student."""
    knowing = [plan_right(exercises), plan_beliefs(exercises), plan_mixed(exercises, rng)]
    return [list(plans) for plans in (*knowing, plan_partly(exercises), plan_spoiled(exercises))]


def small_class(kinds: Sequence[Sequence[Student]], count: int) -> tuple[Student, ...]:
    """Return `count` students, with at least one of each kind where there are seats enough."""
    places = [
        (place / len(kind), number)
        for number, kind in enumerate(kinds)
        for place in range(len(kind))
    ]
    if count > len(places):
        raise ValueError(f"There are not {count} students: the whole class has {len(places)}.")
    seats = Counter(number for _, number in sorted(places)[:count])
    chosen = (spread(kind, seats[number]) for number, kind in enumerate(kinds))
    return tuple(student for students in chosen for student in students)


def spread(students: Sequence[Student], count: int) -> list[Student]:
    """Return `count` of the students, as evenly spread as can be, from the first to the last."""
    return [students[round(place)] for place in np.linspace(0, len(students) - 1, count)]


def everywhere(exercises: Sequence[Exercise], choice: Choice) -> dict[str, Choice]:
    """Return the same choice for every exercise."""
    return {exercise.id: choice for exercise in exercises}


def plan_right(exercises: Sequence[Exercise]) -> Iterator[Plan]:
    """Plan four students with the lesson's own solutions and one for each other style."""
    for _ in range(4):
        yield everywhere(exercises, Choice(RIGHT)), 1.0, ""
    for style in STYLES:
        yield everywhere(exercises, Choice("style", style)), 1.0, ""


def plan_beliefs(exercises: Sequence[Exercise]) -> Iterator[Plan]:
    """Plan as many students as it takes for each misconception to be held by somebody."""
    most = max(len(exercise.misconceptions) for exercise in exercises)
    for number in range(most):
        yield {exercise.id: belief(exercise, number) for exercise in exercises}, 0.5, ""


def belief(exercise: Exercise, number: int) -> Choice:
    """Return one misconception of an exercise, counted round."""
    misconceptions = exercise.misconceptions
    return Choice("misconception", misconceptions[number % len(misconceptions)].id)


def plan_mixed(exercises: Sequence[Exercise], rng: np.random.Generator) -> Iterator[Plan]:
    """Plan ten ordinary students: mostly right, sometimes wrong, sometimes nothing."""
    for skill in np.linspace(0.45, 0.95, 10):
        yield (
            {exercise.id: mixed_choice(exercise, skill, rng) for exercise in exercises},
            float(skill),
            "",
        )


def mixed_choice(exercise: Exercise, skill: float, rng: np.random.Generator) -> Choice:
    """Choose rightly as often as the skill says, else a common misconception or nothing."""
    if rng.random() < skill:
        return Choice(RIGHT)
    if rng.random() < 0.25:
        return Choice(EMPTY)
    # the first misconceptions are the commonest
    number = min(rng.geometric(0.5) - 1, len(exercise.misconceptions) - 1)
    return belief(exercise, int(number))


def plan_partly(exercises: Sequence[Exercise]) -> Iterator[Plan]:
    """Plan two students who stopped half-way and one who did nothing."""
    for share in (0.5, 0.3):
        done = int(len(exercises) * share)
        kinds = [RIGHT] * done + [EMPTY] * (len(exercises) - done)
        choices = {
            exercise.id: Choice(kind) for exercise, kind in zip(exercises, kinds, strict=True)
        }
        yield choices, share, ""
    yield everywhere(exercises, Choice(EMPTY)), 0.0, ""


def plan_spoiled(exercises: Sequence[Exercise]) -> Iterator[Plan]:
    """Plan students who knew everything, but whose notebooks were spoiled."""
    for damage in SPOILED:
        yield everywhere(exercises, Choice(RIGHT)), 1.0, damage
