import numpy as np
import pytest

from nnlib.by_hand.digit_classifier import capstone_digits, classify
from nnlib.data.digits import load_digits, vary
from nnlib.metrics import accuracy


def rng(seed=0):
    return np.random.default_rng(seed)


def test_a_move_by_half_a_pixel_blends_two_neighbours():
    image = np.zeros((1, 8, 8))
    image[0, 3, 4] = 1
    for seed in range(5):
        moved = vary(image.reshape(1, 64), rng=rng(seed), contrast=0, noise=0).reshape(8, 8)
        down, right = (rng(seed).uniform(-1, 1, 2) * 0.4).tolist()
        row, column = (1 if down > 0 else -1), (1 if right > 0 else -1)
        # the pixel keeps (1 - |down|)(1 - |right|), its neighbours get the rest
        assert moved[3, 4] == pytest.approx((1 - abs(down)) * (1 - abs(right)), abs=1e-6)
        assert moved[3 + row, 4] == pytest.approx(abs(down) * (1 - abs(right)), abs=1e-6)
        assert moved[3, 4 + column] == pytest.approx((1 - abs(down)) * abs(right), abs=1e-6)
        assert moved.sum() == pytest.approx(1, abs=1e-6)


def test_changed_digits_stay_images_and_the_originals_stay_as_they_are():
    X = load_digits().validation.X
    before = X.copy()
    changed = vary(X, rng=rng())
    assert (changed.dtype, changed.shape) == (np.float32, X.shape)
    assert (changed.min(), changed.max()) == (0, 1)
    assert not np.any(np.all(changed == X, axis=1))
    np.testing.assert_array_equal(X, before)


def test_without_any_strength_nothing_changes():
    X = load_digits().train.X[:5]
    np.testing.assert_array_equal(vary(X, rng=rng(), shift=0, contrast=0, noise=0), X)


def test_a_strength_below_0_and_another_size_are_refused():
    with pytest.raises(ValueError, match="noise"):
        vary(np.ones((1, 64)), rng=rng(), noise=-1)
    with pytest.raises(ValueError, match=r"\(m, 64\)"):
        vary(np.ones((1, 49)), rng=rng())


def test_the_digits_of_the_capstone_are_divided_the_same_way_each_time():
    one, other = capstone_digits(), capstone_digits()
    np.testing.assert_array_equal(one.test.X, other.test.X)
    assert len(one.train) == 1197


@pytest.mark.parametrize("seed", range(3))
def test_the_classifier_reads_changed_digits_that_it_never_saw(seed):
    test = capstone_digits().test
    assert accuracy(classify(vary(test.X, rng=rng(seed))), test.targets) > 0.94
