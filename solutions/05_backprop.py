# %% [markdown]
# # Lesson 05: Backpropagation, how every weight learns
#
# In lesson 03 a small network learnt XOR by nudging: each parameter a little up, a little down, and
# look at the loss. For a million parameters that takes two million looks for a single step. Here
# you build the method that gets all slopes in **one** way forward and **one** way back.
#
# **Time:** two sittings of about an hour each: sections 1 to 7, then 8 to 15. **You need:** lesson
# 01 (the sigmoid and its slope), lesson 03 (nudging), lesson 04 (layers, forward pass, loss).

# %% [markdown]
# ## What you will be able to do
#
# - say what a gradient is, measure it, and walk downhill with it;
# - find derivatives along a chain, on paper and for a neuron;
# - write the four equations of backpropagation, one by one, and put them together;
# - prove that your gradients are right;
# - train a network in mini-batches, with your own update;
# - say why some weights hardly learn.

# %% provided="imports"
import matplotlib.pyplot as plt
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import activations, backprop, gates, plots, widgets
from nnlib.autograd import Tensor
from nnlib.by_hand import chain_rule, gradient_proof, landscapes, two_layers

# %% [markdown] covers="B14"
# ## 1. A walker in the fog
#
# You stand on a mountain in thick fog and want to go down to the valley. You see nothing but the
# ground at your feet. What can you do? Feel which way the ground falls, take a step that way, and
# feel again. That is all there is to **gradient descent**. The place is the weight, the height is
# the loss, and the learning rate η sets how long the steps are.

# %% [markdown] covers="B14"
# **Try:**
#
# 1. Step forward with η = 0.1. When are the steps long, when short?
# 2. Set η to 0.9, then to 1.0, then to 1.05, and go through all 20 steps each time.

# %% demo=true covers="B14"
widgets.descent_widget()

# %% [markdown] question="backprop.fog" covers="B14" points=1
# What did the walker do with η = 1.0?
#
# - [ ] a) Reached the bottom of the valley with its first step.
#   > That happens at η = 0.5. With 1.0 the step is twice as long and ends on the other side.
# - [ ] b) Stood still, for the slope was 0.
#   > The slope was far from 0, and the walker jumped at every step.
# - [ ] c) Climbed higher from step to step.
#   > That is what happens for η above 1. At 1.0 the height stays the same.
# - [x] d) Jumped to and fro, always at one height.
#   > Right: each step is so long that it ends at the same height on the other side.

# %% [markdown] covers="B1"
# ## 2. Slopes in many directions
#
# A loss depends on many weights. Take two: $f(w_1, w_2) = w_1^2 + 2 w_2^2$, a bowl. How steep is
# it at the point (3, 1)? That depends on the direction. So we ask for each weight separately:
# **change one, hold the rest.** This slope is called a **partial derivative**, and to show that it
# is only one of several, it is written with a round ∂: $\partial f / \partial w_1$.

# %% [markdown] covers="B1"
# In school you met the derivative of $x^2$: it is $2x$. (Section 4 repeats the rules.) So at
# (3, 1):
#
# - Only $w_1$ moves: $f = w_1^2 + 2$. The slope of $w_1^2$ is $2 w_1$, so at 3 it is **6**.
# - Only $w_2$ moves: $f = 9 + 2 w_2^2$. The slope of $2 w_2^2$ is $4 w_2$, so at 1 it is **4**.

# %% [markdown] covers="B1"
# All partial derivatives together, in a row, are the **gradient**: here (6, 4). It is written
# $\nabla f$ (say "nabla f" or "grad f").
#
# Seen as an arrow, it points to where f grows **fastest**, and its length says how fast. The way
# down is exactly the other way. In the map below, each closed line joins points of the same height,
# as on a hiker's map.

# %% provided="bowl"
bowl_map = plots.Surface(lambda w1, w2: w1**2 + 2 * w2**2, xlim=(-4.5, 4.5), ylim=(-3, 3))

# %% demo=true covers="B1"
ax = plots.plot_surface(bowl_map, title="The gradient points uphill, across the lines")
for place in ([3.0, 1.0], [-2.0, 1.5], [1.0, -1.2], [-3.0, -0.5]):
    slopes = landscapes.bowl_gradient(place)
    ax.annotate("", xy=place + 0.15 * slopes, xytext=place, arrowprops={"width": 1.5})
    ax.plot(*place, "o", color="black")
ax.set_aspect("equal")  # so that right angles look like right angles

# %% [markdown] question="backprop.partial" covers="B1" points=1 decimals=0
# $f(w_1, w_2) = w_1^2 \cdot w_2$. What is $\partial f / \partial w_1$ at the point (3, 5)?
#
# - [x] 30
#   > Right: w₂ is held at 5, so f = 5·w₁², with the slope 10·w₁, and at 3 that is 30.
# - [ ] 9
#   > That is ∂f/∂w₂: there w₁ is held at 3 and f = 9·w₂.
# - [ ] 6
#   > You let w₂ vanish. It is held at 5, but it stays as a factor.
# - [ ] 45
#   > That is f itself. Asked is how steep it is in the direction of w₁.
# - [ ] 39
#   > You added both partial derivatives. They belong to different directions.

# %% [markdown] question="backprop.uphill" covers="B1" points=1
# At some point the gradient of the loss is (−2, 5). Which small step lowers the loss fastest?
#
# - [ ] a) w₁ a little down, w₂ a little up
#   > That is along the gradient, straight uphill.
# - [x] b) w₁ up by a little, w₂ down by more
#   > Right: against the gradient, so along (2, −5), and more in the steeper direction.
# - [ ] c) w₁ and w₂ up by the same amount
#   > Up in w₂ climbs faster than up in w₁ falls: the loss rises.
# - [ ] d) only w₂, for its slope is larger
#   > It would fall, but w₁ helps as well. The steepest way uses both.

# %% [markdown]
# ### Measure it
#
# You know nudging from lesson 03. Nudge one number of the point, $p_i$, up and down by h, and
# divide the change of f by the way between, 2h:
#
# $$\frac{\partial f}{\partial p_i} \approx \frac{f(\ldots, p_i + h, \ldots) -
# f(\ldots, p_i - h, \ldots)}{2h}$$

# %% [markdown]
# These are **central differences**. By hand, for the bowl at (3, 1) with $h = 0.5$:
# $(f(3.5,\,1) - f(2.5,\,1)) / 1 = 14.25 - 8.25 = 6$. The other number stayed at 1.
#
# Your function gets f itself as an argument and calls it: `f(point)` gives a number.


# %% exercise="backprop.central_differences"
def central_differences(f, point, nudge):
    """Return the gradient of f at a point, measured by nudging one number at a time.

    f        a function that takes an array like point and returns a number
    point    shape (n,), perhaps of whole numbers; it must stay as it is
    nudge    how far to go up and down, a number above 0
    returns  shape (n,), a slope for each number

    Example: for the bowl f at [3, 1] and the nudge 0.5 it gives [6, 4].
    """
    ### BEGIN SOLUTION
    slopes = np.zeros(len(point))
    for i in range(len(point)):
        up, down = point.astype(float), point.astype(float)
        up[i] += nudge
        down[i] -= nudge
        slopes[i] = (f(up) - f(down)) / (2 * nudge)
    return slopes
    ### END SOLUTION


# %% [markdown] covers="B14"
# ## 3. Gradient descent
#
# With a gradient in hand, all numbers take one step against it:
#
# $$w \leftarrow w - \eta\, \nabla f(w)$$
#
# The arrow says: the new w is what stands on its right, worked out with the old one.

