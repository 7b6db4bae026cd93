"""The numbers of the system calls that a worker has no business to make, by architecture."""

import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass

# name: (x86_64, aarch64); -1 where an architecture has no such call
NUMBERS: Mapping[str, tuple[int, int]] = {
    # the network, and other programs by sockets: `socketpair` alone stays
    "socket": (41, 198),
    # shared memory and queues, which would outlive the submission
    "shmget": (29, 194),
    "shmat": (30, 196),
    "semget": (64, 190),
    "msgget": (68, 186),
    "mq_open": (240, 180),
    # memory of a process that stays in a pipe when the process has let go of it
    "vmsplice": (278, 75),
    # other processes
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setscheduler": (144, 119),
    "sched_setparam": (142, 118),
    "sched_setattr": (314, 274),
    # namespaces and mounts
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "move_mount": (429, 429),
    "open_tree": (428, 428),
    "mount_setattr": (442, 442),
    "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264),
    # the kernel's more dangerous parts
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "fanotify_init": (300, 262),
    "memfd_secret": (447, 447),
    "move_pages": (279, 239),
    "migrate_pages": (256, 238),
    "modify_ldt": (154, -1),
    "personality": (135, 92),
    "syslog": (103, 116),
    # the machine itself
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "clock_adjtime": (305, 266),
    "adjtimex": (159, 171),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "iopl": (172, -1),
    "ioperm": (173, -1),
    "vhangup": (153, 58),
}

# Of these, what no exercise and no library needs: who makes such a call is reported.
REPORTED = (
    *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "unshare", "setns"),
    *("mount", "umount2", "pivot_root", "chroot", "fsopen", "fsmount", "move_mount", "open_tree"),
    *("mount_setattr", "open_by_handle_at", "bpf", "perf_event_open", "userfaultfd"),
    *("io_uring_setup", "keyctl", "add_key", "request_key", "fanotify_init", "memfd_secret"),
    *("modify_ldt", "kexec_load", "kexec_file_load", "init_module", "finit_module"),
    *("delete_module", "reboot", "swapon", "swapoff", "acct", "settimeofday", "clock_settime"),
    *("sethostname", "setdomainname", "iopl", "ioperm", "vhangup"),
)


@dataclass(frozen=True)
class Architecture:
    """What a filter must know of a processor's system calls.

    Parameters
    ----------
    audit
        The number by which the kernel names the architecture.
    denied
        The calls that are refused.
    clone, clone3
        The calls that make processes.
    signals
        Those that send a signal to the process or group in their first argument.
    signals_to_any
        Those whose receiver a filter can't read.
    fcntl, ioctl
        The calls that change an open file.
    limits
        The call that changes the limits of the process in its first argument.
    memory_denied
        Those of `denied` by which memory outlives its processes.
    reported
        The names of those of `denied` that are reported, by number.
    seccomp
        The call that sets up a filter.
    mmap, memfd_create
        The calls that take memory, and a file of memory.
    prctl
        The call by which a process hides from being counted.
    others
        Numbers from here on are another interface to the same calls; 0 where there is none.

    """

    audit: int
    denied: tuple[int, ...]
    clone: int
    clone3: int
    signals: tuple[int, ...]
    signals_to_any: tuple[int, ...]
    fcntl: int
    ioctl: int
    limits: int
    memory_denied: tuple[int, ...]
    reported: Mapping[int, str]
    seccomp: int
    mmap: int
    memfd_create: int
    prctl: int
    others: int = 0


def denied(column: int) -> tuple[int, ...]:
    """Return the numbers of the refused calls that an architecture has."""
    return tuple(pair[column] for pair in NUMBERS.values() if pair[column] >= 0)


def reported(column: int) -> Mapping[int, str]:
    """Return the names of the calls that are reported, by their numbers."""
    return {NUMBERS[name][column]: name for name in REPORTED if NUMBERS[name][column] >= 0}


def memory_denied(column: int) -> tuple[int, ...]:
    """Return the numbers of the refused calls by which memory outlives its processes."""
    return tuple(NUMBERS[name][column] for name in ("shmget", "vmsplice"))


ARCHITECTURES = {
    "x86_64": Architecture(
        audit=0xC000003E,
        denied=denied(0),
        clone=56,
        clone3=435,
        signals=(62, 234, 129, 297),
        signals_to_any=(200, 424),
        fcntl=72,
        ioctl=16,
        limits=302,
        memory_denied=memory_denied(0),
        reported=reported(0),
        seccomp=317,
        mmap=9,
        memfd_create=319,
        prctl=157,
        others=0x40000000,
    ),
    "aarch64": Architecture(
        audit=0xC00000B7,
        denied=denied(1),
        clone=220,
        clone3=435,
        signals=(129, 131, 138, 240),
        signals_to_any=(130, 424),
        fcntl=25,
        ioctl=29,
        limits=261,
        memory_denied=memory_denied(1),
        reported=reported(1),
        seccomp=277,
        mmap=222,
        memfd_create=279,
        prctl=167,
    ),
}


def this_architecture() -> Architecture | None:
    """Return what is known of this machine's processor; None where it, or Linux, is missing."""
    return ARCHITECTURES.get(platform.machine()) if sys.platform == "linux" else None
