# %% [markdown]
# # Appendix B: Values that remember how they were made
#
# A number can keep a note of how it came about. With such notes a program finds every slope by
# itself, and nobody has to derive a formula again. Here you build that, in about thirty lines.
#
# **Time:** about 80 minutes. **You need:** lessons 04 (the forward pass, losses) and 05 (the chain
# rule, backpropagation).

# %% [markdown]
# ## What you will be able to do
#
# - say what a computation graph is, and draw the graph of a small formula;
# - find slopes with a `Tensor`: `requires_grad=True`, `.backward()`, `.grad`;
# - write the way back through a product, a matrix product and a broadcast sum;
# - write the whole way back through a graph, and say why gradients are **added** where a value is
#   used twice;
# - train a network without deriving a single formula, here and in PyTorch.

# %% provided="imports"
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import gates, plots, widgets
from nnlib.autograd import Tensor
from nnlib.by_hand import autograd

# %% [markdown] covers="G1"
# ## Why bother?
#
# In lesson 05 you derived the four equations of backpropagation. They fit one kind of network. Add
# a branch, or another loss, and you derive again, and one wrong sign spoils everything.
#
# There is a way out. Whatever a program computes, it computes in **small steps**: a sum, a product,
# a power. Each step has a slope that everybody knows. If the numbers **remember** which step made
# them, a program can go back from step to step and apply the chain rule by itself. This is
# *automatic differentiation*, **autograd** for short. PyTorch, JAX and TensorFlow live on it.

# %% [markdown] covers="G1"
# The boxes hold values, the circles are the operations that made them. The values run from left to
# right; the slopes, marked ∂, run back from the right, one box a step.
#
# Try this: set "backward steps" to 0 and go on one by one. Who gets a ∂ first? Then choose the
# neuron, a = σ(w·x + b), and set x to 0: which ∂ becomes 0? Is it the one that you expected?

# %% demo=true covers="G1"
widgets.graph_widget()

# %% [markdown] question="autograd.zero_factor" covers="G1" points=1
# In a product x · y you set x to 0. Whose slope (its ∂, also called its *gradient*) becomes 0?
#
# - [ ] a) that of x
#   > The slope for x is y, and y is still what it was. Nudge x off 0, and the product moves.
# - [ ] b) both
#   > Only one of them: the slope for one factor is the value of the other one.
# - [x] c) that of y
#   > Right: the slope for y is x. With x = 0 the product stays 0, whatever y does.
# - [ ] d) none
#   > The slope for y is x, and x is 0 now.

# %% [markdown] covers="G2"
# ## Three lines for a slope
#
# From lesson 05 you know: y = x² + 3x + 1 has the slope 2x + 3, and at x = 2 that is 7. Now a
# tensor does it:
#
# 1. `x = Tensor(2.0, requires_grad=True)`: a number that wants its gradient;
# 2. `y = x**2 + 3 * x + 1`: an ordinary formula, but each step is written down;
# 3. `y.backward()`: the walk back. Then `x.grad` is the slope of y for x.

# %% demo=true covers="G2"
x = Tensor(2.0, requires_grad=True)
y = x**2 + 3 * x + 1
y.backward()
print("y =", y.item(), "  slope =", x.grad.item())

# %% [markdown]
# `y.item()` is the number in a tensor of one number. `x.grad` is a NumPy array of the same shape as
# x; `float(x.grad)` or `x.grad.item()` makes a plain number of it.
#
# Write a function that does this for any x.


# %% exercise="autograd.parabola_slope"
def parabola_slope(x):
    """Return the slope of y = x² + 3x + 1 at x, one number.

    x is a number. For example x = 2 gives 7.
    """
    ### BEGIN SOLUTION
    variable = Tensor(x, requires_grad=True)
    y = variable**2 + 3 * variable + 1
    y.backward()
    return float(variable.grad)
    ### END SOLUTION


# %% [markdown] covers="G2"
# The second formula of lesson 05 is nested: y = (2x + 1)². With the chain rule: the outer slope
# 2 · (2x + 1) times the inner slope 2. At x = 3: 2 · 7 · 2 = **28**.


