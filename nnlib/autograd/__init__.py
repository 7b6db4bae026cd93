"""Automatic differentiation: values that record how they were made, and the chain rule over them.

`tensor` records what is computed, `operations` says how a gradient goes back through each step, and
`graph` walks back through the record.
"""

from nnlib.autograd.graph import topological_order
from nnlib.autograd.tensor import Tensor

__all__ = ["Tensor", "topological_order"]
