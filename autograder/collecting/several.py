"""Say which of several notebooks of one student counts, and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from autograder.collecting.sorting import HandedIn, seconds
from autograder.course.folder import Course
from autograder.course.handed_in.attempts import Attempt, latest_attempt
from autograder.course.handed_in.notebook_files import work_in
from autograder.course.names import printable
from autograder.notes import NO_NOTE, Cause, Note

NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
EXCHANGE = "exchange"  # where each folder is a hand-in of its own


@dataclass(frozen=True)
class Filed:
    """One notebook of a source, and the attempt that it is kept as."""

    hand_in: HandedIn
    attempt: Attempt

    @property
    def came(self) -> tuple[tuple[int, ...], float]:
        """Return what tells which of two was handed in later."""
        return self.hand_in.claim.sent, seconds(self.hand_in.claim.time)

    @property
    def shown(self) -> str:
        """Return the file's name, and why it does not count where there is no work in it."""
        name = f"“{printable(self.attempt.file_name or self.attempt.path)}”"
        return f"{name}, {EMPTY}," if self.attempt.without_work else name


EMPTY = "which holds no work"


def by_work(course: Course, handed_in: Iterable[HandedIn]) -> list[HandedIn]:
    """Return notebooks with the work that they hold, as they count: of one time, the most last."""
    counted = (
        replace(one, work=work_in(one.claim.entry.file, course.release(one.assignment)))
        for one in handed_in
    )
    return sorted(counted, key=lambda one: (one.claim.sent, seconds(one.claim.time), one.work))


def note_on_several(came: Sequence[Filed], attempts: Sequence[Attempt], counting: Attempt) -> Note:
    """Return what is to be said of one student's notebooks of one source, nothing of a single one.

    `attempts` are all that are kept, `counting` the one of them that counts.
    """
    files = list({filed.attempt.number_of_attempt: filed for filed in came}.values())
    chosen = next((filed for filed in files if filed.attempt is counting), None)
    left = [filed for filed in files if filed is not chosen]
    if chosen is None:
        return note_on_passed_over(left, attempts, counting)
    if not are_of_one_hand_in(files) and latest_attempt(attempts) is counting:
        return NO_NOTE
    kept = ", ".join(
        f"{filed.shown} is kept as attempt {filed.attempt.number_of_attempt}" for filed in left
    )
    count = number_word(len(files)).capitalize()
    text = f"{count} notebooks came; {chosen.shown} counts, {kept}."
    with_work = [filed for filed in left if not filed.attempt.without_work]
    because = f" {why(chosen, with_work)}" if with_work else ""
    return Note(Cause.SEVERAL_NOTEBOOKS, text + because)


def note_on_passed_over(
    files: Sequence[Filed], attempts: Sequence[Attempt], counting: Attempt
) -> Note:
    """Say of a later notebook without work that it did not take the place of one with work."""
    latest = latest_attempt(attempts)
    passed_over = [filed for filed in files if filed.attempt is latest]
    if not passed_over or not latest.without_work:
        return NO_NOTE
    before = printable(counting.file_name or counting.path)
    return Note(
        Cause.SEVERAL_NOTEBOOKS,
        f"{passed_over[0].shown} is kept as attempt {latest.number_of_attempt}; attempt "
        f"{counting.number_of_attempt}, “{before}”, counts.",
    )


def are_of_one_hand_in(files: Sequence[Filed]) -> bool:
    """Return True if some of a student's notebooks in one source were handed in together."""
    hand_ins = {
        filed.hand_in.claim.returns if filed.attempt.platform == EXCHANGE else "" for filed in files
    }
    return len(hand_ins) < len(files)


def why(chosen: Filed, others: Sequence[Filed]) -> str:
    """Say why one of several notebooks with work counts."""
    if chosen.came > max(filed.came for filed in others):
        return "Both hold work: the later one counts." if len(others) == 1 else "The latest counts."
    if chosen.hand_in.work > max(filed.hand_in.work for filed in others):
        return "Nothing tells which is later: the one with more work counts."
    return "Nothing tells which is later, and they hold as much work: look which one is meant."


def number_word(number: int) -> str:
    """Return a small number in words.

    >>> number_word(2), number_word(12)
    ('two', '12')
    """
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
