"""A note on one submission: a sentence for the teacher that knows why it is there."""

from typing import Any, Self

from autograder.notes.cause import Cause


class Note(str):
    """A sentence about one submission, with its cause and the cell or exercise that it is about.

    It is a text, so whoever only reads notes need not know of causes.

    >>> note = Note(Cause.TIME, "The cell did not finish.", about="neuron-relu")
    >>> note, note.cause, note.needs_a_look
    ('The cell did not finish.', <Cause.TIME: 'time'>, True)
    """

    cause: Cause
    about: str

    def __new__(cls, cause: Cause, text: str, about: str = "") -> Self:
        """Return the sentence as a note."""
        note = super().__new__(cls, text)
        note.cause, note.about = cause, about
        return note

    def __getnewargs__(self) -> tuple[Any, ...]:  # graders send notes from process to process
        return self.cause, str(self), self.about

    @property
    def needs_a_look(self) -> bool:
        """Return True if a person should look at it."""
        return self.cause.needs_a_look

    def to_plain(self) -> dict[str, Any]:
        """Return it as data for JSON.

        >>> Note(Cause.RENAMED, "It was named a.ipynb.").to_plain()
        {'cause': 'renamed', 'text': 'It was named a.ipynb.', 'needs_a_look': False}
        """
        about = {"about": self.about} if self.about else {}
        return {
            "cause": self.cause.value,
            "text": str(self),
            "needs_a_look": self.needs_a_look,
            **about,
        }

    @classmethod
    def from_plain(cls, data: Any, otherwise: Cause = Cause.OTHER) -> Self:
        """Read a note back; a text alone, as earlier versions kept it, gets the cause `otherwise`.

        A note is returned as it is.

        Raises TypeError or KeyError for anything that is not one.
        """
        if isinstance(data, cls):
            return data
        if isinstance(data, str):
            return cls(otherwise, data)
        return cls(known(data["cause"]), str(data["text"]), str(data.get("about", "")))


NO_NOTE = Note(Cause.OTHER, "")


def known(cause: Any) -> Cause:
    """Return the cause of a name, `OTHER` for one that a newer version wrote."""
    return Cause(cause) if cause in set(Cause) else Cause.OTHER
