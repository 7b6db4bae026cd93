"""Real digits, written by hand: 1,797 small images with what they show."""

from nnlib.digits.loading import Digits, load_digits

__all__ = ["Digits", "load_digits"]
