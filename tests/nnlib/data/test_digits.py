"""The shipped digits are whole, scaled and divided without overlap."""

from importlib import resources

import numpy as np

from nnlib.data.digits import load_digits


def parts(digits):
    return [digits.train, digits.validation, digits.test]


def test_there_are_1797_images_of_64_pixels_from_zero_to_one():
    images = np.vstack([part.X for part in parts(load_digits())])
    assert images.shape == (1797, 64)
    assert images.dtype == np.float32
    assert (images.min(), images.max()) == (0, 1)
    np.testing.assert_array_equal(images * 16, np.round(images * 16))


def test_each_digit_comes_as_often_as_its_source_says():
    targets = np.concatenate([part.targets for part in parts(load_digits())])
    # The counts of the test part in the description of the set: 178 zeros, 182 ones, …
    counts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    np.testing.assert_array_equal(np.bincount(targets), counts)


def test_every_part_has_every_digit_in_fair_number():
    for part in parts(load_digits()):
        shares = np.bincount(part.targets, minlength=10) / len(part)
        assert shares.min() > 0.08
        assert shares.max() < 0.12


def test_the_first_image_is_a_ring_and_shows_a_zero():
    digits = load_digits()
    image = digits.train.X[0].reshape(8, 8)
    assert digits.train.targets[0] == 0
    # Ink on both sides of the middle row, paper between them.
    assert image[4, 1:3].max() > 0.4
    assert image[4, 3:5].max() < 0.1
    assert image[4, 5:7].max() > 0.4


def test_without_a_seed_the_division_is_always_the_same_and_its_arrays_are_ones_own():
    first, second = load_digits(), load_digits()
    first.train.X[:] = 0
    assert second.train.X.max() == 1
    np.testing.assert_array_equal(second.test.X, load_digits().test.X)


def test_a_seed_shuffles_and_loses_nothing():
    plain = load_digits()
    first, again = (load_digits(rng=np.random.default_rng(seed)) for seed in (1, 1))
    np.testing.assert_array_equal(first.train.X, again.train.X)
    assert (first.train.targets != plain.train.targets).any()
    assert rows(first) == rows(plain)


def rows(digits):
    return sorted(
        (*image, target)
        for part in parts(digits)
        for image, target in zip(part.X, part.targets, strict=True)
    )


def test_the_file_is_small_and_its_licence_stands_beside_it():
    folder = resources.files("nnlib.data.digits")
    assert len(folder.joinpath("digits.npz").read_bytes()) < 100_000
    licence = folder.joinpath("LICENSE.txt").read_text(encoding="utf-8")
    assert "CC BY 4.0" in licence
    assert "10.24432/C50P49" in licence


def test_the_nearest_neighbour_recognizes_most_digits_of_the_test():
    digits = load_digits()
    train, test = digits.train, digits.test
    distances = (
        (test.X**2).sum(axis=1)[:, np.newaxis] - 2 * test.X @ train.X.T + (train.X**2).sum(axis=1)
    )
    nearest = train.targets[distances.argmin(axis=1)]
    assert (nearest == test.targets).mean() > 0.9
