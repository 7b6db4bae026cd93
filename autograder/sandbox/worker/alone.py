"""Be the worker of one notebook where nothing can be forked: a fresh process, cut off from nothing.

`python -m autograder.sandbox.worker.alone PORT`; what it is told comes as one line of JSON on its
standard input, with the key that it shows at the judge's door.
"""

import json
import os
import socket
import sys

from autograder.sandbox.protocol.frames import send_frame
from autograder.sandbox.worker.loading import preload, quiet_checks, write_files
from autograder.sandbox.worker.serve import serve
from autograder.sandbox.worker.shell import make_shell
from autograder.sandbox.worker.withholding import withhold


def main(port: str) -> None:
    """Load what notebooks import, then do as the judge asks until it is gone."""
    told = json.loads(sys.stdin.readline())
    shell = make_shell(told["settings"])
    preload(())
    quiet_checks()
    os.chdir(told["home"])
    write_files(told["files"])
    withhold(told["withheld"])
    bookmark = os.open(told["bookmark"], os.O_RDWR | getattr(os, "O_BINARY", 0))
    channel = socket.create_connection(("127.0.0.1", int(port)))
    send_frame(channel, told["key"].encode("ascii"))  # from here on the judge's clock runs
    serve(channel, bookmark, shell)


if __name__ == "__main__":
    main(*sys.argv[1:])
