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


def letter_alone(name: str, letter: str) -> Sentence:
    """Ask for the letter without what stands behind it."""
    return sentence("Write the letter alone: `{name} = {letter!r}`.", name=name, letter=letter)


def latin_letter_wanted(name: str, letter: str, letters: tuple[str, ...]) -> Sentence:
    """Name a letter of another alphabet."""
    return sentence(
        "`{letter}` is a letter of another alphabet than the options have: switch the keyboard to "
        "English and write one of {letters}, as in `{name} = {example!r}`.",
        name=name,
        letter=letter,
        letters=", ".join(letters),
        example=letters[0],
    )


def not_its_text(name: str, letters: tuple[str, ...]) -> Sentence:
    """Ask for an option's letter in place of its text."""
    return sentence(
        "That is the text of an option: write its letter, one of {letters}, as in "
        "`{name} = {example!r}`.",
        name=name,
        letters=", ".join(letters),
        example=letters[0],
    )


def quotes_wanted(name: str, letter: str) -> Sentence:
    """Ask for the quotation marks around a letter, without which it is a name."""
    return sentence(
        "A letter stands in quotation marks: `{name} = {letter!r}`.", name=name, letter=letter
    )


def one_equals_sign(name: str) -> Sentence:
    """Explain that one `=` gives a name a value, and two compare it."""
    return sentence(
        "One `=` gives `{name}` a value; `==` asks whether it has one: write `{name} = …`.",
        name=name,
    )


def name_wanted(name: str) -> Sentence:
    """Ask for the name in front of an answer that stands alone."""
    return sentence(
        "The cell gives `{name}` no value: write `{name} = ` in front of the answer.", name=name
    )


def not_here(question_id: str) -> Sentence:
    """Say that the answers are elsewhere."""
    return sentence(
        "This answer could not be judged: the answers to {id} are not on this machine. In a course "
        "they lie in its folder `teacher`, beside the lesson's page.",
        id=question_id,
    )


def number_wanted(name: str) -> Sentence:
    """Say how the answer to a number question is written."""
    return sentence(
        "The answer is one plain number, such as `{name} = 1.5`: with a point, and without "
        "brackets, quotation marks or commas.",
        name=name,
    )


def point_not_comma(name: str, number: str) -> Sentence:
    """Say how a number with a fraction is written."""
    return sentence("Write a point, not a comma: `{name} = {number}`.", name=name, number=number)


def no_quotes(name: str, number: str) -> Sentence:
    """Say that a number in quotation marks is a text."""
    return sentence(
        "In quotation marks it is a text, not a number: `{name} = {number}`.",
        name=name,
        number=number,
    )


def other_type(name: str, type_name: str) -> Sentence:
    """Name the type of a value that is not a plain number."""
    return sentence(
        "The answer is one plain number, such as `{name} = 1.5`, but it is of the type {type}; "
        "`float(…)` may make a number of it.",
        name=name,
        type=type_name,
    )


def too_large(name: str, digits: str) -> Sentence:
    """Say how large a number is that no computer compares."""
    return sentence(
        "`{name}` has {digits} digits, and no answer here is nearly as large. Is there a "
        "`**` where `*` was meant, or a point missing?",
        name=name,
        digits=digits,
    )


def not_finite(name: str, value: str) -> Sentence:
    """Say that an answer is not a finite number."""
    return sentence(
        "`{name}` is {value}, no finite number: on the way something grew too large or was divided "
        "by 0.",
        name=name,
        value=value,
    )


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
