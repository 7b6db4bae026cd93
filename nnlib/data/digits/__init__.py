"""Real digits, written by hand: 1,797 small images with what they show, and changed copies."""

from nnlib.data.digits.loading import Digits, load_digits
from nnlib.data.digits.variation import vary

__all__ = ["Digits", "load_digits", "vary"]
