"""The filter of system calls, run by a small interpreter: also for a processor that is not here."""

import errno
import os

import pytest

from autograder.sandbox.worker.isolation.instructions import (
    ALLOW,
    ANY_BIT,
    ASK,
    AT_LEAST,
    EQUAL,
    INSTRUCTION,
    KILL,
    LOAD,
    REFUSE,
    RETURN,
)
from autograder.sandbox.worker.isolation.numbers import ATTRIBUTES, NUMBERS, OWNERS, PRETENDED
from autograder.sandbox.worker.isolation.seccomp import (
    OWNERS_BY_FCNTL,
    OWNERS_BY_IOCTL,
    WATCHES_BY_FCNTL,
    memory_program,
    program,
)
from autograder.sandbox.worker.isolation.syscalls import ARCHITECTURES

TESTS = {
    EQUAL: lambda value, k: value == k,
    AT_LEAST: lambda value, k: value >= k,
    ANY_BIT: lambda value, k: bool(value & k),
}
NOT_PERMITTED = REFUSE | errno.EPERM
NO_SUCH_CALL = REFUSE | errno.ENOSYS
WORKER = 4711
READ = {"x86_64": 0, "aarch64": 63}
KILL_CALL = {"x86_64": 62, "aarch64": 129}


@pytest.fixture(params=sorted(ARCHITECTURES))
def name(request):
    return request.param


def answer(name, call, argument=0, second=0, *, alone=None, audit=None, bounded=True, values=None):
    """Return what the filter of an architecture says to a call."""
    architecture = ARCHITECTURES[name]
    lines = program(architecture, alone=alone, bounded=bounded)
    return execute(lines, architecture, call, values or {0: argument, 1: second}, audit)


def execute(lines, architecture, call, values=(), audit=None):
    """Return what a filter says to a call with arguments by place; the others are 0."""
    given = {0: call, 4: audit or architecture.audit, **{16 + 8 * place: 0 for place in range(6)}}
    given |= {16 + 8 * place: value & 0xFFFFFFFF for place, value in dict(values).items()}
    place, value = 0, 0
    while True:
        code, if_true, if_false, k = lines[place]
        place += 1
        if code == RETURN:
            return k
        if code == LOAD:
            value = given[k]
        else:
            place += if_true if TESTS[code](value, k) else if_false


def test_what_a_worker_needs_is_allowed(name):
    assert answer(name, READ[name]) == ALLOW


@pytest.mark.parametrize("call", ["socket", "mount", "ptrace", "bpf", "io_uring_setup", "unshare"])
def test_what_it_never_needs_is_refused(name, call):
    number = NUMBERS[call][sorted(ARCHITECTURES, reverse=True).index(name)]
    assert answer(name, number) == NOT_PERMITTED


def test_processes_and_threads_can_be_made_but_no_namespaces(name):
    clone = ARCHITECTURES[name].clone
    assert answer(name, clone, 0x01200011) == ALLOW
    assert answer(name, clone, 0x10000011) == NOT_PERMITTED
    assert answer(name, ARCHITECTURES[name].clone3) == NO_SUCH_CALL


def test_calls_of_another_architecture_end_the_process(name):
    assert answer(name, READ[name], audit=0x40000003) == KILL


def test_the_second_numbering_of_calls_is_refused():
    assert answer("x86_64", 0x40000000 | 41) == NO_SUCH_CALL


def test_without_a_namespace_signals_reach_the_worker_itself_alone(name):
    def signal_to(process, alone=WORKER):
        return answer(name, KILL_CALL[name], process, alone=alone)

    assert [signal_to(process) for process in (WORKER, 0, -WORKER)] == [ALLOW] * 3
    assert [signal_to(process) for process in (1, -1, WORKER + 1)] == [NOT_PERMITTED] * 3
    assert signal_to(1, alone=None) == ALLOW


@pytest.mark.parametrize(
    ("call", "commands", "usual"),
    [
        ("fcntl", OWNERS_BY_FCNTL, 4),
        ("fcntl", WATCHES_BY_FCNTL, 1),
        ("ioctl", OWNERS_BY_IOCTL, 0x5401),
    ],
)
def test_no_file_sends_signals_to_others(name, call, commands, usual):
    number = getattr(ARCHITECTURES[name], call)
    assert [answer(name, number, 3, one) for one in commands] == [NOT_PERMITTED] * len(commands)
    assert answer(name, number, 3, usual) == ALLOW


def test_limits_of_other_processes_can_not_be_changed(name):
    call = ARCHITECTURES[name].limits
    assert answer(name, call, 0, alone=WORKER) == ALLOW
    assert answer(name, call, 1, alone=WORKER) == NOT_PERMITTED


def test_every_instruction_fits_the_kernels_form(name):
    lines = program(ARCHITECTURES[name], alone=WORKER, bounded=False)
    assert all(len(INSTRUCTION.pack(*line)) == 8 for line in lines)
    assert len(lines) < 4096


def arguments(name, call, place, value, *, bounded):
    """Return what the filter says to a call with one argument at a place."""
    return answer(name, getattr(ARCHITECTURES[name], call), values={place: value}, bounded=bounded)


