"""What is saved comes back, and nothing else is taken for it."""

import io

import numpy as np
import pytest

from nnlib.layers import BatchNorm, Linear
from nnlib.network import Network, load, load_state, multilayer_perceptron, save, state_of


def make(seed):
    """Return a network with statistics, whose numbers come from a seed."""
    rng = np.random.default_rng(seed)
    network = Network([Linear(2, 3, rng=rng), BatchNorm(3), Linear(3, 1, rng=rng)])
    network.layers[1].running_mean[:] = rng.standard_normal(3)
    return network


def test_a_saved_network_predicts_the_same_when_loaded(tmp_path):
    saved, loaded, X = make(1), make(2), [[1, 2], [3, 4]]
    save(saved, tmp_path / "network.npz")
    load(loaded, tmp_path / "network.npz")
    np.testing.assert_array_equal(loaded.predict(X), saved.predict(X))
    np.testing.assert_array_equal(loaded.params, saved.params)


def test_the_file_holds_plain_arrays_by_name(tmp_path):
    save(make(1), tmp_path / "network.npz")
    with np.load(tmp_path / "network.npz", allow_pickle=False) as file:
        assert file["0.Linear.weight"].shape == (3, 2)
        assert "1.BatchNorm.running_mean" in file.files


def test_a_state_is_a_copy_and_fits_another_dtype():
    network, single = make(1), make(2).copy(np.float32)
    state = state_of(network)
    network.params[:] = 0
    load_state(single, state)
    assert single.params.dtype == np.float32
    np.testing.assert_allclose(single.params, make(1).params, rtol=1e-6)


def test_loaded_numbers_stay_in_the_one_vector(tmp_path):
    save(make(1), tmp_path / "network.npz")
    network = make(2)
    load(network, tmp_path / "network.npz")
    network.params[:] = 7
    assert (network.layers[0].weight == 7).all()


def test_a_network_of_another_shape_is_refused_and_nothing_changes():
    network = multilayer_perceptron([2, 5, 1], rng=np.random.default_rng(0))
    before = network.params.copy()
    other = state_of(multilayer_perceptron([2, 4, 1], rng=np.random.default_rng(0)))
    with pytest.raises(ValueError, match=r"0.Linear.weight must have the shape \(5, 2\); \(4, 2\)"):
        load_state(network, other)
    np.testing.assert_array_equal(network.params, before)


def test_a_network_of_other_layers_is_told_what_is_missing_and_unknown():
    network = multilayer_perceptron([2, 3, 1], rng=np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"missing: nothing; unknown: 1.BatchNorm.beta, "):
        load_state(network, state_of(make(0)))
    with pytest.raises(ValueError, match=r"missing: 1.BatchNorm.beta, .*; unknown: nothing"):
        load_state(make(0), state_of(network))


def pickled():
    """Return the bytes of an array that needs pickle."""
    file = io.BytesIO()
    np.savez(file, a=np.array([{}], dtype=object))
    return file.getvalue()


def one_array():
    """Return the bytes of a file with one array, as NumPy's save makes it."""
    file = io.BytesIO()
    np.save(file, np.ones(3))
    return file.getvalue()


@pytest.mark.parametrize("content", [b"", b"no file of arrays", pickled(), one_array()])
def test_a_file_of_another_kind_is_refused(tmp_path, content):
    (tmp_path / "other.npz").write_bytes(content)
    with pytest.raises(ValueError, match=r"path: .*other.npz is no file that nnlib's save wrote"):
        load(make(0), tmp_path / "other.npz")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"nowhere.npz"):
        load(make(0), tmp_path / "nowhere.npz")
