"""Connections to the machine itself, which stands for the whole network."""

from tests.autograder.hostile.attack import vandal

KIND = "network"

TRY = """
import socket, os
def attempt(act):
    try: print(act())
    except Exception as error: print(type(error).__name__, error)
word = scene['mark'].encode()
def tcp(host, family=socket.AF_INET):
    with socket.socket(family, socket.SOCK_STREAM) as line:
        line.settimeout(1); line.connect((host, scene['tcp'])); line.sendall(word)
    return 'sent'
def udp(host='127.0.0.1'):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(word, (host, scene['udp']))
    return 'sent'
def unix(address):
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(1); line.connect(address); line.sendall(word)
    return 'sent'
"""


def caller(name, source):
    return vandal(name, KIND, TRY + source)


ATTACKS = (
    caller("TCP to this machine", "attempt(lambda: tcp('127.0.0.1'))"),
    caller(
        "TCP under other names of this machine",
        "for host in ('localhost', '127.1.2.3', '0.0.0.0'): attempt(lambda: tcp(host))\n"
        "attempt(lambda: tcp('::1', socket.AF_INET6))",
    ),
    caller("UDP to this machine", "attempt(udp)"),
    caller("a socket on the disk", "attempt(lambda: unix(scene['unix']))"),
    caller("an abstract socket", "attempt(lambda: unix('\\0' + scene['abstract']))"),
    caller(
        "a program that connects",
        "import subprocess, sys\n"
        "code = f\"import socket; socket.create_connection(('127.0.0.1', {scene['tcp']}), 1)\"\n"
        'code += f".sendall({word!r})"\n'
        "attempt(lambda: subprocess.run([sys.executable, '-c', code], timeout=2).returncode)",
    ),
    caller(
        "a page and a name looked up",
        "import urllib.request\n"
        "url = f\"http://127.0.0.1:{scene['tcp']}/{scene['mark']}\"\n"
        "attempt(lambda: urllib.request.urlopen(url, timeout=1).read())\n"
        "attempt(lambda: socket.getaddrinfo('localhost', scene['tcp']))",
    ),
    caller(
        "raw and packet sockets",
        "made = []\n"
        "for family in (socket.AF_INET, socket.AF_PACKET):\n"
        "    attempt(lambda: made.append(socket.socket(family, socket.SOCK_RAW, 255)))\n"
        "attempt(udp) if made else None",
    ),
    caller(
        "netlink and the interfaces",
        "attempt(lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).bind((0, 0)))\n"
        "attempt(lambda: socket.if_nameindex())\n"
        "attempt(lambda: tcp('127.0.0.1'))",
    ),
    caller(
        "a listener for the next student",
        "import threading\n"
        "def listen():\n"
        "    door = socket.socket(); door.bind(('127.0.0.1', 0)); door.listen()\n"
        "    with socket.create_connection(door.getsockname(), 1): pass\n"
        "    return udp()\n"
        "attempt(listen)",
    ),
    caller(
        "connections through io_uring",
        "import ctypes\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "ring = libc.syscall(425, 8, (ctypes.c_char * 120)())\n"
        "print(ring, ctypes.get_errno())\n"
        "if ring >= 0: attempt(lambda: tcp('127.0.0.1'))",
    ),
)
