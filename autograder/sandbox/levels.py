"""How far a worker is cut off from the machine: three levels, from what the system offers.

Each level holds everything that the one below it holds.
"""

from collections.abc import Sequence

LIMITS = "limits"  # a fresh process with limits on time, memory, files and output
RESTRICTED = "restricted"  # no network, no other files, no signals to other processes
FULL = "full"  # nothing else can even be seen; bounded disk; nothing is left running
LEVELS = (LIMITS, RESTRICTED, FULL)


def reaches(level: str, wanted: str) -> bool:
    """Return True if a level is at least the one that is wanted.

    >>> reaches("full", "restricted"), reaches("limits", "restricted")
    (True, False)
    """
    return LEVELS.index(level) >= LEVELS.index(wanted)


def explain_low_level(level: str, wanted: str, missing: Sequence[str]) -> str:
    """Return why grading can't begin: what the system can't do, what is missing, what helps."""
    lacking = "".join(f"\n  {what}" for what in missing)
    return (
        f'Grading was not begun: the course wants the isolation "{wanted}", '
        f'and this system reaches "{level}".{lacking}\n'
        "What helps: on Linux, run it as root, or let users make namespaces "
        "(sysctl kernel.unprivileged_userns_clone=1, "
        "kernel.apparmor_restrict_unprivileged_userns=0); elsewhere, use the Dockerfile of this "
        "project. If you trust the code that was handed in, accept less: "
        f'`--isolation {level}`, or isolation = "{level}" in course.toml.'
    )
