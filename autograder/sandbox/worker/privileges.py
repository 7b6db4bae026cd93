"""Give up every power: another user where we are root, no capabilities, none to be gained."""

import ctypes
import os
from contextlib import suppress

from autograder.sandbox.worker.system import (
    PR_CAPBSET_DROP,
    PR_CAPBSET_READ,
    PR_SET_NO_NEW_PRIVS,
    call,
    control,
)

CAPABILITY_VERSION = 0x20080522
MOST_CAPABILITIES = 64
FIRST_USER = 60_706  # a range of user numbers that Linux distributions leave alone
USERS = 478


def unused_user(number: int) -> int:
    """Return the number of a user whom nobody else is, spread by a process's number."""
    return FIRST_USER + number % USERS


def become(user: int) -> None:
    """Be another user, and in no group of root's."""
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def drop_capabilities() -> None:
    """Lose every capability, also those that a started program might get back."""
    for capability in range(MOST_CAPABILITIES):
        with suppress(OSError):  # beyond the last one, or not ours to drop
            if control(PR_CAPBSET_READ, capability):
                control(PR_CAPBSET_DROP, capability)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    call("capset", header, (ctypes.c_uint32 * 6)())


def gain_none() -> None:
    """Never gain privileges by running another program."""
    control(PR_SET_NO_NEW_PRIVS, 1)