# %% [markdown] covers="B14"
# **By hand**, on the bowl from (4, 1) with η = 0.25:
#
# | place | gradient (2w₁, 4w₂) | η · gradient | next place |
# |---|---|---|---|
# | (4, 1) | (8, 4) | (2, 1) | (2, 0) |
# | (2, 0) | (4, 0) | (1, 0) | (1, 0) |
# | (1, 0) | (2, 0) | (0.5, 0) | (0.5, 0) |


# %% exercise="backprop.gradient_descent"
def gradient_descent(gradient, start, learning_rate, num_steps):
    """Return every place of a walk downhill, the start first.

    gradient       a function that takes a point, shape (n,), and returns the gradient there
    start          shape (n,), perhaps of whole numbers; it must stay as it is
    learning_rate  η, a number above 0
    num_steps      how many steps to take
    returns        shape (num_steps + 1, n), one place a row

    Example: on the bowl from [4, 1] with 0.25, two steps give [[4, 1], [2, 0], [1, 0]].
    """
    ### BEGIN SOLUTION
    path = [start]
    for _ in range(num_steps):
        path.append(path[-1] - learning_rate * gradient(path[-1]))
    return np.array(path)
    ### END SOLUTION


# %% [markdown] covers="B14"
# The walker from the beginning, now on your own legs. If your function is right, everything looks
# as it did. (Until it runs, the widget says what is missing.)

# %% demo=true covers="B14"
widgets.descent_widget(gradient_descent)

# %% [markdown] covers="B14"
# In two directions the way is more interesting. Here are three learning rates on the map:

# %% demo=true covers="B14"
paths = {
    f"η = {rate:g}": landscapes.gradient_descent(landscapes.bowl_gradient, [-4.0, 2.0], rate, 12)
    for rate in (0.02, 0.12, 0.45)
}
_ = plots.plot_paths(bowl_map, paths, title="Twelve steps from (−4, 2)")

# %% [markdown] covers="B14"
# With η = 0.02 twelve steps are not enough. With 0.12 the walk arrives. With 0.45 it jumps from
# side to side in the steep direction, $w_2$, while the flat one, $w_1$, is done at once. One η for
# all directions is always a compromise.

# %% [markdown] question="backprop.one_step" covers="B14" points=1 decimals=1
# You stand on the bowl at (3, 1), where the gradient is (6, 4). You take one step with η = 0.2.
# What is $w_1$ afterwards?
#
# - [x] 1.8
#   > Right: 3 − 0.2·6 = 1.8.
# - [ ] 4.2
#   > You added. The gradient points uphill, so subtract it.
# - [ ] -3
#   > You left the learning rate out: the step is 0.2·6 = 1.2.
# - [ ] 2.2
#   > You used the slope of w₂, which is 4. The slope of w₁ is 6.

# %% [markdown] covers="B3"
# ## 4. Derivatives with a pencil
#
# Measuring takes two calls of f for each number. A **formula** for the slope takes none. In one
# direction the slope of y is called the **derivative**, written $y'$ or $dy/dx$.

# %% [markdown] covers="B3"
# You need very few rules:
#
# | function | derivative | in words |
# |---|---|---|
# | c | 0 | a plain number does not change |
# | x | 1 | |
# | x² | 2x | the power comes in front and falls by one |
# | a·f | a·f′ | a factor stays |
# | f + g | f′ + g′ | term by term |

# %% [markdown] covers="B3"
# So $y = x^2 + 3x + 1$ has $y' = 2x + 3$, and at $x = 2$ that is $4 + 3 = \mathbf{7}$.


# %% exercise="backprop.parabola_slope"
def parabola_slope(a, b, c, x):
    """Return the derivative of y = a x² + b x + c at x.

    a, b, c, x  one number each
    returns     one number, the slope

    Example: x² + 3x + 1 has the slope 7 at x = 2.
    """
    ### BEGIN SOLUTION
    return 2 * a * x + b
    ### END SOLUTION


# %% [markdown] covers="B2 B3"
# ### Functions inside functions
#
# $y = (2x + 1)^2$ is a square with something inside. Give the inside a name: $u = 2x + 1$, so
# $y = u^2$. Now think of three gear wheels, x, u and y, each turning the next. If u turns 2 times
# as fast as x, and y turns 14 times as fast as u, then y turns 28 times as fast as x. The slopes
# along a chain are **multiplied**.

# %% [markdown] covers="B2 B3"
# This is the **chain rule**:
#
# $$\frac{dy}{dx} = \frac{dy}{du} \cdot \frac{du}{dx}$$
#
# At $x = 3$: $u = 7$, $\;dy/du = 2u = 14$, $\;du/dx = 2$, so $dy/dx = 14 \cdot 2 = \mathbf{28}$.


# %% exercise="backprop.squared_line_slope"
def squared_line_slope(a, b, x):
    """Return the derivative of y = (a x + b)² at x.

    a, b, x  one number each
    returns  one number, the slope

    Example: (2x + 1)² has the slope 28 at x = 3.
    """
    ### BEGIN SOLUTION
    u = a * x + b
    return 2 * u * a
    ### END SOLUTION


# %% [markdown] covers="B3"
# A program can do the same by itself: it writes down every small step of a calculation, knows the
# slope of each, and multiplies along the chain. This is called **automatic differentiation**, and
# appendix B shows how to build it. Here are both numbers again, from `nnlib`'s own. The number x is
# wrapped in a `Tensor` that remembers what becomes of it; `backward()` follows the chain back.

# %% demo=true covers="B3"
x = Tensor(2.0, requires_grad=True)
y = x**2 + 3 * x + 1
y.backward()
print("x² + 3x + 1 at 2:", x.grad)

x = Tensor(3.0, requires_grad=True)
y = (2 * x + 1) ** 2
y.backward()
print("(2x + 1)² at 3: ", x.grad)

# %% [markdown] question="backprop.pencil" covers="B3" points=1 decimals=0
# What is the slope of $y = (3x - 2)^2$ at $x = 2$?
#
# - [x] 24
#   > Right: u = 4, outside 2u = 8, inside 3, together 24.
# - [ ] 8
#   > You forgot the inside: u changes 3 times as fast as x.
# - [ ] 12
#   > The derivative of u² is 2u, not u.
# - [ ] 16
#   > That is y itself. Asked is the slope.
# - [ ] 11
#   > You added the two slopes, 8 and 3. Along a chain they are multiplied.

# %% [markdown] covers="B2"
# ## 5. The chain rule on one neuron
#
# A neuron is such a chain. As in lesson 04, what the neuron says is $a$, and the target is $y$. The
# loss of one sample is $L = \frac12 (a - y)^2$; the ½ will cancel a 2.
#
# $$w \;\longrightarrow\; z = w x + b \;\longrightarrow\; a = \sigma(z) \;\longrightarrow\;
# L = \tfrac12 (a - y)^2$$

# %% [markdown] covers="B2"
# One slope for each arrow, and their product is the slope from w to L:
#
# $$\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \cdot
# \frac{\partial a}{\partial z} \cdot \frac{\partial z}{\partial w} =
# (a - y) \cdot \sigma'(z) \cdot x$$

