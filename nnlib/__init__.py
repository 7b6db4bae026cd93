"""The reference library of the course: neural networks in NumPy, for reading and for use.

In the order of the lessons, each a file or a package of a few:

- `activations`: functions of the net input z, each with its derivative
- `neuron`: one neuron, z = w·x + b and a = f(z)
- `gates`: logic gates, the smallest data that one neuron can, or cannot, learn
- `perceptron`: a neuron with a step, which learns from its mistakes
- `layers`: what a network is built of, each forward and backward, and its first weights
- `losses`: how far the outputs are from the targets, and which way is better
- `network`: layers in a row, built at once, shown as a table, kept in a file
- `backprop`: the four equations in the form of the lectures, with all that they work out
- `gradient_check`: is a gradient right? Measure it and compare
- `optimizers`: how a gradient becomes a step
- `training`: batches, epochs, history, early stopping
- `regularizers`: a penalty on large weights
- `statistics`: the middle and the spread of numbers
- `distributions`: where random numbers come from
- `metrics`: how well predictions fit
- `autograd`: tensors that know the way back to their derivatives
- `architectures`: convolution, recurrence, attention
- `data`: points, curves and handwritten digits to learn from
- `validate`: checks of arguments, used everywhere

Beside them, `by_hand` answers the exercises step by step; `plots` and `widgets` draw. What stands
in the list needs NumPy alone, and none of these.

Examples
--------
From four samples to a network that has learnt XOR, with nothing hidden in the loop:

>>> import numpy as np
>>> from nnlib.layers import Linear, Tanh
>>> from nnlib.losses import BINARY_CROSS_ENTROPY_FROM_LOGITS
>>> from nnlib.network import Network
>>> from nnlib.optimizers import SGD
>>> X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
>>> targets = np.array([[0.0], [1.0], [1.0], [0.0]])
>>> rng = np.random.default_rng(0)
>>> network = Network([Linear(2, 4, rng=rng), Tanh(), Linear(4, 1, rng=rng)])
>>> optimizer = SGD(learning_rate=0.5)
>>> for epoch in range(1, 1001):
...     logits = network.forward(X)
...     loss, gradient = BINARY_CROSS_ENTROPY_FROM_LOGITS.value_and_gradient(logits, targets)
...     network.backward(gradient)
...     optimizer.step(network.params, network.gradients)
...     if epoch in (1, 10, 100, 1000):
...         print(f"epoch {epoch}: loss {loss:.3f}")
epoch 1: loss 0.785
epoch 10: loss 0.662
epoch 100: loss 0.272
epoch 1000: loss 0.003
>>> (network.predict(X) > 0).astype(int).ravel()  # a logit above 0 says yes
array([0, 1, 1, 0])

`nnlib.training.Trainer` adds mini-batches, validation, a history and early stopping to this loop.
"""

from nnlib.earlier_names import find_earlier_names

find_earlier_names()
