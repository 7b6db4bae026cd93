"""Answers that call the course's own reference, or take its code or its text."""

from pathlib import Path

import nnlib
from tests.autograder.examining.taking import WAYS
from tests.autograder.hostile.attack import LEAKY, NET_INPUT, QUESTION, RELU, thief

KIND = "the reference called"
OTHERS = frozenset({RELU, QUESTION})


def caller(name, net_input, leaky_relu=""):
    """Return a submission in which two answers call nnlib."""
    return thief(
        name,
        KIND,
        answers={NET_INPUT: net_input, LEAKY: leaky_relu} if leaky_relu else {NET_INPUT: net_input},
        keeps=OTHERS,
    )


def taker(way):
    """Return a submission in which one answer takes nnlib's own."""
    source = WAYS[way].strip().replace("PLACE", repr(str(Path(nnlib.__path__[0]).parent)))
    keeps = frozenset({NET_INPUT, LEAKY, QUESTION})
    return thief(f"taken: {way}", KIND, answers={RELU: source}, keeps=keeps)


ATTACKS = (
    *map(taker, WAYS),
    caller(
        "imported under the exercise's name",
        "from nnlib.neuron import net_input",
        "from nnlib.activations import leaky_relu",
    ),
    caller(
        "called in a function",
        "from nnlib import neuron\n"
        "def net_input(x, weights, bias):\n"
        "    return neuron.net_input(x, weights, bias)",
        "import nnlib.activations as a\n"
        "def leaky_relu(z, slope=0.01):\n"
        "    return a.leaky_relu(z, slope)",
    ),
    caller(
        "a lambda",
        "import nnlib.neuron\n"
        "net_input = lambda x, weights, bias: nnlib.neuron.net_input(x, weights, bias)",
        "import nnlib.activations\n"
        "leaky_relu = lambda *a, **k: nnlib.activations.leaky_relu(*a, **k)",
    ),
    caller(
        "partial and wraps",
        "import functools, nnlib.neuron\nnet_input = functools.partial(nnlib.neuron.net_input)",
        "import functools, nnlib.activations\n"
        "@functools.wraps(nnlib.activations.leaky_relu)\n"
        "def leaky_relu(*a, **k): return nnlib.activations.leaky_relu(*a, **k)",
    ),
    caller(
        "getattr with a text put together",
        "import importlib\n"
        "module = importlib.import_module('nn' + 'lib.neu' + 'ron')\n"
        "def net_input(x, weights, bias):\n"
        "    return getattr(module, 'net_' + 'input')(x, weights, bias)",
    ),
    caller(
        "through the exercise itself",
        "from autograder.exercises import load\nnet_input = load()['neuron.net_input'].reference",
        "from autograder.exercises import load\n"
        "def leaky_relu(z, slope=0.01):\n"
        "    return load()['neuron.leaky_relu'].reference(z, slope)",
    ),
    caller(
        "through the batch's function",
        "from nnlib.neuron import net_input as given\n"
        "def net_input(x, weights, bias):\n"
        "    z = given(x, weights, bias)\n"
        "    return z + 0.0",
    ),
    caller(
        "in a class that is called",
        "import nnlib.neuron\n"
        "class Caller:\n"
        "    def __call__(self, x, weights, bias):\n"
        "        return nnlib.neuron.net_input(x, weights, bias)\n"
        "net_input = Caller()",
    ),
    caller(
        "a copy of its code object",
        "import types, nnlib.neuron\n"
        "given = nnlib.neuron.net_input\n"
        "net_input = types.FunctionType(given.__code__, given.__globals__, 'net_input')",
    ),
)
