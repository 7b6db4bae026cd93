"""Points on the scale of the platform's item, where that is out of another number than ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Scale:
    """What each assignment is out of on the platform, as far as it is known.

    Parameters
    ----------
    maxima
        The maximum of the platform's item, by assignment.
    applied
        Whether points are brought to it.

    """

    maxima: Mapping[str, float] = field(default_factory=dict)
    applied: bool = False

    def points(self, assignment: str, points: float, worth: float) -> float:
        """Return the points that are written, to two decimals.

        >>> Scale({"01_neuron": 100}, applied=True).points("01_neuron", 38, 42)
        90.48
        """
        factor = self.out_of(assignment, worth) / worth if worth else 1.0
        return round(points * factor, 2)

    def out_of(self, assignment: str, worth: float) -> float:
        """Return what the points that are written are out of."""
        return self.maxima.get(assignment, worth) if self.applied else worth

    def differing(self, worth: Mapping[str, float]) -> dict[str, float]:
        """Return the platform's maxima that are others than ours, by assignment."""
        return {
            name: self.maxima[name]
            for name in worth
            if self.maxima.get(name, worth[name]) != worth[name]
        }
