"""Processes that want to live on after the grading, and to write or to speak then."""

from tests.autograder.hostile.attack import vandal

KIND = "outliving"

DAEMON = """
import os, sys, time, ctypes
name = scene['mark'][:15].encode()
def live_on(seconds=45):
    '''Be known by the mark, knock at the door and leave a mark everywhere, again and again.'''
    import socket
    ctypes.CDLL(None).prctl(15, name, 0, 0, 0)
    here = os.getcwd()
    end = time.time() + seconds
    while time.time() < end:
        for folder in (scene['tmp'], scene['course'] + '/autograded', here, '/tmp', here + '/..'):
            try: open(folder + '/' + scene['mark'], 'a').close()
            except OSError: pass
        time.sleep(0.5)
    os._exit(0)
"""


def survivor(name, source, *, late=False):
    return vandal(name, KIND, DAEMON + source, late=late)


ATTACKS = (
    survivor("a child", "if os.fork() == 0: live_on()"),
    survivor("a child in a session of its own", "if os.fork() == 0:\n    os.setsid(); live_on()"),
    survivor(
        "a daemon forked twice",
        "if os.fork() == 0:\n"
        "    os.setsid()\n"
        "    if os.fork(): os._exit(0)\n"
        "    os.closerange(0, 256); live_on()\n"
        "os.wait()",
        late=True,
    ),
    survivor(
        "a daemon deaf to signals, forked again and again",
        "import signal\n"
        "if os.fork() == 0:\n"
        "    for number in range(1, 32):\n"
        "        try: signal.signal(number, signal.SIG_IGN)\n"
        "        except (OSError, ValueError): pass\n"
        "    for _ in range(150):\n"
        "        os.setsid() if os.getpgid(0) != os.getpid() else None\n"
        "        time.sleep(0.01)\n"
        "        if os.fork(): os._exit(0)\n"
        "    live_on()",
        late=True,
    ),
    survivor(
        "a shell in the background",
        "os.system(f\"nohup setsid sh -c 'sleep 45; : {scene['mark']}' > /dev/null 2>&1 &\")",
    ),
    survivor("a shell's exclamation mark", "get_ipython().system("
             "f\"(setsid sleep 45; : {scene['mark']}) > /dev/null 2>&1 &\")"),
    survivor("a thread", "import threading\n"
             "threading.Thread(target=live_on, daemon=False).start()"),
    survivor("at exit", "import atexit\natexit.register(live_on)\n"
             "import threading\n"
             "threading._register_atexit(live_on) if hasattr(threading, '_register_atexit') else 0",
             late=True),
    survivor(
        "a process in a new namespace",
        "libc = ctypes.CDLL(None)\n"
        "if os.fork() == 0:\n"
        "    libc.unshare(0x20000000 | 0x10000000)\n"
        "    if os.fork() == 0:\n"
        "        os.setsid(); live_on()\n"
        "    os._exit(0)",
        late=True,
    ),
    survivor(
        "a child that shares no parent",
        "libc = ctypes.CDLL(None)\n"
        "if libc.syscall(56, 0x00008000 | 17, 0, 0, 0, 0) == 0:\n"
        "    os.setsid(); live_on()",
        late=True,
    ),
    survivor(
        "a program started by a program",
        "import subprocess\n"
        "subprocess.Popen(['sh', '-c', 'sleep 45; : ' + scene['mark']], start_new_session=True,\n"
        "                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)",
        late=True,
    ),
)  # fmt: skip
