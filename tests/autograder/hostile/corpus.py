"""Every attack, by the class that it belongs to."""

from tests.autograder.hostile.attacks import (
    beside,
    broken,
    forged,
    lying,
    names,
    network,
    outliving,
    pages,
    patched,
    protocol,
    reading,
    reference,
    resources,
    signals,
    transformers,
    writing,
)

CORPUS = (
    *lying.ATTACKS,
    *transformers.ATTACKS,
    *patched.ATTACKS,
    *protocol.ATTACKS,
    *forged.ATTACKS,
    *beside.ATTACKS,
    *reading.ATTACKS,
    *writing.ATTACKS,
    *network.ATTACKS,
    *signals.ATTACKS,
    *resources.ATTACKS,
    *outliving.ATTACKS,
    *broken.ATTACKS,
    *names.ATTACKS,
    *pages.ATTACKS,
    *reference.ATTACKS,
)
