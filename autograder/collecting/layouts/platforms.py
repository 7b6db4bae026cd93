"""Which platform a source came from: the one whose layout tells most about its notebooks."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from autograder.collecting.archives.entries import CollectError
from autograder.collecting.layouts import canvas, exchange, github, google, moodle, nbgrader
from autograder.collecting.layouts.claim import Claim, Source

Layout: TypeAlias = Callable[[Source], list[Claim]]

# The strictest first: of two layouts that tell as much, the first is taken.
PLATFORMS: Mapping[str, Layout] = {
    "moodle": moodle.read,
    "exchange": exchange.read,
    "canvas": canvas.read,
    "github": github.read,
    "google": google.read,
    "nbgrader": nbgrader.read,
}
SHOWN = {
    "moodle": "Moodle",
    "exchange": "nbgrader's exchange",
    "canvas": "Canvas",
    "nbgrader": "nbgrader's folders",
    "github": "GitHub Classroom",
    "google": "Google Classroom",
}


def read_claims(source: Source, platform: str = "") -> tuple[str, list[Claim]]:
    """Return the platform of a source and who handed in which file.

    Raises CollectError where the layout is that of no platform, or not of the named one.
    """
    if platform:
        claims = PLATFORMS[platform](source)
        if not claims:
            raise CollectError(f"{source.unpacked.source} {not_of(platform)}")
        return platform, claims
    told = {name: layout(source) for name, layout in PLATFORMS.items()}
    best = max(PLATFORMS, key=lambda name: worth(told[name]))
    if not told[best]:
        raise CollectError(
            f"{source.unpacked.source}: no file is named as {', '.join(SHOWN.values())} name "
            "what was handed in. Is it the right file? If it is, name its --platform."
        )
    return best, told[best]


def worth(claims: list[Claim]) -> tuple[int, int]:
    """Return how much a layout tells: about how many notebooks, and about how many files."""
    return sum(claim.entry.is_notebook for claim in claims), len(claims)


def not_of(platform: str) -> str:
    """Say that no name is of the named platform's layout."""
    return (
        f"holds no file that is named as {SHOWN[platform]} names it. Leave --platform away to "
        "have the platform found by the names."
    )
