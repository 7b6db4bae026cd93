"""Make nnlib/data/digits/digits.npz from the copy of the digits that scikit-learn ships.

scikit-learn is no dependency of this project. Run this where it is installed:

    python tools/make_digits.py nnlib/data/digits/digits.npz

The file depends on nothing but the data and numpy's zlib; a second run gives the same arrays.
Licence and source of the data: nnlib/data/digits/LICENSE.txt.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.datasets import load_digits


def main(path: Path) -> None:
    """Write the images, shape (1797, 8, 8), and the digits they show, as unsigned bytes."""
    digits = load_digits()
    images, targets = digits.images.astype(np.uint8), digits.target.astype(np.uint8)
    if not np.array_equal(images, digits.images) or images.shape != (1797, 8, 8):
        raise ValueError("these are not the 1,797 images of 8 by 8 whole numbers expected.")
    np.savez_compressed(path, images=images, targets=targets)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