# %% [markdown] covers="B2"
# Link by link: the square $\frac12 (a - y)^2$ has the slope $a - y$; the sigmoid has the slope
# $\sigma'(z) = a(1 - a)$, from lesson 01; and in $z = wx + b$ the number beside $w$ is $x$.
#
# For the bias only the last link is another: when $b$ grows by 0.001, $z$ grows by 0.001, so
# $\partial z / \partial b = 1$.
#
# **By hand:** $x = 2$, $w = 0$, $b = 0$, $y = 1$. Then $z = 0$ and $a = 0.5$. The links are
# $0.5 - 1 = -0.5$, $\;0.5 \cdot 0.5 = 0.25$ and $2$: so $\partial L / \partial w = -0.25$ and
# $\partial L / \partial b = -0.125$.

# %% [markdown] covers="B2"
# **Try:**
#
# 1. Set x to 0. Which bars vanish? Which sign has ∂L/∂w for a negative x?
# 2. Set w to 4 and x to 2. The output is wrong, the target 0 is far away. How large is ∂L/∂w?
# 3. Read the last line of the text: what a nudge of 0.001 *should* do and what it *does*.

# %% demo=true covers="B2"
widgets.chain_rule_widget()

# %% [markdown] covers="B2"
# What you saw: with x = 0 the last link is 0, and so is ∂L/∂w; a negative x turns its sign. At
# w = 4 and x = 2 the output is nearly 1 where 0 is wanted, and yet ∂L/∂w is nearly 0: the middle
# link, σ′(z), is tiny. We come back to that in section 15. And the chain rule's forecast agrees
# with what a nudge really does, to many places.

# %% [markdown] question="backprop.nudged_weight" covers="B2" points=1 decimals=5
# For some neuron $\partial L / \partial w = -0.25$. You raise $w$ by 0.001. By how much does the
# loss change, nearly?
#
# - [x] -0.00025
#   > Right: the slope times the nudge, −0.25·0.001. The loss falls a little.
# - [ ] 0.00025
#   > The slope is negative: more of w gives less loss.
# - [ ] -0.25
#   > That would be the change for a whole 1, if the slope stayed the same. The nudge is 0.001.
# - [ ] -0.001
#   > That is the size of the nudge. The loss changes by the slope times the nudge.

# %% [markdown]
# Now in code. `activations.sigmoid` and `activations.sigmoid_derivative` are at hand.


# %% exercise="backprop.chain_rule_neuron"
def chain_rule_neuron(x, weight, bias, target):
    """Return (∂L/∂w, ∂L/∂b) of a sigmoid neuron with one input, for L = ½ (a - y)².

    x, weight, bias  one number each
    target           y, one number
    returns          two numbers: the slope for the weight, then for the bias

    Example: x = 2, weight 0, bias 0, target 1 give (-0.25, -0.125).
    """
    ### BEGIN SOLUTION
    z = weight * x + bias
    a = activations.sigmoid(z)
    slope_at_z = (a - target) * activations.sigmoid_derivative(z)
    return slope_at_z * x, slope_at_z
    ### END SOLUTION


# %% [markdown] covers="B2"
# Now **your** slope makes the forecast. **Try:** move all four controls. Does the dashed line touch
# the curve everywhere, and does your forecast agree with what a nudge really does?

# %% demo=true covers="B2"
widgets.chain_rule_widget(chain_rule_neuron)

# %% [markdown] covers="B4"
# ## 6. The trouble with hidden neurons
#
# The perceptron learnt by $e = t - y$: what should have come, minus what came. For an output neuron
# the target says what should have come. (In that rule, as in lesson 02, t is the target and y what
# came.) But what should a *hidden* neuron have said? Nobody knows. The data hold no targets for it,
# so there is no $t - y$ to compute.
#
# What we can ask of a hidden neuron is another question: **if its z grew by a little, how would
# the loss change?** That question always has an answer, and the chain rule finds it.

# %% [markdown] covers="B4"
# Beginning at the output, where the error is known, we go **back** through the layers and hand each
# neuron its share of the blame. Hence the name: *backpropagation of errors*, short
# **backpropagation**. The idea was found several times from the 1960s on; Rumelhart, Hinton and
# Williams made it widely known in 1986, and with it networks with hidden layers could be trained.

# %% [markdown] question="backprop.hidden_target" covers="B4" points=1
# Why can a network with a hidden layer not learn by the perceptron's $e = t - y$?
#
# - [ ] a) Because it has far too many weights and biases for that rule.
#   > A perceptron may have thousands of weights. Their number is not the trouble.
# - [ ] b) Because the rule needs a learning rate.
#   > So does backpropagation. That is no difference.
# - [x] c) Because nobody knows what a hidden neuron should have said.
#   > Right: targets exist for the outputs only, so for hidden neurons there is no t - y.
# - [ ] d) Because hidden neurons make no mistakes.
#   > They have their share in every mistake. The question is only how large it is.

# %% [markdown] question="backprop.cost_of_nudging" covers="B4" points=1 decimals=0
# A network has 5,000 parameters. For one step of gradient descent you nudge each of them up and
# down. How many forward passes does that take? (Backpropagation takes one forward and one back.)
#
# - [x] 10000
#   > Right: two for each parameter, one nudged up and one nudged down.
# - [ ] 5000
#   > Central differences nudge each parameter twice, up and down.
# - [ ] 2
#   > That is about what backpropagation needs, one forward and one back.
# - [ ] 5001
#   > That would be nudging up only, with one pass for the network as it is.

# %% [markdown] written="backprop.perceptron_rule" covers="B4" points=3
# A friend wants to train a network with one hidden layer by the perceptron's rule: "I simply use
# t − y of the output for the hidden neurons, too." Explain in three to five sentences why this goes
# wrong, and what backpropagation does instead.
#
# > Rubric
# > 1 point: t − y says how wrong the *output* is; what a hidden neuron should say is not known.
# > 1 point: hidden neurons have different shares in the error (by their weights to the output,
# > which may be negative, and by their own slope), so the same t − y for all is wrong.
# > 1 point: backpropagation asks how the loss changes with each hidden z, and gets it by the chain
# > rule from the layer behind: the errors go back along the weights, times σ′(z).
# >
# > Model answer: t − y tells how far the output is from its target, but nobody knows what a hidden
# > neuron should have said. If its weight to the output is negative, it should even do the opposite
# > of what the output should do; if the weight is near 0, it is hardly to blame. Backpropagation
# > asks how the loss changes when the hidden z changes. By the chain rule that is the error of the
# > output, carried back along the weight, times the slope of the hidden neuron.

# %% [markdown] covers="B5"
# ## 7. What we ask of the loss
#
# From here on the loss of the whole network is called the **cost** $C$, and the letter L is free
# for something else: it is the number of the **last layer**, and $a^L$ is what the network says.

# %% [markdown] covers="B5"
# Backpropagation works for every cost that has two properties:
#
# 1. **It is the mean over the samples**, $C = \frac1m \sum_x C_x$, where $C_x$ is the cost of one
#    sample x, and m the number of samples. So we can work out the gradient of one sample at a time
#    and take the mean in the end.
# 2. **It depends on the output $a^L$ alone** (and on the target, which is fixed), not on what the
#    hidden layers say. So there is one place from which the errors start back.

# %% [markdown] covers="B5"
# Ours is $C_x = \frac12 \lVert y - a^L \rVert^2$: add up the squares over all output neurons, and
# take half. For $y = (1, 0)$ and $a^L = (0.8, 0.4)$ it is $\frac12(0.04 + 0.16) = 0.1$.

