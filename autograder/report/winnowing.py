"""Fingerprints of a text by winnowing, so that long enough equal parts are always found.

Source: S. Schleimer, D. S. Wilkerson and A. Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting", SIGMOD 2003.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

GRAM = 12  # parts of a program hashed together: shorter equal runs are never noticed
WINDOW = 8  # hashes in a row of which one is kept: equal runs of 19 parts are always noticed
BYTES = 8
PRIME = 2**61 - 1
BASE = 1_000_003


def fingerprints(words: Sequence[str], gram: int = GRAM, window: int = WINDOW) -> frozenset[int]:
    """Return the smallest hash of every window of k-gram hashes.

    Two texts that share `window + gram - 1` words in a row share a fingerprint; texts that share
    no `gram` words in a row share none. A text shorter than a window has its smallest hash alone,
    one shorter than a k-gram has none.
    """
    hashes = gram_hashes([hash_of(word) for word in words], gram)
    last = max(1, len(hashes) - window + 1)
    return frozenset(min(hashes[start : start + window]) for start in range(last) if hashes)


def gram_hashes(words: Sequence[int], gram: int) -> list[int]:
    """Return the hash of every k-gram, each made from the one before (Karp and Rabin, 1987)."""
    if len(words) < gram:
        return []
    leaving = pow(BASE, gram - 1, PRIME)
    current = 0
    for word in words[:gram]:
        current = (current * BASE + word) % PRIME
    hashes = [current]
    for first, word in zip(words, words[gram:], strict=False):
        current = ((current - first * leaving) * BASE + word) % PRIME
        hashes.append(current)
    return hashes


@lru_cache(maxsize=10_000)
def hash_of(word: str) -> int:
    """Return a number for a word, the same in every run."""
    digest = blake2b(word.encode("utf-8", "replace"), digest_size=BYTES).digest()
    return int.from_bytes(digest, "big") % PRIME