# %% exercise="autograd.chain_slope"
def chain_slope(x):
    """Return the slope of y = (2x + 1)² at x, one number.

    x is a number. For example x = 3 gives 28.
    """
    ### BEGIN SOLUTION
    variable = Tensor(x, requires_grad=True)
    y = (2 * variable + 1) ** 2
    y.backward()
    return float(variable.grad)
    ### END SOLUTION


# %% [markdown] covers="G2"
# What did `backward` walk along? Here is the graph of (2x + 1)², and in each box the value and the
# gradient: by how much y grows if this value grows by 1 (to first order).
#
# Read it from the right: y has the gradient 1. The square hands on 1 · 2 · 7 = 14. The sum hands 14
# on unchanged. The product with 2 makes 28 of it.

# %% demo=true covers="G2"
x = Tensor(3.0, requires_grad=True)
y = (2 * x + 1) ** 2
y.backward()
_ = plots.plot_graph(y, names={"x": x, "y": y}, title="y = (2x + 1)² at x = 3")

# %% [markdown] question="autograd.twice_backward" covers="G2" points=1 decimals=0
# x = 2 and y = x² + 3x + 1 as above. Somebody computes y, calls `y.backward()`, computes y once
# more from the same x and calls `y.backward()` again. What is `x.grad` now?
#
# - [x] 14
#   > Right: backward **adds** to grad: 7 + 7. In training, grad is set to None after each step.
# - [ ] 7
#   > This would be so if backward wrote over the old grad. It adds to what is there.
# - [ ] 49
#   > The two slopes are added, not multiplied: they belong to two separate walks.

# %% [markdown] covers="G1"
# ## The way back through one step
#
# So each operation needs a small piece of code: *given the gradient of my result, what are the
# gradients of my arguments?* By the chain rule each argument gets
#
# $$\frac{\partial L}{\partial x} =
# \frac{\partial L}{\partial p} \cdot \frac{\partial p}{\partial x}$$
#
# where p is the result and L whatever comes at the very end. The first factor comes from behind,
# we call it `grad`; the second is the operation's own slope.

# %% [markdown] covers="G1"
# - **Sum** p = x + y: both slopes are 1, so both get `grad` as it is.
# - **Power** p = xⁿ: the slope is n · xⁿ⁻¹, so x gets `grad` · n · xⁿ⁻¹.
# - **Product** p = x · y: if y = 3 and x grows by 0.001, p grows by 0.003. So the slope for x is y,
#   and in the same way the slope for y is x.
#
# By hand: x = 2, y = 3, and `grad` = 10. Then x gets 10 · 3 = 30 and y gets 10 · 2 = 20.


# %% exercise="autograd.multiply_backward"
def multiply_backward(x, y, grad):
    """Return the gradients of x and y for the product p = x · y, number by number.

    x, y and grad have the same shape; grad is the gradient of p. Both results have it too.
    For example x = 2, y = 3, grad = 10 give 30 and 20.
    """
    ### BEGIN SOLUTION
    return grad * y, grad * x
    ### END SOLUTION


# %% [markdown] question="autograd.power_step" covers="G1" points=1 decimals=0
# p = x³ at x = 2, and from behind comes grad = 5. What does x get?
#
# - [x] 60
#   > Right: the slope is 3 · 2² = 12, and 5 · 12 = 60.
# - [ ] 12
#   > This is the operation's own slope. Multiply it with grad.
# - [ ] 40
#   > This is 5 · 2³. The power goes down by one and comes to stand in front.
# - [ ] 20
#   > This is 5 · 2². The factor 3, the old power, is missing.

# %% [markdown] covers="G1"
# ## In which order?
#
# A graph is more than a chain: values branch and meet again. For the way there, each value must
# come **after its parents**, the values that it was made of. Such an order is called
# *topological*. For the way back we take it in reverse: then each value has got all its shares
# before it hands any on.
#
# We number the values and list the parents of each. `[[2], [0, 2], []]` says: value 0 was made of
# 2; value 1 of 0 and 2; value 2 of nothing, it is an input.

