"""What is said about an answer to a question that holds no sentence of its own for it."""

from autograder.messages import Sentence, sentence


def question_not_started(name: str) -> Sentence:
    """Invite to answer."""
    return sentence(
        "Not answered yet: write your answer in the cell above, in place of the dots of "
        "`{name} = ...`, run that cell, then check again.",
        name=name,
    )


def letter_wanted(name: str, letters: tuple[str, ...]) -> Sentence:
    """Say how the answer to a choice is written."""
    return sentence(
        "The answer is one letter in quotation marks: `{name} = {example!r}`. "
        "The letters of this question are {letters}.",
        name=name,
        example=letters[0],
        letters=", ".join(letters),
    )


def number_wanted(name: str) -> Sentence:
    """Say how the answer to a number question is written."""
    return sentence("The answer is one plain number, such as `{name} = 1.5`.", name=name)


def unknown_number(number: str, decimals: int) -> Sentence:
    """Answer a wrong number that nobody foresaw."""
    if decimals == 0:
        return sentence(
            "{number} is not the number. Write the steps down one by one.", number=number
        )
    return sentence(
        "{number} is not the number. Write the steps down one by one; "
        "the answer is compared after rounding to {decimals} decimals.",
        number=number,
        decimals=decimals,
    )
