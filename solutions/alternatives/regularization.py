"""Right answers of lesson 07 in other styles: fitting, penalties, steps, patience."""

import itertools

import numpy as np
from numpy.polynomial import Legendre, Polynomial

from nnlib import losses, regularizers


def fit_errors__polynomial(x, targets, x_validation, targets_validation, degree):
    f = Polynomial.fit(x, targets, degree)
    return (
        np.mean((f(x) - targets) ** 2),
        np.mean((f(x_validation) - targets_validation) ** 2),
    )


def fit_errors__legendre(x, targets, x_validation, targets_validation, degree):
    f = Legendre.fit(x, targets, degree)
    return (
        losses.mean_squared_error(f(x), targets),
        losses.mean_squared_error(f(x_validation), targets_validation),
    )


def fit_errors__least_squares(x, targets, x_validation, targets_validation, degree):
    powers = np.vander(x.astype(float), degree + 1)
    f = np.linalg.lstsq(powers, targets, rcond=None)[0]
    errors = powers @ f - targets
    new = np.vander(x_validation.astype(float), degree + 1) @ f - targets_validation
    return errors @ errors / len(errors), new @ new / len(new)


def fit_errors__loop(x, targets, x_validation, targets_validation, degree):
    f = np.polyfit(x, targets, degree)

    def error(points, answers):
        total = 0.0
        for point, answer in zip(points, answers, strict=True):
            said = sum(c * float(point) ** k for k, c in enumerate(reversed(f)))
            total += (said - answer) ** 2
        return total / len(points)

    return error(x, targets), error(x_validation, targets_validation)


def fit_errors__list_returned(x, targets, x_validation, targets_validation, degree):
    f = np.poly1d(np.polyfit(x, targets, degree))
    pairs = ((x, targets), (x_validation, targets_validation))
    return [np.square(f(points) - answers).mean() for points, answers in pairs]


def l2_penalty__loop(weight, weight_decay):
    total = 0.0
    for w in np.ravel(weight):
        total += float(w) ** 2
    return weight_decay * total / 2


def l2_penalty__einsum(weight, weight_decay):
    flat = np.reshape(weight, -1)
    return 0.5 * weight_decay * np.einsum("i,i->", flat, flat)


def l2_penalty__float32(weight, weight_decay):
    return np.float32(weight_decay / 2) * np.sum(np.float32(weight) ** 2)


def l2_penalty__norm(weight, weight_decay):
    return weight_decay / 2 * np.linalg.norm(weight) ** 2


def l2_penalty__dot(weight, weight_decay):
    flat = np.asarray(weight, dtype=float).ravel()
    return flat @ flat * weight_decay / 2


def l1_gradient__sign(weight, weight_decay):
    return weight_decay * np.sign(weight)


def l1_gradient__where(weight, weight_decay):
    return np.where(weight > 0, weight_decay, np.where(weight < 0, -weight_decay, 0))


def l1_gradient__comparisons(weight, weight_decay):
    return weight_decay * ((weight > 0).astype(float) - (weight < 0).astype(float))


def l1_gradient__float32(weight, weight_decay):
    return np.float32(weight_decay) * np.sign(np.float32(weight))


def l1_gradient__loop(weight, weight_decay):
    gradient = np.zeros(np.shape(weight))
    for place in np.ndindex(*np.shape(weight)):
        if weight[place] > 0:
            gradient[place] = weight_decay
        elif weight[place] < 0:
            gradient[place] = -weight_decay
    return gradient


def l1_gradient__divided_by_size(weight, weight_decay):
    size = np.abs(weight).astype(float)
    return weight_decay * np.divide(weight, size, out=np.zeros_like(size), where=size > 0)


def l2_step__regularizers(
    weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay
):
    gradient = weight_gradient + regularizers.l2_gradient(weight, weight_decay)
    return weight - learning_rate * gradient, bias - learning_rate * bias_gradient


def l2_step__shrink_first(
    weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay
):
    shrunk = (1 - learning_rate * weight_decay) * weight
    return shrunk - learning_rate * weight_gradient, bias - learning_rate * bias_gradient


def l2_step__float32(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    weight, rate = np.float32(weight), np.float32(learning_rate)
    gradient = np.float32(weight_gradient) + np.float32(weight_decay) * weight
    return weight - rate * gradient, np.float32(bias) - rate * np.float32(bias_gradient)


def l2_step__loop(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    rows = [
        [w - learning_rate * (g + weight_decay * w) for w, g in zip(ws, gs, strict=True)]
        for ws, gs in zip(weight, weight_gradient, strict=True)
    ]
    return rows, [b - learning_rate * g for b, g in zip(bias, bias_gradient, strict=True)]


def l2_step__copy_then_in_place(
    weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay
):
    weight, bias = np.array(weight, dtype=float), np.array(bias, dtype=float)
    weight -= learning_rate * (weight_gradient + weight_decay * weight)
    bias -= learning_rate * bias_gradient
    return [weight, bias]


def stopping_epoch__counter(losses, patience, min_improvement=0.0):
    best_loss, best, bad = np.inf, 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best_loss - min_improvement:
            best_loss, best, bad = loss, epoch, 0
        else:
            bad += 1
        if bad == patience:
            break
    return epoch, best


def stopping_epoch__while(losses, patience, min_improvement=0.0):
    epoch, best = 1, 1
    while epoch < len(losses) and epoch - best < patience:
        epoch += 1
        if losses[best - 1] - losses[epoch - 1] > min_improvement:
            best = epoch
    return epoch, best


def stopping_epoch__patience_left(losses, patience, min_improvement=0.0):
    best_loss, best, left = losses[0], 1, patience
    for i in range(1, len(losses)):
        left -= 1
        if losses[i] + min_improvement < best_loss:
            best_loss, best, left = losses[i], i + 1, patience
        if left == 0:
            return i + 1, best
    return len(losses), best


def stopping_epoch__numpy_scalars(losses, patience, min_improvement=0.0):
    best = np.int64(1)
    for epoch in np.arange(1, len(losses) + 1):
        if losses[epoch - 1] < losses[best - 1] - min_improvement:
            best = epoch
        if epoch - best >= patience:
            break
    return np.array([epoch, best])


def stopping_epoch__recursion(losses, patience, min_improvement=0.0):
    def further(epoch, best):
        if epoch == len(losses) or epoch - best == patience:
            return epoch, best
        better = losses[epoch] < losses[best - 1] - min_improvement
        return further(epoch + 1, epoch + 1 if better else best)

    return further(1, 1)


def stopping_epoch__accumulate(losses, patience, min_improvement=0.0):
    def choose(best, epoch):
        return epoch if losses[epoch - 1] < losses[best - 1] - min_improvement else best

    numbers = range(1, len(losses) + 1)
    bests = list(itertools.accumulate(numbers, choose))
    over = [epoch for epoch, best in zip(numbers, bests, strict=True) if epoch - best >= patience]
    last = over[0] if over else len(losses)
    return last, bests[last - 1]
