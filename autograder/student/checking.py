"""check(id): judge what the student has written, show a card and return the points."""

import sys
from dataclasses import replace
from functools import partial

from autograder.exercises import Exercise
from autograder.judging import Question, Verdict, earned, judge, judge_question
from autograder.judging.verdict import NOT_DEFINED, NOT_STARTED
from autograder.judging.wording.outcomes import our_fault
from autograder.messages import notebook
from autograder.student.card import ORANGE, Button, Card, CardStyle, Paragraph
from autograder.student.catalog import Catalog, Item, catalog, find_item, unknown_card
from autograder.student.course_progress import progress_bar
from autograder.student.display import Namespace, show_card, student_namespace
from autograder.student.hints import hint_button, hints_of
from autograder.student.memory import Memory, recall, remember
from autograder.student.plain_grading import is_graded_now
from autograder.student.progress_file import after_attempt
from autograder.student.recording import recorded_card, recorded_question
from autograder.student.solutions import solution_button
from autograder.student.verdict_card import fault_style, verdict_card

PUBLIC_SEED = 2026  # the grade is given with another one, which stays secret


class Score(float):
    """The points that an answer earned, out of those that it could.

    As text it is the bare number, because nbgrader takes the text of a cell's result as its
    points; in a notebook it reads "1.5 of 2 points".

    >>> Score(1.5, of=2)
    1.5
    """

    of: float

    def __new__(cls, points: float, *, of: float) -> "Score":
        """Make a float that also knows how many points there were to earn."""
        score = super().__new__(cls, points)
        score.of = of
        return score

    def __repr__(self) -> str:
        """Return the bare number."""
        return notebook.number(self)

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """Return the points in words."""
        return notebook.points(self, self.of)


def check(item_id: str = "", *, recorded: str = "") -> Score | None:
    """Judge the answer to one exercise or question, show the finding, return the points.

    Parameters
    ----------
    item_id : str
        "topic.name", as in the check cell: "neuron.net_input".
    recorded : str
        For a question whose answer is only recorded here, and judged when it is graded: the
        letters of its options, "abc", or "number".

    Returns
    -------
    Score or None
        The points earned, None where the answer is only recorded. It never raises for what the
        answer is or does.
    """
    namespace = student_namespace(sys._getframe(1).f_globals)
    only_recorded = bool(recorded) and not is_graded_now()
    card, score = (
        record(item_id, recorded, namespace) if only_recorded else checked(item_id, namespace)
    )
    show_card(card)
    return score


def record(item_id: str, form: str, namespace: Namespace) -> tuple[Card, None]:
    """Return the card of an answer that is only recorded."""
    question = recorded_question(str(item_id), str(form))
    return recorded_card(question, namespace.get(question.name)), None


def checked(item_id: str, namespace: Namespace) -> tuple[Card, Score | None]:
    """Return the card and the points of one check, whatever happens."""
    try:
        items = catalog()
        item = find_item(items, item_id)
        if item is None:
            title = item_id if isinstance(item_id, str) else ""
            return unknown_card(items, item_id, title), Score(0, of=0)
        return card_and_score(items, item, namespace)
    except Exception as error:  # a fault of ours: say so, without a traceback
        text = str(our_fault(str(item_id), error))
        return Card(fault_style(), str(item_id), blocks=(Paragraph(text),)), Score(0, of=0)


def card_and_score(items: Catalog, item: Item, namespace: Namespace) -> tuple[Card, Score | None]:
    """Judge the answer to a known exercise or question and remember the attempt."""
    if isinstance(item, Question) and not item.sealed and not is_graded_now():
        return recorded_card(item, namespace.get(item.name)), None
    try:
        verdict = verdict_on(item, namespace)
    except KeyboardInterrupt:
        remember(namespace, item.id, partial(after_attempt, score=0.0, passed=False))
        return stopped_card(item), Score(0, of=item.points)
    memory = remember_verdict(item, verdict, namespace)
    score = score_of(item, verdict)
    bar = progress_bar(items, item, memory)
    card = verdict_card(item, verdict, score, memory.of(item.id).hints, bar, memory.note)
    return replace(card, buttons=help_buttons(item, verdict, memory, namespace)), score


def help_buttons(
    item: Item, verdict: Verdict, memory: Memory, namespace: Namespace
) -> tuple[Button, ...]:
    """Return what helps on: a hint until the answer is right, a solution from the first try on."""
    buttons = []
    if verdict.passed is False and hints_of(item):
        buttons.append(hint_button(item, namespace))
    if isinstance(item, Exercise) and memory.of(item.id).attempts > 0:
        buttons.append(solution_button(item, namespace))
    return tuple(buttons)


def verdict_on(item: Item, namespace: Namespace) -> Verdict:
    """Judge whatever the student's name for this item stands for."""
    answer = namespace.get(item.name)
    if isinstance(item, Exercise):
        return judge(item, answer, seed=PUBLIC_SEED)
    return judge_question(item, answer)


def stopped_card(item: Item) -> Card:
    """Return the card of a check that the student stopped."""
    style = CardStyle("■", notebook.stopped_word(), ORANGE)
    points_text = notebook.points(0, item.points)
    return Card(style, item.id, points_text, (Paragraph(notebook.stopped()),))


def score_of(item: Item, verdict: Verdict) -> Score:
    """Return the points; where we could not judge, none: a person gives them when it is graded.

    To give them all would pay for whatever brings the check down.
    """
    return Score(earned(verdict, item.points), of=item.points)


def remember_verdict(item: Item, verdict: Verdict, namespace: Namespace) -> Memory:
    """Remember the attempt; an exercise that was not begun is none."""
    if verdict.kind in (NOT_STARTED, NOT_DEFINED):
        return recall(namespace)
    passed = verdict.passed is True
    return remember(namespace, item.id, partial(after_attempt, score=verdict.score, passed=passed))
