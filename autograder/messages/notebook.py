"""What the cards in a notebook say around the judge's finding."""

from autograder.messages.language import say


def number(value: float) -> str:
    """Return points without needless digits.

    >>> number(2.0), number(1.5), number(1 / 3)
    ('2', '1.5', '0.33')
    """
    return f"{round(value, 2):.12g}"


def points(got: float, of: float) -> str:
    """Say how many points were earned."""
    return say("{got} of {total} points", got=number(got), total=number(of))


def right_word() -> str:
    """Name the verdict right."""
    return say("Right")


def partly_word() -> str:
    """Name the verdict wrong of an answer with some right parts."""
    return say("Partly right")


def wrong_word() -> str:
    """Name the verdict wrong."""
    return say("Not right yet")


def todo_word() -> str:
    """Name an exercise that is still to be done."""
    return say("Still to do")


def fault_word() -> str:
    """Name the third verdict."""
    return say("Could not be judged")


def stopped_word() -> str:
    """Name a check that the student stopped."""
    return say("Stopped by you")


def recorded_word() -> str:
    """Name an answer that is kept and not judged."""
    return say("Recorded")


def recorded(answer: str) -> str:
    """Say what becomes of an answer that is only recorded."""
    return say(
        "Your answer is `{answer}`. It is kept in this notebook and judged when it is graded; "
        "until then nothing here tells whether it is right. You may change it: save the notebook "
        "afterwards.",
        answer=answer.replace("`", "'"),
    )


def not_an_answer_word() -> str:
    """Name what cannot be an answer to a question, whatever the right one is."""
    return say("Not an answer yet")


def hint_word() -> str:
    """Head a hint."""
    return say("Hint")


def solution_word() -> str:
    """Head a worked solution."""
    return say("Worked solution")


def progress_word() -> str:
    """Head the progress."""
    return say("Your progress")


def unknown_word() -> str:
    """Head the card about an id that the course does not have."""
    return say("Unknown id")


def stopped() -> str:
    """Say what most often makes a check run on and on."""
    return say(
        "The check was running your code when you stopped it. Is there a loop without end? "
        "Look at each `while`: does its condition become false at some time?"
    )


def how_to_report() -> str:
    """Say whom to tell about our fault."""
    return say(
        "Send this card and your cell to your teacher or to the course's authors. "
        "Until it is mended, this exercise is not counted against you."
    )


def half_the_points() -> str:
    """Say why right values do not earn everything."""
    return say("The returned numbers are right; until the rest is, they earn half of the points.")


def parts_heading() -> str:
    """Introduce the parts of the exercise."""
    return say("Parts")


def next_hint(item_id: str, shown: int, total: int) -> str:
    """Say how many hints are left and how to get one."""
    if shown >= total:
        return say(
            'All {total} hints are shown; `hint("{id}")` repeats them, '
            'and `solution("{id}")` shows one way to do it.',
            total=total,
            id=item_id,
        )
    return say(
        'Hints left: {left} of {total}. `hint("{id}")` shows the next one.',
        left=total - shown,
        total=total,
        id=item_id,
    )


def hint_button() -> str:
    """Label the button that shows the next hint."""
    return say("Hint")


def hint_button_name(exercise: str) -> str:
    """Name that button with its exercise."""
    return say("Hint for {exercise}", exercise=exercise)


def solution_button() -> str:
    """Label the button that shows a worked solution."""
    return say("Show a solution")


def solution_button_name(exercise: str) -> str:
    """Name that button with its exercise."""
    return say("Show a solution for {exercise}", exercise=exercise)


def hint_number(shown: int, total: int) -> str:
    """Count the hints."""
    return say("{shown} of {total}", shown=shown, total=total)


def last_hint(item_id: str) -> str:
    """Say that there are no more hints."""
    return say(
        'That was the last hint. After a try, `solution("{id}")` shows a worked solution.',
        id=item_id,
    )


def no_more_hints(item_id: str) -> str:
    """Say that every hint was shown before."""
    return say(
        "There are no more hints; here they all are. "
        'After a try, `solution("{id}")` shows a worked solution.',
        id=item_id,
    )


def no_hints(item_id: str) -> str:
    """Say that a question has no hints."""
    return say(
        'This one has no hints: choose an answer, then `check("{id}")` explains it.', id=item_id
    )


def try_first(item_id: str) -> str:
    """Ask for a try before the solution is shown."""
    return say(
        "Try it yourself first: write something, however rough, run the cell, and call "
        '`check("{id}")`. After that the worked solution is shown here.',
        id=item_id,
    )


def recorded_solution() -> str:
    """Say that a question which is only recorded has no solution here."""
    return say("This question is judged when your notebook is graded; nothing here tells more.")


def question_solution(item_id: str) -> str:
    """Say where the solution of a question is."""
    return say(
        'Set your answer and call `check("{id}")`: the check explains each option.', id=item_id
    )


def how_to_use_solution() -> str:
    """Say how one learns from a solution."""
    return say(
        "One way of several, from the course's library; yours may look different and be right. "
        "Read it line by line, put it away, and write your own from memory."
    )


def only_checks(names: list[str]) -> str:
    """Say which helpers of a solution a student need not write."""
    if len(names) == 1:
        return say(
            "The helper `{name}` only checks the arguments; your own function does not need it.",
            name=names[0],
        )
    return say(
        "The helpers {names} only check the arguments; your own function needs none of them.",
        names=", ".join(f"`{name}`" for name in names),
    )


def solution_unavailable() -> str:
    """Say that the solution cannot be read on this machine."""
    return say("The solution's source cannot be read on this machine.")


def unknown_id(wanted: str, near: list[str]) -> str:
    """Say that the course has no such exercise, and which come near."""
    unknown = say("The course has no exercise or question {wanted!r}.", wanted=wanted)
    if not near:
        return unknown
    return unknown + " " + say("Did you mean {near}?", near=", ".join(f'`"{id}"`' for id in near))


def id_as_text(example: str) -> str:
    """Say that an id is written in quotation marks."""
    return say('The id is a text in quotation marks, such as `"{example}"`.', example=example)


def in_this_lesson() -> str:
    """Label the lesson's bar."""
    return say("in this lesson")


def in_the_course() -> str:
    """Label the course's bar."""
    return say("in the course")


def whole_course() -> str:
    """Label the course in the list of lessons."""
    return say("The course")


def done(count: int, total: int) -> str:
    """Count what is done."""
    return say("{done} of {total}", done=count, total=total)


def progress_set_aside(name: str) -> str:
    """Say that the file of the progress could not be read."""
    return say(
        "The file that keeps your progress could not be read; it was set aside as {name}, "
        "and a new one begun.",
        name=name,
    )


def kept_in_this_browser() -> str:
    """Say where a notebook's work is, where nothing is installed, and how to take it along."""
    return say(
        "Your work is kept in this browser alone. To have it elsewhere, and to hand it in: "
        "menu File, then Download."
    )


def progress_not_kept() -> str:
    """Say that the student's own folder could not be written."""
    return say(
        "Your progress could not be written into the folder .lessons beside this notebook, so "
        "it is remembered in this session only. May you write there, and is the disk full?"
    )


def progress_is_newer() -> str:
    """Say that a newer version of the course wrote the progress."""
    return say(
        "Your progress was written by a newer version of the course and is left as it is; "
        "what you do now is remembered in this session only."
    )
