"""The canaries do sing: what an attack does where nothing holds it is noticed, and named."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.autograder.hostile.attack import ALL, LESSON, NOTHING, RELU, Attack, honest
from tests.autograder.hostile.browser import running
from tests.autograder.hostile.classroom import copied, forms, open_classroom, seat
from tests.autograder.hostile.evidence import Evidence, changes, leaks, snapshot
from tests.autograder.hostile.harm import found_harm
from tests.autograder.hostile.soundness import most_points, problems, silent, unfit_for_a_terminal

pytestmark = pytest.mark.slow

NOBODY = Attack("nobody", "signals", lambda folder, scene: None, keeps=frozenset({RELU}))


@pytest.fixture(scope="module")
def template():
    base = Path(tempfile.mkdtemp(prefix="canaries-"))
    made = open_classroom(base)
    yield made
    made.close()
    subprocess.run(["rm", "-rf", str(base)], check=False)


@pytest.fixture
def room(template):
    base = Path(tempfile.mkdtemp(prefix="canaries-"))
    made = copied(template, base)
    seat(made, (NOBODY,))
    yield made
    made.close()
    subprocess.run(["rm", "-rf", str(base)], check=False)


@pytest.fixture
def attacker(room):
    return next(name for name, attack in room.students.items() if attack is NOBODY)


@pytest.fixture
def mark(room):
    return next(iter(room.marks))


def harm(room):
    return list(found_harm(room))


def test_nothing_is_found_where_nothing_was_done(room):
    assert harm(room) == []


def test_a_file_in_each_place_is_found_and_taken_away(room, mark, attacker):
    places = [room.shared, room.home, Path("/tmp"), room.course.folder / "autograded"]
    for place in places:
        place.mkdir(exist_ok=True)
        (place / mark).touch()
    assert {(attacker, f"a file in {place}") for place in places} <= set(harm(room))
    assert not Path("/tmp", mark).exists()


def test_a_word_at_each_door_is_heard(room, mark, attacker):
    with socket.create_connection(("127.0.0.1", room.listener.tcp)) as line:
        line.sendall(mark.encode())
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.sendto(mark.encode(), ("127.0.0.1", room.listener.udp))
    for address in (str(room.base / "door"), f"\0{room.run}-door"):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(address)
            line.sendall(mark.encode())
    heard = {place for who, place in wait_for(lambda: harm(room), 4) if who == attacker}
    assert heard == {"TCP", "UDP", "a socket on disk", "an abstract socket"}


def wait_for(look, count):
    """Look until that much is found."""
    end = time.monotonic() + 20
    while len(found := look()) < count and time.monotonic() < end:
        time.sleep(0.05)
    return found


def test_a_process_that_lives_on_is_found(room, mark, attacker):
    code = f"import time; time.sleep(60)  # {mark}"
    with subprocess.Popen([sys.executable, "-c", code]) as process:
        # It is there before its command line is: the system fills that in a moment later.
        assert (attacker, "a process (cmdline)") in wait_for(lambda: harm(room), 1)
        process.kill()


def test_a_bystander_that_was_changed_or_ended_is_noticed(room, mark, attacker):
    bystander = room.bystanders[mark]
    os.setpriority(os.PRIO_PROCESS, bystander.pid, 5)
    assert [who for who, _ in harm(room)] == [attacker]
    bystander.process.kill()
    bystander.process.wait()
    assert harm(room) == [(attacker, "a process: it was ended")]


def test_a_mark_on_a_neighbours_page_is_found(room, mark, attacker):
    page = room.course.autograded("+first", LESSON)
    page.parent.mkdir(parents=True)
    page.write_text(f"seen: {mark}", encoding="utf-8")
    assert harm(room) == [(attacker, "a neighbour's page")]


def test_a_changed_a_new_and_a_lost_file_of_the_course_are_noticed(room):
    before = snapshot(room)
    settings, secret = room.course.folder / "course.toml", room.home / "secret.txt"
    settings.chmod(0o666)
    secret.unlink()
    (room.shared / "new").touch()
    told = changes(before, snapshot(room))
    wanted = [f"changed: {settings}", f"gone: {secret}", f"new: {room.shared / 'new'}"]
    assert sorted(told) == sorted(wanted)


def test_every_secret_is_known_in_every_disguise(room, attacker):
    for name, secret in room.secrets.items():
        for disguised in forms(secret):
            assert leaks(room, {"page": f"x{disguised}x"}, attacker) == [name]


def test_a_neighbours_own_words_are_no_leak(room):
    text = room.secrets["a neighbour"]
    assert leaks(room, {"page": text}, "+first") == []


def test_credit_that_was_gained_lost_or_taken_from_a_neighbour_is_noticed(room, attacker):
    full = most_points(room.given)
    fair = {item: full[item] if item == RELU else 0.0 for item in ALL}
    everybody = dict.fromkeys(room.students, full)
    assert problems(room, Evidence(points={**everybody, attacker: fair}), attacker) == []
    assert len(problems(room, Evidence(points=everybody), attacker)) == len(ALL) - 1
    nothing = {**everybody, attacker: {}}
    assert problems(room, Evidence(points=nothing), attacker) == [f"lost: 0 of 1 for {RELU}"]
    harmed = {**everybody, attacker: fair, "+first": dict.fromkeys(full, 0.0)}
    assert len(problems(room, Evidence(points=harmed), attacker)) == 1


def test_a_missing_result_and_a_controlled_terminal_are_noticed(attacker):
    evidence = Evidence(output=f"{attacker} \x1b[2J")
    assert silent(evidence, attacker) == ["no result was kept"]
    assert len(unfit_for_a_terminal(evidence, attacker)) == 1


@pytest.mark.parametrize(
    "page",
    [
        "<script>mark()</script>",
        "<img src=x onerror='mark()'>",
        "<a href='java&#10;script:mark()'>x</a>",
        "<iframe srcdoc='mark'></iframe>",
        "<style>mark</style>",
        r"<p>$\href{javascript:mark()}{x}$</p>",
    ],
)
def test_what_a_browser_would_run_is_found(page):
    assert running(page, "mark")


def test_what_a_browser_shows_as_text_is_let_be():
    assert (
        running("<pre>&lt;script&gt;mark()&lt;/script&gt;</pre><p title='mark'>mark</p>", "mark")
        == []
    )


def test_the_honest_notebook_holds_every_answer(room):
    sources = [cell["source"] for cell in honest(room.scene(1, "x", target=False))["cells"]]
    assert NOTHING < ALL
    assert not any("NotImplementedError" in source or "= ..." in source for source in sources)
