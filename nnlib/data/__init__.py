"""Small random data sets, and the division of data for training and validation."""

from nnlib.data.clouds import blobs, linearly_separable, xor_blobs
from nnlib.data.curve import curve, noisy_curve
from nnlib.data.figures import circles, moons, spirals
from nnlib.data.samples import Samples, train_validation_split

__all__ = [
    "Samples",
    "blobs",
    "circles",
    "curve",
    "linearly_separable",
    "moons",
    "noisy_curve",
    "spirals",
    "train_validation_split",
    "xor_blobs",
]
