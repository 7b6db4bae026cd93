"""Files of the machine, the course and the next student, written or removed."""

from tests.autograder.hostile.attack import vandal

KIND = "writing"

WRITE = """
import os, pathlib
def leave(path, text=scene['mark']):
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'a') as file: file.write(text + '\\n')
    except OSError as error: print(type(error).__name__)
def beside(folder): leave(os.path.join(folder, scene['mark']))
"""


def writer(name, source, *, late=False):
    return vandal(name, KIND, WRITE + source, late=late)


ATTACKS = (
    writer(
        "the gradebook",
        "import sqlite3\n"
        "try:\n"
        "    book = sqlite3.connect(scene['course'] + '/gradebook.db', timeout=1)\n"
        "    book.execute('insert into student (id) values (?)', (scene['mark'],))\n"
        "    book.commit()\n"
        "except sqlite3.Error as error: print(error)",
    ),
    writer(
        "the gradebook, locked for the others",
        "import fcntl\n"
        "try:\n"
        "    book = open(scene['course'] + '/gradebook.db', 'r+b')\n"
        "    fcntl.lockf(book, fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
        "    beside(scene['course'])\n"
        "except OSError as error: print(error)",
    ),
    writer(
        "results", "leave(scene['course'] + '/results/01_neuron/' + scene['mark'] + '.json', '{}')"
    ),
    writer("autograded notebooks", "beside(scene['course'] + '/autograded/other/01_neuron')"),
    writer("a neighbour's submission", "leave(scene['neighbour'])"),
    writer("a submission of somebody new", "beside(scene['course'] + '/submitted/new/01_neuron')"),
    writer("the course's settings", "leave(scene['course'] + '/course.toml', '#' + scene['mark'])"),
    writer("source and release", "beside(scene['course'] + '/source/01_neuron')\n"
           "beside(scene['course'] + '/release/01_neuron')"),
    writer("the home folder", "beside(scene['home']); leave(scene['home'] + '/secret.txt')\n"
           "beside(os.path.expanduser('~'))"),
    writer("the grader's packages", "beside(scene['packages'])\n"
           "import nnlib\n"
           "beside(os.path.dirname(nnlib.__file__))"),
    writer(
        "folders that all students share",
        "for folder in ('/tmp', '/var/tmp', '/dev/shm', scene['tmp'], '/run', '/run/lock', '/'):\n"
        "    beside(folder)",
        late=True,
    ),
    writer("the grader's own folder", "for up in range(1, 4): beside('../' * up)\n"
           "for name in os.listdir('..'): beside('../' + name)", late=True),
    writer(
        "modes and times of files",
        "for path in (scene['course'] + '/course.toml', scene['home'] + '/secret.txt'):\n"
        "    for act in (lambda: os.chmod(path, 0o666), lambda: os.utime(path, (1, 1)),\n"
        "                lambda: os.setxattr(path, 'user.mark', scene['mark'].encode()),\n"
        "                lambda: os.chown(path, 12345, 12345)):\n"
        "        try: act()\n"
        "        except OSError as error: print(error)",
    ),
    writer(
        "files removed, renamed and cut off",
        "target = scene['tmp'] + '/kept/file.txt'\n"
        "for act in (lambda: os.truncate(target, 0), lambda: os.rename(target, target + '.gone'),\n"
        "            lambda: os.remove(target), lambda: os.rmdir(scene['tmp'] + '/empty')):\n"
        "    try: act()\n"
        "    except OSError as error: print(error)",
    ),
    writer("links into the next student's way",
           "for name in ('numpy.py', '01_neuron.ipynb'):\n"
           "    try: os.symlink('/etc/passwd', scene['tmp'] + '/' + scene['mark'] + name)\n"
           "    except OSError as error: print(error)"),
    writer(
        "shared memory and message queues",
        "from multiprocessing import shared_memory\n"
        "try:\n"
        "    memory = shared_memory.SharedMemory(scene['mark'], create=True, size=4096)\n"
        "    memory.buf[:4] = b'mark'\n"
        "except OSError as error: print(error)\n"
        "os._exit(0)",
    ),
    writer(
        "modules of the warm process, for the next student",
        "import builtins, sys, nnlib\n"
        "builtins.scene_mark = nnlib.scene_mark = sys.scene_mark = scene['mark']\n"
        "os.environ['SCENE_MARK'] = scene['mark']",
    ),
    writer("the system's settings",
           "leave('/proc/self/oom_score_adj', '-1000')\n"
           "leave('/proc/self/loginuid', '12345')\n"
           "leave('/sys/fs/cgroup/' + scene['mark'] + '/x')"),
)  # fmt: skip