# %% [markdown] covers="G1"
# Often several orders are right. We agree on one: again and again take the **smallest number** that
# is not yet in the order and whose parents all are.
#
# By hand, for `[[1, 3], [], [1], [2]]`: only 1 has no parents, so it is first. Now 2 is ready (made
# of 1), but 0 still waits for 3. After 2 comes 3, and at last 0. The order is 1, 2, 3, 0.


# %% exercise="autograd.order_of_values"
def order_of_values(parents):
    """Return the numbers of all values as a list, each after its parents, smallest first.

    parents[i] is the list of the values that value i was made of, empty for an input.
    For example [[1, 3], [], [1], [2]] gives [1, 2, 3, 0].
    """
    ### BEGIN SOLUTION
    order = []
    while len(order) < len(parents):
        waiting = [i for i in range(len(parents)) if i not in order]
        ready = [i for i in waiting if all(parent in order for parent in parents[i])]
        order.append(ready[0])
    return order
    ### END SOLUTION


# %% [markdown] question="autograd.reverse_order" covers="G1" points=1
# Why must a value wait, on the way back, until all that was made of it has sent its share?
#
# - [ ] a) Because its own value is not known before
#   > All values are known from the way there. It is its gradient that is not complete.
# - [x] b) Because it hands on its gradient, and until then a part of it is missing
#   > Right: what it hands on too early would be too little, and nobody would mend it later.
# - [ ] c) Because otherwise the walk would never end
#   > Each line of the graph is walked once, in whatever order.
# - [ ] d) Because of the order in which Python frees memory
#   > Memory has nothing to do with it. The gradient would be incomplete.

# %% [markdown] covers="G1"
# ## Used twice: add
#
# Take r = x · y + x with x = 2 and y = 3. There are **two ways** from x to r: through the product
# and directly. If x grows by 0.001, the product grows by 0.003, and the other x by 0.001: together
# 0.004. So the gradient of x is 3 + 1 = 4. The shares are **added**.
#
# This is the rule that is forgotten most often. A value that is used twice and gets only one share
# has a wrong gradient, and no error message tells you.

# %% demo=true covers="G1"
x, y = Tensor(2.0, requires_grad=True), Tensor(3.0, requires_grad=True)
r = x * y + x
r.backward()
_ = plots.plot_graph(r, names={"x": x, "y": y, "r": r}, title="x is used twice: 3 + 1 = 4")

# %% [markdown] covers="G1"
# ## Your own autograd
#
# A computation written down as a list is called a **tape**. Its values are numbered: first the
# inputs, then the result of each line. Each line names a sign and the two values that it joins:
#
# | line | makes | r = x · y + x, with x = 2, y = 3 |
# |---|---|---|
# | (inputs) | values 0 and 1 | 2, 3 |
# | `("*", 0, 1)` | value 2 | 2 · 3 = 6 |
# | `("+", 2, 0)` | value 3 | 6 + 2 = 8 |

# %% demo=true covers="G1"
values = autograd.run_tape([2, 3], [("*", 0, 1), ("+", 2, 0)])
print("values:", values)

# %% [markdown] covers="G1"
# The way back, from the last line to the first. Gradients begin as 0, 0, 0, **1**.
#
# | line | its gradient | hands on | gradients after it |
# |---|---|---|---|
# | `("+", 2, 0)` | 1 | 1 to value 2, 1 to value 0 | 1, 0, 1, 1 |
# | `("*", 0, 1)` | 1 | 1 · 3 to value 0, 1 · 2 to value 1 | 1 + 3 = **4**, **2**, 1, 1 |
#
# In a tape each value comes after its parents anyway, so walking it backwards is enough. Now write
# it. It is the heart of every autograd, in about ten lines.


