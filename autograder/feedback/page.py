"""Write one student's page: one HTML file that needs nothing else, no network and no script.

The page itself forbids both, and every style but its own, should a text ever slip through.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder.course.names import printable
from autograder.feedback.items import GIVEN, PARTLY, RIGHT, TODO, WAITS, WRONG, Item
from autograder.gradebook.result import GRADED, MISSING, NOT_GRADED
from autograder.gradebook.totals import Total
from autograder.messages import say
from autograder.messages.notebook import number

TEMPLATE = "page.html"
STYLE = "page.css"
POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; "
    "style-src 'sha256-{hash}'"
)
TAB = 4
MOST_SHOWN = 20_000  # characters of one answer: nobody reads more, and a page has many
SIGNS = {RIGHT: "✓", PARTLY: "◐", WRONG: "✗", TODO: "○", WAITS: "…", GIVEN: "✎"}
DAY, HOUR, MINUTE = 86_400, 3_600, 60


@dataclass(frozen=True)
class Page:
    """What the page of one submission says; `why` and `advice` where it was not graded."""

    course_name: str
    lesson_title: str
    total: Total
    items: tuple[Item, ...] = ()
    repairs: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    advice: str = ""

    @property
    def name(self) -> str:
        """The student's name, or the name of their folder."""
        return self.total.student.name or self.total.student.id

    @property
    def graded(self) -> bool:
        """Whether there are points to show."""
        return self.total.has_points

    @property
    def heading(self) -> str:
        """What the page says first where the notebook was not graded."""
        headings = {
            MISSING: say("There is nothing to grade"),
            NOT_GRADED: say("Your notebook is not graded yet"),
        }
        return headings.get(self.total.result.status, say("Your notebook could not be read"))

    @property
    def read(self) -> bool:
        """Whether the notebook could be read."""
        return self.total.result.status == GRADED

    @property
    def share(self) -> float:
        """The share of the points, from 0 to 1."""
        most = self.total.max_points
        return min(1.0, self.total.points / most) if most else 0.0

    def of_state(self, *states: str) -> tuple[Item, ...]:
        """Return the exercises and questions in some states; written answers stand apart."""
        return tuple(item for item in self.items if item.state in states and not item.written)

    @property
    def to_look_at(self) -> tuple[Item, ...]:
        """The answers about which there is something to say."""
        return tuple(
            item
            for item in self.items
            if not item.written and item.state != TODO and (item.state != RIGHT or item.comment)
        )

    @property
    def written(self) -> tuple[Item, ...]:
        """The written answers."""
        return tuple(item for item in self.items if item.written)


def render(page: Page) -> str:
    """Return the whole page; everything that a student wrote is text."""
    made = environment()
    style = made.get_template(STYLE).render()
    return made.get_template(TEMPLATE).render(
        page=page,
        style=Markup(style),  # noqa: S704 - our own file
        policy=policy(style),
        signs=SIGNS,
        words=state_words(),
    )


@lru_cache(maxsize=1)  # a template is compiled once for the whole class
def environment() -> Environment:
    """Return jinja2 with the filters that the page uses."""
    made = Environment(
        loader=PackageLoader("autograder.feedback"),
        autoescape=True,
        finalize=seen,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["say"] = say
    made.filters |= {"number": number, "text": text, "code": code, "late": late, "anchor": anchor}
    made.filters |= {"by_section": by_section, "breakable": breakable}
    return made


def seen(value: Any) -> Any:
    """Return what a place of the page is filled with; in a text nothing hides."""
    if type(value) is not str or (value.isascii() and value.isprintable()):
        return value  # most texts: to look at each of their signs takes longer than all the rest
    return printable(value)


def text(value: str) -> Markup:
    """Return sentences as text for the page; what stands between backticks becomes code."""
    marked = re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(printable(value, lines=True))))
    return Markup(marked)  # noqa: S704 - escaped above


def code(source: str) -> Markup:
    """Return source code as text for the page; what is very long is cut."""
    lines = source[:MOST_SHOWN].expandtabs(TAB).splitlines()
    cut = [say("… and {count} more signs", count=len(source) - MOST_SHOWN)]
    shown = lines + cut if len(source) > MOST_SHOWN else lines
    return escape(printable("\n".join(shown), lines=True))


def anchor(id: str) -> str:
    """Return an id of the page's own for an exercise, safe in an address.

    >>> anchor("neuron.net_input")
    'neuron-net_input'
    """
    return re.sub(r"[^\w-]", "-", id)


def breakable(name: str) -> Markup:
    """Return a name of Python that may go on in the next line after an underscore."""
    return Markup("_<wbr>").join(escape(part) for part in printable(name).split("_"))


def by_section(items: tuple[Item, ...]) -> list[tuple[str, list[Item]]]:
    """Return items under the heading of their section, in the order of the lesson."""
    groups = groupby(items, lambda item: item.section.title)
    return [(title, list(group)) for title, group in groups]


def late(seconds: float) -> str:
    """Say by how much something was late.

    >>> late(93_784), late(61)
    ('1 d 2 h', '1 min')
    """
    days, rest = divmod(int(seconds), DAY)
    hours, rest = divmod(rest, HOUR)
    if days:
        return say("{days} d {hours} h", days=days, hours=hours)
    if hours:
        return say("{hours} h {minutes} min", hours=hours, minutes=rest // MINUTE)
    return say("{minutes} min", minutes=max(1, rest // MINUTE))


def state_words() -> dict[str, str]:
    """Return how an answer stands, in words: no colour and no sign is needed to know it."""
    return {
        RIGHT: say("right"),
        PARTLY: say("partly right"),
        WRONG: say("not right yet"),
        TODO: say("not done"),
        WAITS: say("waiting for your teacher"),
        GIVEN: say("graded by your teacher"),
    }


def policy(style: str) -> str:
    """Return what the page may do: have the style of this text, and show its own pictures."""
    digest = hashlib.sha256(style.encode("utf-8")).digest()
    return POLICY.format(hash=base64.b64encode(digest).decode("ascii"))
