"""Hide what a question says about an answer, so that only that very answer opens it.

A key is derived from the question's id and the answer. It gives both the stream that hides the
words and the tag by which the entry is found. This does not stop somebody who tries every
letter (so would asking the check); it keeps the answers out of sight and out of every search.

Nothing here needs OpenSSL, which a browser's Python has not: no scrypt and no PBKDF2.
"""

import functools
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass

FORMAT = 2  # 1 derived its keys by scrypt
ROUNDS = 10_000  # some milliseconds for each answer: dear for a search, cheap for a check
PADDING = 64


class SealError(ValueError):
    """Another version of the course sealed these answers; the message says what to do."""


@dataclass(frozen=True)
class SealedAnswer:
    """One hidden answer: the tag that its key gives, and the hidden bytes."""

    tag: bytes
    hidden: bytes


@dataclass(frozen=True)
class Opened:
    """What a question says about one answer."""

    right: bool
    sentence: str


def require_known(format: object, lesson: str) -> None:
    """Raise SealError where the answers of a lesson are sealed in a format that is not ours."""
    if format != FORMAT:
        raise SealError(
            f"The answers to the questions of {lesson} are sealed in the format {format or 1}, and "
            f"this version of the course opens the format {FORMAT}. Seal them anew with "
            "`autograder build`, or install the version of the course that they came with."
        )


def seal(question_id: str, answers: Mapping[str, Opened]) -> tuple[SealedAnswer, ...]:
    """Hide each answer; neither order nor length of the entries tells which is which."""
    payloads = {answer: payload(opened) for answer, opened in answers.items()}
    longest = max(map(len, payloads.values()))
    length = -(-longest // PADDING) * PADDING
    entries = (
        locked(key(question_id, answer), text.ljust(length)) for answer, text in payloads.items()
    )
    return tuple(sorted(entries, key=lambda entry: entry.tag))


def unseal(question_id: str, entries: tuple[SealedAnswer, ...], answer: str) -> Opened | None:
    """Return what the question says about an answer, or None if it does not know it."""
    secret = key(question_id, answer)
    for entry in entries:
        if hmac.compare_digest(entry.tag, tag(secret, entry.hidden)):
            return Opened(**json.loads(masked(secret, entry.hidden)))
    return None


def payload(opened: Opened) -> bytes:
    """Write what is to be hidden as JSON, which spaces at its end do not change."""
    return json.dumps({"right": opened.right, "sentence": opened.sentence}).encode()


@functools.lru_cache(maxsize=4096)  # a class gives the same few answers again and again
def key(question_id: str, answer: str) -> bytes:
    """Derive the key of one answer to one question: a hash of both, hashed again many times."""
    salt = hashlib.sha256(question_id.encode()).digest()
    secret = hashlib.sha256(salt + answer.encode()).digest()
    for _ in range(ROUNDS):
        secret = hashlib.sha256(secret).digest()
    return secret


def locked(secret: bytes, text: bytes) -> SealedAnswer:
    """Hide a text and tag it."""
    hidden = masked(secret, text)
    return SealedAnswer(tag(secret, hidden), hidden)


def masked(secret: bytes, text: bytes) -> bytes:
    """Add the key's stream to a text, or take it away again."""
    stream = hashlib.shake_256(b"stream" + secret).digest(len(text))
    return bytes(byte ^ mask for byte, mask in zip(text, stream, strict=True))


def tag(secret: bytes, hidden: bytes) -> bytes:
    """Return the tag that only the key's owner can make, and only for these hidden bytes."""
    return hmac.digest(secret, hidden, "sha256")[:16]
