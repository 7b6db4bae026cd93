"""A worker lacks the code of some functions of nnlib, and nothing in it leads back to it."""

import sys

import numpy as np
import pytest

from autograder.exercises import load
from autograder.sandbox.levels import FULL, LIMITS, RESTRICTED
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol.calls import PackedCalls
from autograder.sandbox.protocol.replies import CellReport
from autograder.sandbox.session import Session
from autograder.sandbox.warm_process import WarmError, WarmProcess
from nnlib import activations

RELU, TANH = "nnlib.activations:relu", "nnlib.activations:tanh"
CALLS = PackedCalls(((np.array([1.0, -2.0]),),))
SCAN = """
wanted = bytes.fromhex({wanted!r})
found = 0
with open('/proc/self/maps') as maps, open('/proc/self/mem', 'rb', 0) as memory:
    for line in maps:
        place, rights, _, _, file, *name = line.split() + ['']
        if rights.startswith('rw') and file == '0':
            start, end = (int(one, 16) for one in place.split('-'))
            memory.seek(start)
            found += memory.read(end - start).count(wanted)
print(found)
"""


@pytest.fixture(scope="module", params=[LIMITS, RESTRICTED, FULL])
def warm(request):
    try:
        with WarmProcess(wanted=request.param, highest=request.param) as process:
            yield process
    except WarmError as error:
        pytest.skip(str(error))


def printed(session, source):
    assert session.run(source) == CellReport()
    return session.printed.stdout


def test_a_withheld_function_raises_and_all_others_work(warm):
    with Session(warm, Limits(), withheld=[RELU]) as session:
        error = session.run("from nnlib import activations\nactivations.relu(3)").error
        assert (error.type_name, error.text) == ("BorrowedAnswerError", RELU)
        assert session.run("activations.tanh(0)") == CellReport(result="np.float64(0.0)")
        assert session.refused() == {RELU}
        assert session.refused() == frozenset()


def test_it_is_there_for_the_next_submission(warm):
    with Session(warm, Limits(), withheld=[RELU]):
        pass
    with Session(warm, Limits()) as session:
        source = "from nnlib import activations\nactivations.relu(3)"
        assert session.run(source) == CellReport(result="np.float64(3.0)")


def test_what_is_lent_works_in_each_worker_that_follows(warm):
    with Session(warm, Limits(), withheld=[RELU, TANH]) as session:
        session.run("from nnlib import activations\nf, g = activations.relu, activations.tanh")
        session.lend([RELU])
        assert list(session.observe("f", CALLS)[0].value) == [1.0, 0.0]
        session.run("import os\nos._exit(3)")
        assert list(session.observe("f", CALLS)[0].value) == [1.0, 0.0]
        assert session.observe("g", CALLS)[0].error.type_name == "BorrowedAnswerError"


def test_its_code_is_nowhere_in_the_memory(warm):
    if warm.level != LIMITS:
        pytest.skip("a worker sees no /proc there")
    code = activations.leaky_relu.__code__.co_code
    scan = SCAN.format(wanted=code[:24].hex() + code[24:].hex())
    with Session(warm, Limits()) as session:
        assert int(printed(session, scan)) > 1  # of itself, and of what it looks for
    with Session(warm, Limits(), withheld=["nnlib.activations:leaky_relu"]) as session:
        assert int(printed(session, scan)) == 1


def test_no_module_of_exercises_is_loaded(warm):
    with Session(warm, Limits()) as session:
        source = (
            "import sys\nprint(*sorted(one for one in sys.modules if one.startswith(("
            "'autograder.exercises.', 'autograder.building', 'autograder.lint'))))"
        )
        loaded = printed(session, source).split()
    assert loaded == ["autograder.exercises.discovery", "autograder.exercises.model"]


def test_no_text_of_the_courses_own_can_be_read(warm):
    if warm.level == LIMITS:
        pytest.skip("a worker reads what its user reads there")
    modules = ["nnlib.activations", "autograder.exercises.model", "autograder.student.solutions"]
    with Session(warm, Limits()) as session:
        for module in modules:
            source = f"import {module} as m\nopen(m.__file__).read()"
            assert session.run(source).error.type_name in ("FileNotFoundError", "PermissionError")


def test_the_digits_are_there_without_their_file(warm):
    with Session(warm, Limits()) as session:
        source = "from nnlib.data.digits import load_digits\nprint(load_digits().train.X.shape)"
        assert printed(session, source) == "(1197, 64)\n"


def test_nothing_else_holds_the_code_of_an_own_answer():
    answers = {one for exercise in load().values() for one in exercise.own_answers}
    held = {answer.__name__: sys.getrefcount(answer.__code__) for answer in answers}
    assert {name: count for name, count in held.items() if count > 2} == {}
