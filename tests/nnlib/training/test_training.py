"""Training: what one step does, what is recorded, and the ways in which it can end."""

import numpy as np
import pytest

from nnlib.data import blobs
from nnlib.gates import truth_table
from nnlib.layers import BatchNorm, Dropout, Linear, ReLU
from nnlib.losses import (
    BINARY_CROSS_ENTROPY_FROM_LOGITS,
    CROSS_ENTROPY_FROM_LOGITS,
    MEAN_SQUARED_ERROR,
    mean_squared_error,
)
from nnlib.network import Network, multilayer_perceptron
from nnlib.optimizers import SGD, Adam, Momentum, RMSprop, step_decay
from nnlib.regularizers import L1, L2
from nnlib.training import (
    DivergenceError,
    EarlyStopping,
    Epoch,
    History,
    PreparedSamples,
    Trainer,
    evaluate,
    train_one_epoch,
    train_step,
)

LINE = (np.array([[0.0], [1.0], [2.0], [3.0]]), np.array([1.0, 3.0, 5.0, 7.0]))  # y = 2x + 1


def rng():
    """Return the generator that every training here starts from."""
    return np.random.default_rng(0)


def line_trainer(learning_rate=0.05, **options):
    """Return a trainer of one neuron, on the squared error."""
    network = Network([Linear(1, 1, rng=rng())])
    network.params[:] = 0
    return Trainer(network, MEAN_SQUARED_ERROR, SGD(learning_rate), **options)


def test_one_step_by_hand():
    trainer = line_trainer(learning_rate=0.1)
    loss = train_step(
        trainer.network,
        trainer.loss,
        trainer.optimizer,
        np.array([[1.0], [2.0]]),
        np.array([[3.0], [5.0]]),
    )
    # Errors -3 and -5: C = (9 + 25) / 2; ∂C/∂w = -3·1 - 5·2 = -13, ∂C/∂b = -8; w = 1.3, b = 0.8
    assert loss == 17
    np.testing.assert_allclose(trainer.network.params, [1.3, 0.8])


def test_a_penalty_is_part_of_the_step_and_not_of_the_loss():
    trainer = line_trainer(regularizer=L2(0.5))
    trainer.network.params[:] = [2, 1]  # the line itself, so that only the penalty pulls
    history = trainer.fit(*LINE, num_epochs=1, batch_size=4, rng=rng())
    assert history.loss == [0]
    # w = 2 - 0.05 · 0.5 · 2
    np.testing.assert_allclose(trainer.network.params, [1.95, 1])


def test_an_epoch_takes_the_mean_over_samples_and_not_over_batches():
    trainer = line_trainer(learning_rate=1e-12)
    history = trainer.fit(*LINE, num_epochs=1, batch_size=3, rng=rng())
    assert history.loss[0] == pytest.approx((1 + 9 + 25 + 49) / 4)


def test_a_line_is_found():
    trainer = line_trainer()
    history = trainer.fit(*LINE, num_epochs=1000, batch_size=4, rng=rng())
    np.testing.assert_allclose(trainer.network.params, [2, 1], atol=1e-3)
    assert len(history) == 1000
    assert history.ending == "finished"
    assert (np.diff(history.loss[:50]) < 0).all()


@pytest.mark.parametrize(
    "optimizer", [SGD(0.5), Momentum(0.1), RMSprop(0.02), Adam(0.05)], ids=repr
)
def test_xor_is_learnt_with_every_optimizer(optimizer):
    X, targets = truth_table("xor")
    network = multilayer_perceptron([2, 4, 1], rng=rng(), activation="tanh")
    trainer = Trainer(network, BINARY_CROSS_ENTROPY_FROM_LOGITS, optimizer)
    history = trainer.fit(X, targets, num_epochs=1000, batch_size=4, rng=rng())
    np.testing.assert_array_equal(network.predict(X).ravel() > 0, targets)
    assert history.loss[-1] < 0.1 < history.loss[0]


def test_a_network_of_everything_learns_two_clouds():
    generator = rng()
    X, targets = blobs(200, rng=generator)
    layers = [Linear(2, 8, rng=generator), BatchNorm(8), ReLU(), Dropout(0.2, rng=generator)]
    network = Network([*layers, Linear(8, 2, rng=generator)], dtype=np.float32)
    trainer = Trainer(network, CROSS_ENTROPY_FROM_LOGITS, Adam(0.01), regularizer=L1(1e-4))
    trainer.fit(X, targets, num_epochs=20, rng=generator)
    assert (network.predict(X).argmax(axis=1) == targets).mean() > 0.97
    assert network.params.dtype == np.float32


def test_the_same_seed_trains_the_same_network():
    def train():
        trainer = line_trainer()
        return trainer.fit(*LINE, num_epochs=5, batch_size=2, rng=rng()).loss

    np.testing.assert_array_equal(train(), train())