@pytest.mark.parametrize("bounded", [True, False])
def test_memory_of_huge_pages_is_counted_nowhere_and_refused(name, bounded):
    assert arguments(name, "mmap", 3, 0x40022, bounded=bounded) == NOT_PERMITTED
    assert arguments(name, "mmap", 3, 0x22, bounded=bounded) == ALLOW
    assert arguments(name, "memfd_create", 1, 4, bounded=bounded) != ALLOW


def test_where_no_group_bounds_memory_what_can_not_be_counted_is_refused(name):
    shared, of_a_file, anonymous = 0x21, 0x01, 0x22
    assert arguments(name, "mmap", 3, shared, bounded=False) == NOT_PERMITTED
    assert arguments(name, "mmap", 3, of_a_file, bounded=False) == ALLOW
    assert arguments(name, "mmap", 3, anonymous, bounded=False) == ALLOW
    assert arguments(name, "mmap", 3, shared, bounded=True) == ALLOW
    assert arguments(name, "memfd_create", 1, 0, bounded=False) == NO_SUCH_CALL
    assert arguments(name, "memfd_create", 1, 0, bounded=True) == ALLOW
    assert arguments(name, "fcntl", 1, 1031, bounded=False) == NOT_PERMITTED
    assert arguments(name, "prctl", 0, 4, bounded=False) == NOT_PERMITTED
    assert arguments(name, "prctl", 0, 15, bounded=False) == ALLOW


@pytest.mark.parametrize("bounded", [True, False])
def test_at_the_lowest_level_memory_alone_is_refused(name, bounded):
    def say(call):
        number = NUMBERS[call][sorted(ARCHITECTURES, reverse=True).index(name)]
        return execute(
            memory_program(ARCHITECTURES[name], bounded=bounded), ARCHITECTURES[name], number
        )

    assert say("shmget") == say("vmsplice") == NOT_PERMITTED
    assert say("socket") == say("ptrace") == ALLOW


def test_a_listener_is_asked_about_what_is_reported_alone(name):
    architecture = ARCHITECTURES[name]
    lines = program(architecture, alone=None, bounded=True, asking=True)

    def say(call):
        number = NUMBERS[call][sorted(ARCHITECTURES, reverse=True).index(name)]
        return execute(lines, architecture, number)

    assert say("ptrace") == say("unshare") == say("fspick") == say("io_uring_enter") == ASK
    assert say("socket") == say("setpriority") == NOT_PERMITTED


def test_a_listener_is_asked_about_a_clone_that_makes_a_namespace(name):
    architecture = ARCHITECTURES[name]
    lines = program(architecture, alone=None, bounded=True, asking=True)

    def clone(flags):
        return execute(lines, architecture, architecture.clone, {0: flags})

    assert (clone(0x10000011), clone(0x40000011), clone(0x01200011)) == (ASK, ASK, ALLOW)
    assert architecture.reported[architecture.clone] == "clone"


@pytest.mark.parametrize("guarded", [True, False])
def test_where_no_view_protects_files_they_keep_their_modes_times_and_attributes(name, guarded):
    architecture, column = ARCHITECTURES[name], sorted(ARCHITECTURES, reverse=True).index(name)
    lines = program(architecture, alone=WORKER, bounded=True, guarded=guarded)

    def said(calls):
        numbers = [pair[column] for pair in calls.values() if pair[column] >= 0]
        return {execute(lines, architecture, number) for number in numbers}

    no_attributes = REFUSE | errno.EOPNOTSUPP
    wanted = [{REFUSE}, {NOT_PERMITTED}, {no_attributes}] if guarded else [{ALLOW}] * 3
    assert [said(calls) for calls in (PRETENDED, OWNERS, ATTRIBUTES)] == wanted


@pytest.mark.parametrize(
    "command",
    [0x40086602, 0x401C5820, 0x5000940E],  # a file's flags, its project, a snapshot
)
def test_a_file_systems_own_commands_are_refused_and_a_terminals_are_not(name, command):
    architecture = ARCHITECTURES[name]
    lines = program(architecture, alone=WORKER, bounded=True, guarded=True)

    def ioctl(number):
        return execute(lines, architecture, architecture.ioctl, {1: number})

    assert ioctl(command) == REFUSE | errno.ENOTTY
    assert {ioctl(usual) for usual in (0x5401, 0x5413, 0x541B, 0x5421, 0x5451)} == {ALLOW}
    assert ioctl(0x5412) == NOT_PERMITTED


@pytest.mark.parametrize("unseen", [True, False])
def test_where_landlock_does_not_see_it_no_file_is_cut_off_without_the_right_to_write(name, unseen):
    architecture = ARCHITECTURES[name]
    lines = program(architecture, alone=WORKER, bounded=True, guarded=True, cut_unseen=unseen)

    def opened(flags):
        said = {
            execute(lines, architecture, number, {place: flags})
            for number, place in architecture.opening.items()
        }
        return said == {ALLOW}

    truncate = {"x86_64": 76, "aarch64": 45}[name]
    assert (execute(lines, architecture, truncate) == ALLOW) is not unseen
    assert opened(os.O_TRUNC) is not unseen
    assert opened(os.O_RDONLY | os.O_CLOEXEC)
    assert opened(os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    assert opened(os.O_RDWR | os.O_TRUNC)
