"""From the text of a question to its prompt and options."""

import re
from dataclasses import dataclass

from autograder.building.lesson import Option
from autograder.judging.questions import CHOICE, LETTERS, NUMBER, canonical_number

OPTION = re.compile(r"- \[(?P<mark>.?)\] (?P<text>.*)")
LETTERED = re.compile(r"(?P<letter>[a-z])\) (?P<text>.+)", re.DOTALL)


class QuestionError(ValueError):
    """A question's text breaks a rule; the message says which and what to do."""


@dataclass(frozen=True)
class Block:
    """One option as it stands in the text: its mark, its own words, the sentence behind `>`."""

    mark: str
    text: str
    sentence: str


def parse_question(text: str, decimals: int | None) -> tuple[str, str, tuple[Option, ...]]:
    """Return the prompt, the kind and the options of a question.

    Without `decimals` it is a choice between lettered options; with it, a number.
    """
    prompt, blocks = split_blocks(text)
    check_blocks(prompt, blocks)
    if decimals is None:
        return prompt, CHOICE, choice_options(blocks)
    return prompt, NUMBER, number_options(blocks, decimals)


def split_blocks(text: str) -> tuple[str, tuple[Block, ...]]:
    """Cut the text into the prompt and the options, each of which begins with `- [`."""
    prompt, *options = re.split(r"^(?=- \[)", text, flags=re.MULTILINE)
    return prompt.strip(), tuple(block(option) for option in options)


def block(text: str) -> Block:
    """Read one option: its first line, further lines of it, and the lines that begin with `>`."""
    first, *rest = text.strip().splitlines()
    option = OPTION.fullmatch(first)
    if option is None or option["mark"] not in (" ", "x"):
        raise QuestionError(f"The option {first!r} is not marked '- [ ] …' or '- [x] …'.")
    lines = [line.strip() for line in rest if line.strip()]
    own = [line for line in lines if not line.startswith(">")]
    if lines[: len(own)] != own:
        raise QuestionError(
            f"Text follows the sentence of the option {first!r}. Put it before the options."
        )
    quoted = [line.removeprefix(">").strip() for line in lines[len(own) :]]
    return Block(option["mark"], "\n".join([option["text"].strip(), *own]), " ".join(quoted))


def check_blocks(prompt: str, blocks: tuple[Block, ...]) -> None:
    """Hold a question to the rules that both kinds share."""
    if not prompt:
        raise QuestionError("The question has no prompt. Write it before the options.")
    right = [block for block in blocks if block.mark == "x"]
    if len(right) != 1:
        raise QuestionError(f"{len(right)} options are marked [x]. Mark exactly one.")
    silent = [block.text for block in blocks if not block.sentence]
    if silent:
        raise QuestionError(
            f"The option {silent[0]!r} has no sentence. Add a line '  > …' under it that says why "
            "it is wrong or right."
        )


def choice_options(blocks: tuple[Block, ...]) -> tuple[Option, ...]:
    """Read lettered options: a), b), c) …, each with another text."""
    if not 2 <= len(blocks) <= len(LETTERS):
        raise QuestionError(f"A choice has 2 to {len(LETTERS)} options; this has {len(blocks)}.")
    options = tuple(map(choice_option, blocks, LETTERS))
    if len({option.text for option in options}) < len(options):
        raise QuestionError("Two options have the same text. Change or delete one.")
    return options


def choice_option(block: Block, letter: str) -> Option:
    """Read one lettered option, which must have the letter that is its turn."""
    lettered = LETTERED.fullmatch(block.text)
    if lettered is None or lettered["letter"] != letter:
        raise QuestionError(
            f"The option {block.text!r} should begin with '{letter})'. "
            "Letter the options a) b) c) …, or give `decimals` for a number."
        )
    return Option(letter, lettered["text"], block.mark == "x", block.sentence)


def number_options(blocks: tuple[Block, ...], decimals: int) -> tuple[Option, ...]:
    """Read the right number and the wrong ones that have a sentence of their own."""
    options = tuple(number_option(block, decimals) for block in blocks)
    if len(options) < 3:
        raise QuestionError("A number needs at least two known wrong numbers beside the right.")
    if len({option.answer for option in options}) < len(options):
        raise QuestionError(f"Two of the numbers are equal when rounded to {decimals} decimals.")
    return options


def number_option(block: Block, decimals: int) -> Option:
    """Read one number, which may have no more digits than are compared."""
    try:
        answer = canonical_number(float(block.text), decimals)
    except ValueError:
        raise QuestionError(
            f"{block.text!r} is not a number. Write the number alone, or drop `decimals`."
        ) from None
    if float(answer) != float(block.text):
        raise QuestionError(
            f"{block.text} has more digits than decimals={decimals}. Round it, or raise `decimals`."
        )
    return Option(answer, "", block.mark == "x", block.sentence)
