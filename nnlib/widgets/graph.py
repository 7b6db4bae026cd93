"""A graph of computations: values forward, gradients backward, one tensor after the other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from matplotlib.figure import Figure

from nnlib.autograd import Tensor, topological_order
from nnlib.autograd.graph import Node
from nnlib.plots.graph import plot_graph
from nnlib.plots.style import number_text
from nnlib.widgets.controls import menu, row, slider, step_slider
from nnlib.widgets.panel import Look, Panel
from nnlib.widgets.picture import WHOLE, clean_axes
from nnlib.widgets.stepper import stepper

LAST_STEP = 6
Expression = Callable[[Tensor], tuple[Tensor, dict[str, Tensor]]]


def _parabola(x: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
    y = x**2 + 3 * x + 1
    return y, {"x": x, "y": y}


def _squared_line(x: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
    u = 2 * x + 1
    y = u**2
    return y, {"x": x, "u": u, "y": y}


def _neuron(x: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
    w, b = Tensor(0.5, requires_grad=True), Tensor(-1.0, requires_grad=True)
    z = w * x + b
    a = z.sigmoid()
    return a, {"x": x, "w": w, "b": b, "z": z, "a": a}


EXPRESSIONS: Final[Mapping[str, Expression]] = MappingProxyType(
    {
        "y = x² + 3x + 1": _parabola,
        "y = (2x + 1)²": _squared_line,
        "a = σ(w·x + b)": _neuron,
    }
)


@dataclass(frozen=True)
class GraphState:
    """The expression, its x, and how many tensors have got their gradient."""

    expression: str = "y = x² + 3x + 1"
    x: float = 2.0
    step: int = LAST_STEP

    @cached_property
    def graph(self) -> tuple[Tensor, dict[str, Tensor]]:
        """The output with its graph, and its named tensors, after the whole way back."""
        output, names = EXPRESSIONS[self.expression](Tensor(self.x, requires_grad=True))
        output.backward()
        return output, names

    @property
    def backward_order(self) -> list[Node]:
        """The tensors in the order in which they get their gradient, the output first."""
        order = reversed(topological_order(self.graph[0]))
        return [node for node in order if node.requires_grad]

    @property
    def reached(self) -> list[Node]:
        """The tensors that have their gradient after the step."""
        return self.backward_order[: self.step]


def draw_graph(state: GraphState, figure: Figure) -> None:
    """Draw the graph with all values, and the gradients as far as the way back has come."""
    (ax,) = clean_axes(figure, [WHOLE])
    shown = GraphState(state.expression, state.x, state.step)  # a graph of its own to take from
    output, names = shown.graph
    for node in shown.backward_order[state.step :]:
        node.grad = None
    plot_graph(output, names, ax=ax, title=state.expression, value_label="", gradient_label="∂")


def describe_graph(state: GraphState) -> str:
    """Say which tensor got its gradient last, and from whom."""
    output, names = state.graph
    words: dict[Node, str] = {tensor: name for name, tensor in names.items()}
    end = words[output]
    if state.step == 0:
        return (
            f"Forward is done: every box has its value, and {end} = {number_text(output.item())}. "
            "Step forward to send the gradient back."
        )
    if state.step >= len(state.backward_order):
        return f"The gradient has arrived: ∂{end}/∂x = {_gradient(names['x'])} at x = " + (
            f"{number_text(state.x)}."
        )
    node = state.reached[-1]
    name = words.get(node, "this box")
    if node is output:
        return f"The way back begins at the end: ∂{end}/∂{end} = 1."
    return (
        f"Step {state.step}: {name}, with the value {number_text(node.data.item())}, gets "
        f"{_gradient(node)}: the gradients of the boxes that it feeds, each times the slope of "
        "the operation between them."
    )


def graph_widget() -> Panel[GraphState]:
    """Return a widget that sends a gradient back through a graph of computations.

    Returns
    -------
    Panel
        Show it as the last line of a cell.
    """
    state = GraphState()
    controls: dict[str, Any] = {
        "expression": menu("expression", state.expression, [(e, e) for e in EXPRESSIONS]),
        "x": slider("x", state.x, -3.0, 3.0),
        "step": step_slider("backward steps", state.step, LAST_STEP),
    }
    actions = stepper(controls["step"], milliseconds=1500)
    rows = [row(controls["expression"], controls["x"]), row(*actions.values(), controls["step"])]
    look = Look("A graph of computations", draw_graph, describe_graph)
    return Panel(state, look, controls=controls, rows=rows, actions=actions)


def _gradient(node: Node) -> str:
    return "nothing" if node.grad is None else number_text(node.grad.item())
