"""More of the machine than one submission may use; each attack is bounded by itself, too.

Nothing here takes more than 3 GB, 400 processes, 300 MB of disk or 60 seconds.
"""

from tests.autograder.hostile.attack import (
    ALL,
    LEAKY,
    NET_INPUT,
    NOTHING,
    QUESTION,
    RELU,
    Attack,
    code_cell,
    hand_in,
    honest,
    insert_early,
    knowing,
    thief,
    vandal,
)

KIND = "resources"
OTHERS = frozenset({RELU, LEAKY, QUESTION})

BOUNDED = """
import os, time
end = time.time() + 60
pieces = []
MB = 1 << 20
def got(): print('got!' + scene['mark'], flush=True)
"""

SHARED = """
import mmap
def shared(size): return mmap.mmap(-1, size * MB, flags=0x8021)  # filled at once
"""


def glutton(name, source, **options):
    return vandal(name, KIND, BOUNDED + source, **options)


def in_function(name, body):
    """Return a submission whose one function is the attack; the others must keep their points."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    definition = f"{BOUNDED}\ndef net_input(x, weights, bias):\n{lines}"
    return thief(name, KIND, answers={NET_INPUT: definition}, keeps=OTHERS)


def in_cells(name, *sources):
    """Return a submission that takes its time in cells of its own, one after another."""

    def build(folder, scene):
        notebook = honest(scene)
        for number, source in reversed(list(enumerate((knowing(scene, BOUNDED), *sources)))):
            insert_early(notebook, code_cell(source, f"own-{number}"))
        hand_in(folder, notebook)

    return Attack(name, KIND, build)


def twenty_crashes(folder, scene):
    """End the process in cell after cell; whoever does so may lose what comes behind."""
    notebook = honest(scene)
    for number in range(20):
        insert_early(notebook, code_cell("import os\nos._exit(1)", f"own-{number}"))
    hand_in(folder, notebook)


NESTED = "value = []\nfor _ in range(100_000): value = [value]\nreturn value"

ATTACKS = (
    glutton("an endless loop", "while time.time() < end: pass"),
    glutton("a sleep", "time.sleep(60)"),
    glutton("an endless loop that catches every exception",
            "while time.time() < end:\n"
            "    try:\n"
            "        while time.time() < end: pass\n"
            "    except BaseException: pass"),
    glutton("an endless loop deaf to signals",
            "import signal\n"
            "for number in range(1, 64):\n"
            "    try: signal.signal(number, signal.SIG_IGN)\n"
            "    except (OSError, ValueError): pass\n"
            "while time.time() < end: pass"),
    glutton("an integer of a billion digits", "int('9' * 4000) ** 300_000 % 7"),
    glutton("a regular expression without end", "import re\nre.match('(a+)+$', 'a' * 60 + 'b')"),
    glutton("memory in one piece", "piece = bytearray(b'x') * (3000 * MB)\ngot()"),
    glutton("memory in many pieces",
            "while len(pieces) < 3000: pieces.append(bytearray(b'x') * MB)\ngot()"),
    glutton("memory in an array that is touched", "piece = np.ones(375_000_000)\ngot()"),
    glutton("memory in forked processes together",
            "full, told = os.pipe()\n"
            "for _ in range(6):\n"
            "    if os.fork() == 0:\n"
            "        try: piece = bytearray(b'x') * (500 * MB); os.write(told, b'x')\n"
            "        except MemoryError: pass\n"
            "        time.sleep(4); os._exit(0)\n"
            "time.sleep(2)\n"
            "os.write(told, b'.')\n"
            "if len(os.read(full, 10)) >= 6: got()"),
    glutton("memory without a name, in files of memory",
            "for number in range(30):\n"
            "    try:\n"
            "        file = os.memfd_create(str(number)); pieces.append(file)\n"
            "        for _ in range(100): os.write(file, b'x' * MB)\n"
            "    except OSError as error: print(error); break\n"
            "if len(pieces) > 20: got()"),
    in_cells("memory without a name, in files as large as a file may be",
             *["for _ in range(10):\n"
               "    pieces.append(os.memfd_create(str(len(pieces))))\n"
               "    os.write(pieces[-1], b'x' * (30 * MB))"] * 5,
             "if len(pieces) >= 50: got()"),
    in_cells("memory shared, let go but for a page, and kept",
             SHARED,
             *["pieces.append(shared(300)); pieces[-1].resize(4096)"] * 5,
             "if len(pieces) >= 5: got()"),
    in_cells("memory shared by forked children",
             SHARED + "full, told = os.pipe()",
             "for _ in range(4):\n"
             "    if os.fork() == 0:\n"
             "        try: piece = shared(400); os.write(told, b'x')\n"
             "        except OSError: pass\n"
             "        time.sleep(20); os._exit(0)\n"
             "time.sleep(2)",
             *["time.sleep(2.5)"] * 3,
             "os.write(told, b'.')\nif len(os.read(full, 10)) >= 5: got()"),
    glutton("four hundred processes",
            "for _ in range(400):\n"
            "    try: pid = os.fork()\n"
            "    except OSError as error: print(error); break\n"
            "    if pid == 0: time.sleep(20); os._exit(0)\n"
            "    pieces.append(pid)\n"
            "if len(pieces) > 200: got()"),
    glutton("processes that double",
            "for _ in range(8):\n"
            "    try: os.fork()\n"
            "    except OSError: break\n"
            "time.sleep(20)"),
    glutton("four hundred threads",
            "import threading\n"
            "for _ in range(400):\n"
            "    try: threading.Thread(target=time.sleep, args=(20,), daemon=True).start()\n"
            "    except RuntimeError as error: print(error); break\n"
            "if threading.active_count() > 200: got()"),
    glutton("open files",
            "while len(pieces) < 4000:\n"
            "    try: pieces.append(os.open('/dev/null', os.O_RDONLY))\n"
            "    except OSError as error: print(error); break\n"
            "if len(pieces) > 2000: got()"),
    glutton("one file of 300 MB",
            "with open('huge', 'wb') as file:\n"
            "    for _ in range(300): file.write(b'x' * MB)\n"
            "got()"),
    glutton("many files of 20 MB",
            "for number in range(15):\n"
            "    with open(f'large-{number}', 'wb') as file:\n"
            "        for _ in range(20): file.write(b'x' * MB)\n"
            "got()"),
    glutton("twenty thousand files",
            "os.makedirs('many', exist_ok=True)\n"
            "for number in range(20_000): open(f'many/{number}', 'w').close()\n"
            "got()"),
    glutton("folders a thousand deep",
            "for _ in range(1000): os.mkdir('deep'); os.chdir('deep')"),
    glutton("a file of 1 TB with nothing in it",
            "with open('sparse', 'wb') as file: file.truncate(1 << 40)"),
    glutton("endless output", "while time.time() < end: print('again ' * 1000)"),
    glutton("endless output on the error stream",
            "import sys\nwhile time.time() < end: sys.stderr.write('again ' * 1000)"),
    glutton("output of many short lines", "for _ in range(500_000): print()"),
    glutton("a huge result", "'x' * 200_000_000"),
    glutton("a result that takes for ever to show",
            "class Slow:\n"
            "    def __repr__(self): time.sleep(60); return ''\n"
            "Slow()"),
    glutton("a result without end",
            "class Long(list):\n"
            "    def __iter__(self):\n"
            "        while time.time() < end: yield 1\n"
            "    def __len__(self): return 10**9\n"
            "Long([1])"),
    glutton("an error that takes for ever to tell",
            "class Slow(Exception):\n"
            "    def __str__(self): time.sleep(60); return ''\n"
            "raise Slow"),
    glutton("an error of 100 MB", "raise ValueError('x' * 100_000_000)"),
    glutton("recursion without end",
            "import sys\n"
            "sys.setrecursionlimit(10**9)\n"
            "def again(): return again()\n"
            "again()"),
    glutton("os._exit", "os._exit(0)"),
    glutton("os.abort", "os.abort()"),
    glutton("sys.exit", "import sys\nsys.exit(3)"),
    glutton("a segmentation fault", "import ctypes\nctypes.string_at(0)"),
    glutton("a stack overflow in C",
            "import json\nvalue = []\nfor _ in range(10**6): value = [value]\njson.dumps(value)"),
    glutton("an alarm that rings while the answers are called",
            "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_DFL)\nsignal.alarm(1)\n"
            "time.sleep(1.5)"),
    glutton("limits lifted",
            "import resource\n"
            "for name in dir(resource):\n"
            "    if not name.startswith('RLIMIT'): continue\n"
            "    try: resource.setrlimit(getattr(resource, name), (-1, -1))\n"
            "    except (OSError, ValueError) as error: print(name, error)\n"
            "piece = bytearray(b'x') * (2500 * MB)\ngot()"),
    glutton("a garbage collector that never ends",
            "class Late:\n"
            "    def __del__(self):\n"
            "        while time.time() < end: pass\n"
            "one = Late()\n"
            "del one"),
    glutton("a processor kept busy by a thread",
            "import threading\n"
            "def busy():\n"
            "    while time.time() < end: pass\n"
            "threading.Thread(target=busy, daemon=True).start()"),
    glutton("input that never comes", "input('name? ')"),
    in_function("a function that never ends", "while time.time() < end: pass"),
    in_function("a function that ends the process", "os._exit(1)"),
    in_function("a function that stops itself", "os.kill(os.getpid(), 19)\nreturn 1.0"),
    in_function("a function with a huge value", "return np.zeros(100_000_000)"),
    in_function("a function with a huge list", "return [1.0] * 30_000_000"),
    in_function("a function with a text of 100 MB", "return 'x' * 100_000_000"),
    in_function("a function with a deeply nested value", NESTED),
    in_function("a function with an integer of a million digits", "return 10 ** 1_000_000"),
    in_function("a function with an endless generator",
                "return (number for number in iter(int, 1))"),
    in_function("a function that takes 2 GB at each call",
                "piece = np.ones(250_000_000)\nreturn piece.sum()"),
    in_function("a function that raises KeyboardInterrupt", "raise KeyboardInterrupt"),
    in_function("a function that raises GeneratorExit", "raise GeneratorExit"),
    Attack("twenty cells that end the process", KIND, twenty_crashes, keeps=NOTHING, may=ALL),
)  # fmt: skip