def test_every_epoch_is_recorded_as_asked():
    trainer = line_trainer(
        schedule=step_decay(0.08, factor=0.5, every=2),
        metric=lambda outputs, targets: np.abs(outputs.ravel() - targets).max(),
    )
    other = (LINE[0] + 0.5, LINE[1] + 1)
    history = trainer.fit(
        *LINE, num_epochs=3, batch_size=2, rng=rng(), validation=other, gradient_norms=True
    )
    assert history.series("number").tolist() == [1, 2, 3]
    np.testing.assert_allclose(history.series("learning_rate"), [0.08, 0.08, 0.04])
    assert history.series("gradient_norms").shape == (3, 1)
    # The last epoch's numbers are those of the network as it is now.
    outputs = trainer.network.predict(other[0]).ravel()
    last = history.epochs[-1]
    assert last.validation_loss == pytest.approx(mean_squared_error(outputs, other[1]))
    assert last.validation_metric == np.abs(outputs - other[1]).max()
    assert last.metric == np.abs(trainer.network.predict(LINE[0]).ravel() - LINE[1]).max()
    assert history.validation_loss[-1] == last.validation_loss


def test_gradient_norms_by_hand():
    trainer = line_trainer()
    history = trainer.fit(*LINE, num_epochs=1, batch_size=4, rng=rng(), gradient_norms=True)
    # ∂C/∂w = 2/4 (0·(-1) + 1·(-3) + 2·(-5) + 3·(-7)) = -17
    assert history.epochs[0].gradient_norms == (17.0,)


def test_what_was_not_asked_for_is_not_recorded():
    history = line_trainer().fit(*LINE, num_epochs=1, rng=rng())
    assert history.epochs[0][3:] == (None, None, None, None)
    with pytest.raises(ValueError, match="did not record validation_loss; ask fit for it"):
        history.series("validation_loss")
    with pytest.raises(ValueError, match=r"name must be one of number, loss, .*; 'accuracy' came"):
        history.series("accuracy")


def test_callbacks_see_every_epoch():
    seen = []
    history = line_trainer().fit(*LINE, num_epochs=3, rng=rng(), callbacks=[seen.append])
    assert seen == list(history.epochs)


def test_epochs_can_be_taken_one_by_one():
    trainer = line_trainer()
    epochs = trainer.epochs(*LINE, batch_size=4, rng=rng())
    first, second = next(epochs), next(epochs)
    assert (first.number, second.number) == (1, 2)
    expected = line_trainer().fit(*LINE, num_epochs=2, batch_size=4, rng=rng())
    assert expected.epochs == (first, second)


def test_training_trains_and_leaves_the_network_evaluating():
    generator = rng()
    network = Network([Linear(1, 2, rng=generator), BatchNorm(2), Linear(2, 1, rng=generator)])
    network.eval()
    Trainer(network, MEAN_SQUARED_ERROR, SGD(0.01)).fit(*LINE, num_epochs=1, rng=rng())
    assert network.layers[1].running_mean.any()
    assert not any(layer.training for layer in network.layers)


def test_judging_by_validation_data_learns_nothing_from_them():
    judged, alone = line_trainer(), line_trainer()
    judged.fit(*LINE, num_epochs=3, rng=rng(), validation=([[9.0]], [0.0]))
    alone.fit(*LINE, num_epochs=3, rng=rng())
    np.testing.assert_array_equal(judged.network.params, alone.network.params)


def test_early_stopping_ends_the_training_and_brings_the_best_weights_back():
    trainer, weights = line_trainer(), []
    # The validation line lies on the way: w first comes near 1, then goes on to 2.
    history = trainer.fit(
        *LINE,
        num_epochs=200,
        batch_size=4,
        rng=rng(),
        validation=([[1.0], [2.0]], [1.2, 2.4]),
        early_stopping=EarlyStopping(patience=3),
        callbacks=[lambda epoch: weights.append(trainer.network.params.copy())],
    )
    best = int(history.validation_loss.argmin())
    assert history.ending == "stopped early"
    assert len(history) == best + 1 + 3
    np.testing.assert_array_equal(trainer.network.params, weights[best])


def test_the_best_weights_come_back_when_the_epochs_run_out_too():
    trainer = line_trainer()
    history = trainer.fit(
        *LINE,
        num_epochs=6,
        batch_size=4,
        rng=rng(),
        validation=([[1.0], [2.0]], [1.2, 2.4]),
        early_stopping=EarlyStopping(patience=100),
    )
    outputs = trainer.network.predict([[1.0], [2.0]]).ravel()
    assert history.ending == "finished"
    assert mean_squared_error(outputs, [1.2, 2.4]) == pytest.approx(history.validation_loss.min())


def test_a_watch_is_used_again_as_new():
    watch, arguments = EarlyStopping(patience=2), {"num_epochs": 20, "rng": rng()}
    for _ in range(2):
        trainer = line_trainer()
        history = trainer.fit(*LINE, validation=LINE, early_stopping=watch, **arguments)
        assert len(history) == 20


