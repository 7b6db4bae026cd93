import os
from pathlib import Path

import numpy as np
import pytest

from autograder.exercises.model import Rng
from autograder.judging.plain import Foreign
from autograder.sandbox import fault as faults
from autograder.sandbox.fault import Fault
from autograder.sandbox.levels import FULL, LIMITS
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol.calls import PackedCalls
from autograder.sandbox.protocol.replies import CellReport, Fetched, NotAFunction, Undefined
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import WarmError, WarmProcess
from nnlib import activations

CALLS = PackedCalls(((np.array([1.0, -2.0]),), (np.array([3.0]),)))


@pytest.fixture(scope="module", params=[LIMITS, FULL])
def warm(request):
    """What students' code does costs the same at every level of isolation."""
    try:
        with WarmProcess(wanted=request.param, highest=request.param) as process:
            yield process
    except WarmError as error:
        pytest.skip(str(error))


@pytest.fixture
def session(warm):
    with Session(warm, Limits(cell_seconds=20, exercise_seconds=20)) as started:
        yield started


@pytest.fixture
def hasty(warm):
    with Session(warm, Limits(cell_seconds=1.5, exercise_seconds=1.5)) as started:
        yield started


def define(session, body, name="f", parameters="x"):
    report = session.run(f"def {name}({parameters}):\n    {body}")
    assert report == CellReport()


def test_a_cell_reports_its_last_expression_and_what_it_printed(session):
    assert session.run("print('hello')\n1 + 1") == CellReport(result="2")
    assert session.printed.stdout == "hello\n"


def test_an_error_comes_with_the_students_own_line(session):
    error = session.run("x = 1\nx / 0").error
    assert (error.type_name, error.line_number, error.line) == ("ZeroDivisionError", 2, "x / 0")


def test_a_syntax_error_comes_with_its_line(session):
    error = session.run("a = 1\ndef f(:").error
    assert (error.type_name, error.line_number, error.line) == ("SyntaxError", 2, "def f(:")


def test_an_error_leaves_what_was_defined_before_it(session):
    session.run("x = 7\n1 / 0")
    assert session.fetch("x") == Fetched(7)


def test_a_function_is_observed_on_each_call(session):
    define(session, "return x * 2")
    seen = session.observe("f", CALLS)
    assert [list(one.value) for one in seen] == [[2.0, -4.0], [6.0]]


def test_an_argument_that_is_changed_and_a_call_that_does_not_repeat_are_seen(session):
    define(session, "x += 1; return x")
    session.run("n = 0\ndef g(x):\n    global n\n    n += 1\n    return n")
    assert [one.changed for one in session.observe("f", CALLS)] == [(0,), (0,)]
    assert [one.repeats for one in session.observe("g", CALLS)] == [False, False]


def test_generators_and_functions_of_nnlib_arrive_as_themselves(session):
    define(session, "return activation(rng.normal(size=2) - 9)", parameters="activation, rng")
    (seen,) = session.observe("f", PackedCalls(((activations.relu, Rng(3)),)))
    assert list(seen.value) == [0.0, 0.0]


def test_a_name_that_is_not_there_and_one_that_is_no_function_are_told_apart(session):
    session.run("f = 5")
    assert session.observe("f", CALLS) == NotAFunction("int")
    assert session.observe("g", CALLS) == Undefined()
    assert session.fetch("g") == Undefined()


def test_a_value_of_any_type_is_fetched_as_plain_data_or_by_its_type(session):
    session.run("a = (1, [2.5, 'x'])\nb = {1, 2}\nc = ...")
    assert session.fetch("a") == Fetched((1, [2.5, "x"]))
    assert session.fetch("b") == Fetched(Foreign("set"))
    assert session.fetch("c") == Fetched(Foreign("ellipsis"))


@pytest.mark.parametrize(
    "source",
    [
        "%matplotlib inline",
        "%%time\nx = 1",
        "!ls /",
        "%pip install nothing-at-all",
        "import asyncio\nawait asyncio.sleep(0)",
        "%config InlineBackend.figure_format = 'retina'",
        "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
        "x = 3;",
        "?print",
        "exit",
    ],
)
def test_what_works_in_jupyter_does_no_harm_here(session, source):
    assert session.run(source).error is None
    assert session.run("1").error is None


def test_output_of_a_command_is_kept(session):
    session.run("!echo from the system")
    assert session.printed.stdout == "from the system\n"


def test_input_fails_at_once(hasty):
    assert hasty.run("name = input('who? ')").error.type_name == "NobodyThereError"