# %% exercise="autograd.tape_backward"
def tape_backward(values, tape):
    """Return the gradients of all values: how fast the last one grows with each of them.

    values is a list: the inputs, then the result of each line. tape is a list of lines
    (sign, i, j); sign is "+" or "*", and i and j are numbers of values.
    For example [2, 3, 6, 8] with [("*", 0, 1), ("+", 2, 0)] gives [4, 2, 1, 1].
    """
    ### BEGIN SOLUTION
    gradients = [0.0] * len(values)
    gradients[-1] = 1.0
    result = len(values)
    for sign, i, j in reversed(tape):
        result -= 1
        gradient = gradients[result]
        if sign == "+":
            gradients[i] += gradient
            gradients[j] += gradient
        else:
            gradients[i] += gradient * values[j]
            gradients[j] += gradient * values[i]
    return gradients
    ### END SOLUTION


# %% [markdown] question="autograd.square_on_tape" covers="G1" points=1 decimals=0
# A tape has one input, x = 5, and the single line `("*", 0, 0)`. What is the gradient of x?
#
# - [x] 10
#   > Right: both sides of the product are x and each gives a share: 5 + 5. As 2x says, too.
# - [ ] 5
#   > This is one side's share. x stands on both sides, and both count.
# - [ ] 25
#   > This is the value x · x. Asked is how fast it grows with x.

# %% [markdown] question="autograd.one_walk" covers="G1" points=1
# A network has 2,410 parameters and one loss. Nudging every parameter (lesson 03) takes thousands
# of forward passes for all slopes. How many walks back does autograd need?
#
# - [ ] a) 2,410, one for each parameter
#   > Each walk leaves gradients in **all** values at once.
# - [ ] b) one for each layer
#   > The walk goes through all layers, from the loss to the first one.
# - [x] c) one
#   > Right: every value on the way gets its gradient. That is what makes large networks possible.
# - [ ] d) none, the slopes are known beforehand
#   > They depend on the values of this very input, so they are worked out each time.

# %% [markdown] covers="G1"
# ## From numbers to arrays
#
# Networks compute with arrays. Two things are new. The first is **broadcasting**: in `X + bias` the
# bias of shape (3,) is added to *each* row. So each of its numbers is used once a row. Used several
# times: add! The gradient that comes back has the shape of the result, (m, 3), and must be added
# up to the shape of the bias:
#
# $$\begin{pmatrix}1&2&3\\10&20&30\end{pmatrix} \to (11, 22, 33)$$

# %% [markdown] covers="G1"
# There are two ways to be stretched:
# - a shape such as (3,) gets **new axes in front**, to (2, 3): add these axes up;
# - an axis of length **1**, as in (2, 1), is stretched to (2, 3): add this axis up, but keep it, so
#   that the shape is (2, 1) again and not (2,).
#
# In the matrix above, for the shape (2, 1): 1 + 2 + 3 = 6 and 10 + 20 + 30 = 60, as a column.


# %% exercise="autograd.sum_to_shape"
def sum_to_shape(grad, shape):
    """Return grad added up to the given shape, the shape that was broadcast to that of grad.

    grad is an array; shape is a tuple of numbers. For example [[1, 2, 3], [10, 20, 30]] gives
    [11, 22, 33] for the shape (3,), and [[6], [60]] for the shape (2, 1).
    """
    ### BEGIN SOLUTION
    while grad.ndim > len(shape):
        grad = grad.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1:
            grad = grad.sum(axis=axis, keepdims=True)
    return grad
    ### END SOLUTION


# %% [markdown] covers="G1"
# The second is the **matrix product** P = A B. Each number of P is a sum of products, so the rules
# that you know are enough. Put together they give two matrix products again:
#
# $$dA = \text{grad}\; B^\top, \qquad dB = A^\top\, \text{grad}$$
#
# You need not learn that by heart: the **shapes** lead you. A is (m, n), B is (n, k), grad is
# (m, k) like P. To get (m, n) out of (m, k) you need (k, n), and that is Bᵀ.

# %% [markdown] covers="G1"
# By hand: A = [1, 2] (one row), B = 3 over 4 (one column). P = 1 · 3 + 2 · 4 = 11, one number.
# Let grad = 10. Then A gets 10 · [3, 4] = [30, 40], and B gets 10 · 1 over 10 · 2, that is
# 10 over 20. Compare BP4 of lesson 05: δ (a)ᵀ is this rule.


