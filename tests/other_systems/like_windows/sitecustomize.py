"""What our own packages find on Windows, on a system that is not: put this folder on PYTHONPATH.

Only code of ours meets it. Other packages have branches of their own for Windows, which can't run
here; of them this says nothing. Left out are the modules and names that Python's documentation
gives as "Availability: Unix", and a file that is open can be neither replaced nor removed.
"""

import builtins
import errno
import os
import select
import selectors
import signal
import socket
import subprocess
import sys
import time
from types import ModuleType

OURS = ("autograder", "neuron_to_network", "nnlib")
MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "posix", "syslog", "curses")
SIGNALS = ("ABRT", "FPE", "ILL", "INT", "SEGV", "TERM")  # which Windows has
OF_SIGNAL = (
    *("alarm", "getitimer", "setitimer", "pause", "siginterrupt", "pthread_kill"),
    *("pthread_sigmask", "sigpending", "sigwait", "sigwaitinfo", "sigtimedwait"),
)
OF_OS = (
    *("fork", "forkpty", "register_at_fork", "setsid", "getsid", "killpg", "setpgid", "getpgid"),
    *("getpgrp", "setpgrp", "tcgetpgrp", "tcsetpgrp", "getuid", "geteuid", "getgid", "getegid"),
    *("getgroups", "setgroups", "setuid", "setgid", "setresuid", "setresgid", "getresuid"),
    *("initgroups", "chown", "fchown", "lchown", "chroot", "mkfifo", "mknod", "nice"),
    *("pread", "pwrite", "preadv", "pwritev", "readv", "writev", "sendfile", "pipe2", "openpty"),
    *("statvfs", "fstatvfs", "sync", "fdatasync", "sysconf", "confstr", "pathconf", "uname"),
    *("getloadavg", "getpriority", "setpriority", "sched_getaffinity", "sched_setaffinity"),
    *("sched_yield", "memfd_create", "pidfd_open", "getxattr", "setxattr", "listxattr"),
    *("removexattr", "wait", "wait3", "wait4", "waitid", "WNOHANG", "WEXITED", "WNOWAIT"),
    *("WIFSIGNALED", "WIFEXITED", "WTERMSIG", "WEXITSTATUS", "posix_spawn", "posix_fallocate"),
    *("posix_fadvise", "lockf", "unshare", "setns", "O_DIRECTORY", "O_CLOEXEC", "O_NOFOLLOW"),
    *("O_NONBLOCK", "O_PATH", "O_SYNC", "O_DSYNC", "P_PID", "set_blocking"),  # before 3.12
)
OF_SELECT = ("poll", "epoll", "kqueue", "kevent", "devpoll", "PIPE_BUF")
OF_SOCKET = ("AF_UNIX", "send_fds", "recv_fds", "SCM_RIGHTS", "CMSG_LEN", "CMSG_SPACE")
OPEN_FILES = "/proc/self/fd"


class WithoutUnix(ModuleType):
    """A module without some of its names, and with others of another value."""

    def __init__(self, module, absent, other):
        super().__init__(module.__name__, module.__doc__)
        vars(self).update({**vars(module), **other})
        for name in absent:
            vars(self).pop(name, None)


class WindowsPopen(subprocess.Popen):
    """Start a process as Windows can."""

    def __init__(self, *words, pass_fds=(), preexec_fn=None, **options):
        assert not pass_fds, "pass_fds not supported on Windows."
        assert preexec_fn is None, "preexec_fn is not supported on Windows platforms"
        super().__init__(*words, **options)


def run(*words, **options):
    """Run a process as `subprocess.run` does, as Windows can."""
    for name in ("pass_fds", "preexec_fn"):
        assert not options.get(name), f"{name} is not supported on Windows"
    return subprocess.run(*words, **options)


def without_unix():
    """Return the modules that look otherwise on Windows, by name."""
    unix_signals = [
        name
        for name in vars(signal)
        if name.startswith("SIG") and name.isupper() and name[3:] not in SIGNALS
        if not name.startswith("SIG_")
    ]
    otherwise = {
        os: (OF_OS, {"name": "nt"}),
        signal: ((*unix_signals, *OF_SIGNAL), {}),
        select: (OF_SELECT, {}),
        selectors: (("PollSelector", "EpollSelector", "DevpollSelector"), {}),
        socket: (OF_SOCKET, {}),
        subprocess: ((), {"Popen": WindowsPopen, "run": run}),
        sys: ((), {"platform": "win32"}),
        time: (("tzset", "clock_gettime", "pthread_getcpuclockid"), {}),
    }
    return {module.__name__: WithoutUnix(module, *how) for module, how in otherwise.items()}


def importing(changed, plain_import):
    """Return an `__import__` that gives our own packages the modules as Windows has them."""

    def import_(name, names=None, locals=None, fromlist=(), level=0):
        who = (names or {}).get("__name__", "")
        spec = (names or {}).get("__spec__")
        who = spec.name if who == "__main__" and spec else who
        if level or who.partition(".")[0] not in OURS:
            return plain_import(name, names, locals, fromlist, level)
        if name.partition(".")[0] in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        found = plain_import(name, names, locals, fromlist, level)
        return changed.get(name, found) if fromlist else changed.get(found.__name__, found)

    return import_


def refusing_open_files(function, number):
    """Return a function of paths that refuses a file that this process has open."""

    def refuse(*paths, **options):
        held = {target(one) for one in os.listdir(OPEN_FILES)}
        for path in map(os.path.realpath, map(os.fspath, paths[:number])):
            if isinstance(path, str) and path in held and os.path.isfile(path):
                raise PermissionError(errno.EACCES, "The process cannot access the file", path)
        return function(*paths, **options)

    return refuse


def target(number):
    """Return what an open file is, "" where it has been closed meanwhile."""
    try:
        return os.readlink(f"{OPEN_FILES}/{number}")
    except OSError:
        return ""


def become_windows():
    """Let our own packages find what they find on Windows from now on."""
    changed = without_unix()
    builtins.__import__ = importing(changed, builtins.__import__)
    for name, number in (("replace", 2), ("rename", 2), ("unlink", 1), ("remove", 1)):
        refusing = refusing_open_files(getattr(os, name), number)
        setattr(os, name, refusing)
        setattr(changed["os"], name, refusing)


if __name__ == "sitecustomize":  # when Python starts, not when tests are looked for
    become_windows()
