"""The secret of a course, from which its hidden cases are made: 256 bits in a file of their own.

The seed in `course.toml` cannot be it: it has 31 bits, so whoever knows one hidden number finds it
by trying all; and settings are printed and shown around. Each exercise gets a seed of its own by
HMAC, so that whoever knows all cases of one knows nothing of another. It is the same for all
students: with cases for each, two who write the same could earn differently, and making a lesson's
cases takes as long as grading half of a notebook. A course of an earlier version gets its secret
with the next run; honest work earns the same on all cases.
"""

import hashlib
import hmac
import os
import re
import secrets
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

import numpy as np

FILE_NAME = "secret.txt"
BYTES = 32  # 256 bits
HEXADECIMAL = re.compile(rf"[0-9a-f]{{{2 * BYTES}}}")

Seed = int | np.random.SeedSequence


class SecretError(ValueError):
    """The file of the secret is not what it should be; the text says what to do."""


def make_secret(folder: Path, *, of_seed: int | None = None) -> bool:
    """Write a secret into a course folder that has none; return True if it did.

    Its owner alone may read it. Of a seed the same secret is made each time, for tests and
    demonstrations: it is as easy to guess as the seed. Raises SecretError if it can't be written.
    """
    path = folder / FILE_NAME
    secret = secrets.token_bytes(BYTES)
    if of_seed is not None:
        secret = hashlib.sha256(f"seed {of_seed}".encode()).digest()
    try:
        with open(path, "xb", opener=partial(os.open, mode=0o600)) as file:
            write_durably(file, f"{secret.hex()}\n".encode("ascii"))
    except FileExistsError:
        return False
    except OSError as error:
        raise SecretError(f"{path} can't be written: {error.strerror or error}.") from None
    return True


def write_durably(file: BinaryIO, data: bytes) -> None:
    """Write to the disk, or leave no file behind."""
    try:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            file.close()  # Windows removes no open file; what is left in the buffer fails again
        Path(file.name).unlink()
        raise


def read_secret(folder: Path) -> bytes:
    """Return the secret of a course; empty before the first run of one from an earlier version.

    Raises SecretError, without what it holds, where the file can't be read or is damaged.
    """
    path = folder / FILE_NAME
    try:
        text = path.read_bytes().decode("ascii", "replace").strip()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise SecretError(
            f"{path} can't be read: {error.strerror or error}. From it the hidden cases are made; "
            "its owner alone may read it at first."
        ) from None
    if not HEXADECIMAL.fullmatch(text):
        raise SecretError(
            f"{path} is damaged: it should hold {2 * BYTES} of the signs 0 to 9 and a to f. Put it "
            "back from a copy, or delete it: then `autograder grade` makes a new secret and grades "
            "everything anew. Points and comments given by hand stay."
        )
    return bytes.fromhex(text)


def seed_of_cases(secret: bytes, seed: int, exercise_id: str) -> Seed:
    """Return what the cases of one exercise are made from; without a secret, the seed itself."""
    if not secret:
        return seed
    derived = hmac.digest(secret, f"{seed} {exercise_id}".encode(), "sha256")
    return np.random.SeedSequence(int.from_bytes(derived, "big"))
