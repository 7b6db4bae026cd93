"""What every layer is: it goes forward, remembers what it needs, and goes backward."""

from abc import ABC, abstractmethod
from typing import ClassVar

from nnlib.validate import FloatArray

__all__ = ["Layer"]


class Layer(ABC):
    """A step of a network, from a batch of shape (n, in_features) to one of (n, out_features).

    Attributes
    ----------
    parameter_names : tuple of str
        What is learnt. The gradient of `weight` is `weight_gradient`, and so on.
    statistic_names : tuple of str
        What is kept, but not learnt by gradients.
    in_features, out_features : int or None
        None where the layer takes any width and leaves it as it is.
    training : bool
        False in evaluation, where some layers behave differently.
    """

    parameter_names: ClassVar[tuple[str, ...]] = ()
    statistic_names: ClassVar[tuple[str, ...]] = ()
    in_features: int | None = None
    out_features: int | None = None
    training: bool = True
    in_network: bool = False

    @abstractmethod
    def forward(self, x: FloatArray) -> FloatArray:
        """Return the layer's output for a batch, and remember what `backward` needs."""

    @abstractmethod
    def backward(self, gradient: FloatArray) -> FloatArray:
        """Turn ∂C/∂output into ∂C/∂input by the chain rule, and store ∂C/∂parameters.

        Gradients are stored anew by each call, not added up.
        """

    def parameter_gradients(self, gradient: FloatArray) -> None:
        """Store ∂C/∂parameters alone: nobody comes before the first layer to be told the rest."""
        self.backward(gradient)

    def parameters(self) -> dict[str, FloatArray]:
        """Return the learnt arrays by name."""
        return {name: getattr(self, name) for name in self.parameter_names}

    def gradients(self) -> dict[str, FloatArray]:
        """Return the gradients of the learnt arrays, by the same names."""
        return {name: getattr(self, f"{name}_gradient") for name in self.parameter_names}

    def statistics(self) -> dict[str, FloatArray]:
        """Return the arrays that are kept, but not learnt, by name."""
        return {name: getattr(self, name) for name in self.statistic_names}

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"
