"""Start a script anew so that its matrix products use one thread and the usual code."""

import os
import sys


def use_one_thread() -> None:
    """Run this script again with the right environment, unless it has it already.

    NumPy reads it when it is imported. OPENBLAS_CORETYPE makes products up to 1.7 times slower.
    """
    wanted = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    right = all(os.environ.get(name) == value for name, value in wanted.items())
    if right and "OPENBLAS_CORETYPE" not in os.environ:
        return
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_CORETYPE"} | wanted
    os.execve(sys.executable, [sys.executable, *sys.argv], environment)
