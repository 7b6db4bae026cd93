"""Right answers of lesson B in other styles: orders, tapes and training."""

import heapq

import numpy as np

from nnlib.autograd import Tensor


def order_of_values__loop(parents):
    order = []
    while len(order) < len(parents):
        for i in range(len(parents)):
            if i not in order and all(parent in order for parent in parents[i]):
                order.append(i)
                break
    return order


def order_of_values__heap(parents):
    missing = [len(set(one)) for one in parents]
    ready = [i for i, count in enumerate(missing) if count == 0]
    order = []
    while ready:
        done = heapq.heappop(ready)
        order.append(done)
        for i, one in enumerate(parents):
            if done in one:
                missing[i] -= 1
                if missing[i] == 0:
                    heapq.heappush(ready, i)
    return order


def order_of_values__sets(parents):
    waiting, order = dict(enumerate(map(set, parents))), []
    while waiting:
        smallest = min(i for i, needed in waiting.items() if needed.isdisjoint(waiting))
        order.append(smallest)
        del waiting[smallest]
    return order


def order_of_values__array(parents):
    n = len(parents)
    needs = np.zeros((n, n), dtype=bool)
    for i, one in enumerate(parents):
        needs[i, one] = True
    done, order = np.zeros(n, dtype=bool), np.empty(n, dtype=int)
    for place in range(n):
        ready = ~done & ~(needs & ~done).any(axis=1)
        order[place] = np.argmax(ready)
        done[order[place]] = True
    return order


def order_of_values__tuple(parents):
    order = ()
    while len(order) < len(parents):
        left = (i for i in range(len(parents)) if i not in order)
        order += (next(i for i in left if set(parents[i]) <= set(order)),)
    return order


def tape_backward__loop(values, tape):
    gradients = [0.0] * (len(values) - 1) + [1.0]
    for k in range(len(tape) - 1, -1, -1):
        sign, i, j = tape[k]
        gradient = gradients[k + len(values) - len(tape)]
        gradients[i] += gradient if sign == "+" else gradient * values[j]
        gradients[j] += gradient if sign == "+" else gradient * values[i]
    return gradients


def tape_backward__array(values, tape):
    gradients = np.zeros(len(values))
    gradients[-1] = 1
    for k, (sign, i, j) in reversed(list(enumerate(tape, start=len(values) - len(tape)))):
        slopes = (1, 1) if sign == "+" else (values[j], values[i])
        np.add.at(gradients, [i, j], gradients[k] * np.array(slopes))
    return gradients


def tape_backward__tensors(values, tape):
    tensors = [Tensor(value, requires_grad=True) for value in values[: len(values) - len(tape)]]
    for sign, i, j in tape:
        made = tensors[i] + tensors[j] if sign == "+" else tensors[i] * tensors[j]
        tensors.append(made)
    tensors[-1].backward()
    return [0.0 if tensor.grad is None else tensor.grad.item() for tensor in tensors]


def tape_backward__forward_mode(values, tape):
    def slope_for(source):
        slopes = [float(i == source) for i in range(len(values))]
        for k, (sign, i, j) in enumerate(tape, start=len(values) - len(tape)):
            if k != source:
                product = slopes[i] * values[j] + values[i] * slopes[j]
                slopes[k] = slopes[i] + slopes[j] if sign == "+" else product
        return slopes[-1]

    return [slope_for(source) for source in range(len(values))]


def tape_backward__recursion(values, tape):
    first = len(values) - len(tape)

    def gradient(value):
        total = 1.0 if value == len(values) - 1 else 0.0
        for k, (sign, i, j) in enumerate(tape, start=first):
            if value in (i, j):
                own = values[j] * (i == value) + values[i] * (j == value)
                total += gradient(k) * ((i == value) + (j == value) if sign == "+" else own)
        return total

    return [gradient(value) for value in range(len(values))]


def train_network__by_hand(X, targets, params, learning_rate, num_steps):
    weight1, bias1, weight2, bias2 = (np.array(values, dtype=float) for values in params)
    losses = []
    for _ in range(num_steps):
        z = X @ weight1.T + bias1
        hidden = np.maximum(0, z)
        errors = hidden @ weight2[0] + bias2 - targets
        losses.append(np.mean(errors**2))
        d_out = (2 / len(X) * errors)[:, np.newaxis]
        d_hidden = (d_out @ weight2) * (z > 0)
        weight2 = weight2 - learning_rate * d_out.T @ hidden
        bias2 = bias2 - learning_rate * d_out.sum(axis=0)
        weight1 = weight1 - learning_rate * d_hidden.T @ X
        bias1 = bias1 - learning_rate * d_hidden.sum(axis=0)
    return losses, [weight1, bias1, weight2, bias2]


def train_network__new_tensors(X, targets, params, learning_rate, num_steps):
    losses = []
    for _ in range(num_steps):
        weight1, bias1, weight2, bias2 = [Tensor(values, requires_grad=True) for values in params]
        hidden = (Tensor(X) @ weight1.T + bias1).relu()
        errors = (hidden @ weight2.T + bias2).reshape(-1) - targets
        loss = (errors * errors).mean()
        loss.backward()
        losses.append(loss.item())
        tensors = weight1, bias1, weight2, bias2
        params = [tensor.data - learning_rate * tensor.grad for tensor in tensors]
    return losses, params


def train_network__float32(X, targets, params, learning_rate, num_steps):
    tensors = [Tensor(np.float32(values), requires_grad=True) for values in params]
    inputs, wanted = Tensor(np.float32(X)), np.float32(targets)[:, np.newaxis]
    losses = np.zeros(num_steps, dtype=np.float32)
    for step in range(num_steps):
        hidden = (inputs @ tensors[0].T + tensors[1]).relu()
        loss = ((wanted - hidden @ tensors[2].T - tensors[3]) ** 2).mean()
        loss.backward()
        losses[step] = loss.item()
        for tensor in tensors:
            tensor.data -= np.float32(learning_rate) * tensor.grad
            tensor.grad = None
    return losses, tuple(tensor.data for tensor in tensors)


def train_network__sum_over_m(X, targets, params, learning_rate, num_steps):
    tensors = [Tensor(values, requires_grad=True) for values in params]
    losses = []
    for _ in range(num_steps):
        hidden = (X @ tensors[0].T + tensors[1]).relu()
        errors = hidden @ tensors[2][0] + tensors[3] - targets
        loss = (errors**2).sum() / len(targets)
        loss.backward()
        losses.append(loss.data)
        for tensor in tensors:
            tensor.data = tensor.data - learning_rate * tensor.grad
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]
