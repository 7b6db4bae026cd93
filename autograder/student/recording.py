"""A question whose answer is only recorded in the notebook, and judged when it is graded.

All that is said is whether it can be an answer, which its form tells: the notebook holds nothing
that could tell more.
"""

from autograder.judging.questions import CHOICE, NUMBER, Question, unfit
from autograder.judging.verdict import NOT_STARTED
from autograder.messages import notebook
from autograder.student.card import BLUE, GREY, ORANGE, Card, CardStyle, Paragraph

LONGEST = 60  # characters of an answer that are shown


def recorded_question(item_id: str, form: str) -> Question:
    """Return a question of which only its form is known: the letters of its options, or a number.

    >>> recorded_question("neuron.role_of_bias", "abc").name
    'role_of_bias'
    """
    options = () if form == NUMBER else tuple(form)
    kind = CHOICE if options else NUMBER
    return Question(item_id, item_id.partition(".")[2], "", 0.0, (), kind, options, 0, ())


def recorded_card(question: Question, answer: object) -> Card:
    """Say that an answer is recorded, or why it cannot be one."""
    verdict = unfit(question, answer)
    if verdict is None:
        style = CardStyle("●", notebook.recorded_word(), BLUE)
        return Card(style, question.id, blocks=(Paragraph(notebook.recorded(shown(answer))),))
    begun = verdict.kind != NOT_STARTED
    style = CardStyle("✗", notebook.not_an_answer_word(), ORANGE) if begun else todo_style()
    return Card(style, question.id, blocks=(Paragraph(verdict.message),))


def todo_style() -> CardStyle:
    """Return the style of a question that is not answered."""
    return CardStyle("○", notebook.todo_word(), GREY)


def shown(answer: object) -> str:
    """Return an answer as it was typed, short enough to read."""
    text = repr(answer.item() if hasattr(answer, "item") else answer)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