# %% [markdown] question="backprop.allowed_cost" covers="B5" points=1
# A network has the layers 1 to 4. Which of these costs of one sample does **not** fit?
#
# - [x] a) ½(y − a⁴)² + 0.1·(a²)², where a² is what layer 2 says
#   > Right: it depends on a hidden layer, so the errors would have to start from two places.
# - [ ] b) the sum of |y − a⁴| over all the neurons of the output layer
#   > It depends on the output alone. That is all that is asked.
# - [ ] c) the cross-entropy of a⁴ and y, from lesson 04
#   > It depends on the output alone, so it fits, and it is used every day.
# - [ ] d) 100·½‖y − a⁴‖²
#   > A factor changes no property: it depends on the output alone.

# %% [markdown] question="backprop.why_mean" covers="B5" points=1
# What is it good for that the cost is a *mean over the samples*?
#
# - [ ] a) The cost cannot become negative.
#   > The mean of negative numbers is negative. This has nothing to do with it.
# - [ ] b) Answers that are too high and answers that are too low cancel out.
#   > They should not, and they do not: squares are never negative.
# - [ ] c) The network needs fewer weights.
#   > The cost does not change the network.
# - [x] d) Each sample's gradient can be worked out by itself.
#   > Right: the gradient of a mean is the mean of the gradients.

# %% [markdown] covers="B6"
# ## 8. BP1: the error of the output layer
#
# The number that we carry back is $\delta$ (delta), the **error** of a neuron. It says how the
# cost changes with this neuron's z:
#
# $$\delta_j^l = \frac{\partial C}{\partial z_j^l}$$
#
# The small number above is the layer's, *not* a power; the one below says which neuron of the
# layer: $\delta_2^3$ is the δ of neuron 2 in layer 3. Layer 1 is the input, layer $L$ the last one.
# Without the number below, $\delta^3$ is the array of all δ of layer 3, of the same shape as its z.

# %% [markdown] covers="B6"
# For the output layer the chain is short: $z^L \to a^L \to C$. Two links, as in section 5:
#
# $$\boxed{\;\delta^L = \nabla_a C \odot \sigma'(z^L) = (a^L - y) \odot \sigma'(z^L)\;}
# \qquad \text{(BP1)}$$
#
# $\nabla_a C$ is how the cost changes with each output; for our cost it is $a^L - y$. The sign
# $\odot$ means "place by place", as NumPy's `*` does.

# %% [markdown] covers="B6"
# **By hand:** $z = (0, 0)$, so $a = (0.5, 0.5)$, and the target is $y = (1, 0)$. Then
# $a - y = (-0.5, 0.5)$, $\;\sigma'(0) = 0.25$, and $\delta = (-0.125, 0.125)$.


# %% exercise="backprop.output_error"
def output_error(output, target, z):
    """Return the error δ of a layer of sigmoid output neurons, by BP1.

    output   what they say, a = sigmoid(z), shape (k,)
    target   what is right, shape (k,)
    z        their net inputs, shape (k,)
    returns  shape (k,)

    Example: the outputs [0.5, 0.5], targets [1, 0] and z [0, 0] give [-0.125, 0.125].
    """
    ### BEGIN SOLUTION
    return (output - target) * activations.sigmoid_derivative(z)
    ### END SOLUTION


# %% [markdown] question="backprop.delta_by_hand" covers="B6" points=1 decimals=3
# A sigmoid output neuron says $a = 0.8$, and the target is $y = 1$. What is its δ?
# (Remember: $\sigma'(z) = a(1 - a)$.)
#
# - [x] -0.032
#   > Right: (0.8 − 1)·0.8·0.2 = −0.2·0.16 = −0.032.
# - [ ] 0.032
#   > The first factor is a − y, and that is negative here.
# - [ ] -0.2
#   > The slope of the sigmoid is missing: 0.8·0.2 = 0.16.
# - [ ] -0.16
#   > You multiplied by a = 0.8. The slope is a(1 − a) = 0.16.
# - [ ] 0.02
#   > That is the cost ½(y − a)². Asked is how it changes with z.

# %% [markdown] covers="B7"
# ## 9. BP2: the error of a hidden layer
#
# A hidden neuron sends its output to *every* neuron of the next layer. So it has a share in the
# errors of all of them, and each comes back along the weight that carried the signal forward:
#
# $$\boxed{\;\delta^l = \big( (W^{l+1})^T \delta^{l+1} \big) \odot \sigma'(z^l)\;}
# \qquad \text{(BP2)}$$

# %% [markdown] covers="B7"
# Why? Follow the chain from hidden neuron j, link by link:
#
# - $a_j$ changes $\sigma'(z_j)$ times as fast as $z_j$. This is the last factor of BP2.
# - The z of neuron k in the next layer changes $w_{kj}$ times as fast as $a_j$.
# - The cost changes $\delta_k$ times as fast as the z of neuron k; that is what δ means.
#
# So by way of neuron k the cost changes $w_{kj}\, \delta_k$ times as fast as $a_j$. There is such a
# way through every k: **add them up**. This sum is what $W^T \delta$ works out.

# %% [markdown] covers="B7"
# Going forward we multiply by $W$, whose rows belong to the next layer. Going back we multiply by
# $W^T$, the same table with its rows made columns; now the rows belong to *this* layer.

# %% [markdown] covers="B7"
# **By hand:** three hidden neurons, two neurons after them.
#
# $$W = \begin{pmatrix} 1 & 2 & 0 \\ 3 & -1 & 4 \end{pmatrix}, \quad
# \delta^{l+1} = \begin{pmatrix} 0.2 \\ 0.1 \end{pmatrix}, \quad z^l = (0, 0, 0)$$

# %% [markdown] covers="B7"
# Each sum runs down a **column** of W:
#
# - hidden neuron 1: $1 \cdot 0.2 + 3 \cdot 0.1 = 0.5$
# - hidden neuron 2: $2 \cdot 0.2 - 1 \cdot 0.1 = 0.3$
# - hidden neuron 3: $0 \cdot 0.2 + 4 \cdot 0.1 = 0.4$
#
# Each times $\sigma'(0) = 0.25$: $\;\delta^l = (0.125, 0.075, 0.1)$.


# %% exercise="backprop.hidden_error"
def hidden_error(next_weight, next_error, z):
    """Return the error δ of a layer of hidden sigmoid neurons, by BP2.

    next_weight  the weights of the next layer, shape (k, n)
    next_error   δ of the next layer, shape (k,)
    z            the net inputs of this layer, shape (n,)
    returns      shape (n,)

    Example: the weights [[2, -4]], the error [0.5] and z [0, 0] give [0.25, -0.5].
    """
    ### BEGIN SOLUTION
    return next_weight.T @ next_error * activations.sigmoid_derivative(z)
    ### END SOLUTION


# %% [markdown] covers="B8 B9"
# ## 10. BP3 and BP4: from errors to gradients
#
# We have δ for every layer, but we do not train z. We train weights and biases. The chain has one
# more link, from the weight or the bias to z:
#
# - $z_j = \ldots + b_j$: when the bias grows by 0.001, z grows by 0.001. The link is 1.
# - $z_j = \ldots + w_{jk}\, a_k + \ldots$: the number beside the weight is $a_k$, what came *in*.

# %% [markdown] covers="B8 B9"
# Multiplied by δ, that is:
#
# $$\boxed{\;\frac{\partial C}{\partial b^l} = \delta^l\;} \quad \text{(BP3)} \qquad\qquad
# \boxed{\;\frac{\partial C}{\partial W^l} = \delta^l\, (a^{l-1})^T\;} \quad \text{(BP4)}$$

