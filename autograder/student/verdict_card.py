"""The card of a verdict."""

from autograder.exercises import Exercise
from autograder.judging.verdict import CHANGED, UNSTEADY, Verdict
from autograder.messages import notebook, translated
from autograder.messages.findings import belief_heading, case_rows
from autograder.student.card import Bar, Block, Card, Parts, Rows, Say
from autograder.student.catalog import Item
from autograder.student.moods import mood_of
from autograder.student.score import Score


def verdict_card(
    item: Item, verdict: Verdict, score: Score, hints_shown: int, bar: Bar, note: str = ""
) -> Card:
    """Return the card that shows a verdict on an exercise or a question."""
    blocks: list[Block] = [*finding_blocks(verdict), *next_steps(item, verdict, hints_shown)]
    if note:
        blocks.append(Say(note))
    return Card(
        mood_of(verdict),
        item.id,
        notebook.points(score, score.of),
        (*blocks, bar),
    )


def finding_blocks(verdict: Verdict) -> list[Block]:
    """Return what was found: a named belief, the case that shows it, what it means, the parts."""
    rows = tuple(case_rows(verdict))
    if not rows:
        return [Say(verdict.message)]
    case, meaning = Rows(rows), Say(verdict.meaning)
    belief = Say(verdict.meaning, belief_heading())
    blocks: list[Block] = [belief, case] if verdict.misconception else [case, meaning]
    if verdict.misconception and verdict.kind in (CHANGED, UNSTEADY):
        blocks.append(Say(notebook.half_the_points()))
    if len(verdict.parts) > 1:
        named = tuple((translated(name), right) for name, right in verdict.parts)
        blocks.append(Parts(notebook.parts_heading(), named))
    return blocks


def next_steps(item: Item, verdict: Verdict, hints_shown: int) -> list[Block]:
    """Return what the student can do now."""
    if verdict.passed is None:
        return [Say(notebook.how_to_report())]
    if verdict.passed or not isinstance(item, Exercise) or not item.hints:
        return []
    return [Say(notebook.next_hint(item.id, hints_shown, len(item.hints)))]
