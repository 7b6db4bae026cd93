"""The course's late rule."""

from nbgrader.plugins import BasePlugin


class OnePointADay(BasePlugin):
    """Takes a point off for each day that has begun."""

    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return float(total_seconds_late // 86400 + 1)