# %% exercise="autograd.matmul_backward"
def matmul_backward(A, B, grad):
    """Return the gradients of A and B for the matrix product P = A @ B.

    A has the shape (m, n), B (n, k) and grad, the gradient of P, (m, k).
    For example A = [[1, 2]], B = [[3], [4]], grad = [[10]] give [[30, 40]] and [[10], [20]].
    """
    ### BEGIN SOLUTION
    return grad @ B.T, A.T @ grad
    ### END SOLUTION


# %% [markdown] question="autograd.bias_shape" covers="G1" points=1
# A layer computes `X @ weight.T + bias` for a batch of 32 samples with 10 outputs. The gradient of
# the result has the shape (32, 10). What does the bias, of shape (10,), get?
#
# - [ ] a) the first row of it
#   > The bias was used in all 32 rows. Every one of them gives its share.
# - [x] b) the sum over the 32 rows
#   > Right: used 32 times, so 32 shares are added. If the loss is a mean, the 1/32 is in them.
# - [ ] c) the sum over the 10 columns
#   > That would be 32 numbers. The bias has 10, one for each column.
# - [ ] d) all of it, shape (32, 10)
#   > Then a step could not be taken: a gradient has the shape of its parameter.

# %% [markdown] covers="G3"
# ## Train without a formula
#
# Now everything is there. The first network of lesson 04, Linear(2, 4)-ReLU-Linear(4, 1), as
# tensors:
#
# `predictions = (X @ weight1.T + bias1).relu() @ weight2.T + bias2`
#
# and its loss, the mean squared error: `loss = ((predictions - targets) ** 2).mean()`. Then
# `loss.backward()`, and each parameter takes a step: `p.data -= learning_rate * p.grad`.

# %% [markdown] covers="G3"
# Two traps lie in wait, and both are the commonest mistakes of PyTorch users, too.
#
# **Stale gradients.** backward *adds* to `grad`. After each step write `p.grad = None`.
#
# **Shapes.** predictions have the shape (m, 1), targets (m,). Their difference broadcasts to
# **(m, m)**: every prediction with every target. There is no error, only a network that learns
# nonsense. Give the targets a second axis: `targets[:, np.newaxis]`.

# %% [markdown] covers="G3"
# One step by hand, with two hidden neurons. x = 1, t = 1, weight1 = 1 over −1, bias1 = 0, 0,
# weight2 = [2, 3], bias2 = 1, η = 0.1:
#
# | | |
# |---|---|
# | hidden | z = 1, −1, so ReLU gives 1, 0 |
# | prediction | 2 · 1 + 3 · 0 + 1 = 3 |
# | loss | (3 − 1)² = 4 |
# | back to the prediction | 2 · (3 − 1) = 4 |
# | weight2, bias2 | 4 · [1, 0] = [4, 0], and 4; after the step [1.6, 3], and 0.6 |
# | back through ReLU | 4 · [2, 3] = [8, 12]; the second neuron is off: [8, 0] |
# | weight1, bias1 | 8 over 0, and [8, 0]; after the step 0.2 over −1, and [−0.8, 0] |

# %% [markdown] covers="G3"
# Write the training. `params` is a list of four arrays: weight1 (hidden, n), bias1 (hidden,),
# weight2 (1, hidden), bias2 (1,). Each step uses all samples. Before each step note the loss, as a
# number. The arrays that you are given stay as they are; a `Tensor` makes its own copy.


# %% exercise="autograd.train_network"
def train_network(X, targets, params, learning_rate, num_steps):
    """Train Linear-ReLU-Linear by gradient descent on the mean squared error.

    X has the shape (m, n), targets (m,); params is [weight1, bias1, weight2, bias2].
    Returns the list of the losses, one before each step, and the list of the four new arrays.
    For example the step worked out above gives the losses [4].
    """
    ### BEGIN SOLUTION
    tensors = [Tensor(values, requires_grad=True) for values in params]
    weight1, bias1, weight2, bias2 = tensors
    losses = []
    for _ in range(num_steps):
        predictions = (X @ weight1.T + bias1).relu() @ weight2.T + bias2
        loss = ((predictions - targets[:, np.newaxis]) ** 2).mean()
        loss.backward()
        losses.append(loss.item())
        for tensor in tensors:
            tensor.data -= learning_rate * tensor.grad
            tensor.grad = None
    return losses, [tensor.data for tensor in tensors]
    ### END SOLUTION


