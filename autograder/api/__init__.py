"""The Python API: what the commands do, as functions that return plain data and print nothing.

Every function takes a course, opened once with `open_course`. What a person can mend raises
`CourseError`, whose text says what and how; a machine that cannot cut students' code off raises
`WarmError`.
"""

from autograder.api.giving import Exported, FeedbackRun, export, feedback, report
from autograder.api.looking import open_course, set_setting, status
from autograder.api.working import collect, grade
from autograder.collecting.outcome import Collection
from autograder.course.change_setting import Change
from autograder.course.folder import Course, CourseError
from autograder.course.roster import Student
from autograder.gradebook.result import ExerciseResult, SubmissionResult
from autograder.grading.run import Progress, Run
from autograder.grading.status import Standing, Status
from autograder.report.whole import ClassReport
from autograder.sandbox.warm_process import WarmError

__all__ = [
    "Change",
    "ClassReport",
    "Collection",
    "Course",
    "CourseError",
    "ExerciseResult",
    "Exported",
    "FeedbackRun",
    "Progress",
    "Run",
    "Standing",
    "Status",
    "Student",
    "SubmissionResult",
    "WarmError",
    "collect",
    "export",
    "feedback",
    "grade",
    "open_course",
    "report",
    "set_setting",
    "status",
]
