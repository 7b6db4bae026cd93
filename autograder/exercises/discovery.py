"""Find every exercise of the course: in the files of this package, each with its beliefs."""

import json
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module, resources
from types import ModuleType

from autograder.exercises.model import Exercise, Misconception

PACKAGE = "autograder.exercises"


def load() -> dict[str, Exercise]:
    """Return every exercise by its id, in the order of the lessons.

    >>> load()["neuron.net_input"].name
    'net_input'
    """
    return dict(load_once())


@cache
def load_once() -> Mapping[str, Exercise]:
    """Find the exercises; those that no lesson holds come last."""
    defined = {exercise.id: exercise for exercise in defined_exercises()}
    lessons = lessons_of_exercises()
    order = dict.fromkeys([*(id for id in lessons if id in defined), *defined])
    return {id: replace(defined[id], lesson=lessons.get(id, "")) for id in order}


def defined_exercises() -> Iterator[Exercise]:
    """Yield the exercises of every module; raises ValueError where two have one id."""
    places: dict[str, str] = {}
    for module in exercise_modules():
        for exercise in exercises_of(vars(module)):
            if exercise.id in places:
                both = f"{places[exercise.id]} and {module.__name__}"
                raise ValueError(f"Two exercises have the id {exercise.id}: in {both}.")
            places[exercise.id] = module.__name__
            yield exercise


def exercise_modules() -> Iterator[ModuleType]:
    """Yield the modules of every topic."""
    for topic in pkgutil.iter_modules(import_module(PACKAGE).__path__, f"{PACKAGE}."):
        if topic.ispkg:
            for file in pkgutil.iter_modules(import_module(topic.name).__path__, f"{topic.name}."):
                yield import_module(file.name)


def exercises_of(names: Mapping[str, object]) -> Iterator[Exercise]:
    """Yield the exercises among the names of a file, each with its misconceptions in order."""
    values = list(names.values())
    beliefs = [value for value in values if isinstance(value, Misconception)]
    for exercise in values:
        if isinstance(exercise, Exercise):
            own = tuple(belief for belief in beliefs if belief.exercise == exercise.id)
            yield replace(exercise, misconceptions=(*exercise.misconceptions, *own))


def lessons_of_exercises() -> dict[str, str]:
    """Return the lesson of each exercise, in the order of the lessons, as the build wrote it."""
    lessons = [json.loads(text) for text in built_lessons()]
    return {id: lesson["lesson"] for lesson in lessons for id in lesson["exercises"]}


def items_of_lesson(name: str) -> frozenset[str]:
    """Return the ids of a lesson's exercises and questions; none where there is no such lesson."""
    lessons = {lesson["lesson"]: lesson for lesson in map(json.loads, built_lessons())}
    if name not in lessons:
        return frozenset()
    questions = (question["id"] for question in lessons[name]["questions"])
    return frozenset([*lessons[name]["exercises"], *questions])


def built_lessons() -> list[str]:
    """Return the JSON text that the build wrote of each lesson; none before the first build."""
    folder = resources.files(PACKAGE) / "sealed"
    names = sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []
    return [(folder / name).read_text(encoding="utf-8") for name in names if name.endswith(".json")]