# %% [markdown] covers="B8"
# BP3 is the shortest equation of the course. It is a good place to check what you believe.


# %% exercise="backprop.bias_gradient"
def bias_gradient(error):
    """Return the gradient of a layer's biases for one sample, by BP3.

    error    δ of the layer, shape (k,)
    returns  shape (k,)

    Example: the error [0.5, -0.2] gives [0.5, -0.2].
    """
    ### BEGIN SOLUTION
    return error
    ### END SOLUTION


# %% [markdown] covers="B9"
# **BP4 by hand:** two neurons with $\delta = (0.1, -0.2)$, three inputs $a = (1, 0.5, 2)$.
#
# | | a₁ = 1 | a₂ = 0.5 | a₃ = 2 |
# |---|---|---|---|
# | **δ₁ = 0.1** | 0.1 | 0.05 | 0.2 |
# | **δ₂ = −0.2** | −0.2 | −0.1 | −0.4 |
#
# A column times a row: every error meets every input, and a table comes out. It is the **outer
# product**. Its shape agrees with that of $W$: a row for each neuron, a column for each input.


# %% exercise="backprop.weight_gradient"
def weight_gradient(error, previous_activation):
    """Return the gradient of a layer's weights for one sample, by BP4.

    error                δ of the layer, shape (k,)
    previous_activation  what came in, shape (n,)
    returns              shape (k, n), like the weights

    Example: the error [0.1, -0.2] and the input [1, 0.5, 2] give the table above.
    """
    ### BEGIN SOLUTION
    return np.outer(error, previous_activation)
    ### END SOLUTION


# %% [markdown] question="backprop.gradient_entry" covers="B9" points=1 decimals=2
# A layer has $\delta = (0.4, -0.3)$, and $a = (0.5, 0.2)$ comes in. What is the slope of the weight
# that leads from input 1 to neuron 2?
#
# - [x] -0.15
#   > Right: δ₂·a₁ = −0.3·0.5. It stands in row 2 and column 1.
# - [ ] 0.08
#   > That is δ₁·a₂: the weight from input 2 to neuron 1.
# - [ ] -0.06
#   > You took input 2. The weight leads from input 1, which is 0.5.
# - [ ] 0.2
#   > You took neuron 1. The weight leads to neuron 2, whose δ is −0.3.

# %% [markdown] covers="B10"
# ## 11. The whole algorithm
#
# 1. **Input:** set $a^1 = x$.
# 2. **Forward:** for each layer $z^l = W^l a^{l-1} + b^l$ and $a^l = \sigma(z^l)$. Keep them all.
# 3. **Output error:** $\delta^L$ by BP1.
# 4. **Backward:** layer by layer $\delta^l$ by BP2, from the last but one down to layer 2.
# 5. **Gradients:** for each layer BP3 and BP4.

# %% [markdown] covers="B10"
# **Try:** press *Back* until step 0 and then go forward slowly. Before each step, say what will be
# computed next, and from what. Then change the target to 0. Which numbers change, which do not?

# %% demo=true covers="B10"
widgets.backprop_widget()

# %% [markdown] covers="B10"
# ### All numbers, once
#
# This is the network of the widget: 2 inputs, 2 hidden neurons, 1 output, all with sigmoids.
#
# $$W^2 = \begin{pmatrix} 0.4 & 0.6 \\ 0.1 & 0.9 \end{pmatrix}, \;
# b^2 = \begin{pmatrix} 0.2 \\ 0.1 \end{pmatrix}, \;
# W^3 = \begin{pmatrix} 0.7 & -0.5 \end{pmatrix}, \; b^3 = 0.1; \qquad
# x = \begin{pmatrix} 0.5 \\ 0.3 \end{pmatrix}, \; y = 1$$

# %% [markdown] covers="B10"
# Forward (everything rounded to four places):
#
# | what | how | result |
# |---|---|---|
# | z² | 0.4·0.5 + 0.6·0.3 + 0.2, 0.1·0.5 + 0.9·0.3 + 0.1 | 0.5800, 0.4200 |
# | a² | σ(0.58), σ(0.42) | 0.6411, 0.6035 |
# | z³ | 0.7·0.6411 − 0.5·0.6035 + 0.1 | 0.2470 |
# | a³ | σ(0.2470) | 0.5614 |
# | C | ½·(0.5614 − 1)² | 0.0962 |

# %% [markdown] covers="B10"
# Backward:
#
# | what | how | result |
# |---|---|---|
# | σ′(z³) | 0.5614·(1 − 0.5614) | 0.2462 |
# | δ³ | (0.5614 − 1)·0.2462, BP1 | −0.1080 |
# | W³ᵀδ³ | 0.7·(−0.1080), −0.5·(−0.1080) | −0.0756, 0.0540 |
# | σ′(z²) | 0.6411·(1 − 0.6411), 0.6035·(1 − 0.6035) | 0.2301, 0.2393 |
# | δ² | −0.0756·0.2301, 0.0540·0.2393, BP2 | −0.0174, 0.0129 |
# | ∂C/∂b³ | δ³, BP3 | −0.1080 |
# | ∂C/∂W³ | δ³·0.6411, δ³·0.6035, BP4 | −0.0692, −0.0652 |
# | ∂C/∂b² | δ², BP3 | −0.0174, 0.0129 |
# | ∂C/∂W² row 1 | δ²₁·0.5, δ²₁·0.3, BP4 | −0.0087, −0.0052 |
# | ∂C/∂W² row 2 | δ²₂·0.5, δ²₂·0.3, BP4 | 0.0065, 0.0039 |

# %% [markdown] covers="B10 B14"
# One step with η = 1, all parameters at once, old minus gradient:
#
# | what | old | new |
# |---|---|---|
# | W³ | 0.7, −0.5 | 0.7692, −0.4348 |
# | b³ | 0.1 | 0.2080 |
# | W² row 1 | 0.4, 0.6 | 0.4087, 0.6052 |
# | W² row 2 | 0.1, 0.9 | 0.0935, 0.8961 |
# | b² | 0.2, 0.1 | 0.2174, 0.0871 |

# %% [markdown] covers="B10 B14"
# The forward pass with the new numbers gives C = 0.0763 instead of 0.0962. It has learnt something.

# %% [markdown] question="backprop.blame" covers="B10" points=1
# In the tables above, hidden neuron 2 has a positive δ, though the output should rise. Why?
#
# - [ ] a) Because its output is smaller than that of neuron 1
#   > Its output is positive like that of neuron 1. It is not what turns the sign.
# - [x] b) Because its weight to the output is negative
#   > Right: −0.5·(−0.1080) is positive. It holds the output down: more of its z, more cost.
# - [ ] c) Because its bias is smaller
#   > The bias does not come into BP2, except through z, and σ′(z) is never negative.
# - [ ] d) Because of rounding
#   > 0.0129 is no rounding error.

# %% [markdown]
# ### Exercise: all gradients for one sample
#
# Now put the equations together for a network with one hidden layer. Its parameters come in a tuple
# `(W2, b2, W3, b3)`. To help you, `backprop.feed_forward(x, [W2, W3], [b2, b3])` goes forward and
# returns two groups, `(z2, z3)` and `(a1, a2, a3)`. And `backprop` has each equation, with the
# arguments that yours have: `backprop.output_error`, `backprop.hidden_error`,
# `backprop.bias_gradient`, `backprop.weight_gradient`. You may also write everything out.


