"""Notebooks that a course released before modules moved still find what they import.

Their locked cells come back from the release when a submission is graded.
"""

import importlib
import sys

import pytest

from nnlib.earlier_names import NOW, EarlierNames, find_earlier_names

# What the lessons of release 0.1.0 use, by the names of that release; without plots and widgets.
RELEASED = {
    "nnlib.activations": "relu sigmoid sigmoid_derivative softmax step tanh",
    "nnlib.arrays": "fahrenheit",
    "nnlib.attention": "attention_weights",
    "nnlib.autograd": "Tensor",
    "nnlib.autograd.tape": "run_tape",
    "nnlib.autograd.training": "train_network",
    "nnlib.backprop": (
        "bias_gradient feed_forward hidden_error mini_batch_update output_error weight_gradient"
    ),
    "nnlib.batches": "batch_indices",
    "nnlib.data": "linearly_separable moons",
    "nnlib.digits": "load_digits vary",
    "nnlib.distributions": "Binomial Poisson normal_density sample_mean_and_deviation",
    "nnlib.early_stopping": "EarlyStopping",
    "nnlib.forward": "forward layer_forward",
    "nnlib.gates": "gate_weights truth_table",
    "nnlib.gradient_proof": "central_differences relative_error",
    "nnlib.initializers": "he_normal xavier_normal zeros",
    "nnlib.landscapes": "bowl_gradient gradient_descent",
    "nnlib.layers": "BatchNorm Dropout Linear ReLU Sigmoid Tanh",
    "nnlib.losses": "BINARY_CROSS_ENTROPY_FROM_LOGITS CROSS_ENTROPY_FROM_LOGITS cross_entropy",
    "nnlib.metrics": "accuracy confusion_matrix predicted_classes",
    "nnlib.mlp": "multilayer_perceptron",
    "nnlib.network": "Network",
    "nnlib.optimizers": "Adam Momentum RMSprop SGD adam_step sgd_step",
    "nnlib.optimizers.several_steps": "_start adam_steps momentum_steps rmsprop_steps sgd_steps",
    "nnlib.autograd.by_hand": "parabola_slope chain_slope multiply_backward matmul_backward",
    "nnlib.convolution": "convolve2d max_pool",
    "nnlib.digit_classifier": "capstone_digits classify trained_network",
    "nnlib.layers.batch_norm_steps": "batch_norm_forward batch_norm_backward running_statistics",
    "nnlib.layers.dropout_steps": "dropout_forward dropout_backward",
    "nnlib.optimizers.bowl": "descend_bowl",
    "nnlib.optimizers.running_mean": "running_mean corrected_mean",
    "nnlib.overfitting": "fit_errors",
    "nnlib.vanishing": "chain_gradient",
    "nnlib.chain_rule": "chain_rule_neuron squared_line_slope",
    "nnlib.weight_decay": "l2_step",
    "nnlib.packing": "cost_of_packed packed",
    "nnlib.passes": "weight_gradient_norms",
    "nnlib.perceptron": "fit predict train train_epoch update_weights",
    "nnlib.recurrence": "run_rnn",
    "nnlib.regularizers": "L1 L2",
    "nnlib.slow_learning": "saturated_share",
    "nnlib.statistics": "mean median scale_of standardize variance",
    "nnlib.tiny_network": (
        "TinyNetwork mean_squared_loss slopes_by_nudging tiny_forward tiny_network train_tiny"
    ),
    "nnlib.training": "Trainer",
    "nnlib.two_layers": (
        "backprop_sample batch_gradients cost draw_parameters minibatch_update train_epoch"
    ),
    "nnlib.xor": "best_line first_repeat hidden_features visited_weights xor_by_hand",
}


@pytest.mark.parametrize("module", RELEASED)
def test_a_released_lesson_finds_its_module(module):
    names = vars(importlib.import_module(module))
    assert [name for name in RELEASED[module].split() if name not in names] == []


@pytest.mark.parametrize("module", RELEASED)
def test_the_way_by_the_package_is_the_same(module):
    parent, _, name = module.rpartition(".")
    scope = {}
    exec(f"from {parent} import {name}", scope)
    assert scope[name] is importlib.import_module(module)


def test_an_earlier_name_gives_the_very_function_that_is_out_of_reach_while_a_student_is_judged():
    from nnlib.mlp import multilayer_perceptron

    from nnlib import network

    assert multilayer_perceptron is network.multilayer_perceptron


@pytest.mark.parametrize("module", NOW)
def test_no_earlier_name_hides_a_module_or_is_kept_in_vain(module):
    assert module in RELEASED
    loader = importlib.import_module(module).__spec__.loader
    assert isinstance(loader, EarlierNames)


def test_the_finder_is_asked_once_and_last():
    find_earlier_names()
    assert [isinstance(finder, EarlierNames) for finder in sys.meta_path].count(True) == 1
    assert EarlierNames().find_spec("nnlib.no_such_module", None) is None