def test_a_flood_of_output_is_cut_and_stops_nobody(session):
    report = session.run("for _ in range(20_000):\n    print('x' * 1_000)\n'done'")
    assert report.result == "'done'"
    assert len(session.printed.stdout) <= Limits().output_bytes + 1


def test_a_flood_from_below_python_is_cut_too(session):
    assert session.run("import os\n_ = os.write(1, b'y' * 3_000_000)").error is None
    assert len(session.printed.stdout) <= Limits().output_bytes + 1


def test_closing_the_standard_streams_is_the_students_own_affair(session):
    session.run("import os, sys\nos.close(1)\nos.close(2)\nsys.stdout = None")
    assert session.run("1 + 1") == CellReport(result="2")


def test_a_function_that_prints_disturbs_nothing(session):
    define(session, "print('noise' * 1000); return x")
    assert len(session.observe("f", CALLS)) == 2


def test_a_cell_that_hangs_is_left_out_and_the_rest_goes_on(hasty):
    hasty.run("x = 1")
    fault = hasty.run("x = 2\nprint('so far')\nwhile True:\n    pass")
    assert (fault.kind, fault.seconds) == (faults.HUNG, 1.5)
    assert hasty.printed.stdout == "so far\n"
    assert hasty.fetch("x") == Fetched(1)


def test_a_function_that_hangs_is_known_with_its_call(hasty):
    define(hasty, "\n    while len(x) == 1: pass\n    return x")
    fault = hasty.observe("f", CALLS)
    assert (fault.kind, fault.call) == (faults.HUNG, 1)


@pytest.mark.parametrize(
    ("source", "detail"),
    [
        ("os._exit(3)", "exit code 3"),
        ("os.abort()", "signal SIG"),
        ("import ctypes; ctypes.string_at(0)", "signal SIGSEGV"),
        ("os.closerange(3, 1000)", ""),
    ],
)
def test_a_cell_that_ends_the_process_is_left_out(session, source, detail):
    session.run("x = 1")
    fault = session.run(f"import os\n{source}")
    assert fault.kind == faults.ENDED
    assert detail in fault.detail
    assert session.fetch("x") == Fetched(1)


def test_a_function_that_ends_the_process_is_known_with_its_call(session):
    define(session, "import os; os._exit(1)")
    fault = session.observe("f", CALLS)
    assert (fault.kind, fault.call) == (faults.ENDED, 0)


def test_leaving_by_sys_exit_is_an_error_of_the_cell(session):
    session.run("x = 1")
    assert session.run("import sys\nsys.exit(2)").error.type_name == "SystemExit"
    assert session.fetch("x") == Fetched(1)


def test_a_keyboard_interrupt_in_a_function_is_an_error_of_its_calls(session):
    define(session, "raise KeyboardInterrupt('stop')")
    assert [one.error.type_name for one in session.observe("f", CALLS)] == ["KeyboardInterrupt"] * 2


def test_an_endless_recursion_is_an_error_of_the_function(session):
    define(session, "return f(x)")
    assert [one.error.type_name for one in session.observe("f", CALLS)] == ["RecursionError"] * 2


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as np\nkept = np.ones(10**9)",
        "kept = []\nwhile True:\n    kept.append('x' * 10**6)",
        "kept = bytearray(8 * 10**9)",
    ],
)
def test_a_cell_that_eats_memory_is_left_out(session, source):
    session.run("x = 1")
    assert session.run(source).kind == faults.MEMORY
    assert session.fetch("x") == Fetched(1)
    assert session.fetch("kept") == Undefined()


def test_memory_that_a_function_keeps_starves_nobody_else(session):
    session.run("kept = []\ndef f(x):\n    while True:\n        kept.append('x' * 10**6)")
    define(session, "return x", name="g")
    assert {one.error.type_name for one in session.observe("f", CALLS)} == {"MemoryError"}
    assert [one.error for one in session.observe("g", CALLS)] == [None, None]


def test_a_copy_of_the_worker_that_a_cell_forks_answers_nothing(session):
    session.run("import os\npid = os.fork()\nx = 'copy' if pid == 0 else 'first'")
    assert session.fetch("x") == Fetched("first")
    assert session.run("1") == CellReport(result="1")


def test_a_forged_reply_costs_the_worker_and_not_the_grader(session):
    session.run("x = 1")
    report = session.run(
        "import os, socket\n"
        "for n in range(3, 64):\n"
        "    try:\n"
        "        socket.socket(fileno=os.dup(n)).send(b'\\x00\\x00\\x00\\x02[]')\n"
        "    except OSError:\n"
        "        pass"
    )
    assert report.kind == faults.GARBLED
    assert session.fetch("x") == Fetched(1)


