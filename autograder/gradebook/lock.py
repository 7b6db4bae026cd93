"""One run of grading at a time in a course: a lock that the system frees when its holder dies."""

import os
import platform
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import IO

from autograder.course.folder import Course, CourseError

if sys.platform == "win32":
    from filelock import FileLock, Timeout
else:
    import fcntl

LOCK = ".grading.lock"
MOST_READ = 500  # characters about the holder


@contextmanager
def hold_lock(course: Course) -> Iterator[None]:
    """Hold the course's lock; raises CourseError with the holder if another run has it."""
    with lock_file(course) as file:
        try:
            lock = locked(file)
        except BlockingIOError:
            raise CourseError(explain_holder(course, file)) from None
        with lock:
            write_holder(file)
            try:
                yield
            finally:
                file.truncate(0)


def locked(file: IO[str]) -> AbstractContextManager[object]:
    """Lock a file for this process; raises BlockingIOError where another one has it.

    The lock is free at the end of the block, and where its holder dies.
    """
    if sys.platform == "win32":  # where nobody can read a locked file: the lock lies beside it
        try:
            return FileLock(f"{file.name}.held").acquire(timeout=0)
        except Timeout:
            raise BlockingIOError from None
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return file


def lock_file(course: Course) -> IO[str]:
    """Open the file that is locked; raises CourseError if the folder can't be written."""
    try:
        return (course.folder / LOCK).open("a+", encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        raise CourseError(
            f"{course.folder} can't be written ({error.strerror}), and grading keeps its results "
            "there. Make the folder writable for yourself, or copy it to where you can write."
        ) from None


def write_holder(file: IO[str]) -> None:
    """Write down who holds the lock."""
    file.truncate(0)
    now = datetime.now().astimezone().isoformat(" ", "seconds")
    file.write(f"process {os.getpid()} on {platform.node()}, since {now}")
    file.flush()


def explain_holder(course: Course, file: IO[str]) -> str:
    """Say who holds the lock, and what to do."""
    file.seek(0)
    holder = file.read(MOST_READ) or "a process that is just starting or ending"
    return (
        f"{course.folder} is being graded already: {holder}. "
        "Wait until that run has ended, or stop it with Ctrl-C, and try again."
    )
