"""What answers in the worker's place, over the channel that it finds open."""

from tests.autograder.hostile.attack import ALL, LEAKY, NET_INPUT, QUESTION, RELU, thief, vandal

KIND = "forged protocol"

FIND = """
import os, socket, stat, struct, json
def descriptors():
    try:
        numbers = sorted(map(int, os.listdir('/proc/self/fd')))
    except OSError:
        numbers = range(256)
    for number in numbers:
        try:
            if number > 2 and stat.S_ISSOCK(os.fstat(number).st_mode): yield number
        except OSError:
            pass
def frame(data):
    raw = json.dumps(data).encode()
    return struct.pack('>I', len(raw)) + raw
def send(raw):
    for number in descriptors():
        try: os.write(number, raw)
        except OSError: pass
"""

WRONG = """
net_input = lambda x, weights, bias: 0.0
leaky_relu = lambda z, slope=0.01: 0.0
z_by_hand = 0
"""


def forger(name, source, may=frozenset({RELU})):
    """Return a submission with wrong answers that writes frames; it may lose what it disturbs."""
    return thief(name, KIND, FIND + WRONG + source, may=may)


def at_call(name, source):
    """Return a submission that writes frames while its function is called."""
    definition = f"{FIND}\ndef net_input(x, weights, bias):\n" + "".join(
        f"    {line}\n" for line in source.strip().splitlines()
    )
    return thief(
        name, KIND, answers={NET_INPUT: definition}, keeps=frozenset({RELU, LEAKY, QUESTION})
    )


AHEAD = "for number in range(1, 60): send(frame([number, ['values', {answer}]]))"
OBSERVED = "[[1.0, None, [], True]] * {calls}"

# The cell is the second request: it is answered first, and then all that follow.
TAKEN_OVER = """
channel = socket.socket(fileno=os.dup(next(descriptors())))
channel.sendall(frame([2, [None, None]]))
while True:
    size, = struct.unpack('>I', channel.recv(4, socket.MSG_WAITALL))
    number, kind, *rest = json.loads(channel.recv(size, socket.MSG_WAITALL))
    if kind == 'observe':
        reply = ['values', [[1.0, None, [], True]] * len(rest[-1])]
    else:
        reply = [None, None] if kind == 'run' else ['values', -2]
    channel.sendall(frame([number, reply]))
"""

ATTACKS = (
    forger("replies ahead of the requests", AHEAD.format(answer="1.0")),
    *(
        forger(
            f"observations for {calls} calls ahead of the requests",
            AHEAD.format(answer=OBSERVED.format(calls=calls)),
        )
        for calls in (16, 24)
    ),
    forger("the worker's place taken for all requests", TAKEN_OVER),
    forger("points in place of values", "send(frame({'points': 3.0, 'passed': True}))"),
    vandal(
        "frame with a huge length", KIND, FIND + "send(struct.pack('>I', 0xFFFFFFFF) + b'x' * 1000)"
    ),
    vandal("frame that is never finished", KIND, FIND + "send(struct.pack('>I', 1000) + b'[1')"),
    vandal(
        "endless frames",
        KIND,
        FIND + "import time\n"
        "end = time.time() + 60\n"
        "while time.time() < end: send(frame([0, 'again']) * 100)",
    ),
    vandal("deeply nested frame", KIND, FIND + "send(struct.pack('>I', 200000) + b'[' * 200000)"),
    vandal(
        "frame of a million empty lists",
        KIND,
        FIND + "raw = b'[1,[' + b'[],' * 2_000_000 + b'[]]]'\n"
        "for number in descriptors():\n"
        "    channel = socket.socket(fileno=os.dup(number))\n"
        "    channel.settimeout(2)\n"
        "    try: channel.sendall(struct.pack('>I', len(raw)) + raw)\n"
        "    except OSError: pass",
    ),
    vandal(
        "frames with infinite and huge numbers",
        KIND,
        FIND
        + "for text in ('[2,[NaN,Infinity]]', '[1e999,null]', '[' + '9' * 100000 + ',null]'):\n"
        "    send(struct.pack('>I', len(text)) + text.encode())",
    ),
    vandal(
        "frame that is no text",
        KIND,
        FIND + "send(struct.pack('>I', 4) + b'\\xff\\xfe\\x00\\x80')",
    ),
    vandal(
        "garbage into every descriptor",
        KIND,
        "import os\n"
        "for number in range(3, 256):\n"
        "    try: os.write(number, b'\\x00\\x00\\x00\\x05right' * 50)\n"
        "    except OSError: pass\n"
        "    try: os.pwrite(number, b'\\x7f' * 100, 0)\n"
        "    except OSError: pass",
        may=ALL,  # it may spoil what the judge reads next, which is nobody's fault but its own
    ),
    vandal(
        "all descriptors closed",
        KIND,
        "import os\nos.closerange(0, 4096)",
    ),
    vandal(
        "another socket put in place of the channel",
        KIND,
        FIND + "ours, theirs = socket.socketpair()\n"
        "for number in list(descriptors()):\n"
        "    if number not in (ours.fileno(), theirs.fileno()): os.dup2(ours.fileno(), number)",
    ),
    vandal(
        "channel shut down",
        KIND,
        FIND + "for number in descriptors():\n"
        "    try: socket.socket(fileno=os.dup(number)).shutdown(socket.SHUT_RDWR)\n"
        "    except OSError: pass",
    ),
    forger(
        "thread that reads the requests and replies first",
        "import threading\n"
        "def serve(number):\n"
        "    while True:\n"
        "        try: raw = os.read(number, 1 << 16)\n"
        "        except OSError: return\n"
        "        if not raw: return\n"
        "        for guess in range(1, 60): send(frame([guess, ['values', -1]]))\n"
        "for number in list(descriptors()):\n"
        "    threading.Thread(target=serve, args=(number,), daemon=True).start()",
    ),
    forger(
        "open files sent to the judge",
        "import array\n"
        "for number in descriptors():\n"
        "    channel = socket.socket(fileno=os.dup(number))\n"
        "    rights = array.array('i', [0, 1, 2] * 30)\n"
        "    try: channel.sendmsg([b'\\x00'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, rights)])\n"
        "    except OSError: pass",
    ),
    at_call("observations sent at the first call", AHEAD.format(answer="[[1.0, None, [], True]]")),
    at_call(
        "reply sent and process ended",
        "one = [0.5, None, [], True]\n"
        "for number in range(1, 60): send(frame([number, ['values', [one] * 16]]))\n"
        "os._exit(0)",
    ),
    at_call(
        "arrays with forged shape and type",
        "one = [['array', '<f8', [1 << 40, 1 << 40], 'AAAA'], None, [], True]\n"
        "for number in range(1, 60): send(frame([number, ['values', [one] * 16]]))",
    ),
    at_call(
        "function that exits in the child of a fork",
        "if os.fork() == 0:\n    return 1.0\nos.wait()\nreturn 2.0",
    ),
    at_call(
        "bookmark made huge and negative",
        "for number in range(3, 64):\n"
        "    try: os.pwrite(number, b'\\xff\\xff\\xff\\xff', 0); os.ftruncate(number, 1 << 40)\n"
        "    except OSError: pass\n"
        "os._exit(3)",
    ),
)
