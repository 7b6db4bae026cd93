"""The error that an author gets for a mistake in a lesson's text."""


class LessonError(Exception):
    """A mistake in a lesson: where it is, which rule it breaks, and what to do.

    >>> print(LessonError("01_neuron.py", 12, "Unknown marker 'demonstration'.", "Use demo=true."))
    01_neuron.py, line 12: Unknown marker 'demonstration'. Use demo=true.
    """

    def __init__(self, file: str, line: int, rule: str, advice: str) -> None:
        self.file = file
        self.line = line
        self.rule = rule
        self.advice = advice
        place = f"{file}, line {line}" if line else file
        super().__init__(f"{place}: {rule} {advice}")
