"""Right answers of lesson 06 in other styles: the bowl, a falling rate, and batches."""

from functools import reduce
from itertools import accumulate, islice, repeat
from operator import mul

import numpy as np

from nnlib import optimizers


def descend_bowl__powers(start, curvatures, learning_rate, num_steps):
    steps = np.arange(num_steps + 1)[:, np.newaxis]
    return start * (1 - learning_rate * curvatures) ** steps


def descend_bowl__loop(start, curvatures, learning_rate, num_steps):
    path = [[float(w) for w in start]]
    for _ in range(num_steps):
        place = []
        for w, c in zip(path[-1], curvatures, strict=True):
            place.append(w - learning_rate * c * w)
        path.append(place)
    return path


def descend_bowl__einsum(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - np.einsum(",i,i->i", learning_rate, curvatures, path[-1]))
    return np.stack(path)


def descend_bowl__float32(start, curvatures, learning_rate, num_steps):
    path = np.empty((num_steps + 1, len(start)), dtype=np.float32)
    path[0] = start
    for k in range(num_steps):
        path[k + 1] = path[k] - np.float32(learning_rate) * np.float32(curvatures) * path[k]
    return path


def descend_bowl__in_place_on_a_copy(start, curvatures, learning_rate, num_steps):
    place = np.array(start, dtype=float)
    path = [place.copy()]
    for _ in range(num_steps):
        place -= learning_rate * (curvatures * place)
        path.append(place.copy())
    return np.vstack(path)


def descend_bowl__sgd_step(start, curvatures, learning_rate, num_steps):
    path = [start]
    for _ in range(num_steps):
        slopes = curvatures * path[-1]
        path.append(optimizers.sgd_step(path[-1], slopes, learning_rate))
    return path


def decayed_rate__loop(learning_rate, epoch, factor, every):
    rate = learning_rate
    for number in range(2, epoch + 1):
        if (number - 1) % every == 0:
            rate = rate * factor
    return rate


def decayed_rate__floor(learning_rate, epoch, factor, every):
    return learning_rate * factor ** np.floor((epoch - 1) / every)


def decayed_rate__int(learning_rate, epoch, factor, every):
    return learning_rate * pow(factor, int((epoch - 1) / every))


def decayed_rate__float32(learning_rate, epoch, factor, every):
    return np.float32(learning_rate) * np.float32(factor) ** ((epoch - 1) // every)


def decayed_rate__recursion(learning_rate, epoch, factor, every):
    def decayed(rate, left):
        return rate if left <= every else decayed(rate * factor, left - every)

    return decayed(learning_rate, epoch)


def decayed_rate__reduce(learning_rate, epoch, factor, every):
    return reduce(mul, repeat(factor, (epoch - 1) // every), learning_rate)


def batch_indices__arrays(order, batch_size):
    order = np.array(order)
    return [order[i : i + batch_size] for i in range(0, len(order), batch_size)]


def batch_indices__split(order, batch_size):
    return np.split(order, range(batch_size, len(order), batch_size))


def batch_indices__while(order, batch_size):
    rows = []
    rest = list(order)
    while len(rest) > 0:
        rows.append(rest[:batch_size])
        rest = rest[batch_size:]
    return rows


def batch_indices__one_by_one(order, batch_size):
    rows = [[]]
    for place in order:
        if len(rows[-1]) == batch_size:
            rows.append([])
        rows[-1].append(place)
    return rows


def batch_indices__ceil(order, batch_size):
    number = int(np.ceil(len(order) / batch_size))
    return tuple(order[i * batch_size : (i + 1) * batch_size] for i in range(number))


def batch_indices__minimum(order, batch_size):
    rows, start = [], 0
    while start < len(order):
        end = min(start + batch_size, len(order))
        rows.append([order[i] for i in range(start, end)])
        start = end
    return rows


def batch_indices__iterator(order, batch_size):
    places = iter(order)
    return list(iter(lambda: list(islice(places, batch_size)), []))


def sgd_steps__sum(params, gradients, learning_rate):
    return params - learning_rate * np.sum(gradients, axis=0)


def sgd_steps__loop(params, gradients, learning_rate):
    result = []
    for i in range(len(params)):
        weight = params[i]
        for k in range(len(gradients)):
            weight = weight - learning_rate * gradients[k][i]
        result.append(weight)
    return result


def sgd_steps__einsum(params, gradients, learning_rate):
    return params - np.einsum(",ki->i", learning_rate, gradients)


def sgd_steps__accumulate(params, gradients, learning_rate):
    places = accumulate(gradients, lambda w, g: w - learning_rate * g, initial=params)
    return list(places)[-1]


def sgd_steps__float32(params, gradients, learning_rate):
    params = np.float32(params)
    for gradient in np.float32(gradients):
        params = params - np.float32(learning_rate) * gradient
    return params


def sgd_steps__in_place_on_a_copy(params, gradients, learning_rate):
    params = np.array(params, dtype=float)
    optimizer = optimizers.SGD(learning_rate)
    for gradient in gradients:
        optimizer.step(params, gradient)
    return params
