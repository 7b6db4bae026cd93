"""The settings of a course: each is declared here, once, as a field of `Settings`.

The declaration holds a setting's name and type, the kind of its values, the comment above it in a
new file, its default and, where that matters, what a change of it means. The file, its errors,
`autograder course set` and the completion of the shell follow from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from inspect import cleandoc
from typing import Any

from autograder.course.settings.kinds import (
    LIBRARIES,
    TEXT,
    TIME,
    TIME_ZONE,
    TRUE_OR_FALSE,
    WEB_ADDRESS,
    ByAssignment,
    Kind,
    one_of,
    whole_number,
)
from autograder.sandbox.levels import FULL, LIMITS, RESTRICTED

LAST, BEST = "last", "best"
ANSWERED, RECORDED = "answered", "recorded"


def setting(
    kind: Kind | ByAssignment, comment: str, *, default: Any = None, after_change: str = ""
) -> Any:
    """Declare a setting; without a default the file must name a value."""
    about = {
        "kind": kind,
        "comment": tuple(cleandoc(comment).splitlines()),
        "default": default,
        "after_change": after_change,
    }
    if isinstance(kind, ByAssignment):
        return field(default_factory=dict, hash=False, metadata={**about, "default": {}})
    return field(metadata=about) if default is None else field(default=default, metadata=about)


@dataclass(frozen=True)
class Settings:
    """The settings of a course, in the order of the file; tables come last there."""

    name: str = setting(TEXT, "The name of the course, as nbgrader shows it.")
    seed: int = setting(
        whole_number(at_least=0),
        """
        A number from which the grading cases are made, together with the secret in secret.txt:
        another number, other cases. Keep both files from students.
        """,
        after_change="The seed makes the grading cases: the next `autograder grade` grades "
        "everything anew, and points may change.",
    )
    isolation: str = setting(
        one_of(FULL, RESTRICTED, LIMITS),
        """
        How far students' code must be cut off from this machine, or grading refuses:
        "full" (it sees nothing of the machine), "restricted" (no network, no other files)
        or "limits" (only time, memory and output are bounded: for code that you trust).
        """,
        default=RESTRICTED,
        after_change="What was graded at a lower level of isolation is graded anew.",
    )
    show_hidden_cases: bool = setting(
        TRUE_OR_FALSE,
        """
        Whether students' feedback shows the cases made from the seed and their right answers. It
        always shows the worked examples, which are in the notebook too.
        """,
        default=False,
        after_change="The next `autograder grade` grades everything anew.",
    )
    show_rubrics: bool = setting(
        TRUE_OR_FALSE,
        """
        Whether graders see the rubric of a written answer above it in the formgrader, as the
        lesson's page in the folder teacher has it. `autograder feedback` never shows it;
        nbgrader's own feedback, a button in the formgrader, would.
        """,
        default=True,
        after_change="The next `autograder grade` grades everything anew, with rubrics or without.",
    )
    questions: str = setting(
        one_of(ANSWERED, RECORDED),
        """
        What a check of a question tells in the students' notebooks: "answered" (at once whether
        the answer is right, and why: for learning, and whoever wants to can try every option) or
        "recorded" (only that it is kept: it is judged when the notebook is graded).
        """,
        default=ANSWERED,
        after_change="It is for notebooks that are made from now on: `autograder course release` "
        "makes them. Do so before a lesson is handed out: of work in earlier notebooks the changed "
        "check cells are told.",
    )
    lessons_url: str = setting(
        WEB_ADDRESS,
        """
        Where students read the lessons on the web: feedback then links to the section of
        each exercise, at this address followed by /01_neuron.ipynb#section. Empty: to the
        public site of the course's lessons, where there is one.
        """,
        default="",
    )
    attempts: str = setting(
        one_of(LAST, BEST),
        """
        Which attempt counts where somebody handed in several times: the last one, or the
        best one, by the points that are given automatically.
        """,
        default=LAST,
    )
    timezone: str = setting(
        TIME_ZONE,
        """
        The time zone of the platform from which work is collected, as "Europe/Berlin": Moodle's
        worksheet names none, and IST or PST may be several. Empty: this machine's.
        """,
        default="",
    )
    libraries: tuple[str, ...] = setting(
        LIBRARIES,
        """
        Libraries that students' code may import beside NumPy and Matplotlib, by the names that pip
        knows, as ["pandas", "scipy"]. `autograder course libraries` installs what is missing.
        """,
        default=(),
        after_change="Run `autograder course libraries` to install what is missing; the next "
        "`autograder grade` grades everything anew.",
    )
    deadlines: Mapping[str, datetime] = setting(
        ByAssignment(TIME, "times", "2026-10-01T23:59:00+02:00"),
        """
        When each assignment is due, as 01_neuron = 2026-10-01T23:59:00+02:00; without +02:00
        the time is this machine's. What is handed in later is late, by nbgrader's late rule.
        """,
    )


@dataclass(frozen=True)
class Setting:
    """What the declaration of one setting says."""

    name: str
    kind: Kind | ByAssignment
    comment: tuple[str, ...]
    default: Any
    after_change: str

    @property
    def by_assignment(self) -> bool:
        """Return True if each assignment has a value of its own."""
        return isinstance(self.kind, ByAssignment)

    @property
    def kind_of_value(self) -> Kind:
        """Return the kind of the setting's value, or of each assignment's."""
        return self.kind.kind if isinstance(self.kind, ByAssignment) else self.kind

    def name_to_type(self, assignment: str) -> str:
        """Return the name that `autograder course set` takes."""
        return f"{self.name}.{assignment}" if self.by_assignment else self.name


SETTINGS = tuple(Setting(declared.name, **declared.metadata) for declared in fields(Settings))
