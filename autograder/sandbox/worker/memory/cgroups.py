"""Where this process may make memory cgroups, in both versions of the kernel's interface.

Version 1 has a tree for memory alone; version 2 has one tree for everything, in which a folder
gives its children a limit of memory if its `cgroup.subtree_control` says so. Source: the kernel's
documentation, "Memory Resource Controller" (1) and "Control Group v2" (2).
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PROC = Path("/proc/self")


@dataclass(frozen=True)
class Interface:
    """The files of one version: what is written to bound a group, and what it says of itself.

    Parameters
    ----------
    join
        A process that writes 0 here goes over into the group.
    settings
        What else is written, in this order; `{limit}` stands for the bytes.
    used
        The bytes that are held.
    events
        How often the kernel has killed a process of the group: its line `oom_kill`.

    """

    join: str
    settings: tuple[tuple[str, str], ...]
    used: str
    events: str


VERSION_1 = Interface(
    "tasks",  # as cgroup.procs, but without a lock on all of the machine's processes
    (
        ("memory.memsw.limit_in_bytes", "-1"),  # with swap; never less than without
        ("memory.limit_in_bytes", "{limit}"),
        ("memory.memsw.limit_in_bytes", "{limit}"),
    ),
    "memory.usage_in_bytes",
    "memory.oom_control",
)
VERSION_2 = Interface(
    "cgroup.procs",
    (("memory.max", "{limit}"), ("memory.swap.max", "0"), ("memory.oom.group", "1")),
    "memory.current",
    "memory.events",
)
BOUND = ("memory.limit_in_bytes", "memory.max")  # without these nothing is bounded

Place = tuple[Path, Interface]


def places(proc: Path = PROC) -> Iterator[Place]:
    """Yield the folders in which groups with a bounded memory could be made, the nearest first.

    `proc` is a process's folder in /proc.
    """
    with suppress(OSError, ValueError, IndexError):
        mine = memberships(proc)
        for root, mounted, kind, options in mounts(proc):
            if kind == "cgroup" and "memory" in options.split(",") and "memory" in mine:
                yield placed(mine["memory"], root, mounted), VERSION_1
            if kind == "cgroup2" and "" in mine:
                yield from givers_of_memory(placed(mine[""], root, mounted), Path(mounted))


def memberships(proc: Path) -> dict[str, str]:
    """Return the group that a process is in by controller; that of version 2 has no name."""
    lines = (proc / "cgroup").read_text(encoding="utf-8").splitlines()
    split = (line.split(":", 2) for line in lines)
    return {name: path for _, names, path in split for name in names.split(",")}


def mounts(proc: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is mounted: the part of the file system, where, its kind, and its options."""
    for line in (proc / "mountinfo").read_text(encoding="utf-8").splitlines():
        before, _, after = line.partition(" - ")
        root, mounted = before.split()[3:5]
        kind, _, options = after.split(" ", 2)
        yield root, mounted, kind, options


def placed(group: str, root: str, mounted: str) -> Path:
    """Return the folder of a group, of whose tree the part below `root` is mounted."""
    return Path(mounted) / PurePosixPath(group).relative_to(root)


def givers_of_memory(own: Path, top: Path) -> Iterator[Place]:
    """Yield a group of version 2, and those around it, that hand on the control of memory."""
    for folder in (own, *own.parents):
        with suppress(OSError):
            control = (folder / "cgroup.subtree_control").read_text(encoding="utf-8")
            if "memory" in control.split():
                yield folder, VERSION_2
        if folder == top:
            return
