"""Say a sentence in the reader's language, now or when somebody reads it."""

import gettext
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

DOMAIN = "autograder"
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # in the order that gettext asks them


@dataclass(frozen=True)
class Sentence:
    """A sentence that is kept as data: `str` says it in the language of whoever reads it.

    Parameters
    ----------
    english
        The sentence as the source has it, with a name in braces for each value.
    values
        What is filled in: numbers, texts, other sentences. Without any, braces are just braces.

    >>> str(Sentence("The shape is {got}.", {"got": "(2, 3)"}))
    'The shape is (2, 3).'
    """

    english: str
    values: "Mapping[str, str | int | float | Sentence]" = field(default_factory=dict)

    def __str__(self) -> str:
        words = translated(self.english)
        return words.format(**self.values) if self.values else words


Text = (
    str | Sentence
)  # what is a str is the same in every language: numbers, code, a person's words


def sentence(english: str, /, **values: object) -> Sentence:
    """Return a sentence to be said later; a value that is no plain data is kept as its text."""
    kept = (str, int, float, Sentence)
    return Sentence(
        english,
        {name: value if isinstance(value, kept) else str(value) for name, value in values.items()},
    )


def joined(*texts: Text, by: str = " ") -> Text:
    """Return several texts as one, without those that are empty.

    >>> str(joined(Sentence("One."), "", "Two."))
    'One. Two.'
    """
    parts = {f"part{number}": text for number, text in enumerate(texts) if text}
    return Sentence(by.join(f"{{{name}}}" for name in parts), parts) if parts else ""


def say(english: str, /, **values: object) -> str:
    """Return a sentence of this package in the reader's language with its values filled in."""
    return translated(english).format(**values)


def translated(english: str) -> str:
    """Return a sentence of the exercises in the reader's language."""
    chosen = tuple(os.environ.get(name, "") for name in VARIABLES)
    return catalogue(chosen).gettext(english) if english else ""


@lru_cache(maxsize=8)  # gettext looks for a file each time it is asked, found or not
def catalogue(chosen: tuple[str, ...]) -> gettext.NullTranslations:
    """Return the catalogue for what the environment chooses; sentences stay English without one."""
    return gettext.translation(DOMAIN, fallback=True)


def to_data(text: Text | float) -> Any:
    """Return a text as data for JSON.

    >>> to_data(Sentence("One of {count}.", {"count": 2}))
    {'sentence': 'One of {count}.', 'values': {'count': 2}}
    """
    if not isinstance(text, Sentence):
        return text
    values = {name: to_data(value) for name, value in text.values.items()}
    return {"sentence": text.english, **({"values": values} if values else {})}


def from_data(data: Any) -> Text:
    """Read a text back; raises TypeError for anything that is not one."""
    if isinstance(data, str):
        return data
    if not isinstance(data, dict) or not isinstance(data.get("sentence"), str):
        raise TypeError(f"{data!r} is not a text")
    values = data.get("values", {})
    return Sentence(
        data["sentence"],
        {
            name: value if isinstance(value, int | float) else from_data(value)
            for name, value in values.items()
        },
    )
