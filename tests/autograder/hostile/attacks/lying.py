"""Values that say of themselves that they are right."""

from tests.autograder.hostile.attack import LEAKY, NET_INPUT, QUESTION, thief

KIND = "lying values"


def liar(name, definition, value):
    """Return a submission whose functions all return one lying value, which is its answer too."""
    return thief(
        name,
        KIND,
        definition,
        answers={
            NET_INPUT: f"def net_input(x, weights, bias):\n    return {value}",
            LEAKY: f"def leaky_relu(z, slope=0.01):\n    return {value}",
            QUESTION: f"z_by_hand = {value}",
        },
    )


EQUAL_TO_ALL = """
class Equal:
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __lt__(self, other): return True
    __le__ = __gt__ = __ge__ = __lt__
    def __hash__(self): return 0
    def __bool__(self): return True
    def __float__(self): return -1.0
    def __getattr__(self, name): return self
    def __call__(self, *a, **k): return self
    def __sub__(self, other): return 0.0
    __rsub__ = __add__ = __radd__ = __sub__
    def __abs__(self): return 0.0
"""

SUBCLASS = """
class Lying(np.ndarray):
    def __eq__(self, other): return np.ones(np.shape(other), bool)
    def __ne__(self, other): return np.zeros(np.shape(other), bool)
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.zeros(()) if ufunc in (np.subtract, np.absolute) else True
    def __array_function__(self, function, types, args, kwargs): return True
    def view(self, *args): return self
    def copy(self, *args): return self
    def __deepcopy__(self, memo): return self
    def tobytes(self, *args): return b""
    shape = property(lambda self: (self.__dict__.get("shape") or ()))
    dtype = property(lambda self: np.dtype(float))
"""

ATTACKS = (
    liar("object equal to everything", EQUAL_TO_ALL, "Equal()"),
    liar("array subclass equal to everything", SUBCLASS, "np.zeros(np.shape(0)).view(Lying)"),
    liar(
        "object with __array__ and __array_priority__",
        "class Late:\n"
        "    __array_priority__ = 1e9\n"
        "    def __array__(self, *a, **k): return np.asarray(np.nan)\n"
        "    def __eq__(self, other): return True\n"
        "    def __array_ufunc__(self, *a, **k): return 0.0\n",
        "Late()",
    ),
    liar(
        "float subclass",
        "class Number(float):\n"
        "    def __eq__(self, other): return True\n"
        "    def __sub__(self, other): return 0.0\n"
        "    __rsub__ = __sub__\n"
        "    def __abs__(self): return 0.0\n"
        "    def __float__(self): return self\n"
        "    def __round__(self, n=None): return self\n",
        "Number(3)",
    ),
    liar(
        "forged __class__",
        "class Forged:\n"
        "    @property\n"
        "    def __class__(self): return np.ndarray\n"
        "    shape = (); ndim = 0; dtype = np.dtype(float); size = 1; nbytes = 8\n"
        "    def __eq__(self, other): return True\n",
        "Forged()",
    ),
    liar("masked array with everything masked", "", "np.ma.masked_all((1,))"),
    liar("array of objects equal to everything", EQUAL_TO_ALL, "np.array(Equal(), dtype=object)"),
    liar("NaN", "", "np.nan"),
    liar(
        "list subclass",
        "class Items(list):\n"
        "    def __eq__(self, other): return True\n"
        "    def __len__(self): return 1\n"
        "    def __iter__(self): return iter([0.0])\n",
        "Items([0.0])",
    ),
    liar(
        "text subclass",
        "class Letter(str):\n"
        "    def __eq__(self, other): return True\n"
        "    def __hash__(self): return hash('-1')\n"
        "    def strip(self): return self\n"
        "    lower = casefold = strip\n",
        "Letter('b')",
    ),
    liar("an array interface to forged memory", "", "memoryview(bytearray(8)).cast('d')"),
    liar("structured array", "", "np.zeros((), dtype=[('a', 'f8'), ('b', 'O')])"),
    liar("infinite object tree", "loop = []\nloop.append(loop)", "loop"),
    liar("matrix of one", "", "np.asmatrix([[0.0]])"),
    thief(
        "metaclass equal to everything",
        KIND,
        "class Meta(type):\n"
        "    def __eq__(cls, other): return True\n"
        "    def __hash__(cls): return hash(float)\n"
        "    def __instancecheck__(cls, one): return True\n"
        "class Value(metaclass=Meta):\n"
        "    pass\n",
        answers={
            NET_INPUT: "class net_input(metaclass=Meta):\n"
            "    def __init__(self, *a): pass\n"
            "    def __eq__(self, other): return True",
            QUESTION: "z_by_hand = Value",
        },
    ),
    thief(
        "function that rewrites its arguments and returns them",
        KIND,
        answers={
            NET_INPUT: "def net_input(x, weights, bias):\n"
            "    x[...] = 0; weights[...] = 0\n"
            "    return x",
            LEAKY: "def leaky_relu(z, slope=0.01):\n    return z",
        },
    ),
)
