"""The rows of the curriculum: which lesson teaches each, and how it must be covered."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "E": "a code exercise",
        "Q": "a question",
        "M": "a written question",
        "W": "a code cell that calls `widgets.`",
        "T": "a cell of prose",
    }
)

# lesson -> its rows, each with the kinds of coverage that it wants
PLAN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "01_neuron": "N1:QMT N2:EW N3:EWQ N4:EQW N5:E N6:EW N7:EW N8:EW N9:EW N10:EW N11:Q N12:EW",
        "02_perceptron": "P1:QT P2:E P3:EW P4:EQ P5:EW P6:EW P7:QM",
        "03_xor": "X1:EWM X2:EW X3:TQ X4:EW X5:EW",
        "04_mlp": "M1:QT M2:EQ M3:EW M4:E M5:QM M6:EWQ M7:EQ",
        "05_backprop": (
            "B1:EQ B2:EW B3:EQ B4:QM B5:Q B6:E B7:E B8:E B9:E B10:EW B11:E B12:EQ B13:EQW "
            "B14:EW B15:E B16:QE"
        ),
        "06_optimizers": "O1:WEQ O2:EW O3:EW O4:EW O5:EW O6:WT O7:QW",
        "07_regularization": "R1:EWQ R2:EW R3:EW R4:EW R5:EW R6:EW R7:EW R8:QM",
        "A_statistics": "S1:Q S2:E S3:EW S4:E S5:EW S6:E",
        "B_autograd": "G1:EW G2:E G3:E",
        "C_capstone": "C1:EW C2:ET",
    }
)

# Lessons that show how to work, and teach no row.
WITHOUT_ROWS: Final = frozenset({"00_start"})


@dataclass(frozen=True)
class Row:
    """One row: its id, its lesson, and each kind by which the lesson must cover it."""

    id: str
    lesson: str
    kinds: tuple[str, ...]


def rows() -> tuple[Row, ...]:
    """Return every row, in the order of the lessons.

    >>> rows()[0]
    Row(id='N1', lesson='01_neuron', kinds=('Q', 'M', 'T'))
    """
    return tuple(
        Row(row, lesson, tuple(kinds))
        for lesson, plan in PLAN.items()
        for row, _, kinds in (entry.partition(":") for entry in plan.split())
    )
