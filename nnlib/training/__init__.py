"""Training: a network, a loss and an optimizer go in; a network that has learnt comes out.

`passes` holds what happens once, a step or an epoch; `trainer` repeats it, `history` records it.
"""

from nnlib.training.early_stopping import EarlyStopping, stopping_epoch
from nnlib.training.history import Epoch, History
from nnlib.training.passes import (
    PreparedSamples,
    evaluate,
    mini_batches,
    train_one_epoch,
    train_step,
    weight_gradient_norms,
)
from nnlib.training.progress import ProgressBar
from nnlib.training.trainer import Data, DivergenceError, Metric, Trainer

__all__ = [
    "Data",
    "DivergenceError",
    "EarlyStopping",
    "Epoch",
    "History",
    "Metric",
    "PreparedSamples",
    "ProgressBar",
    "Trainer",
    "evaluate",
    "mini_batches",
    "stopping_epoch",
    "train_one_epoch",
    "train_step",
    "weight_gradient_norms",
]
