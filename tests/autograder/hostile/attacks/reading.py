"""Secrets of the machine, read and smuggled out in what a cell prints, raises or returns."""

from tests.autograder.hostile.attack import LEAKY, NET_INPUT, QUESTION, RELU, thief, vandal

KIND = "reading"

READ = """
import os, re, glob
SECRET = re.compile(rb'canary-[0-9a-f]{32}')
def text(path, size=5_000_000):
    try:
        with open(path, 'rb') as file: return file.read(size)
    except Exception as error: return repr(error).encode()
def tell(path):
    raw = text(path)
    found = SECRET.findall(raw)
    print(path, found or raw[:300])
def tree(top):
    for folder, _, files in os.walk(top):
        for name in files[:50]: tell(os.path.join(folder, name))
"""


def spy(name, source):
    return vandal(name, KIND, READ + source)


ATTACKS = (
    spy(
        "the course's settings and secret",
        "tell(scene['course'] + '/course.toml'); tell(scene['course'] + '/secret.txt')",
    ),
    spy("the source notebooks", "tree(scene['course'] + '/source')"),
    spy("the teacher's pages", "tree(scene['course'] + '/teacher')"),
    spy("the gradebook", "tell(scene['course'] + '/gradebook.db')"),
    spy("other submissions", "tell(scene['neighbour'])"),
    spy("other results and autograded notebooks",
        "tree(scene['course'] + '/results'); tree(scene['course'] + '/autograded')"),
    spy("the home folder", "tree(scene['home']); tree(os.path.expanduser('~'))"),
    spy("the folder for temporary files", "tree(scene['tmp'])"),
    spy(
        "the course by way of the current folder's parents",
        "for up in range(1, 12):\n"
        "    for path in glob.glob('../' * up + '*') + glob.glob('../' * up + '*/course.toml'):\n"
        "        tell(path)",
    ),
    spy(
        "every process's environment and command",
        "print(os.environ)\n"
        "for path in glob.glob('/proc/[0-9]*/environ') + glob.glob('/proc/[0-9]*/cmdline'):\n"
        "    found = SECRET.findall(text(path))\n"
        "    if found: print(path, found)",
    ),
    spy(
        "the parents' memory",
        "pid = os.getppid()\n"
        "for pid in {os.getppid(), os.getpid(), scene['pid']}:\n"
        "    try:\n"
        "        maps = open(f'/proc/{pid}/maps').read().splitlines()\n"
        "        memory = open(f'/proc/{pid}/mem', 'rb', 0)\n"
        "    except OSError as error:\n"
        "        print(pid, error); continue\n"
        "    for line in maps:\n"
        "        if ' rw' not in line: continue\n"
        "        start, end = (int(part, 16) for part in line.split()[0].split('-'))\n"
        "        try:\n"
        "            memory.seek(start)\n"
        "            found = SECRET.findall(memory.read(min(end - start, 30_000_000)))\n"
        "        except (OSError, ValueError): continue\n"
        "        if found: print(pid, found[:3])",
    ),
    spy(
        "every process's open files and working folder",
        "for path in glob.glob('/proc/[0-9]*/fd/*'):\n"
        "    try: target = os.readlink(path)\n"
        "    except OSError: continue\n"
        "    if '.db' in target or 'course' in target: print(target, SECRET.findall(text(path)))\n"
        "for path in glob.glob('/proc/[0-9]*/cwd'):\n"
        "    try: print(os.readlink(path)); tell(path + '/course.toml')\n"
        "    except OSError: continue\n"
        "for path in glob.glob('/proc/[0-9]*/root'):\n"
        "    tell(path + scene['home'] + '/secret.txt')",
    ),
    spy(
        "inherited descriptors",
        "for number in range(3, 256):\n"
        "    try: raw = os.pread(number, 100_000, 0)\n"
        "    except OSError: continue\n"
        "    print(number, SECRET.findall(raw))",
    ),
    spy(
        "files through links and other names",
        "for target in (scene['home'] + '/secret.txt', scene['course'] + '/course.toml'):\n"
        "    for make in (os.symlink, os.link):\n"
        "        try: make(target, 'here'); tell('here'); os.remove('here')\n"
        "        except OSError as error: print(error)\n"
        "    tell('/proc/self/root' + target); tell('/proc/1/root' + target)\n"
        "    tell('/./' + target.replace('/', '//'))",
    ),
    spy(
        "secrets through a program of the system",
        "os.system('cat ' + scene['home'] + '/secret.txt; env; mount; cat '\n"
        "          + scene['course'] + '/course.toml')\n"
        "print(os.popen('find ' + scene['home'] + ' -type f -exec cat {} +').read())",
    ),
    spy(
        "a secret as the text of an error",
        "raise ValueError(text(scene['home'] + '/secret.txt').decode())",
    ),
    spy(
        "a secret as a file name and as a result",
        "found = text(scene['home'] + '/secret.txt').decode().strip()\n"
        "exec(f'def {found[:10].replace(\"-\", \"_\")}(): pass')\n"
        "found",
    ),
    spy("a secret in hexadecimal", "print(text(scene['home'] + '/secret.txt').hex())"),
    spy(
        "a namespace of its own",
        "import ctypes\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "print(libc.unshare(0x10000000 | 0x00020000))\n"
        "print(libc.mount(b'/', b'/mnt', None, 4096, None))\n"
        "tell('/mnt' + scene['home'] + '/secret.txt')\n"
        "print(libc.umount2(b'/', 2), libc.pivot_root if hasattr(libc, 'pivot_root') else None)\n"
        "tell(scene['home'] + '/secret.txt')",
    ),
    spy(
        "out of a changed root",
        "try:\n"
        "    os.mkdir('jail'); out = os.open('.', os.O_RDONLY); os.chroot('jail'); os.fchdir(out)\n"
        "    for _ in range(30): os.chdir('..')\n"
        "    os.chroot('.')\n"
        "except OSError as error: print(error)\n"
        "tell(scene['home'] + '/secret.txt')",
    ),
    spy(
        "files opened by handle",
        "import ctypes\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "handle = (ctypes.c_char * 136)(); handle[0] = b'\\x80'\n"
        "mount = ctypes.c_int()\n"
        "print(libc.name_to_handle_at(-100, (scene['home'] + '/secret.txt').encode(), handle,\n"
        "                             ctypes.byref(mount), 0))\n"
        "print(number := libc.open_by_handle_at(os.open('/', os.O_RDONLY), handle, 0))\n"
        "if number >= 0: print(os.read(number, 100))",
    ),
    spy(
        "disks read raw",
        "for path in glob.glob('/dev/[svn]d*') + glob.glob('/dev/nvme*'):\n"
        "    try:\n"
        "        with open(path, 'rb') as disk: disk.read(4096)\n"
        "    except OSError: continue\n"
        "    print('got!' + scene['mark'], path)",
    ),
    thief(
        "a secret as an answer",
        KIND,
        READ,
        answers={
            NET_INPUT: "def net_input(x, weights, bias):\n"
            "    return text(scene['home'] + '/secret.txt').decode()",
            LEAKY: "def leaky_relu(z, slope=0.01):\n"
            "    raise ValueError(text(scene['course'] + '/course.toml').decode())",
            QUESTION: "z_by_hand = str(text(scene['neighbour']))",
        },
    ),
    thief(
        "the neighbour's answers",
        KIND,
        READ + "import json\n"
        "cells = json.loads(text(scene['neighbour']))['cells']\n"
        "for cell in cells:\n"
        "    if cell['source'].startswith(('def ', 'z_by_hand')): exec(cell['source'])",
        keeps=frozenset({RELU}),
    ),
    thief(
        "the answers of the source notebook",
        KIND,
        READ + "import json\n"
        "path = scene['course'] + '/source/01_neuron/01_neuron.ipynb'\n"
        "for cell in json.loads(text(path))['cells']:\n"
        "    if cell['source'].startswith('def '): exec(cell['source'])",
    ),
    vandal("a secret told slowly, by time", KIND, READ +
        "import time\n"
        "raw = text(scene['home'] + '/secret.txt')\n"
        "if SECRET.findall(raw): print(SECRET.findall(raw)); time.sleep(raw[0] / 1000)"),
)  # fmt: skip
