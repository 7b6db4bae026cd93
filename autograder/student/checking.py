"""check(id): judge what the student has written, show a card and return the points."""

import sys
from functools import partial

from autograder import messages
from autograder.exercises import Exercise
from autograder.judging.exam import judge
from autograder.judging.questions import judge_question
from autograder.judging.verdict import NOT_DEFINED, NOT_STARTED, Verdict, earned
from autograder.messages import notebook
from autograder.student.bundle import show_card
from autograder.student.card import Card, Say
from autograder.student.catalog import Catalog, Item, catalog, not_found
from autograder.student.memory import Memory, recall, remember
from autograder.student.moods import fault_mood, stopped_mood, unknown_mood
from autograder.student.namespace import Namespace, student_namespace
from autograder.student.records import after_attempt
from autograder.student.score import Score
from autograder.student.standing import progress_bar
from autograder.student.verdict_card import verdict_card

PUBLIC_SEED = 2026  # the grade is given with another one, which stays secret


def check(item_id: str) -> Score:
    """Judge the answer to one exercise or question, show what was found, return the points.

    Parameters
    ----------
    item_id : str
        "topic.name", as it stands in the check cell: "neuron.net_input".

    Returns
    -------
    Score
        The points earned. It never raises for what the answer is or does.
    """
    namespace = student_namespace(sys._getframe(1).f_globals)
    card, score = checked(item_id, namespace)
    show_card(card)
    return score


def checked(item_id: str, namespace: Namespace) -> tuple[Card, Score]:
    """Return the card and the points of one check, whatever happens."""
    try:
        items = catalog()
        if not isinstance(item_id, str) or item_id not in items:
            return unknown(items, item_id), Score(0, of=0)
        return card_and_score(items, items[item_id], namespace)
    except Exception as error:  # a fault of ours: say so, without a traceback
        text = messages.could_not_judge(str(item_id), error)
        return Card(fault_mood(), str(item_id), blocks=(Say(text),)), Score(0, of=0)


def unknown(items: Catalog, item_id: object) -> Card:
    """Return the card about an id that the course does not have."""
    title = item_id if isinstance(item_id, str) else ""
    return Card(unknown_mood(), title, blocks=(Say(not_found(items, item_id)),))


def card_and_score(items: Catalog, item: Item, namespace: Namespace) -> tuple[Card, Score]:
    """Judge the answer to a known exercise or question and remember the attempt."""
    try:
        verdict = verdict_on(item, namespace)
    except KeyboardInterrupt:
        remember(namespace, item.id, partial(after_attempt, score=0.0, passed=False))
        score = Score(0, of=item.points)
        said = Say(notebook.stopped())
        return Card(stopped_mood(), item.id, notebook.points(0, item.points), (said,)), score
    memory = remembered(item, verdict, namespace)
    score = score_of(item, verdict)
    bar = progress_bar(items, item, memory)
    return verdict_card(item, verdict, score, memory.of(item.id).hints, bar, memory.note), score


def verdict_on(item: Item, namespace: Namespace) -> Verdict:
    """Judge whatever the student's name for this item stands for."""
    answer = namespace.get(item.name)
    if isinstance(item, Exercise):
        return judge(item, answer, seed=PUBLIC_SEED)
    return judge_question(item, answer)


def score_of(item: Item, verdict: Verdict) -> Score:
    """Return the points; where we could not judge, all of them: the fault is not the student's."""
    points = item.points if verdict.passed is None else earned(verdict, item.points)
    return Score(points, of=item.points)


def remembered(item: Item, verdict: Verdict, namespace: Namespace) -> Memory:
    """Remember the attempt; an exercise that was not begun is none."""
    if verdict.kind in (NOT_STARTED, NOT_DEFINED):
        return recall(namespace)
    passed = verdict.passed is True
    return remember(namespace, item.id, partial(after_attempt, score=verdict.score, passed=passed))
