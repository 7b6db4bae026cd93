"""Right answers of lesson 05 in other styles: slopes, the chain rule, and the way downhill."""

import numpy as np

from nnlib import activations


def central_differences__copies(f, point, nudge):
    slopes = []
    for i in range(len(point)):
        up, down = point.astype(float), point.astype(float)
        up[i] += nudge
        down[i] -= nudge
        slopes.append((f(up) - f(down)) / (2 * nudge))
    return slopes


def central_differences__unit_vectors(f, point, nudge):
    return np.array(
        [(f(point + nudge * e) - f(point - nudge * e)) / (2 * nudge) for e in np.eye(len(point))]
    )


def central_differences__set_back(f, point, nudge):
    p, slopes = np.array(point, dtype=float), np.zeros(len(point))
    for i in range(len(p)):
        here = p[i]
        p[i] = here + nudge
        up = f(p)
        p[i] = here - nudge
        slopes[i] = (up - f(p)) / (2 * nudge)
        p[i] = here
    return slopes


def central_differences__mean_of_both_sides(f, point, nudge):
    p = np.array(point, dtype=float)
    steps = nudge * np.eye(len(p))
    up = np.array([(f(p + step) - f(p)) / nudge for step in steps])
    down = np.array([(f(p) - f(p - step)) / nudge for step in steps])
    return (up + down) / 2


def central_differences__lists(f, point, nudge):
    numbers = [float(one) for one in point]

    def moved(i, by):
        return f([one + by if j == i else one for j, one in enumerate(numbers)])

    return [(moved(i, nudge) - moved(i, -nudge)) / (2 * nudge) for i in range(len(numbers))]


def gradient_descent__array_of_places(gradient, start, learning_rate, num_steps):
    path = np.zeros((num_steps + 1, len(start)))
    path[0] = start
    for i in range(num_steps):
        path[i + 1] = path[i] - learning_rate * gradient(path[i])
    return path


def gradient_descent__list_returned(gradient, start, learning_rate, num_steps):
    path = [list(start)]
    for _ in range(num_steps):
        slopes = gradient(np.array(path[-1], dtype=float))
        path.append([p - learning_rate * s for p, s in zip(path[-1], slopes, strict=True)])
    return path


def gradient_descent__copies(gradient, start, learning_rate, num_steps):
    point = np.array(start, dtype=float)
    path = [point.copy()]
    for _ in range(num_steps):
        point -= learning_rate * np.asarray(gradient(point))
        path.append(point.copy())
    return np.stack(path)


def gradient_descent__float32(gradient, start, learning_rate, num_steps):
    path = [np.float32(start)]
    for _ in range(num_steps):
        path.append(path[-1] - np.float32(learning_rate) * gradient(path[-1]))
    return np.array(path, dtype=np.float32)


def gradient_descent__recursive(gradient, start, learning_rate, num_steps):
    if num_steps == 0:
        return np.array([start], dtype=float)
    path = gradient_descent__recursive(gradient, start, learning_rate, num_steps - 1)
    return np.vstack([path, path[-1] + learning_rate * -gradient(path[-1])])


def parabola_slope__terms(a, b, c, x):
    slope_of_square, slope_of_line, slope_of_constant = a * 2 * x, b, 0
    return slope_of_square + slope_of_line + slope_of_constant


def parabola_slope__factored(a, b, c, x):
    return 2 * (a * x + b / 2)


def parabola_slope__polynomial(a, b, c, x):
    return np.polyval(np.polyder([a, b, c]), x)


def parabola_slope__product_rule(a, b, c, x):
    return (a * x + b) + x * a


def parabola_slope__numpy_scalar(a, b, c, x):
    return np.float64(2) * np.float64(a) * np.float64(x) + np.float64(b)


def squared_line_slope__named_inside(a, b, x):
    u = a * x + b
    outside, inside = 2 * u, a
    return outside * inside


def squared_line_slope__multiplied_out(a, b, x):
    return 2 * a**2 * x + 2 * a * b


def squared_line_slope__product_rule(a, b, x):
    u = a * x + b
    return a * u + u * a


def squared_line_slope__polynomial(a, b, x):
    return np.polyval(np.polyder(np.polymul([a, b], [a, b])), x)


def chain_rule_neuron__three_links(x, weight, bias, target):
    z = weight * x + bias
    a = activations.sigmoid(z)
    loss_by_a, a_by_z = a - target, activations.sigmoid_derivative(z)
    return loss_by_a * a_by_z * x, loss_by_a * a_by_z * 1


def chain_rule_neuron__from_the_output(x, weight, bias, target):
    a = activations.sigmoid(weight * x + bias)
    delta = (a - target) * a * (1 - a)
    return [delta * x, delta]


def chain_rule_neuron__array(x, weight, bias, target):
    inputs, parameters = np.array([x, 1.0]), np.array([weight, bias])
    z = inputs @ parameters
    return (activations.sigmoid(z) - target) * activations.sigmoid_derivative(z) * inputs


def chain_rule_neuron__own_sigmoid(x, weight, bias, target):
    z = weight * x + bias
    a = 1 / (1 + np.exp(-z))
    return -(target - a) * (a - a**2) * x, -(target - a) * (a - a**2)


def chain_rule_neuron__float32(x, weight, bias, target):
    z = np.float32(weight * x + bias)
    delta = (activations.sigmoid(z) - np.float32(target)) * activations.sigmoid_derivative(z)
    return delta * np.float32(x), delta
