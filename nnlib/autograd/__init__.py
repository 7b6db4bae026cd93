"""Automatic differentiation: values that record how they were made, and the chain rule over them.

`arithmetic`, `elementwise` and `shaping` hold one function for each operation, with its
derivation beside it; `tensor` records them, and `node` walks back through the record.
"""

from nnlib.autograd.node import topological_order
from nnlib.autograd.tensor import Tensor

__all__ = ["Tensor", "topological_order"]
