"""How far a worker is cut off from the machine: three levels, from what the system offers.

Each level holds everything that the one below it holds.
"""

LIMITS = "limits"  # a fresh process with limits on time, memory, files and output
RESTRICTED = "restricted"  # no network, no other files, no signals to other processes
FULL = "full"  # nothing else can even be seen; bounded disk; nothing is left running
LEVELS = (LIMITS, RESTRICTED, FULL)


def reaches(level: str, wanted: str) -> bool:
    """Tell whether a level is as good as the one that is wanted.

    >>> reaches("full", "restricted"), reaches("limits", "restricted")
    (True, False)
    """
    return LEVELS.index(level) >= LEVELS.index(wanted)
