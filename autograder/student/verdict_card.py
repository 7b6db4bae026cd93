"""The card of a verdict, in the notebook while the student works and in the graded one."""

from autograder.exercises import Exercise
from autograder.judging.finding import belief_heading
from autograder.judging.verdict import CHANGED, NOT_DEFINED, NOT_STARTED, UNSTEADY, Verdict
from autograder.messages import notebook, translated
from autograder.student.card import (
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    RED,
    Block,
    Card,
    CardStyle,
    LabelledRows,
    Paragraph,
    PartResults,
    ProgressBar,
)
from autograder.student.catalog import Item
from autograder.student.rendering import card_html


def verdict_card(
    item: Item, verdict: Verdict, points: float, hints_shown: int, bar: ProgressBar, note: str = ""
) -> Card:
    """Return the card that shows a verdict on an exercise or a question."""
    blocks: list[Block] = [*finding_blocks(verdict), *next_steps(item, verdict, hints_shown)]
    if note:
        blocks.append(Paragraph(note))
    points_text = notebook.points(points, item.points)
    return Card(style_of(verdict), item.id, points_text, (*blocks, bar))


def graded_html(verdict: Verdict) -> str:
    """Return the card for a graded notebook, without next steps, as one HTML element.

    Everything that the student wrote is escaped.
    """
    return card_html(Card(style_of(verdict), "", blocks=tuple(finding_blocks(verdict))))


def style_of(verdict: Verdict) -> CardStyle:
    """Return the style that fits a verdict."""
    if verdict.passed is None:
        return fault_style()
    if verdict.passed:
        return CardStyle("✓", notebook.right_word(), GREEN)
    if verdict.kind in (NOT_STARTED, NOT_DEFINED):
        return CardStyle("○", notebook.todo_word(), GREY)
    if verdict.score > 0:
        return CardStyle("◐", notebook.partly_word(), ORANGE)
    return CardStyle("✗", notebook.wrong_word(), RED)


def fault_style() -> CardStyle:
    """Return the style of a fault of ours."""
    return CardStyle("?", notebook.fault_word(), PURPLE)


def finding_blocks(verdict: Verdict) -> list[Block]:
    """Return the finding: a named belief, the case that shows it, what it means, the parts."""
    rows = verdict.finding.rows()
    if not rows:
        return [Paragraph(verdict.message)]
    case, meaning = LabelledRows(rows), Paragraph(verdict.meaning)
    belief = Paragraph(verdict.meaning, belief_heading())
    blocks: list[Block] = [belief, case] if verdict.misconception else [case, meaning]
    if verdict.misconception and verdict.kind in (CHANGED, UNSTEADY):
        blocks.append(Paragraph(notebook.half_the_points()))
    if len(verdict.parts) > 1:
        named = tuple((translated(name), right) for name, right in verdict.parts)
        blocks.append(PartResults(notebook.parts_heading(), named))
    return blocks


def next_steps(item: Item, verdict: Verdict, hints_shown: int) -> list[Block]:
    """Return what the student can do now."""
    if verdict.passed is None:
        return [Paragraph(notebook.how_to_report())]
    if verdict.passed or not isinstance(item, Exercise) or not item.hints:
        return []
    return [Paragraph(notebook.next_hint(item.id, hints_shown, len(item.hints)))]