# %% [markdown] covers="G3"
# Let it learn something that no single layer can: the distance |x₁ − x₂| of two numbers. (This cell
# uses our `autograd.train_network`, which does what yours does.) Then try other starts, as in
# lesson 03: with the seed 2 in place of 5 it gets stuck.

# %% demo=true covers="G3"
rng = np.random.default_rng(5)
X = rng.uniform(-1, 1, size=(60, 2))
shapes = ((4, 2), (4,), (1, 4), (1,))
start = [rng.normal(size=shape) for shape in shapes]
losses, params = autograd.train_network(X, np.abs(X[:, 0] - X[:, 1]), start, 0.1, 300)
_ = plots.plot_loss(losses, title="Linear(2, 4)-ReLU-Linear(4, 1) learns |x₁ − x₂|", xlabel="step")

# %% [markdown] question="autograd.shape_trap" covers="G3" points=1
# Predictions of shape (100, 1), targets of shape (100,). What is the shape of their difference?
#
# - [ ] a) (100, 1)
#   > This is what one hopes for. But (100,) is read as a row, and row against column spreads out.
# - [ ] b) (100,)
#   > The result keeps both axes.
# - [ ] c) none: NumPy raises an error
#   > It would be better if it did! The two shapes can be broadcast together, so it does.
# - [x] d) (100, 100)
#   > Right: every prediction minus every target. Give the targets a second axis.

# %% [markdown] covers="G3"
# ## The second network: yes or no
#
# Linear(3, 5)-ReLU-Linear(5, 1)-**Sigmoid** of lesson 04 says yes or no. Its loss is the binary
# cross-entropy. Nobody has to derive anything: we write the formula, and `backward` does the rest.
# The inputs here are XOR's two, and their product as a third.

# %% demo=true covers="G3"
pairs, wanted = gates.truth_table("xor")
inputs = np.column_stack([pairs, pairs[:, 0] * pairs[:, 1]])
rng = np.random.default_rng(0)
parameters = [
    Tensor(values, requires_grad=True)
    for values in (rng.normal(size=(5, 3)), np.zeros(5), rng.normal(size=(1, 5)), np.zeros(1))
]
column, history = np.array(wanted)[:, np.newaxis], []
for _ in range(150):
    weight1, bias1, weight2, bias2 = parameters
    probs = ((inputs @ weight1.T + bias1).relu() @ weight2.T + bias2).sigmoid()
    loss = -(column * probs.log() + (1 - column) * (1 - probs).log()).mean()
    loss.backward()
    history.append(loss.item())
    for parameter in parameters:
        parameter.data -= 0.5 * parameter.grad
        parameter.grad = None
print("answers:", probs.data.ravel().round(2), " wanted:", wanted)
_ = plots.plot_loss(history, title="Two layers and a sigmoid learn XOR", xlabel="step")

# %% [markdown] covers="G3"
# ## The same in PyTorch
#
# PyTorch has the same names, on purpose: `requires_grad`, `backward`, `grad`. Its `nn.Linear` holds
# weight and bias, and `optimizer.zero_grad()` does what `grad = None` does here. If PyTorch is
# installed, the next cell trains the first network with it; otherwise it only says so.

# %% demo=true covers="G3"
try:
    import torch
except ImportError:
    print("PyTorch is not installed here; nothing in this course needs it.")
else:
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(2, 4), torch.nn.ReLU(), torch.nn.Linear(4, 1))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    points = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    sums = points.sum(dim=1, keepdim=True)
    for _ in range(200):
        optimizer.zero_grad()
        error = torch.nn.functional.mse_loss(model(points), sums)
        error.backward()
        optimizer.step()
    print("loss after 200 steps:", round(error.item(), 4))
    z = torch.tensor(2.0, requires_grad=True)
    (z**2 + 3 * z + 1).backward()
    print("slope of x² + 3x + 1 at 2:", z.grad.item())

