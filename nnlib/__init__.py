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
"""

from nnlib.earlier_names import find_earlier_names

find_earlier_names()
