"""IPython without its screen, history and questions: cells run as in Jupyter, as plain text.

The standard streams can be mended between cells, whatever a cell has made of them.
"""

import contextlib
import linecache
import os
import subprocess
import sys
import traceback
from typing import Any

import matplotlib
from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from matplotlib import pyplot
from matplotlib.pyplot import close as close_figures
from traitlets import Type
from traitlets.config import Config

from autograder.judging.observe import StudentError, text_of
from autograder.judging.unattended import leave_unattended
from autograder.sandbox.protocol.replies import LINE_LIMIT, RESULT_LIMIT, CellReport
from autograder.sandbox.worker.going_on import CELL_FILE, go_on

STREAMS = ("stdin", "stdout", "stderr")
INSTALLERS = ("pip", "conda", "mamba", "micromamba", "uv")


class LastValue(DisplayHook):
    """Keep the text of a cell's last expression instead of printing it."""

    text: str | None = None

    def write_output_prompt(self) -> None:
        """Write no `Out[1]:`."""

    def write_format_data(self, format_dict: dict[str, Any], md_dict: Any = None) -> None:
        """Keep the plain text."""
        self.text = str(format_dict.get("text/plain", ""))[: RESULT_LIMIT + 1]

    def finish_displayhook(self) -> None:
        """Write no line end."""


class PlainShell(InteractiveShell):
    """A shell that reports instead of printing."""

    displayhook_class = Type(LastValue)

    def showtraceback(self, *args: Any, **kwargs: Any) -> None:
        """Print nothing: the report says which error it was."""

    def showsyntaxerror(self, *args: Any, **kwargs: Any) -> None:
        """Print nothing: the report says which error it was."""

    def enable_gui(self, gui: Any = None) -> None:
        """Take `%matplotlib` in silence: there is no screen."""

    def enable_matplotlib(self, gui: Any = None) -> tuple[Any, str]:
        """Keep drawing into memory, whichever screen `%matplotlib` asks for."""
        return gui, "agg"

    def ask_exit(self) -> None:
        """Go on: `exit` ends a session, which grading is not."""

    def system(self, cmd: str) -> None:
        """Run `!command` without input; what it prints goes where the cell's output goes."""
        sys.stdout.flush()
        done = subprocess.run(  # noqa: S602 - `!` means the system's shell
            self.var_expand(cmd, depth=1),  # type: ignore[no-untyped-call]  # IPython's
            shell=True,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        self.user_ns["_exit_code"] = done.returncode


def make_shell(folder: str) -> Any:
    """Make the one shell of this process, with its settings in `folder` and no history."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.history_load_length = 0
    config.InteractiveShell.cache_size = 0
    config.InteractiveShell.colors = "nocolor"
    shell: Any = PlainShell.instance(config=config, ipython_dir=folder)
    shell.display_formatter.active_types = ["text/plain"]
    for name in INSTALLERS:
        shell.register_magic_function(not_installed, magic_kind="line", magic_name=name)
    leave_unattended()
    stay_in_memory()
    return shell


def stay_in_memory() -> None:
    """Draw into memory, and take every other screen that code asks for in silence."""
    pyplot.switch_backend("agg")
    for module, name in ((matplotlib, "use"), (pyplot, "switch_backend")):
        setattr(module, name, no_screen)


def no_screen(backend: str, **how: Any) -> None:
    """Stand for `matplotlib.use` and `plt.switch_backend`: there is no screen."""


def not_installed(line: str) -> None:
    """Answer `%pip install …`: nothing is installed while a notebook is graded."""
    print(f"Nothing is installed or removed while a notebook is graded: {line}")  # noqa: T201 - the cell's output


def run_cell(shell: Any, source: str) -> CellReport:
    """Run one cell and report the error that stopped it and its last expression."""
    shell.displayhook.text = None
    outcome = shell.run_cell(source, store_history=False)
    go_on(shell, source, outcome.error_in_exec)
    with contextlib.suppress(Exception):
        close_figures("all")  # as Jupyter does: each cell begins its own figure
    error = cell_error(outcome, source)
    return CellReport(error, shell.displayhook.text if error is None else None)


def cell_error(outcome: ExecutionResult, source: str) -> StudentError | None:
    """Describe the error that stopped a cell, with its own line."""
    error = outcome.error_before_exec or outcome.error_in_exec
    if error is None:
        return None
    number, line = error_line(error, source)
    # a syntax error's own text also names IPython's file for the cell, which tells nobody anything
    text = str(error.msg) if isinstance(error, SyntaxError) else text_of(error)
    return StudentError(type(error).__name__, text, number, line[:LINE_LIMIT].strip())


def error_line(error: BaseException, source: str) -> tuple[int, str]:
    """Return the number and the text of the last line of a cell that the error went through."""
    if isinstance(error, SyntaxError) and CELL_FILE in str(error.filename):
        return error.lineno or 0, str(error.text or "")
    places = cell_places(error)
    if not places:
        return 0, ""
    file, number = places[-1]
    lines = source.splitlines()
    if file == places[0][0] and number <= len(lines):  # as typed, not as IPython rewrote `%magic`
        return number, lines[number - 1]
    return number, linecache.getline(file, number)


def cell_places(error: BaseException) -> list[tuple[str, int]]:
    """Return the file and the line of each step of an error that was in a cell."""
    steps = traceback.walk_tb(error.__traceback__)
    places = ((frame.f_code.co_filename, number) for frame, number in steps)
    return [place for place in places if place[0].startswith(CELL_FILE)]


def mend_streams() -> None:
    """Open each standard stream that is not usable, as at the start of a worker."""
    for descriptor, name in enumerate(STREAMS):
        stream = getattr(sys, name, None)
        if not is_open(descriptor, stream):
            setattr(sys, name, open_stream(descriptor))


def is_open(descriptor: int, stream: Any) -> bool:
    """Return True if a stream was opened by `open_stream` or by the student, and still works."""
    try:
        os.fstat(descriptor)
        return stream is not getattr(sys, f"__{STREAMS[descriptor]}__") and not stream.closed
    except Exception:  # a student's own stream may do anything
        return False


def open_stream(descriptor: int) -> Any:
    """Open a standard stream by lines; if its file is closed, it leads nowhere."""
    try:
        os.fstat(descriptor)
    except OSError:
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, descriptor)
        if nowhere != descriptor:
            os.close(nowhere)
    mode = "w" if descriptor else "r"
    ends = "\n" if descriptor else None  # Windows would write two signs for one
    return open(
        descriptor, mode, 1, encoding="utf-8", errors="replace", newline=ends, closefd=False
    )


def flush_streams() -> None:
    """Write out what a cell printed."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