# %% exercise="backprop.backprop_sample"
def backprop_sample(x, target, parameters):
    """Return the gradients of W2, b2, W3 and b3 for one sample, in this order.

    x           one sample, shape (n,)
    target      shape (k,)
    parameters  (W2, b2, W3, b3), of the shapes (h, n), (h,), (k, h), (k,); all sigmoid neurons
    returns     four arrays, in the order and of the shapes of parameters

    Example: the sample and the network of the tables above give the gradients found there.
    """
    W2, b2, W3, b3 = parameters
    ### BEGIN SOLUTION
    (z2, z3), (a1, a2, a3) = backprop.feed_forward(x, [W2, W3], [b2, b3])
    d3 = backprop.output_error(a3, target, z3)
    d2 = backprop.hidden_error(W3, d3, z2)
    return (
        backprop.weight_gradient(d2, a1),
        backprop.bias_gradient(d2),
        backprop.weight_gradient(d3, a2),
        backprop.bias_gradient(d3),
    )
    ### END SOLUTION


# %% [markdown] covers="B10"
# Now **your** gradients stand in the picture, and below it they are held against what nudges of
# each weight measure. **Try:** steps 3 to 6. Do both agree? Also for the target 0, and for other
# inputs?

# %% demo=true covers="B10"
widgets.backprop_widget(backprop_sample)


# %% [markdown] covers="B11"
# ## 12. Is it right? The gradient check
#
# A wrong sign or a forgotten σ′ gives no error message. The network may even learn, only badly. So
# every builder of networks does this: **measure** the gradient by central differences, which is
# slow but hard to get wrong, and compare.

# %% [markdown] covers="B11"
# How near is near enough? A difference of 0.001 is nothing if the gradient is 1000, and everything
# if it is 0.001. So we compare in relation to the size. With the length
# $\lVert g \rVert = \sqrt{g_1^2 + g_2^2 + \ldots}$ (`np.linalg.norm(g)`) of a gradient:
#
# $$\text{relative error} = \frac{\lVert g - m \rVert}{\lVert g \rVert + \lVert m \rVert}$$

# %% [markdown] covers="B11"
# **By hand:** $g = (3, 4)$ and $m = (3, 0)$. The difference is $(0, 4)$ with the length 4; the
# lengths are 5 and 3; $4 / (5 + 3) = 0.5$.

# %% [markdown] covers="B11"
# It is 0 when both are equal, and 1 when one is 0 and the other is not. If *both* are 0, they are
# equal: then we say 0. (Some books divide by the longer of the two lengths, or number by number.
# These are as good; here we use the sum of the lengths.)


# %% exercise="backprop.relative_error"
def relative_error(gradient, measured):
    """Return how different two gradients are in relation to their size, from 0 to 1.

    gradient, measured  shape (n,)
    returns             one number; 0 if both gradients are 0

    Example: [3, 4] and [3, 0] give 0.5.
    """
    ### BEGIN SOLUTION
    size = np.linalg.norm(gradient) + np.linalg.norm(measured)
    if size == 0:
        return 0.0
    return np.linalg.norm(gradient - measured) / size
    ### END SOLUTION


# %% [markdown]
# Now the check itself: measure, compare, decide. `gradient_proof.central_differences` and
# `gradient_proof.relative_error` are ours.


# %% exercise="backprop.gradient_check"
def gradient_check(f, gradient, point, nudge, tolerance):
    """Return True if a gradient agrees with the one that is measured, else False.

    f          a function that takes an array like point and returns a number
    gradient   what was worked out for this point, shape (n,)
    point      shape (n,)
    nudge      for the central differences
    tolerance  the relative error must be below it
    returns    True or False

    Example: for the bowl at [3, 1], [6, 4] is True and [6.006, 4.004] is False, with the
    nudge 0.1 and the tolerance 1e-6.
    """
    ### BEGIN SOLUTION
    measured = gradient_proof.central_differences(f, point, nudge)
    return gradient_proof.relative_error(gradient, measured) < tolerance
    ### END SOLUTION


# %% [markdown] covers="B11"
# The proof for a whole network: we lay all parameters in one long vector (`two_layers.packed`), so
# that the cost is a function of one vector, and check the gradients of backpropagation. Then we
# check them again with one σ′ forgotten on purpose, and with everything wrong by a thousandth.

# %% demo=true covers="B11"
network = two_layers.draw_parameters((3, 4, 2), rng=np.random.default_rng(0))
sample, wanted = np.array([0.5, -0.3, 0.8]), np.array([1.0, 0.0])
gradients = two_layers.backprop_sample(sample, wanted, network)
(z2, z3), (a1, a2, a3) = backprop.feed_forward(sample, network[::2], network[1::2])
spoilt = network[2].T @ backprop.output_error(a3, wanted, z3)  # BP2 without σ′
cost = two_layers.cost_of_packed(sample, wanted, network)
for name, candidate in (
    ("backpropagation", two_layers.packed(gradients)),
    ("σ′ forgotten in BP2", two_layers.packed((np.outer(spoilt, a1), spoilt, *gradients[2:]))),
    ("wrong by a thousandth", 1.001 * two_layers.packed(gradients)),
    ("the constant 0", 0 * two_layers.packed(gradients)),
):
    measured = gradient_proof.central_differences(cost, two_layers.packed(network), 1e-5)
    print(f"{name:22} relative error {gradient_proof.relative_error(candidate, measured):.1e}")

# %% [markdown] question="backprop.allclose" covers="B11" points=1
# Somebody checks with `np.allclose(gradient, measured, atol=1e-4)`: all numbers must agree to
# 0.0001. In the first layer of a deep network all slopes are about 0.00001. What can pass?
#
# - [ ] a) Only the right gradient.
#   > All numbers within 0.0001 of the right ones pass, and that is far more.
# - [ ] b) Nothing, not even the right gradient.
#   > The right gradient agrees to many places. It passes.
# - [ ] c) The right one, and one that is wrong by a factor of 1000.
#   > 1000 times 0.00001 is 0.01, which is more than 0.0001 away.
# - [x] d) The right one, and also the constant 0.
#   > Right: 0 is within 0.0001 of every such slope. The relative error sees it, for it is 1.

# %% [markdown] covers="B15"
# ## 13. Many samples: the mini-batch
#
# The cost is the mean over samples, so its gradient is the mean of their gradients. We do not wait
# for all samples, but take a **mini-batch** of a few, say 32, step, and take the next ones:
#
# $$W^l \leftarrow W^l - \frac{\eta}{m} \sum_x \delta^{x,l} (a^{x,l-1})^T, \qquad
# b^l \leftarrow b^l - \frac{\eta}{m} \sum_x \delta^{x,l}$$

# %% [markdown] covers="B15"
# Here $m$ is the number of samples in the batch, and the sum runs over them: $\delta^{x,l}$ is the
# δ of layer l for sample x.
#
# As in lesson 04, a batch has one sample a row. So the δ of a layer form a matrix of shape (m, k),
# the inputs one of shape (m, n).

# %% [markdown] covers="B15"
# **By hand:** one neuron, two inputs, two samples. δ = 1 with the input (1, 0), and δ = 3 with the
# input (1, 2).
#
# - sample 1: $1 \cdot (1, 0) = (1, 0)$; sample 2: $3 \cdot (1, 2) = (3, 6)$
# - weights: the mean of both, $(2, 3)$; bias: the mean of 1 and 3, which is 2

# %% [markdown] covers="B15"
# There is a shortcut. The matrix product `errors.T @ previous_activations` adds up
# $\delta a^T$ over all samples by itself, since a matrix product sums over what stands in the
# middle, and here that is the samples.


