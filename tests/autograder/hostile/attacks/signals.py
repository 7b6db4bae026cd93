"""Signals, and everything else that one process does to another.

Each attack aims at a process that the test has started for it, and at its own parent; whoever
aims at everybody makes sure first that the test's process can't be seen.
"""

from tests.autograder.hostile.attack import vandal

KIND = "signals"

AIM = """
import os, signal, ctypes, resource
def attempt(act):
    try: print(act())
    except Exception as error: print(type(error).__name__, error)
def reachable():
    try: os.kill(scene['pid'], 0)
    except OSError: return False
    return True
def apart():
    try: return os.readlink('/proc/self/ns/pid') != scene['pid_ns']
    except OSError: return False
libc = ctypes.CDLL(None, use_errno=True)
"""


def shooter(name, source):
    return vandal(name, KIND, AIM + source)


ATTACKS = (
    *(
        shooter(
            f"{signal} to the parent and to a process",
            f"attempt(lambda: os.kill(scene['pid'], signal.{signal}))\n"
            f"attempt(lambda: os.kill(os.getppid(), signal.{signal}) if os.getppid() > 1 else 0)",
        )
        for signal in ("SIGTERM", "SIGKILL", "SIGSTOP")
    ),
    shooter(
        "SIGTERM to the parent's group",
        "attempt(lambda: os.killpg(os.getpgid(scene['pid']), signal.SIGTERM))\n"
        "group = os.getpgid(os.getppid()) if os.getppid() > 1 else 0\n"
        "if group > 1: attempt(lambda: os.killpg(group, signal.SIGTERM))",
    ),
    shooter(
        "SIGKILL to everybody",
        "if reachable(): os.kill(scene['pid'], signal.SIGKILL)\n"
        "elif apart(): os.kill(-1, signal.SIGKILL)",
    ),
    shooter("SIGKILL to its own group", "os.killpg(0, signal.SIGKILL)"),
    shooter(
        "signals to every number",
        "if reachable(): os.kill(scene['pid'], signal.SIGKILL)\n"
        "for pid in range(2, 100_000):\n"
        "    if pid == os.getpid(): continue\n"
        "    try: os.kill(pid, signal.SIGKILL if apart() and not reachable() else 0)\n"
        "    except OSError: pass",
    ),
    shooter("SIGSTOP to itself", "os.kill(os.getpid(), signal.SIGSTOP)"),
    shooter(
        "limits of a process and of the parent",
        "attempt(lambda: resource.prlimit(scene['pid'], resource.RLIMIT_NOFILE, (9, 9)))\n"
        "if os.getppid() > 1:\n"
        "    attempt(lambda: resource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (64, 64)))",
    ),
    shooter(
        "a debugger on a process and on the parent",
        "for pid in {scene['pid'], os.getppid()} - {0}:\n"
        "    if libc.ptrace(16, pid, 0, 0) == 0: print('got!' + scene['mark'])",
    ),
    shooter(
        "priorities and processors of a process",
        "attempt(lambda: os.setpriority(os.PRIO_PROCESS, scene['pid'], 19))\n"
        "attempt(lambda: os.sched_setaffinity(scene['pid'], {0}))\n"
        "attempt(lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19))",
    ),
    shooter(
        "a signal by file descriptor",
        "attempt(lambda: signal.pidfd_send_signal(os.pidfd_open(scene['pid']), signal.SIGKILL))",
    ),
    shooter(
        "a signal queued and a signal of a thread",
        "attempt(lambda: libc.tgkill(scene['pid'], scene['pid'], 9))\n"
        "attempt(lambda: libc.syscall(129, scene['pid'], 9, (ctypes.c_char * 128)()))",
    ),
)
