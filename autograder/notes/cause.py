"""Why something is noted of a submission: a closed list, the gravest cause first."""

from enum import StrEnum

from autograder.messages import Sentence, sentence


class Cause(StrEnum):
    """Why a note stands beside a submission, in the order in which a teacher reads of them.

    The value is the name in files and in JSON, and never changes.
    """

    UNREADABLE = "unreadable"
    SUSPICIOUS = "suspicious"
    GRADER_FAULT = "grader_fault"
    NOT_JUDGED = "not_judged"
    NO_NOTEBOOK = "no_notebook"
    OTHER_LESSON = "other_lesson"
    WHOSE = "whose"
    UNTOUCHED_COPY = "untouched_copy"
    SEVERAL_NOTEBOOKS = "several_notebooks"
    TIME_UNKNOWN = "time_unknown"
    PROVIDED_FAILED = "provided_failed"
    MISSING_LIBRARY = "missing_library"
    NEWER_PYTHON = "newer_python"
    OWN_CELL_STOPPED = "own_cell_stopped"
    MEMORY = "memory"
    PROCESSES = "processes"
    TIME = "time"
    ENDED = "ended"
    NO_ANSWER = "no_answer"
    WRITTEN_ELSEWHERE = "written_elsewhere"
    OTHER_NAME = "other_name"
    ANSWER_DELETED = "answer_deleted"
    CELLS_LEFT_OUT = "cells_left_out"
    CELL_STOPPED = "cell_stopped"
    FILES_LEFT = "files_left"
    OTHER = "other"
    # from here on for the record
    IDS_LOST = "ids_lost"
    CELLS_MENDED = "cells_mended"
    FILE_MENDED = "file_mended"
    OTHER_LANGUAGE = "other_language"
    RENAMED = "renamed"
    KEPT_ATTEMPT = "kept_attempt"
    GROUP_WORK = "group_work"
    NOT_GRADED = "not_graded"
    ABSENT = "absent"

    @property
    def needs_a_look(self) -> bool:
        """Return True if a person should look, False if it is said for the record alone."""
        return self not in FOR_THE_RECORD

    @property
    def of_many(self) -> str:
        """Return the sentence for all submissions that have it, without its full stop."""
        return str(OF_MANY[self])


FOR_THE_RECORD = frozenset(
    {
        Cause.IDS_LOST,
        Cause.CELLS_MENDED,
        Cause.FILE_MENDED,
        Cause.OTHER_LANGUAGE,
        Cause.RENAMED,
        Cause.KEPT_ATTEMPT,
        Cause.GROUP_WORK,
        Cause.NOT_GRADED,
        Cause.ABSENT,
    }
)

OF_MANY: dict[Cause, Sentence] = {
    Cause.UNREADABLE: sentence("the file can't be read"),
    Cause.SUSPICIOUS: sentence("what the code tried is unusual and should be looked at"),
    Cause.GRADER_FAULT: sentence("the grader itself failed"),
    Cause.NOT_JUDGED: sentence("an answer could not be judged and waits for a person's points"),
    Cause.NO_NOTEBOOK: sentence("no notebook was handed in, but other files"),
    Cause.OTHER_LESSON: sentence("another lesson's notebook was handed in"),
    Cause.WHOSE: sentence("whose work it is, is not sure"),
    Cause.UNTOUCHED_COPY: sentence("the notebook is as it was given out"),
    Cause.SEVERAL_NOTEBOOKS: sentence("several notebooks came, of which one counts"),
    Cause.TIME_UNKNOWN: sentence("when it was handed in is not known"),
    Cause.PROVIDED_FAILED: sentence("a provided cell stopped with an error"),
    Cause.MISSING_LIBRARY: sentence("a library is missing where grading runs"),
    Cause.NEWER_PYTHON: sentence("the code needs a newer Python than grading has"),
    Cause.OWN_CELL_STOPPED: sentence("a cell of their own stopped, and an answer needed it"),
    Cause.MEMORY: sentence("the code asked for more memory than there is"),
    Cause.PROCESSES: sentence("the code started more processes than it may"),
    Cause.TIME: sentence("the code did not finish in time"),
    Cause.ENDED: sentence("the code ended its Python process"),
    Cause.NO_ANSWER: sentence("a function gave no answer"),
    Cause.WRITTEN_ELSEWHERE: sentence("a written answer stands in another cell"),
    Cause.OTHER_NAME: sentence("an answer does not define the name that it should"),
    Cause.ANSWER_DELETED: sentence("an answer's cell was deleted"),
    Cause.CELLS_LEFT_OUT: sentence("cells that could not be read were left out"),
    Cause.CELL_STOPPED: sentence("a cell was left out"),
    Cause.FILES_LEFT: sentence("files were left in a download"),
    Cause.OTHER: sentence("something else was noted"),
    Cause.IDS_LOST: sentence("cells had lost their ids and were recognized by what they hold"),
    Cause.CELLS_MENDED: sentence("cells were put right"),
    Cause.FILE_MENDED: sentence("the file was put right"),
    Cause.OTHER_LANGUAGE: sentence("the notebook is in another language; it is taken"),
    Cause.RENAMED: sentence("the file had another name"),
    Cause.KEPT_ATTEMPT: sentence("what was in submitted before is kept as an earlier attempt"),
    Cause.GROUP_WORK: sentence("it was handed in by a group"),
    Cause.NOT_GRADED: sentence("it was handed in and is not graded yet"),
    Cause.ABSENT: sentence("nothing was handed in"),
}
