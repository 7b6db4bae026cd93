"""Right answers of lesson C in other styles: digits, by other means than a network.

Nobody is asked for these. They show that the judge looks at the answers and not at the way.
"""

import numpy as np

from nnlib.data import digits


def classify__loop(images):
    train, answers = digits.load_digits(rng=np.random.default_rng(2026)).train, []
    for image in images:
        nearest = np.argmin(((train.X - image) ** 2).sum(axis=1))
        answers.append(int(train.targets[nearest]))
    return answers


def classify__einsum(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    lengths = np.einsum("ij,ij->i", train.X, train.X)
    return train.targets[(lengths - 2 * np.einsum("ij,kj->ik", images, train.X)).argmin(axis=1)]


def classify__float32(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    distances = (train.X**2).sum(axis=1) - 2 * images.astype(np.float32) @ train.X.T
    return train.targets[distances.argmin(axis=1)].astype(np.float32)


def classify__three_nearest(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train
    distances = (train.X**2).sum(axis=1) - 2 * images @ train.X.T
    nearest = np.argpartition(distances, 3, axis=1)[:, :3]
    votes = np.eye(10)[train.targets[nearest]].sum(axis=1)
    return votes.argmax(axis=1)


def classify__kernel_ridge(images):
    train = digits.load_digits(rng=np.random.default_rng(2026)).train

    def similarity(X, Y):
        squares = (X**2).sum(axis=1)[:, np.newaxis] + (Y**2).sum(axis=1) - 2 * X @ Y.T
        return np.exp(-0.15 * squares)

    own = similarity(train.X, train.X) + 0.05 * np.eye(len(train.X))
    factors = np.linalg.solve(own, np.eye(10)[train.targets])
    return (similarity(images, train.X) @ factors).argmax(axis=1)