# %% exercise="backprop.batch_gradients"
def batch_gradients(errors, previous_activations):
    """Return a layer's gradients for a batch: of the weights, then of the biases.

    errors                δ of the layer, one sample a row, shape (m, k)
    previous_activations  what came in, one sample a row, shape (m, n)
    returns               the means over the samples, of the shapes (k, n) and (k,)

    Example: the errors [[1], [3]] and the inputs [[1, 0], [1, 2]] give [[2, 3]] and [2].
    """
    ### BEGIN SOLUTION
    m = len(errors)
    return errors.T @ previous_activations / m, np.mean(errors, axis=0)
    ### END SOLUTION


# %% [markdown] covers="B15"
# Now one whole step: forward, backward, gradients, update. `backprop.feed_forward`,
# `backprop.output_error` and `backprop.hidden_error` take batches, too, one sample a row. And
# `two_layers.batch_gradients(errors, previous_activations)` is our answer to the last exercise.

# %% [markdown] covers="B15"
# **All at once:** first all gradients with the *old* parameters, then all updates. And build new
# arrays, `W3 - learning_rate * …`; whoever gave you the old ones may still need them.


# %% exercise="backprop.minibatch_update"
def minibatch_update(X, targets, parameters, learning_rate):
    """Return the new (W2, b2, W3, b3) after one step on a mini-batch.

    X              one sample a row, shape (m, n)
    targets        shape (m, k)
    parameters     (W2, b2, W3, b3), of the shapes (h, n), (h,), (k, h), (k,); they stay as they are
    learning_rate  η, a number above 0
    returns        four new arrays, in the order and of the shapes of parameters

    Example: with the sample of the tables above as a batch of one and the rate 1, the new
    parameters are those of the last table.
    """
    W2, b2, W3, b3 = parameters
    ### BEGIN SOLUTION
    (Z2, Z3), (A1, A2, A3) = backprop.feed_forward(X, [W2, W3], [b2, b3])
    D3 = backprop.output_error(A3, targets, Z3)
    D2 = backprop.hidden_error(W3, D3, Z2)
    dW2, db2 = two_layers.batch_gradients(D2, A1)
    dW3, db3 = two_layers.batch_gradients(D3, A2)
    return (
        W2 - learning_rate * dW2,
        b2 - learning_rate * db2,
        W3 - learning_rate * dW3,
        b3 - learning_rate * db3,
    )
    ### END SOLUTION


# %% [markdown] question="backprop.too_early" covers="B15" points=1
# Somebody updates $W^3$ first and then computes $\delta^2$ with the new $W^3$. What is wrong?
#
# - [x] a) δ² then belongs to a network that never made this forward pass
#   > Right: z, a and the output came from the old W³. The gradient must, too.
# - [ ] b) Nothing: the newest weights are the best, so use them as soon as there are any
#   > The gradient is the slope at one point. Half of it would be taken at another point.
# - [ ] c) It takes longer to compute
#   > It takes just as long. The numbers are wrong.
# - [ ] d) The shapes no longer fit
#   > The new W³ has the shape of the old one, so no error message helps you.

# %% [markdown] covers="B16"
# ## 14. Epochs
#
# One **epoch** is one visit to all the training samples, batch after batch: forward, backward,
# update; forward, backward, update … Training is many epochs, often hundreds or thousands. If the
# number of samples is no multiple of the batch size, the last batch is smaller.


# %% exercise="backprop.train_epoch"
def train_epoch(X, targets, parameters, learning_rate, batch_size):
    """Return the new (W2, b2, W3, b3) after one epoch in mini-batches, in the order of the rows.

    X              one sample a row, shape (m, n)
    targets        shape (m, k)
    parameters     (W2, b2, W3, b3); they stay as they are
    learning_rate  η
    batch_size     how many samples a batch has; the last one may have fewer
    returns        four new arrays of the same shapes

    Use two_layers.minibatch_update(X, targets, parameters, learning_rate) for each batch.
    Example: 5 samples with batch_size 2 make three updates, on 2, 2 and 1 samples.
    """
    ### BEGIN SOLUTION
    for i in range(0, len(X), batch_size):
        batch = slice(i, i + batch_size)
        parameters = two_layers.minibatch_update(
            X[batch], targets[batch], parameters, learning_rate
        )
    return parameters
    ### END SOLUTION


# %% [markdown] covers="B16"
# XOR once more, now without nudging: 2 inputs, 3 hidden neurons, 1 output.

# %% demo=true covers="B16"
X, answers = gates.truth_table("xor")
targets = answers[:, np.newaxis]  # one row a sample, one column: the output neuron
parameters = two_layers.draw_parameters((2, 3, 1), rng=np.random.default_rng(1))
costs = []
for _ in range(1000):
    parameters = two_layers.train_epoch(X, targets, parameters, learning_rate=5.0, batch_size=4)
    costs.append(two_layers.cost(X, targets, parameters))
W2, b2, W3, b3 = parameters
outputs = backprop.feed_forward(X, [W2, W3], [b2, b3])[1][-1]
print("answers:", outputs[:, 0].round(2), " wanted:", answers)
_ = plots.plot_loss(costs, title="Cost while learning XOR")

# %% [markdown] question="backprop.num_updates" covers="B16" points=1 decimals=0
# There are 1000 training samples, the batch size is 32, and you train for 10 epochs. How many
# updates do the weights get?
#
# - [x] 320
#   > Right: 31 full batches and one of 8 make 32 an epoch, and 10·32 = 320.
# - [ ] 310
#   > You dropped the last, smaller batch. The 8 samples left make one more update an epoch.
# - [ ] 32
#   > That is one epoch. There are 10.
# - [ ] 10000
#   > That would be an update for each sample. There is one for each batch.
# - [ ] 10
#   > That would be an update for each epoch. There is one for each batch.

# %% [markdown] covers="B12"
# ## 15. Why some weights hardly learn
#
# The equations tell more than how to compute. Look at BP4: $\partial C / \partial w_{jk} =
# \delta_j\, a_k$, a product of two numbers. It is near 0 as soon as **one** of them is.
#
# First reason: **low activation**. If the neuron before says $a_k \approx 0$, all weights that
# lead away from it have slopes near 0. They learn slowly, however wrong the output is. That makes
# sense: a neuron that says nothing has no share in the mistake.


# %% exercise="backprop.slow_weights"
def slow_weights(error, previous_activation, limit):
    """Return how many weights of a layer have a gradient nearer to 0 than the limit.

    error                δ of the layer, shape (k,)
    previous_activation  what came in, shape (n,)
    limit                a number above 0; a gradient of exactly this size is not nearer
    returns              a whole number

    Example: the error [0.5, -0.001], the input [1, 0.01, 0.8] and the limit 0.01 give 4.
    """
    ### BEGIN SOLUTION
    gradient = np.outer(error, previous_activation)
    return np.sum(np.abs(gradient) < limit)
    ### END SOLUTION


# %% [markdown] question="backprop.quiet_input" covers="B12" points=1
# Hidden neuron 3 says 0.001 for nearly all samples. Which weights learn slowly because of that?
#
# - [ ] a) those that lead from the inputs of the network to neuron 3
#   > Their slopes have the inputs as factors, not what neuron 3 says. (They may have another
#   > reason to be slow: it may be saturated.)
# - [ ] b) all weights of the network
#   > A weight between two other neurons does not have the output of neuron 3 as a factor.
# - [x] c) those that lead from neuron 3 to the next layer
#   > Right: by BP4 the slope of each of them has a₃ = 0.001 as a factor.
# - [ ] d) only the bias of neuron 3
#   > By BP3 the slope of a bias is δ alone; no activation comes into it.

