"""What a question asked, and which of its options an answer chose: words instead of ids."""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field

from autograder.submissions.template import PROSE, QUESTION, LessonTemplate

PROMPT = "-prompt"  # the end of a prompt's cell id
OPTION = re.compile(r"^- ([a-z])\) (.+(?:\n {2,}.+)*)", re.MULTILINE)
ID_OF_OPTION = re.compile(r"option_([a-z])")
ID_OF_NUMBER = re.compile(r"answer_(.+)")
FORMULA = re.compile(r"\$\$?([^$\n]+)\$\$?")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
LONGEST = 90  # signs of a question or an option in a heading


@dataclass(frozen=True)
class Asked:
    """A question as its students read it: its last sentence, and its options by their letters."""

    question: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def answer(self, belief: str) -> str:
        """Return what was answered, in words, by the id of the belief behind it."""
        option, number = ID_OF_OPTION.fullmatch(belief), ID_OF_NUMBER.fullmatch(belief)
        if option:
            text = self.options.get(option[1], "")
            return f"{option[1]}) {text}" if text else f"option {option[1]}"
        return number[1] if number else belief.replace("_", " ")


def asked_in(lesson: LessonTemplate) -> dict[str, Asked]:
    """Return what each question of a lesson asks, by its id."""
    prompts = {
        cell.id.removesuffix(PROMPT): cell.source
        for cell in lesson.of_kind(PROSE)
        if cell.id.endswith(PROMPT)
    }
    questions = [cell for cell in lesson.of_kind(QUESTION) if cell.id in prompts]
    return {cell.item: read_prompt(prompts[cell.id]) for cell in questions}


def read_prompt(markdown: str) -> Asked:
    r"""Return what a prompt asks.

    >>> read_prompt("Five came in. Which `x` is *most*?\n\n- a) the first\n- b) $x_2$")
    Asked(question='Five came in. Which `x` is most?', options={'a': 'the first', 'b': 'x_2'})
    """
    options = {letter: cut(plain(text)) for letter, text in OPTION.findall(markdown)}
    paragraphs = [plain(part) for part in OPTION.split(markdown, 1)[0].split("\n\n")]
    return Asked(end_of(next(filter(None, reversed(paragraphs)), "")), options)


def end_of(text: str) -> str:
    """Return the last sentences of a text, as many as a heading holds: the question comes last."""
    *before, end = SENTENCE_END.split(text)
    for sentence in reversed(before):
        if len(sentence) + len(end) >= LONGEST:
            break
        end = f"{sentence} {end}"
    return cut(end)


def plain(markdown: str) -> str:
    """Return a text on one line, without marks for formulas and emphasis."""
    text = FORMULA.sub(r"\1", " ".join(markdown.split()))
    return re.sub(r"(?<![\w*])\*{1,2}([^*\s][^*]*)\*{1,2}(?![\w*])", r"\1", text)


def cut(text: str) -> str:
    """Return a text that a heading holds.

    >>> cut("a " * 60)[-5:]
    'a a …'
    """
    return text if len(text) <= LONGEST else textwrap.shorten(text, LONGEST, placeholder=" …")
