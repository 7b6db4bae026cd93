"""Where the lines and bars of the page's drawings stand, in the units of their boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.report.trend import Step

BAR_STEP, BAR_WIDTH, LEFT, FLOOR, TALLEST = 41, 36, 14, 150, 115
ROOM = 92  # signs below a trend before its names run into each other
TREND_LEFT, TREND_RIGHT, TREND_TOP, TREND_FLOOR = 46, 690, 14, 174


@dataclass(frozen=True)
class Bar:
    """One bar: how many students, where it begins, and its size."""

    count: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Return where the bar's number stands."""
        return self.x + self.width / 2


def bars(counts: Sequence[int]) -> list[Bar]:
    """Return the bars of a distribution; the tallest takes the whole height.

    >>> [bar.height for bar in bars([0, 1, 2])]
    [0.0, 57.5, 115.0]
    """
    most = max([*counts, 1])
    heights = [TALLEST * count / most for count in counts]
    return [
        Bar(count, LEFT + 3 + BAR_STEP * place, FLOOR - height, BAR_WIDTH, height)
        for place, (count, height) in enumerate(zip(counts, heights, strict=True))
    ]


@dataclass(frozen=True)
class TrendLines:
    """The drawing of a trend: a band from quartile to quartile, the line of the medians."""

    band: str
    line: str
    dots: tuple[tuple[float, float, Step], ...]
    names: tuple[str, ...]


def trend_lines(steps: Sequence[Step]) -> TrendLines:
    """Return the drawing of a trend, an assignment beside the other."""
    width = (TREND_RIGHT - TREND_LEFT) / max(1, len(steps))
    xs = [TREND_LEFT + width * (place + 0.5) for place in range(len(steps))]
    upper = points(xs, [step.upper for step in steps])
    lower = points(xs, [step.lower for step in steps])
    middle = points(xs, [step.median for step in steps])
    dots = tuple((x, y, one) for (x, y), one in zip(middle, steps, strict=True))
    band = joined([*upper, *reversed(lower)])
    return TrendLines(band, joined(middle), dots, names_below([step.assignment for step in steps]))


def names_below(assignments: Sequence[str]) -> tuple[str, ...]:
    """Return the words under a trend: where there is no room, the first or the end of each name.

    >>> names_below(["01_neuron", "A_statistics"])
    ('01 neuron', 'A statistics')
    >>> names_below(["01_neuron", "A_statistics"] * 5)[:2]
    ('01', 'A')
    >>> names_below([f"exercise_{number}" for number in range(1, 11)])[-1]
    '…rcise 10'
    """
    names = [name.replace("_", " ") for name in assignments]
    room = ROOM // max(1, len(names))
    if all(len(name) <= room for name in names):
        return tuple(names)
    words = [name.partition(" ")[0] for name in names]
    told_apart = len(set(words)) == len(set(names)) and all(len(word) <= room for word in words)
    return tuple(words) if told_apart else tuple(f"…{name[1 - room :]}" for name in names)


def points(xs: Sequence[float], shares: Sequence[float]) -> list[tuple[float, float]]:
    """Return where shares stand: 0 at the floor, 1 at the top."""
    height = TREND_FLOOR - TREND_TOP
    return [
        (round(x, 1), round(TREND_FLOOR - height * share, 1))
        for x, share in zip(xs, shares, strict=True)
    ]


def joined(places: Sequence[tuple[float, float]]) -> str:
    """Return places as SVG writes them."""
    return " ".join(f"{x:g},{y:g}" for x, y in places)
