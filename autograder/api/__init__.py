"""The Python API: what the commands do, as functions that return plain data and print nothing.

Most functions take a course, made with `new_course` or opened with `open_course`. What a person
can mend raises `CourseError`, whose text says what and how; a machine that cannot cut students'
code off raises `WarmError`. The commands of an instructor have no other way in.
"""

from nnlib.needs import needs

with needs("grading"):
    from autograder.api.checking import check
    from autograder.api.class_report import report
    from autograder.api.collecting import collect
    from autograder.api.course import (
        new_course,
        open_course,
        release_lessons,
        set_setting,
        status,
    )
    from autograder.api.exporting import Exported, export
    from autograder.api.feedback_pages import FeedbackRun, feedback
    from autograder.api.grading import grade
    from autograder.collecting.outcome import Collection
    from autograder.course.change_setting import Change
    from autograder.course.folder import Course, CourseError
    from autograder.course.roster import Student
    from autograder.gradebook.result import ExerciseResult, SubmissionResult
    from autograder.grading.notebook import GradedNotebook
    from autograder.grading.run import Progress, Run
    from autograder.grading.status import Status, SubmissionStatus
    from autograder.report.whole import ClassReport
    from autograder.sandbox.warm_process import WarmError

Standing = SubmissionStatus  # its earlier name

__all__ = [
    "Change",
    "ClassReport",
    "Collection",
    "Course",
    "CourseError",
    "ExerciseResult",
    "Exported",
    "FeedbackRun",
    "GradedNotebook",
    "Progress",
    "Run",
    "Standing",
    "Status",
    "Student",
    "SubmissionResult",
    "SubmissionStatus",
    "WarmError",
    "check",
    "collect",
    "export",
    "feedback",
    "grade",
    "new_course",
    "open_course",
    "release_lessons",
    "report",
    "set_setting",
    "status",
]