# %% [markdown] question="autograd.zero_grad" covers="G3" points=1
# A PyTorch program trains well at first; then the loss jumps about, as if the steps grew larger and
# larger. Which line was probably forgotten?
#
# - [x] a) `optimizer.zero_grad()`
#   > Right: without it every step uses the sum of all gradients so far.
# - [ ] b) `optimizer.step()`
#   > Without it the parameters would never change, and the loss would stand still.
# - [ ] c) `loss.backward()`
#   > Without it there would be no gradients at all.
# - [ ] d) `requires_grad=True` for the inputs
#   > The inputs are not learnt, so they need no gradient.

# %% [markdown]
# ## Summary
#
# - A computation is a **graph** of small steps. A tensor remembers its step and its parents.
# - **backward** walks from the end to the beginning. Each step multiplies the gradient that comes
#   from behind with its own slope: a sum hands it on, a product times the *other* factor.
# - What is used twice gets **two shares, added**. So broadcasting goes back as a sum, and `grad` is
#   added to until you set it to None.
# - **One** walk gives all gradients, whatever the number of parameters.
# - With it you train any network whose formula you can write.

# %% [markdown]
# ## Control questions

# %% [markdown] question="autograd.control_shared" covers="G1" points=1 decimals=0
# u = 3x and y = u · u + u, at x = 2. What is the gradient of x?
#
# - [x] 39
#   > Right: u = 6 gets 6 + 6 + 1 = 13, and x gets 13 · 3.
# - [ ] 21
#   > You counted one side of u · u. Both are u: 6 + 6 + 1 = 13 for u, then times 3.
# - [ ] 36
#   > The share through the last + u is missing: u gets 6 + 6 + 1.
# - [ ] 13
#   > This is the gradient of u. One step further: u = 3x, so times 3.

# %% [markdown] question="autograd.control_sum" covers="G1" points=1
# What does a sum p = x + y do with the gradient g on the way back?
#
# - [ ] a) It halves it: g/2 to each
#   > If x grows by 1, p grows by 1, not by a half. There is nothing to share out.
# - [ ] b) It gives x · g to x and y · g to y
#   > In a sum the slopes do not depend on the values.
# - [x] c) It gives g to both
#   > Right: both slopes are 1.
# - [ ] d) It gives y · g to x and x · g to y
#   > This is what a product does.

# %% [markdown] written="autograd.control_explain" covers="G1" points=2
# A friend has learnt backpropagation by its four equations and asks: "What does autograd do
# that I cannot do with them?" Answer in three to five sentences. Say what is stored on the way
# there, what happens on the way back, and what the gain is.
#
# > Rubric
# >
# > 1 point: on the way there each value keeps the operation and the values it was made of; on the
# > way back each operation multiplies the gradient from behind with its own slope (chain rule), and
# > shares are added.
# >
# > 1 point: the gain: it works for every formula made of known steps (branches, shared weights,
# > other losses), while the four equations fit one kind of network; no derivation, no slips.
# >
# > Model answer: Autograd writes down every step of the computation: which operation, and from
# > which values. Then it walks back from the loss. Each operation knows its own slope, multiplies
# > it with the gradient that comes from behind, and hands the product to its inputs; what arrives
# > on several ways is added. For a plain network this gives exactly the four equations, but it
# > works as well for any other formula, and I never have to derive one again.

# %% [markdown]
# ## Where to read on
#
# - A. Karpathy, *micrograd*, 2020, github.com/karpathy/micrograd: an autograd for single numbers in
#   about a hundred lines, with a lecture that builds it.
# - A. G. Baydin and others, *Automatic Differentiation in Machine Learning: a Survey*, Journal of
#   Machine Learning Research 18, 2018. Sections 1 to 3 need what you know now.
# - The file `nnlib/autograd/operations.py` of this course: each operation with its derivation.

# %% demo=true
progress()