def test_an_interrupt_leaves_history_and_weights_usable():
    trainer = line_trainer()

    def interrupt(epoch):
        if epoch.number == 3:
            raise KeyboardInterrupt

    history = trainer.fit(*LINE, num_epochs=100, rng=rng(), callbacks=[interrupt])
    assert (len(history), history.ending) == (3, "interrupted")
    assert np.isfinite(trainer.network.params).all()
    assert not trainer.network.layers[0].training
    again = trainer.fit(*LINE, num_epochs=500, batch_size=4, rng=rng())
    assert again.loss[-1] < history.loss[-1]


class InterruptedAdam(Adam):
    """Adam, with somebody at the keyboard during the sixth step."""

    def step(self, params, gradient):
        if self.t == 5:
            raise KeyboardInterrupt
        super().step(params, gradient)


def test_an_interrupt_within_an_epoch_keeps_the_epochs_before_it():
    network = multilayer_perceptron([1, 3, 1], rng=rng())
    trainer = Trainer(network, MEAN_SQUARED_ERROR, InterruptedAdam(0.01))
    history = trainer.fit(*LINE, num_epochs=100, batch_size=2, rng=rng())  # two steps an epoch
    assert (len(history), history.ending) == (2, "interrupted")
    assert np.isfinite(network.predict(LINE[0])).all()


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_a_loss_that_explodes_says_when_and_what_to_try(dtype):
    network = Network([Linear(1, 1, rng=rng())], dtype=dtype)
    trainer = Trainer(network, MEAN_SQUARED_ERROR, SGD(50.0))
    with pytest.raises(
        DivergenceError, match=r"became (inf|nan) in epoch \d+.*smaller learning_rate \(it was 50\)"
    ) as caught:
        trainer.fit(*LINE, num_epochs=1000, batch_size=4, rng=rng())
    history = caught.value.history
    assert history.ending == "diverged"
    assert 0 < len(history) < 1000
    assert f"in epoch {len(history) + 1}," in str(caught.value)


def test_another_error_in_a_callback_is_the_callers():
    with pytest.raises(ZeroDivisionError):
        line_trainer().fit(*LINE, num_epochs=1, rng=rng(), callbacks=[lambda epoch: 1 / 0])


def test_short_trainings_are_silent(capsys):
    line_trainer().fit(*LINE, num_epochs=2, rng=rng())
    assert capsys.readouterr() == ("", "")


def test_a_pass_and_an_evaluation_can_be_had_alone():
    trainer = line_trainer()
    samples = PreparedSamples.of(*LINE, trainer.network, trainer.loss)
    before = evaluate(trainer.network, trainer.loss, samples)
    loss, norms = train_one_epoch(
        trainer.network, trainer.loss, trainer.optimizer, samples, 4, rng=rng()
    )
    assert loss == before == 21
    assert norms is None
    assert evaluate(trainer.network, trainer.loss, samples) < before


def test_a_history_knows_its_length():
    assert len(History((Epoch(1, 0.5, 0.1),))) == 1


CLASSES = multilayer_perceptron([1, 3], rng=rng())


@pytest.mark.parametrize(
    ("arguments", "options", "complaint"),
    [
        (([[1, 2]], [0]), {}, r"X must have the shape \(m, 1\); \(1, 2\) came"),
        (([[1], [2]], [0]), {}, "targets must be 2, as many as the rows of X; 1 came"),
        (([[1], [2]], [0, 3]), {}, "targets must be whole class indices from 0 to 2; 3 came"),
        (([[1], [np.nan]], [0, 1]), {}, "X must hold finite numbers; NaN"),
        (([], []), {}, "X is empty"),
        (([[1]], [0]), {"num_epochs": 0}, "num_epochs must be a whole number of at least 1; 0"),
        (([[1]], [0]), {"batch_size": 0}, "batch_size must be a whole number of at least 1; 0"),
        (([[1]], [0]), {"validation": ([[1]], [7])}, "validation: targets must be whole class"),
        (
            ([[1]], [0]),
            {"early_stopping": EarlyStopping()},
            "early_stopping watches the validation loss: give fit validation",
        ),
    ],
)
def test_a_mistake_in_the_call_is_explained(arguments, options, complaint):
    trainer = Trainer(CLASSES, CROSS_ENTROPY_FROM_LOGITS, SGD(0.1))
    with pytest.raises(ValueError, match=complaint):
        trainer.fit(*arguments, **({"num_epochs": 1, "rng": rng()} | options))


def test_a_single_sample_left_over_is_explained_with_batch_norm():
    network = Network([Linear(1, 1, rng=rng()), BatchNorm(1)])
    trainer = Trainer(network, MEAN_SQUARED_ERROR, SGD(0.1))
    with pytest.raises(ValueError, match="Choose a batch_size that leaves no single sample over"):
        trainer.fit(*LINE, num_epochs=1, batch_size=3, rng=rng())
