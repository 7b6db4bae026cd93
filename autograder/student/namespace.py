"""Find the names that the student has defined, and the notebook to show things in."""

import sys
from collections.abc import Mapping, MutableMapping
from typing import Any

try:
    from IPython.core.getipython import get_ipython
    from IPython.display import display
except ImportError:  # a plain script on a machine without IPython
    get_ipython = display = None  # type: ignore[assignment]  # stands for absent

Namespace = MutableMapping[str, Any]


def student_namespace(callers: Namespace) -> Namespace:
    """Return the namespace of the student's cells; in a plain script, the caller's globals."""
    shell = get_ipython() if get_ipython is not None else None
    return callers if shell is None else shell.user_ns


def show(bundle: Mapping[str, str]) -> None:
    """Show a bundle of forms in the notebook; outside of one, print its plain text."""
    if get_ipython is not None and get_ipython() is not None:
        display(dict(bundle), raw=True)  # type: ignore[no-untyped-call]  # IPython's is untyped
    else:
        write(bundle["text/plain"])


def write(text: str) -> None:
    """Print text; signs that the terminal does not know become question marks."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")
