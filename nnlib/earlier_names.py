"""Where modules of earlier releases are now: notebooks handed out with their names still run.

A course goes on with the notebooks it has released, and their locked cells import modules by the
names of that day.
"""

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import MappingProxyType, ModuleType
from typing import Final

__all__ = ["NOW", "find_earlier_names"]

# What a released lesson or a worked solution of it imports, and the module that has it now.
NOW: Final[Mapping[str, str]] = MappingProxyType(
    {
        "nnlib.arrays": "nnlib.by_hand.arrays",
        "nnlib.attention": "nnlib.architectures.attention",
        "nnlib.autograd.by_hand": "nnlib.by_hand.autograd",
        "nnlib.autograd.tape": "nnlib.by_hand.autograd",
        "nnlib.autograd.training": "nnlib.by_hand.autograd",
        "nnlib.batches": "nnlib.by_hand.optimizers",
        "nnlib.chain_rule": "nnlib.by_hand.chain_rule",
        "nnlib.convolution": "nnlib.architectures.convolution",
        "nnlib.digit_classifier": "nnlib.by_hand.digit_classifier",
        "nnlib.digits": "nnlib.data.digits",
        "nnlib.early_stopping": "nnlib.training",
        "nnlib.forward": "nnlib.by_hand.forward",
        "nnlib.gradient_proof": "nnlib.by_hand.gradient_proof",
        "nnlib.initializers": "nnlib.layers.initializers",
        "nnlib.landscapes": "nnlib.by_hand.landscapes",
        "nnlib.layers.batch_norm_steps": "nnlib.by_hand.layers",
        "nnlib.layers.dropout_steps": "nnlib.by_hand.layers",
        "nnlib.mlp": "nnlib.network",
        "nnlib.optimizers.bowl": "nnlib.by_hand.optimizers",
        "nnlib.optimizers.running_mean": "nnlib.by_hand.optimizers",
        "nnlib.optimizers.several_steps": "nnlib.by_hand.optimizers",
        "nnlib.overfitting": "nnlib.by_hand.regularization",
        "nnlib.packing": "nnlib.by_hand.two_layers",
        "nnlib.passes": "nnlib.training",
        "nnlib.recurrence": "nnlib.architectures.recurrence",
        "nnlib.slow_learning": "nnlib.by_hand.chain_rule",
        "nnlib.tiny_network": "nnlib.by_hand.tiny_network",
        "nnlib.two_layers": "nnlib.by_hand.two_layers",
        "nnlib.vanishing": "nnlib.by_hand.chain_rule",
        "nnlib.weight_decay": "nnlib.by_hand.regularization",
        "nnlib.xor": "nnlib.by_hand.xor",
    }
)


class EarlierNames(MetaPathFinder, Loader):
    """Import the module that a name stands for now, under the name that was asked for."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load a module of `NOW`; of any other name None."""
        return ModuleSpec(fullname, self) if fullname in NOW else None

    def exec_module(self, module: ModuleType) -> None:
        """Give the module the names of the one that took its place."""
        now = import_module(NOW[module.__name__])
        names = {name: value for name, value in vars(now).items() if not name.startswith("__")}
        vars(module).update(names, __doc__=now.__doc__)


def find_earlier_names() -> None:
    """Let imports find the modules of `NOW`, after all that can be found by itself."""
    if not any(isinstance(finder, EarlierNames) for finder in sys.meta_path):
        sys.meta_path.append(EarlierNames())
