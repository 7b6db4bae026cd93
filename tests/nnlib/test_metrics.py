"""Accuracy, confusion and mean loss, counted by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnlib.metrics import accuracy, confusion_matrix, mean_loss, predicted_classes

classes = st.integers(0, 4)
pairs = st.lists(st.tuples(classes, classes), min_size=1, max_size=30)


def test_three_of_four_right_is_three_quarters():
    assert accuracy([0, 1, 1, 0], [0, 1, 0, 0]) == 0.75


def test_the_confusion_matrix_has_a_row_for_each_true_class():
    # True 0 twice: predicted 0 and 1. True 1 once: predicted 1. True 2 three times: 0, 2 and 2.
    targets, predictions = [0, 0, 1, 2, 2, 2], [0, 1, 1, 0, 2, 2]
    np.testing.assert_array_equal(
        confusion_matrix(predictions, targets), [[1, 1, 0], [0, 1, 0], [1, 0, 2]]
    )


def test_classes_that_do_not_occur_have_rows_and_columns_of_zeros():
    np.testing.assert_array_equal(
        confusion_matrix([0], [1], num_classes=3), [[0, 0, 0], [1, 0, 0], [0, 0, 0]]
    )


@given(pairs=pairs)
def test_rows_count_the_targets_columns_the_predictions_and_the_diagonal_the_right_ones(pairs):
    predictions, targets = zip(*pairs, strict=True)
    matrix = confusion_matrix(predictions, targets, num_classes=5)
    np.testing.assert_array_equal(matrix.sum(axis=1), np.bincount(targets, minlength=5))
    np.testing.assert_array_equal(matrix.sum(axis=0), np.bincount(predictions, minlength=5))
    assert np.trace(matrix) / len(pairs) == pytest.approx(accuracy(predictions, targets))


def test_the_predicted_class_has_the_highest_score_and_the_lowest_number_among_equals():
    np.testing.assert_array_equal(predicted_classes([[-3, -1, -2], [5, 5, 0]]), [1, 0])


def test_the_mean_loss_weighs_a_batch_by_its_samples():
    # Batches of 2, 2 and 1: (2 · 1 + 2 · 2 + 1 · 9) / 5 = 15 / 5 = 3, where the plain mean is 4.
    assert mean_loss([1, 2, 9], batch_sizes=[2, 2, 1]) == 3
    assert mean_loss([1, 2, 9]) == 4


@pytest.mark.parametrize(
    ("act", "complaint"),
    [
        (lambda: accuracy([0, 1], [0, 1, 1]), r"predictions must have the shape \(3,\)"),
        (lambda: accuracy([0.9], [1]), "predictions must hold classes.* 0.9 came"),
        (lambda: accuracy([1], [-1]), "targets must hold classes.* -1 came"),
        (lambda: accuracy([], []), "targets is empty"),
        (lambda: confusion_matrix([3], [0], num_classes=3), "between 0 and 2; 3 came"),
        (lambda: confusion_matrix([0], [0], num_classes=0), "num_classes must be a whole number"),
        (lambda: predicted_classes([1, 2]), "scores must have the shape"),
        (lambda: mean_loss([1, 2], batch_sizes=[1]), r"batch_sizes must have the shape \(2,\)"),
        (lambda: mean_loss([1, 2], batch_sizes=[1, 0]), "batch_sizes must be above 0 each; 0"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(act, complaint):
    with pytest.raises(ValueError, match=complaint):
        act()