@pytest.mark.parametrize(
    "large",
    [
        "np.zeros(900_000)",
        "list(range(150_000))",
        "[[1.5] * 4] * 40_000",
        "np.zeros(4_000_000)",
        "{'k' * 200_000: 1}",
        "'x' * 10**7",
        "[{'a': 1}] * 150_000",
    ],
)
def test_what_is_too_large_to_be_looked_at_is_no_disturbance(session, large):
    calls = PackedCalls(((1,),) * 12)
    session.run(f"import numpy as np\ny = [{large}] * 12\ng = lambda x: {large}")
    worker = session.talk.worker
    for seen in (session.observe("g", calls), session.fetch("y")):
        assert seen == Fault(faults.TOO_LARGE) or not isinstance(seen, Fault)
    assert (session.garbled, session.talk.worker) == ("", worker)


def test_an_array_that_no_exercise_asks_for_has_a_fault_of_its_own(session):
    define(session, "import numpy as np; return np.zeros(900_000)")
    assert session.observe("f", PackedCalls(((1,),) * 4)) == Fault(faults.TOO_LARGE)


def test_a_notebook_that_always_ends_its_process_gets_no_endless_restarts(warm):
    with Session(warm, Limits(restarts=2)) as session:
        kinds = [session.run("import os\nos._exit(1)").kind for _ in range(5)]
    assert kinds == [faults.ENDED] * 3 + [faults.NO_RESTARTS] * 2


def test_the_whole_submission_has_a_time_of_its_own(warm):
    with Session(warm, Limits(total_seconds=1.5)) as session:
        kinds = [session.run("while True: pass").kind, session.run("1").kind]
    assert kinds == [faults.NO_TIME, faults.NO_TIME]


def test_replayed_cells_draw_the_same_random_numbers(session):
    session.run("import os, random\nseen = random.random()")
    first = session.fetch("seen")
    session.run("os._exit(1)")
    assert session.fetch("seen") == first


def test_the_environment_and_the_folder_tell_nothing_of_the_grader(session):
    session.run("import os\nhome, here = os.environ['HOME'], os.getcwd()\nnames = list(os.environ)")
    home, here = session.fetch("home").value, session.fetch("here").value
    assert home == here
    assert home not in (os.path.expanduser("~"), os.getcwd())  # noqa: PTH109, PTH111
    assert not {"USER", "PWD", "VIRTUAL_ENV", "PYTHONPATH"} & set(session.fetch("names").value)


def test_the_folder_is_removed_with_everything_in_it(session):
    session.run(
        "import os, pathlib\n"
        "pathlib.Path('a/b').mkdir(parents=True)\n"
        "pathlib.Path('a/b/file').write_text('x')\n"
        "pathlib.Path('a/link').symlink_to('/')\n"
        "os.chmod('a', 0)\n"
        "here = os.getcwd()"
    )
    here = Path(session.fetch("here").value)
    session.end_worker()
    assert not here.exists()
    assert Path("/bin").exists()


def test_a_file_cannot_grow_beyond_its_limit(session):
    error = session.run("open('big', 'wb').write(b'x' * 100_000_000)").error
    assert error.type_name == "OSError"


def test_each_session_begins_with_nothing_and_the_same_random_numbers(warm):
    drawn = []
    for _ in range(2):
        with Session(warm, Limits()) as session:
            session.run("import numpy as np, random\nx = (np.random.rand(), random.random())")
            drawn.append(session.fetch("x"))
            assert session.fetch("y") == Undefined()
            session.run("y = 1")
    assert drawn[0] == drawn[1]


def test_fifty_sessions_leave_no_descriptor_no_process_and_no_folder(warm):
    def state():
        children = Path(f"/proc/{warm.process.pid}/task/{warm.process.pid}/children").read_text()
        mine = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
        its = len(os.listdir(f"/proc/{warm.process.pid}/fd"))  # noqa: PTH208
        return mine, its, children.split(), len(list(warm.folder.path.iterdir()))

    with Session(warm, Limits()) as session:
        session.run("1")
    before = state()
    for number in range(50):
        with Session(warm, Limits()) as session:
            session.run("import os\nx = 1")
            if number % 5 == 0:
                session.run("os._exit(1)")
                session.fetch("x")
    assert state() == before


def test_an_error_in_a_magic_is_shown_as_it_was_typed(session):
    error = session.run("x = 1\n%no_such_magic").error
    assert (error.line_number, error.line) == (2, "%no_such_magic")


def test_each_cell_begins_its_own_figure_as_in_jupyter(session):
    session.run("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()")
    session.run("left = len(plt.get_fignums())")
    assert session.fetch("left") == Fetched(0)
    assert session.printed.stderr == ""
