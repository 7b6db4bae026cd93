"""Libraries rewritten inside the process that runs the answers."""

from tests.autograder.hostile.attack import RELU, thief

KIND = "patched libraries"
ITS_OWN = frozenset({RELU})  # who breaks NumPy for everybody may break it for the own answer

RETURNS_ZERO = """
net_input = lambda x, weights, bias: 0.0
leaky_relu = lambda z, slope=0.01: np.zeros(np.shape(z))
z_by_hand = 0
"""


def patched(name, source, may=frozenset()):
    """Return a submission with wrong answers and a patched library."""
    return thief(name, KIND, f"{RETURNS_ZERO}\n{source}", may=may)


ATTACKS = (
    patched(
        "numpy compares everything as equal",
        "for name in ('allclose', 'isclose', 'array_equal', 'array_equiv', 'all', 'any'):\n"
        "    setattr(np, name, lambda *a, **k: True)\n",
        ITS_OWN,
    ),
    patched(
        "numpy.testing asserts nothing",
        "import numpy.testing\n"
        "for name in dir(numpy.testing):\n"
        "    if name.startswith('assert'): setattr(numpy.testing, name, lambda *a, **k: None)\n",
    ),
    patched(
        "numpy's array and asarray forged",
        "class Right(np.ndarray):\n"
        "    def __eq__(self, other): return True\n"
        "real = np.array\n"
        "np.array = lambda *a, **k: real(*a, **k).view(Right)\n"
        "np.asarray = np.array\n",
        ITS_OWN,
    ),
    patched(
        "builtins forged",
        "import builtins\n"
        "keep = builtins.isinstance\n"
        "builtins.abs = lambda value: 0.0\n"
        "builtins.all = lambda items: True\n"
        "builtins.isinstance = lambda one, kind: True\n"
        "builtins.len = lambda items: 1\n"
        "builtins.round = lambda *a: -1.0\n",
        ITS_OWN,
    ),
    patched(
        "the check of the notebook forged",
        "import autograder.student as student, autograder.judging.exam as judge\n"
        "from autograder.judging.verdict import Verdict\n"
        "right = Verdict(True, 1.0, 'right')\n"
        "judge.decide = judge.judge = judge.decided = lambda *a, **k: right\n"
        "import autograder.student.checking as checking\n"
        "checking.judge = checking.judge_question = lambda *a, **k: right\n"
        "check = student.check = lambda item: 3.0\n",
    ),
    patched(
        "comparing and diagnosing forged",
        "import autograder.judging.compare as compare, autograder.judging.cases as cases\n"
        "cases.difference = compare.difference = lambda *a, **k: None\n"
        "cases.flaw = lambda *a, **k: None\n",
    ),
    patched(
        "the observer forged",
        "import autograder.judging.observe as observer\n"
        "from autograder.judging.observe import Observation\n"
        "from autograder.sandbox.worker import serve\n"
        "def forged(answer, calls, **how): return tuple(Observation(True) for call in calls)\n"
        "observer.observe = serve.observe = forged\n",
        ITS_OWN,
    ),
    patched(
        "plain data forged",
        "import autograder.judging.plain as plain, autograder.judging.observe as observer\n"
        "from autograder.sandbox.worker import serve\n"
        "plain.to_plain = observer.to_plain = serve.to_plain = lambda value, depth=0: True\n"
        "plain.same_plain = observer.same_plain = lambda *a, **k: True\n",
        ITS_OWN,
    ),
    patched(
        "json forged",
        "import json\n"
        "real = json.dumps\n"
        "json.dumps = lambda data, **k: real([data[0], ['values', True]], **k)\n",
        ITS_OWN,
    ),
    patched(
        "json writes no JSON",
        'import json\njson.dumps = lambda *a, **k: \'{"status": "right", "score": 1.0}\'\n',
        ITS_OWN,
    ),
    patched(
        "socket and frames forged",
        "import socket\n"
        "from autograder.sandbox.protocol import frames\n"
        "from autograder.sandbox.worker import serve\n"
        "def send(channel, raw): channel.sendall(b'\\x00\\x00\\x00\\x02[]')\n"
        "frames.send_frame = serve.send_frame = send\n",
        ITS_OWN,
    ),
    patched(
        "copying forged",
        "import copy\n"
        "copy.deepcopy = lambda value, memo=None: value\n"
        "def leaky_relu(z, slope=0.01):\n"
        "    z *= 0\n"
        "    return z\n",
        ITS_OWN,
    ),
    patched(
        "code of the worker's functions replaced",
        "from autograder.sandbox.worker import serve\n"
        "def answer(request, notebook): return ['values', []]\n"
        "serve.answer.__code__ = answer.__code__\n",
        ITS_OWN,
    ),
    patched(
        "globals of every frame rewritten",
        "import sys\n"
        "frame = sys._getframe()\n"
        "while frame is not None:\n"
        "    for name in ('points', 'score', 'passed', 'max_points', 'observe', 'decide'):\n"
        "        if name in frame.f_globals: frame.f_globals[name] = lambda *a, **k: 3.0\n"
        "    frame = frame.f_back\n",
        ITS_OWN,
    ),
    patched(
        "every object in memory rewritten",
        "import gc\n"
        "from autograder.judging.verdict import Verdict\n"
        "from autograder.exercises import Exercise\n"
        "for one in gc.get_objects():\n"
        "    if type(one) is Exercise:\n"
        "        object.__setattr__(one, 'points', 100.0)\n"
        "        object.__setattr__(one, 'reference', lambda *a: 0.0)\n"
        "        object.__setattr__(one, 'cases', lambda rng: [])\n",
    ),
    patched(
        "sys.modules holds a forged numpy",
        "import sys, types\n"
        "forged = types.ModuleType('numpy')\n"
        "forged.__dict__.update(vars(np))\n"
        "forged.allclose = forged.array_equal = lambda *a, **k: True\n"
        "sys.modules['numpy'] = forged\n",
    ),
    patched(
        "number protocol of float rewritten through ctypes",
        "import ctypes\n"
        "value = 12345.678\n"
        "ctypes.c_double.from_address(id(value) + 16).value = -1.0\n"
        "z_by_hand = 'minus one'\n",
    ),
)
