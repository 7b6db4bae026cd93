"""Right answers of lesson 04 in other styles: one layer."""

import numpy as np


def layer_net_input__loop(a_prev, weight, bias):
    z = []
    for row, b in zip(weight, bias, strict=True):
        total = b
        for w, a in zip(row, a_prev, strict=True):
            total = total + w * a
        z.append(total)
    return np.array(z)


def layer_net_input__einsum(a_prev, weight, bias):
    return np.einsum("ji,i->j", weight, a_prev) + bias


def layer_net_input__vector_on_the_left(a_prev, weight, bias):
    return a_prev @ weight.T + bias


def layer_net_input__sum_of_products(a_prev, weight, bias):
    return np.sum(weight * a_prev, axis=1) + bias


def layer_net_input__list_comprehension(a_prev, weight, bias):
    return [float(np.dot(row, a_prev) + b) for row, b in zip(weight, bias, strict=True)]


def layer_net_input__column(a_prev, weight, bias):
    return (weight @ a_prev.reshape(-1, 1) + bias.reshape(-1, 1)).ravel()


def layer_net_input__bias_as_input(a_prev, weight, bias):
    return np.column_stack([bias, weight]) @ np.append(1, a_prev)


def layer_net_input__float32(a_prev, weight, bias):
    a_prev, weight, bias = (np.asarray(one, dtype=np.float32) for one in (a_prev, weight, bias))
    return weight @ a_prev + bias


def layer_forward__one_line(a_prev, weight, bias, activation):
    return (z := np.dot(weight, a_prev) + bias), activation(z)


def layer_forward__neuron_by_neuron(a_prev, weight, bias, activation):
    z = np.zeros(len(bias))
    a = np.zeros(len(bias))
    for j in range(len(bias)):
        z[j] = weight[j] @ a_prev + bias[j]
        a[j] = activation(z[j])
    return z, a


def layer_forward__lists(a_prev, weight, bias, activation):
    z = [
        sum(w * a for w, a in zip(row, a_prev, strict=True)) + b
        for row, b in zip(weight, bias, strict=True)
    ]
    return [z, [activation(one) for one in z]]


def layer_forward__einsum(a_prev, weight, bias, activation):
    z = np.einsum("ji,i->j", weight, a_prev) + bias
    return z, activation(z)


def layer_forward__as_a_batch_of_one(a_prev, weight, bias, activation):
    Z = a_prev[np.newaxis] @ weight.T + bias
    return Z[0], activation(Z)[0]


def layer_forward__float32(a_prev, weight, bias, activation):
    z = np.float32(weight) @ np.float32(a_prev) + np.float32(bias)
    return z, activation(z)


def batch_forward__loop(A_prev, weight, bias, activation):
    Z = np.empty((len(A_prev), len(bias)))
    for i, a_prev in enumerate(A_prev):
        Z[i] = weight @ a_prev + bias
    return Z, activation(Z)


def batch_forward__einsum(A_prev, weight, bias, activation):
    Z = np.einsum("mi,ji->mj", A_prev, weight) + bias
    return Z, activation(Z)


def batch_forward__transposed_twice(A_prev, weight, bias, activation):
    Z = (weight @ A_prev.T + bias[:, np.newaxis]).T
    return Z, activation(Z)


def batch_forward__neuron_by_neuron(A_prev, weight, bias, activation):
    Z = np.column_stack([A_prev @ row + b for row, b in zip(weight, bias, strict=True)])
    return Z, activation(Z)


def batch_forward__samples_in_a_list(A_prev, weight, bias, activation):
    Z = [(weight @ a_prev + bias).tolist() for a_prev in A_prev]
    return Z, [activation(np.array(z)).tolist() for z in Z]


def batch_forward__bias_repeated(A_prev, weight, bias, activation):
    Z = np.matmul(A_prev, np.transpose(weight)) + np.tile(bias, (len(A_prev), 1))
    return Z, activation(Z)


def batch_forward__float32(A_prev, weight, bias, activation):
    Z = np.float32(A_prev) @ np.float32(weight).T + np.float32(bias)
    return Z, activation(Z)
