"""Every widget that runs a student's function: right, wrong and broken ones."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from nnlib import losses, optimizers, regularizers, training, widgets
from nnlib.activations import relu
from nnlib.architectures import convolution
from nnlib.by_hand import two_layers
from nnlib.by_hand.landscapes import gradient_descent
from nnlib.by_hand.optimizers import descend_bowl, momentum_steps, rmsprop_steps, sgd_steps
from nnlib.by_hand.regularization import xavier_weights
from nnlib.perceptron import update_weights


def layer_forward(a_prev, weight, bias, activation):
    z = weight @ a_prev + bias
    return z, activation(z)


def chain_rule_neuron(x, weight, bias, target):
    a = 1 / (1 + np.exp(-(weight * x + bias)))
    error = (a - target) * a * (1 - a)
    return error * x, error


def dropout_forward(activations, u, p, training):
    return activations * (u >= p) / (1 - p) if training else activations


def batch_norm_forward(X, gamma, beta, eps):
    mean, var = X.mean(axis=0), X.var(axis=0)
    return gamma * (X - mean) / np.sqrt(var + eps) + beta, mean, var


def batch_norm_eval(X, gamma, beta, running_mean, running_var, eps):
    return gamma * (X - running_mean) / np.sqrt(running_var + eps) + beta


def l2_step(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    step = learning_rate * (weight_gradient + weight_decay * weight)
    return weight - step, bias - learning_rate * bias_gradient


def evaluated(batch_norm):
    panel = widgets.batch_norm_widget(evaluation=batch_norm)
    panel.controls["training"].value = False
    panel.controls["centre"].value = 1.0
    return panel


def perceptron(update):
    return widgets.perceptron_widget("or", update=update, step=9)


@dataclass(frozen=True)
class Own:
    """A widget of one's own function, the right function, and what of the state it decides.

    `as_without` says whether the widget shows the same without a function of one's own.
    """

    make: Callable
    right: Callable
    shown: Callable
    as_without: bool = True


OWN = {
    "activation": Own(
        widgets.activation_widget,
        relu,
        lambda state: (state.reading.a, state.reading.slope),
        as_without=False,
    ),
    "neuron": Own(widgets.neuron_widget, relu, lambda state: state.outputs, as_without=False),
    "perceptron": Own(perceptron, update_weights, lambda state: state.trace.line[0]),
    "forward": Own(
        widgets.forward_widget, layer_forward, lambda state: np.concatenate(state.numbers[0])
    ),
    "loss": Own(
        widgets.loss_widget,
        losses.mean_squared_error,
        lambda state: [reading.value for reading in list(state.readings.values())[2:]],
        as_without=False,
    ),
    "descent": Own(widgets.descent_widget, gradient_descent, lambda state: state.path),
    "chain_rule": Own(widgets.chain_rule_widget, chain_rule_neuron, lambda state: state.slope),
    "backprop": Own(
        widgets.backprop_widget,
        two_layers.backprop_sample,
        lambda state: np.concatenate([g.ravel() for g in state.trace.weight_gradients]),
    ),
    "initialization": Own(
        widgets.initialization_widget,
        xavier_weights,
        lambda state: np.concatenate(state.sizes),
        as_without=False,
    ),
    "learning_rate": Own(widgets.learning_rate_widget, descend_bowl, lambda state: state.path),
    "minima": Own(widgets.minima_widget, momentum_steps, lambda state: state.path),
    "race, adam_step": Own(
        widgets.optimizer_race_widget,
        optimizers.adam_step,
        lambda state: list(state.paths.values())[3],
        True,
    ),
    "race, sgd_steps": Own(
        lambda own: widgets.optimizer_race_widget(sgd_steps=own),
        sgd_steps,
        lambda state: next(iter(state.paths.values())),
    ),
    "race, momentum_steps": Own(
        lambda own: widgets.optimizer_race_widget(momentum_steps=own),
        momentum_steps,
        lambda state: list(state.paths.values())[1],
    ),
    "race, rmsprop_steps": Own(
        lambda own: widgets.optimizer_race_widget(rmsprop_steps=own),
        rmsprop_steps,
        lambda state: list(state.paths.values())[2],
    ),
    "dropout": Own(
        widgets.dropout_widget,
        dropout_forward,
        lambda state: sorted(a for layer in state.layers[1:2] for a in layer if a)[-1:],
        as_without=False,
    ),
    "batch_norm": Own(widgets.batch_norm_widget, batch_norm_forward, lambda state: state.after),
    "batch_norm, evaluation": Own(evaluated, batch_norm_eval, lambda state: state.after),
    "weight_decay, l1_gradient": Own(
        widgets.weight_decay_widget,
        regularizers.l1_gradient,
        lambda state: state.shrinking.weights,
        as_without=False,
    ),
    "weight_decay, l2_step": Own(
        lambda own: widgets.weight_decay_widget(l2_step=own),
        l2_step,
        lambda state: state.shrinking.weights,
        True,
    ),
    "early_stopping": Own(
        widgets.early_stopping_widget,
        training.stopping_epoch,
        lambda state: state.stop_and_best,
        True,
    ),
    "convolution": Own(
        lambda own: widgets.convolution_widget(own=own),
        convolution.convolve2d,
        lambda state: state.output,
    ),
}
every_own = pytest.mark.parametrize("own", OWN.values(), ids=OWN.keys())


def named(function):
    """Give a function the name `mine`, which the words should mention."""
    function.__name__ = "mine"
    return function


def doubled(right):
    """Return a wrong function: everything that the right one gives, twice as large and more."""

    def wrong(*arguments):
        result = right(*arguments)
        several = isinstance(result, tuple | list)
        return tuple(2 * part + 1 for part in result) if several else 2 * result + 1

    return named(wrong)


def not_written(*_):
    raise NotImplementedError


def broken(*_):
    raise KeyError("w")


@every_own
def test_a_right_function_shows_what_the_library_shows(own):
    panel = own.make(own.right)
    shown = np.asarray(own.shown(panel.state), dtype=float)
    assert np.isfinite(shown).all()
    assert panel.png()


@pytest.mark.parametrize("name", [name for name, own in OWN.items() if own.as_without])
def test_without_a_function_of_ones_own_the_library_s_is_shown(name):
    own = OWN[name]
    mine, library = (np.asarray(own.shown(own.make(f).state), float) for f in (own.right, None))
    np.testing.assert_allclose(mine, library, rtol=1e-6, atol=1e-9)


@every_own
def test_a_wrong_function_looks_wrong(own):
    right, wrong = own.make(own.right), own.make(doubled(own.right))
    assert right.png() != wrong.png()
    assert right.caption != wrong.caption


@every_own
@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (not_written, "Your mine is not written yet: write it, run its cell, then this one."),
        (broken, "Your mine raised KeyError: 'w'."),
        (lambda *_: None, "Your mine returned NoneType; return"),
        (lambda *_: "z", "Your mine returned str; return"),
        (lambda *_: np.zeros((7, 3)), "Your mine "),
    ],
    ids=["not written", "raises", "None", "text", "shape"],
)
def test_a_function_of_no_use_is_one_sentence_and_no_traceback(own, function, sentence):
    panel = own.make(named(lambda *arguments: function(*arguments)))
    assert sentence in panel.caption
    assert "Traceback" not in panel.caption
    assert panel.png()


@every_own
def test_nan_is_refused_in_words(own):
    def right_but_nan(*arguments):
        result = own.right(*arguments)
        several = isinstance(result, tuple | list)
        return tuple(part * np.nan for part in result) if several else result * np.nan

    assert "Your mine returned NaN or infinity." in own.make(named(right_but_nan)).caption
