"""The card of a verdict as it stands in a graded notebook: the finding, without next steps."""

from autograder.judging.verdict import Verdict
from autograder.student.card import Card
from autograder.student.card_html import card_html
from autograder.student.moods import mood_of
from autograder.student.verdict_card import finding_blocks


def graded_html(verdict: Verdict) -> str:
    """Return a verdict as one HTML element; everything that the student wrote is escaped."""
    return card_html(Card(mood_of(verdict), "", blocks=tuple(finding_blocks(verdict))))
