"""The lessons as they are given out."""

from autograder.texts import notebooks

LANGUAGE = "en"


class NoLessonsError(Exception):
    """There are no lessons where they should be; the text says what to do."""


def given_out(language: str = LANGUAGE) -> dict[str, str]:
    """Return the text of each lesson's notebook, by the lesson's name, in their order.

    Raises NoLessonsError where the installation has none.
    """
    files = sorted((notebooks() / language).glob("*.ipynb"))
    if not files:
        raise NoLessonsError(
            "This installation has no lessons in it. Install it again: "
            'pip install --force-reinstall "neuron-to-network[lessons]"'
        )
    return {file.stem: file.read_text(encoding="utf-8") for file in files}
