"""The trial child: cut off like any other, it tries what is forbidden and tells what it found."""

import os
import signal
from contextlib import suppress
from dataclasses import astuple, fields
from pathlib import Path

from autograder.sandbox.limits import Limits
from autograder.sandbox.worker.children import Order, open_home
from autograder.sandbox.worker.confine import confine
from autograder.sandbox.worker.layers import Layers, fork_child_of
from autograder.sandbox.worker.probe import Proof, try_everything
from autograder.sandbox.worker.view import drop_home


def prove(layers: Layers, secret: Path) -> Proof:
    """Return what a trial child was kept from; `secret` is a file that it must not reach."""
    reader, writer = os.pipe()
    place = secret.parent / "trial"
    if not layers.view:
        place.mkdir()
    order = Order(Limits().to_plain(), str(place))
    warm, home = os.getpid(), open_home(layers, order)
    child = fork_child_of(layers)
    if child == 0:
        be_the_trial(layers, order, home, secret, warm, writer)
    os.close(writer)
    proof = read_proof(reader)
    os.close(reader)
    end_trial(child)
    if layers.view:
        drop_home()
    return proof


def be_the_trial(
    layers: Layers, order: Order, home: Path, secret: Path, warm: int, pipe: int
) -> None:
    """Be the trial child."""
    try:
        confine(order.limits, home, layers, parent=warm)
        os.write(pipe, bytes(astuple(try_everything(secret, warm))))
    finally:
        os._exit(0)


def read_proof(pipe: int) -> Proof:
    """Read what a trial child wrote; nothing is proved where it wrote nothing."""
    found = os.read(pipe, len(fields(Proof)))
    return Proof(*map(bool, found)) if len(found) == len(fields(Proof)) else Proof()


def end_trial(child: int) -> None:
    """End the trial child and wait for it."""
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