# %% [markdown] covers="B13"
# Second reason: **saturation**. BP1 and BP2 both end with $\odot\, \sigma'(z)$. When a sigmoid says
# nearly 1 or nearly 0, its curve is flat there: $\sigma'(z) \approx 0$, so $\delta \approx 0$, and
# with it the slopes of all weights that lead *into* this neuron. It hardly learns, even if it is
# completely wrong. And every layer on the way back multiplies by another σ′, which is ¼ at most.

# %% [markdown] covers="B13"
# **Try:**
#
# 1. Sigmoid, z = 0, its steepest place: what is left of the error after 6 layers?
# 2. Move z to 5. How many layers does it take until less than a billionth is left?
# 3. Choose relu with a positive z, then with a negative one.

# %% demo=true covers="B13"
widgets.saturation_widget()

# %% [markdown] question="backprop.best_case" covers="B13" points=1
# In the widget all sigmoids stand at z = 0, where they are steepest. What happens to the error?
#
# - [ ] a) It comes through unchanged: the sigmoid is not saturated there.
#   > It is not saturated, but its slope is ¼, not 1.
# - [ ] b) It grows, for the slope is largest there.
#   > The largest slope is ¼, and multiplying by ¼ makes smaller.
# - [ ] c) It is halved in each layer.
#   > σ(0) is ½. The slope there is ½·½ = ¼.
# - [x] d) Each layer leaves a quarter of it.
#   > Right: so little is left after many layers, even in this best case. Lesson 07
#   > comes back to this as the *vanishing gradient*.

# %% [markdown] covers="B13"
# What you saw: at z = 0 six sigmoids leave ¼·¼·¼·¼·¼·¼, about 0.0002, of the error; at z = 5 five
# of them leave less than a billionth. ReLU lets all of the error through where z is positive,
# since its slope is 1 there, and nothing where z is negative.
#
# To see how a layer fares, one counts how many of its neurons are saturated.


# %% exercise="backprop.saturated_share"
def saturated_share(z, limit):
    """Return the share of sigmoid neurons whose slope is smaller than the limit, from 0 to 1.

    z        net inputs, shape (n,) for one sample or (m, n) for a batch
    limit    a number above 0; a slope of exactly this size is not smaller
    returns  one number from 0 to 1

    Example: z = [-9, 0, 1, 9] with the limit 0.01 gives 0.5.
    """
    ### BEGIN SOLUTION
    return np.mean(activations.sigmoid_derivative(z) < limit)
    ### END SOLUTION


# %% [markdown] covers="B13"
# Here is what it means for learning. Two networks with the target 0, both very wrong; in the second
# one the weights of the output neuron are 10 times as large, so that it is saturated.

# %% demo=true covers="B13"
figure, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
curves = {}
for name, scale in (("z small at first", 1.0), ("saturated at first", 10.0)):
    network = np.array([[1.0]]), np.array([1.0]), np.array([[scale]]), np.array([0.0])
    z3 = backprop.feed_forward([1.0], network[::2], network[1::2])[0][-1]
    share = chain_rule.saturated_share(z3, 0.01)
    curves[f"{name}: z = {z3[0]:.1f}, saturated share {share:g}"] = costs = []
    for _ in range(300):
        network = two_layers.minibatch_update([[1.0]], [[0.0]], network, 1.0)
        costs.append(two_layers.cost([[1.0]], [[0.0]], network))
plots.plot_losses(curves, ax=ax, title="Being very wrong does not help", xlabel="step")
_ = ax.set_ylim(0, 0.8)

# %% [markdown] question="backprop.very_wrong" covers="B13 B6" points=1
# An output neuron says 0.9999, and the target is 0. How fast does it learn with our cost?
#
# - [ ] a) Very fast, because it is so far from its target.
#   > BP1 has two factors. a − y is large, but σ′(z) = 0.9999·0.0001 is tiny.
# - [x] b) Very slowly, because σ′(z) is nearly 0.
#   > Right: δ ≈ 1·0.0001. This is one reason why cross-entropy is used with sigmoids.
# - [ ] c) Not at all; its δ is exactly 0.
#   > It is small, not 0. It does learn, and would need very many steps.
# - [ ] d) As fast as one that says 0.6.
#   > That one has δ = 0.6·0.24 = 0.144, more than a thousand times as much.

# %% [markdown]
# ## Summary
#
# - The **gradient** holds one slope for each number; it points uphill. **Gradient descent** goes
#   against it: $w \leftarrow w - \eta \nabla f$.
# - Along a chain slopes are **multiplied**: the chain rule.
# - BP1 $\;\delta^L = (a^L - y) \odot \sigma'(z^L)$; $\quad$ BP2
#   $\;\delta^l = (W^{l+1})^T \delta^{l+1} \odot \sigma'(z^l)$;
# - BP3 $\;\partial C/\partial b^l = \delta^l$; $\quad$ BP4
#   $\;\partial C/\partial W^l = \delta^l (a^{l-1})^T$.
# - A mini-batch takes the **mean** of its samples' gradients; all parameters move **at once**.
# - A **gradient check** compares with central differences, by the *relative* error.
# - Weights learn slowly when their input is near 0 or their neuron is saturated.

# %% [markdown]
# ## Control questions
#
# Answer for yourself, without scrolling up: What is a partial derivative? Which two assumptions do
# we make about the cost? What does δ mean? Why is W turned over in BP2? What stands in row j and
# column k of ∂C/∂W? What are the five steps? What is an epoch?
#
# The last one is for your teacher; write it in your own words.

# %% [markdown] written="backprop.slow_network" covers="B12 B13" points=3
# A network of sigmoid neurons starts with very large random weights and learns next to nothing,
# though its answers are badly wrong. Explain with the equations what happens, and say what you
# would change. Three to five sentences.
#
# > Rubric
# > 1 point: large weights make large |z|, so the neurons are saturated: σ(z) near 0 or 1.
# > 1 point: there σ′(z) ≈ 0, it is a factor of δ in BP1 and BP2, so δ and by BP3 and BP4 all
# > gradients are near 0, however large a − y is. (Also right as an addition: neurons near 0 pass on
# > activations near 0, so that by BP4 the weights after them are slow.)
# > 1 point: a sensible change: smaller starting weights; ReLU in the hidden layers; cross-entropy
# > instead of the quadratic cost at the output. "A larger learning rate" alone earns nothing.
# >
# > Model answer: Large weights make large net inputs, and there a sigmoid is flat: it says nearly 0
# > or 1 and σ′(z) is nearly 0. In BP1 and BP2 δ is multiplied by σ′(z), so it is nearly 0 although
# > a − y is large, and with δ all gradients vanish. I would start with small weights, so that z is
# > near 0, or use ReLU, whose slope is 1 for every positive z.

# %% [markdown]
# ## Where to read on
#
# - M. Nielsen, *Neural Networks and Deep Learning*, 2015, chapter 2. The four equations with their
#   proofs, in the notation used here. Free online.
# - D. Rumelhart, G. Hinton and R. Williams, *Learning representations by back-propagating errors*,
#   Nature 323, 1986. The paper that made it known.
# - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, 2016, section 6.5. Backpropagation
#   for every kind of network. Free online.

# %% demo=true
progress()
