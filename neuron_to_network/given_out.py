"""The lessons as they are given out: in the installed package, or in the checkout that it is."""

from pathlib import Path

PACKAGED = Path(__file__).parent / "notebooks"
CHECKOUT = Path(__file__).parents[1] / "lessons"
LANGUAGE = "en"


class NoLessonsError(Exception):
    """There are no lessons where they should be; the text says what to do."""


def given_out(language: str = LANGUAGE) -> dict[str, str]:
    """Return the text of each lesson's notebook, by the lesson's name, in their order.

    Raises NoLessonsError where the installation has none.
    """
    places = [place / language for place in (PACKAGED, CHECKOUT) if (place / language).is_dir()]
    files = [file for place in places[:1] for file in sorted(place.glob("*.ipynb"))]
    if not files:
        raise NoLessonsError(
            "This installation has no lessons in it. Install it again: "
            'pip install --force-reinstall "neuron-to-network[lessons]"'
        )
    return {file.stem: file.read_text(encoding="utf-8") for file in files}
