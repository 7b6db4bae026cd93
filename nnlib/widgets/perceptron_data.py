"""What a perceptron learns in the widget: a gate, or points that the user sets."""

from dataclasses import dataclass

import numpy as np

from nnlib.gates import truth_table
from nnlib.validate import FloatArray

OWN_POINTS = "own"
GATES = ("and", "or", "nand", "xor")
LIMIT = 3.0
MOST_POINTS = 12
Point = tuple[float, float, int]  # x1, x2 and the target

# A line separates these; one more point in a bad place, and none does.
FIRST_POINTS: tuple[Point, ...] = (
    (-2.0, -1.0, 0), (-1.0, 0.5, 0), (0.0, -2.0, 0), (1.0, 2.0, 1), (2.0, 0.5, 1), (0.5, 1.0, 1),
)  # fmt: skip


@dataclass(frozen=True)
class LearningData:
    """The name of a gate, or the points that were set."""

    gate: str = "and"
    points: tuple[Point, ...] = FIRST_POINTS

    @property
    def title(self) -> str:
        """What stands above the picture."""
        return "Your points" if self.is_own else self.gate.upper()

    @property
    def is_own(self) -> bool:
        """Whether the user sets the points."""
        return self.gate == OWN_POINTS

    @property
    def samples(self) -> tuple[FloatArray, FloatArray]:
        """The inputs, shape (m, 2), and the targets, shape (m,)."""
        if not self.is_own:
            return truth_table(self.gate)
        rows = np.array(self.points, dtype=np.float64).reshape(-1, 3)
        return rows[:, :2], rows[:, 2]

    def with_point(self, point: Point) -> "LearningData":
        """Return the data with one point more; one at the same place is replaced."""
        others = tuple(old for old in self.points if old[:2] != point[:2])
        return LearningData(self.gate, (*others, point)[-MOST_POINTS:])

    def without_last(self) -> "LearningData":
        """Return the data without the point set last; the first one stays."""
        return LearningData(self.gate, self.points[:-1] or self.points)
