# %% [markdown]
# # Lesson 01: One neuron
#
# Large networks that read, draw and talk are built from one small part, repeated many times:
# the artificial neuron. In this lesson you build one.
#
# **Time:** two to three hours; each of the ten parts can be done by itself. **You need:** school
# mathematics, functions in Python, and a little NumPy (making arrays, `+` and `*` on them).

# %% [markdown]
# ## What you will be able to do
#
# - compare a biological neuron with an artificial one, and say where the comparison ends;
# - work out by hand and in code what a neuron sums up, for one day and for a whole week of data;
# - say what weights do, what the bias does, and why a neuron needs an activation function;
# - write six of these functions (step, sigmoid, tanh, ReLU, leaky ReLU, softmax) and say how steep
#   each of them is;
# - choose the one that fits a task.

# %% [markdown]
# ## How the exercises work
#
# **Code:** write yours in place of `raise NotImplementedError()`, run the cell, then run the check
# below it. The check tries your function on several inputs and tells you what it saw.
#
# **Questions:** put your answer in place of `...`: a number, or a letter in quotes, as `"b"`.
#
# You may try as often as you like. Stuck? Press **Hint** below the check: each press gives the
# next hint. Or type `hint("neuron.net_input")` in a new cell, with the name from the check. Once
# you have checked an answer, **Show a solution** or `solution("neuron.net_input")` shows one way
# to do it. `progress()` shows how far you are.

# %% provided="imports"
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import activations, plots, widgets

# %% [markdown] covers="N1"
# ## 1. Two neurons
#
# Your brain has about 86 billion nerve cells. Each one receives signals from others through its
# **dendrites** and gathers them in its body, the **soma**. If enough comes together, it *fires*:
# an electrical pulse runs along its **axon**. At the **synapse**, the junction to the next cell,
# the pulse is passed on by chemical means, strongly or weakly.
#
# The picture shows a nerve cell on the left and an artificial neuron on the right. Under each part
# of the artificial one stands, in brackets, the part of the cell that plays its role.

# %% demo=true covers="N1"
_ = plots.plot_biological_neuron_comparison()

# %% [markdown] covers="N1"
# | | Biological neuron | Artificial neuron |
# |---|---|---|
# | takes in signals by | dendrites | inputs x₁ … xₙ |
# | a connection is strong or weak by | its synapse | its weight w₁ … wₙ |
# | gathers the signals in | the soma | the sum z |
# | how ready it is to respond | its threshold for firing | the bias b |
# | decides by | firing above the threshold | the activation f |
# | sends on | a pulse along the axon | one number, a = f(z) |
# | the signal is | electrical and chemical | a number |
# | learns by | changing its synapses | updating weights and bias |

# %% [markdown] covers="N1"
# You will meet the words on the right one by one in this lesson. The idea is inspired by the
# brain; it is not a copy of it. A living neuron is a cell with a chemistry and a rhythm of its own,
# and it sends pulses over time. The artificial one is a short formula.
#
# Warren McCulloch and Walter Pitts wrote down the first such formula in 1943. Let us do the same.

# %% [markdown] question="neuron.synapse_role" covers="N1" points=1
# Which part of an artificial neuron plays the role of the synapses?
#
# - [ ] a) the inputs
#   > The inputs are the signals that arrive. What says how strongly each of them counts?
# - [x] b) the weights
#   > Right: a weight makes one connection strong or weak, and learning changes it.
# - [ ] c) the activation
#   > The activation decides what goes out, like the firing of the cell body.
# - [ ] d) the output
#   > The output is what is sent on, like the pulse along the axon.

# %% [markdown] question="neuron.brain_or_formula" covers="N1" points=1
# Which sentence is true?
#
# - [ ] a) An artificial neuron imitates the chemistry of a nerve cell with numbers and formulas.
#   > There is no chemistry in it: numbers are multiplied, added and passed through a function.
# - [ ] b) An artificial neuron learns by growing new dendrites.
#   > The number of its inputs stays the same. What changes when it learns are numbers.
# - [x] c) An artificial neuron learns by changing the numbers in a formula.
#   > Right: inspired by the brain, not a copy of it. Its weights and its bias change.
# - [ ] d) A biological neuron sends out the exact sum of all the signals it receives.
#   > It fires a pulse or it does not: it responds only when enough has come together.

# %% [markdown] covers="N2"
# ## 2. What a neuron sums up
#
# Should I go for a walk? Say that two **inputs** matter: how sunny it is (x₁) and how hard the
# wind blows (x₂). Sun speaks for it, wind against it, and sun counts more. So give the sun the
# **weight** w₁ = 2 and the wind the weight w₂ = -1.
#
# Add to this how much you like walking anyway: the **bias** b = 0.5. The picture shows the neuron
# on a day with x₁ = 1 and x₂ = 1.5: each input goes through its weight into the sum Σ ("sigma").
# What comes after Σ is the subject of part 5.

# %% demo=true covers="N2"
_ = plots.plot_neuron([2.0, -1.0], 0.5, "step", [1.0, 1.5], inputs_label="sun, wind")

# %% [markdown] covers="N2 N3"
# By hand, the **net input** z is
#
# $$z = w_1 x_1 + w_2 x_2 + b = 2 \cdot 1 + (-1) \cdot 1.5 + 0.5 = 1$$
#
# With n inputs: $z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b$. The inputs of one day are called one
# **sample**. A weight says how much its input counts, and in which direction. The further it is
# from 0, the more the input counts; with the weight 0 it counts nothing; a negative weight speaks
# against.

# %% [markdown] question="neuron.z_by_hand" covers="N2 N3" points=1 decimals=1
# A neuron has the weights w = [0.5, 3] and the bias b = 1. The sample is x = [2, -1]. Work out
# the net input z by hand.
#
# - [x] -1
#   > Right: 0.5·2 + 3·(-1) + 1 = 1 - 3 + 1 = -1.
# - [ ] -2
#   > You left the bias out: 1 - 3 = -2, and then comes b = 1.
# - [ ] 0
#   > You added the bias twice, once for each input. It is added once.
# - [ ] 5
#   > You lost a sign: 3·(-1) is -3.
# - [ ] -3
#   > You subtracted the bias. It is added.

# %% [markdown] covers="N2"
# The same sum has a short name in mathematics: the **dot product** of two vectors, plus b.
#
# $$z = w \cdot x + b$$
#
# In NumPy `weights * x` multiplies element by element, `np.sum(...)` adds up, and `weights @ x`
# does both at once.
#
# The exercise speaks of **shapes**: (n,) is a row of n numbers, a *vector*. Later (m, n) is a table
# with m rows and n columns, a *matrix*.

# %% demo=true covers="N2"
print(np.array([2.0, -1.0]) * np.array([1.0, 1.5]))  # the products
print(np.sum(np.array([2.0, -1.0]) * np.array([1.0, 1.5])))  # their sum
print(np.array([2.0, -1.0]) @ np.array([1.0, 1.5]))  # the same in one step


# %% exercise="neuron.net_input"
def net_input(x, weights, bias):
    """Return the net input z = w1*x1 + ... + wn*xn + b of one sample.

    x        the inputs, shape (n,)
    weights  one weight for each input, shape (n,)
    bias     one number
    returns  one number

    Example: net_input(np.array([1, 1.5]), np.array([2, -1]), 0.5) gives 1.
    """
    ### BEGIN SOLUTION
    return weights @ x + bias
    ### END SOLUTION


# %% [markdown] covers="N2"
# ## 3. Many samples at once
#
# A week has seven days. Put one day, one sample, in each row of a table and call the table X. A
# group of samples like this is a **batch**. The matrix product of X and w, in NumPy `X @ weights`,
# takes the dot product of every row with the weights; then b is added to each result:
#
# $$z = X w + b$$
#
# If X has the shape (m, n), for m samples of n inputs, then z has the shape (m,).

# %% [markdown]
# By hand, with w = [2, -1] and b = 0.5:
#
# | sample | x₁ | x₂ | 2·x₁ - x₂ + 0.5 |
# |---|---|---|---|
# | 1 | 1 | 1.5 | 2 - 1.5 + 0.5 = 1 |
# | 2 | 0 | 3 | 0 - 3 + 0.5 = -2.5 |
# | 3 | 0 | 0 | 0 - 0 + 0.5 = 0.5 |


# %% exercise="neuron.net_input_batch"
def net_input_batch(X, weights, bias):
    """Return the net input of each sample of a batch.

    X        one sample a row, shape (m, n)
    weights  one weight for each input, shape (n,)
    bias     one number, the same for every sample
    returns  one number for each sample, shape (m,)

    Example: the table above, np.array([[1, 1.5], [0, 3], [0, 0]]), gives [1, -2.5, 0.5].
    """
    ### BEGIN SOLUTION
    return X @ weights + bias
    ### END SOLUTION


# %% [markdown] covers="N3"
# ## 4. The bias: how ready the neuron is
#
# Look at sample 3 again: both inputs are 0, so no weight can have a say. Still z = 0.5, and that
# is the bias. It lets a neuron respond when nothing comes in, or hold back until much comes in.
#
# You might say that the bias tells how ready the neuron is.

# %% [markdown] covers="N5"
# To see it, the neuron needs a way to say yes or no. The simplest one is the **step function**:
# it gives 1 (the neuron fires) where z is above a **threshold** θ (theta), else 0. Exactly at the
# threshold it gives 0. Most often θ = 0 is used.
#
# A neuron with the threshold 3 and no bias fires at the same inputs as one with the threshold 0
# and the bias -3: w·x > 3 says the same as w·x - 3 > 0. So the bias does the threshold's work.

# %% [markdown]
# The first sliders: drag them. Or, without a mouse: go to one with the Tab key and press the arrows
# (in Jupyter Notebook, Page Up, Page Down, Home or End); or click on its number and type another.

# %% demo=true covers="N3"
widgets.neuron_widget("step")

# %% [markdown] covers="N3"
# **Try** (each point of the left picture is one pair of inputs; the colour is what the neuron
# gives there):
#
# 1. Move only the bias. What happens to the line between yes and no: does it turn, or move?
# 2. Set both inputs to 0. From which bias on does the neuron fire?
# 3. Move only w₁. What happens to the line now? And what if both weights are 0?

# %% [markdown]
# What you saw: the bias moves the line and never turns it. With all inputs 0, z equals b, so the
# neuron fires as soon as b is above 0. The weights turn the line; if all of them are 0, the
# inputs count for nothing, and the bias decides alone.

# %% [markdown] question="neuron.fires_at_zero" covers="N3" points=1
# All inputs are 0, and the activation is a step with the threshold 0. Which neuron fires?
#
# - [ ] a) the one with the largest weights
#   > A weight times 0 is 0, however large it is. Look for what is left of z.
# - [x] b) the one with a bias above 0
#   > Right: z = 0 + b, and the step fires where z is above 0.
# - [ ] c) none: without inputs there is no output
#   > The sum of the products is 0, but z is not the products alone.
# - [ ] d) the one with a bias of exactly 0
#   > Then z = 0, which is not above the threshold: the step gives 0.

# %% [markdown] question="neuron.bias_shifts" covers="N3" points=1 decimals=1
# A neuron with one input has the weight w = 2 and the bias b = -6. Its step has the threshold 0.
# Above which x does it fire?
#
# - [x] 3
#   > Right: 2·x - 6 > 0 means 2·x > 6, so x > 3. The bias moved the jump from 0 to 3.
# - [ ] -3
#   > Mind the sign: 2·x - 6 > 0 means 2·x > 6.
# - [ ] 6
#   > Nearly: 2·x has to be above 6. What does that say for x itself?
# - [ ] 0
#   > That would be right without the bias. It moves the jump.


# %% exercise="neuron.step"
def step(z, threshold=0.0):
    """Return 1 where z is above the threshold, else 0.

    z          one number or an array of any shape
    threshold  one number
    returns    the same shape as z, each number 0 or 1

    Example: step(np.array([-2, 0, 3])) gives [0, 0, 1].
    """
    ### BEGIN SOLUTION
    return np.where(z > threshold, 1.0, 0.0)
    ### END SOLUTION


# %% [markdown] covers="N4"
# ## 5. Activations: what goes out
#
# The function that turns the net input z into the output a is called the **activation function**,
# in short the activation: a = f(z). The step was the first one. It is simple, but abrupt: at
# z = -0.001 it says no and at z = 0.001 yes, and it cannot say "perhaps".
#
# Five others are used today. For each: look, do it by hand, write it. Four come now, and softmax
# in part 8.

# %% [markdown] covers="N6"
# ### Sigmoid: from 0 to 1
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} \qquad e \approx 2.718$$
#
# It squashes every z into a number between 0 and 1, which can be read as a probability: "the
# neuron is 88 % sure". By hand:
#
# - z = 0: e⁰ = 1, so σ = 1 / (1 + 1) = **0.5**
# - z = 2: e⁻² ≈ 0.135, so σ ≈ 1 / 1.135 ≈ **0.88**
# - z = -2: e² ≈ 7.389, so σ ≈ 1 / 8.389 ≈ **0.12**

# %% demo=true covers="N6"
_ = plots.plot_activation(activations.sigmoid, title="sigmoid", ylabel="a")

# %% [markdown] covers="N6"
# The curve is an S that rises from 0 to 1 and passes 0.5 at z = 0. Far to the left and right it is
# nearly flat: it **saturates**. There, a change of z hardly changes a.
#
# A trap: for z = -1000 the formula asks for e¹⁰⁰⁰, which is too large for the computer. NumPy makes
# it infinity and prints a warning (an *overflow*). Here 1/infinity = 0 comes out right all the
# same. But the same fraction written as $e^z / (1 + e^z)$ gives infinity/infinity at z = 1000, and
# that is `nan`, "not a number".

# %% [markdown]
# In the exercise the plain formula $1 / (1 + e^{-z})$ is right: `np.exp(...)` is e to the power of
# each number of an array.
#
# If you want it without the warning: take $1 / (1 + e^{-z})$ where z ≥ 0 and $e^z / (1 + e^z)$
# where z < 0. Both hold the same number small = $e^{-|z|}$, which lies between 0 and 1. So the
# answer is 1 / (1 + small) on the right and small / (1 + small) on the left.


# %% exercise="neuron.sigmoid"
def sigmoid(z):
    """Return 1 / (1 + e^-z) for each number of z.

    z        one number or an array of any shape
    returns  the same shape as z, each number from 0 to 1

    Example: sigmoid(np.array([0, 2])) gives about [0.5, 0.88].
    """
    ### BEGIN SOLUTION
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)
    ### END SOLUTION


# %% [markdown] covers="N6"
# This is the function that you wrote, with z on a slider. (If it is not written yet, the picture
# says so; come back later.) For now look at the left picture; the right one comes in part 9.

# %% demo=true covers="N6"
widgets.activation_widget(sigmoid)

# %% [markdown]
# **Try:**
#
# 1. Move z from 0 to 1, then from 6 to 7. In which step does a change more?
# 2. Find the z at which a is about 0.9. What is a at -z, and what do the two sum up to?
# 3. Choose *step* in the menu. Where do the two differ most?

# %% [markdown]
# What you saw: near 0 a changes fast, far away hardly at all. σ(z) and σ(-z) sum up to 1. The
# sigmoid is a soft step: the two differ most near z = 0, where the step jumps.

# %% [markdown] covers="N7"
# ### tanh: from -1 to 1
#
# $$\tanh(z) = \frac{e^z - e^{-z}}{e^z + e^{-z}}$$
#
# This is the *hyperbolic tangent*: the sigmoid's S, stretched, tanh(z) = 2·σ(2z) - 1. By hand, with
# $e^z = 2$ (z ≈ 0.693): (2 - 0.5) / (2 + 0.5) = 1.5 / 2.5 = **0.6**.
#
# In a network the outputs of one **layer** of neurons are the inputs of the next. The layers
# between the inputs and the last layer are called **hidden layers**. The outputs of tanh lie on
# both sides of 0. With such inputs the next layer often learns faster than with those of the
# sigmoid, which are all positive: in hidden layers tanh is the better S.

# %% demo=true covers="N7"
_ = plots.plot_activation(activations.tanh, title="tanh", ylabel="a")

# %% [markdown]
# The S runs from -1 to 1 and passes 0 at z = 0. The formula with $e^z$ gives nan for z = 1000, as
# before. NumPy has a safe version ready; look for its name, or build it from the sigmoid.


# %% exercise="neuron.tanh"
def tanh(z):
    """Return (e^z - e^-z) / (e^z + e^-z) for each number of z.

    z        one number or an array of any shape
    returns  the same shape as z, each number from -1 to 1

    Example: tanh(np.array([0, 0.693])) gives about [0, 0.6].
    """
    ### BEGIN SOLUTION
    return np.tanh(z)
    ### END SOLUTION


# %% demo=true covers="N7"
widgets.activation_widget(tanh)

# %% [markdown]
# **Try:**
#
# 1. Compare z = 2 with z = -2. What do you notice about the two outputs?
# 2. Choose *sigmoid* in the menu and compare again. Which of the two functions is 0 at z = 0?
#
# What you saw: tanh gives opposite numbers for opposite z, and 0 for 0. The sigmoid gives 0.5.

# %% [markdown] covers="N8"
# ### ReLU: nothing, or all of it
#
# relu(z) = max(0, z), the *rectified linear unit*. Negative numbers become 0, positive ones pass
# unchanged: relu(-2) = **0**, relu(0) = **0**, relu(3) = **3**.
#
# It is fast to compute, with no e in it. For positive z it never saturates: the curve keeps
# rising, so that networks with many layers go on learning. (It eases the problem of *vanishing
# gradients*, which lesson 07 explains.) It is the usual choice for hidden layers.

# %% demo=true covers="N8"
_ = plots.plot_activation(activations.relu, title="ReLU", ylabel="a")


# %% exercise="neuron.relu"
def relu(z):
    """Return max(0, z) for each number of z, in a new array.

    z        one number or an array of any shape
    returns  the same shape as z, no number below 0

    Example: relu(np.array([-2, 0, 3])) gives [0, 0, 3].
    """
    ### BEGIN SOLUTION
    return np.maximum(z, 0)
    ### END SOLUTION


# %% demo=true covers="N8"
widgets.activation_widget(relu)

# %% [markdown]
# **Try:**
#
# 1. Move z through the negative side. Does a change at all?
# 2. Now the positive side: is there a z at which the curve gets flat again?
#
# What you saw: left of 0 nothing moves, right of 0 it rises for ever.

# %% [markdown] covers="N9"
# ### Leaky ReLU: a small leak
#
# A ReLU neuron whose z is negative for every sample always gives 0. As the curve is flat there, a
# small change of its weights changes nothing, so it cannot learn its way out: it has "died". Leaky
# ReLU lets a little through:
#
# leaky(z) = max(0.01·z, z), so leaky(-200) = **-2** and leaky(3) = **3**.
#
# The factor 0.01 is its slope on the left. It may be another number between 0 and 1.


# %% exercise="neuron.leaky_relu"
def leaky_relu(z, slope=0.01):
    """Return z where it is positive, else slope * z, in a new array.

    z        one number or an array of any shape
    slope    one number between 0 and 1
    returns  the same shape as z

    Example: leaky_relu(np.array([-200, 0, 3])) gives [-2, 0, 3].
    """
    ### BEGIN SOLUTION
    return np.where(z > 0, z, slope * z)
    ### END SOLUTION


# %% demo=true covers="N9"
widgets.activation_widget(leaky_relu)

# %% [markdown]
# **Try:**
#
# 1. Set z to -8. How far below 0 is a?
# 2. Choose *relu* in the menu. Which of the two outputs still changes when you move z a little on
#    the left side?
#
# What you saw: at z = -8 leaky ReLU gives -0.08. It is small, but it moves with z; that is
# enough to come back to life.

# %% [markdown] question="neuron.dead_neuron" covers="N9" points=1
# A ReLU neuron has the net inputs -3, -0.5 and -7 for the three samples of a data set. What can
# you say about it?
#
# - [ ] a) Its outputs are 3, 0.5 and 7, since ReLU makes every number positive.
#   > That would be the absolute value. ReLU gives 0 for every negative number.
# - [ ] b) It works well: negative outputs are as good as positive ones.
#   > ReLU never gives a negative output.
# - [x] c) It gives 0 for all of them: it is "dead".
#   > Right. A leaky one gives -0.03, -0.005 and -0.07, so it can still tell them apart.
# - [ ] d) It is saturated at 1, so small changes of z no longer count.
#   > ReLU has no upper limit of 1; and on the left side it is flat at 0.

# %% [markdown] covers="N2 N4"
# ## 6. The whole neuron
#
# Now both halves come together: sum, then activation.
#
# $$a = f(w \cdot x + b)$$
#
# By hand, for x = [1, 1.5], w = [2, -1], b = 0.5: z = 1, as above. With ReLU a = 1, with the step
# a = 1, with the sigmoid a = 1 / (1 + e⁻¹) ≈ 1 / 1.368 ≈ **0.73**.

# %% [markdown]
# In Python a function can be an argument like any other. If the argument `activation` is the
# sigmoid, then `activation(z)` calls the sigmoid. So one function of yours can be any neuron:


# %% exercise="neuron.neuron_output"
def neuron_output(x, weights, bias, activation):
    """Return the output a = f(w1*x1 + ... + wn*xn + b) of a neuron for one sample.

    x           the inputs, shape (n,)
    weights     one weight for each input, shape (n,)
    bias        one number
    activation  the function f; it takes z and returns a
    returns     one number

    Example: with x = [1, 1.5], weights = [2, -1], bias = 0.5 and activations.sigmoid: about 0.73.
    """
    ### BEGIN SOLUTION
    z = weights @ x + bias
    return activation(z)
    ### END SOLUTION


# %% demo=true covers="N2 N3 N4"
widgets.neuron_widget("sigmoid")

# %% [markdown]
# **Try:**
#
# 1. Change the activation in the menu. Does the line z = 0 move? What changes instead?
# 2. Make both weights three times as large. Does the border between the colours get sharper or
#    softer?
# 3. Find weights and a bias with which a is above 0.9 in the upper right corner only.

# %% [markdown]
# What you saw: the activation does not touch the line; it decides how the output goes from one
# side to the other. Large weights make z large, and the change sharp. For the corner, make both
# weights positive and the bias clearly negative: w = (3, 3), b = -4, for example.

# %% [markdown] covers="N4"
# ## 7. Why the activation matters
#
# Could we leave f out and just stack sums on sums? Try it by hand. Two neurons feed one:
#
# - first layer: h₁ = 1·x₁ + 2·x₂ + 1 and h₂ = 0·x₁ + 1·x₂ - 1
# - second layer: y = 3·h₁ + 4·h₂ + 5
#
# Put the first into the second: y = 3·(x₁ + 2·x₂ + 1) + 4·(x₂ - 1) + 5 = **3·x₁ + 10·x₂ + 4**.
# One neuron with the weights [3, 10] and the bias 4 does the work of all three.

# %% [markdown] covers="N4"
# With matrices the same is one line. Each row of W holds the weights of one neuron, and in a
# product each row on the left meets each column on the right:
#
# $$W_2 (W_1 x + b_1) + b_2 = (W_2 W_1)\, x + (W_2 b_1 + b_2)$$
#
# $$W_2 W_1 = \begin{pmatrix} 3 & 4 \end{pmatrix} \begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix}
# = \begin{pmatrix} 3 \cdot 1 + 4 \cdot 0 & 3 \cdot 2 + 4 \cdot 1 \end{pmatrix}
# = \begin{pmatrix} 3 & 10 \end{pmatrix}$$
#
# $$W_2 b_1 + b_2 = 3 \cdot 1 + 4 \cdot (-1) + 5 = 4$$

# %% demo=true covers="N4"
print(np.array([[3.0, 4.0]]) @ np.array([[1.0, 2.0], [0.0, 1.0]]))
print(np.array([[3.0, 4.0]]) @ np.array([1.0, -1.0]) + np.array([5.0]))

# %% [markdown] covers="N4"
# So a stack of layers without activations **collapses** into one layer, however high it is. Note
# the order: the layer that acts first stands on the right, next to x. And the first bias passes
# through the second layer's weights too.
#
# A Python function can return two things: `return weight, bias`.


# %% exercise="neuron.collapse_layers"
def collapse_layers(weight1, bias1, weight2, bias2):
    """Return the weights and biases of the one layer that does what two layers do in a row.

    weight1  the first layer's weights, shape (hidden, inputs)
    bias1    the first layer's biases, shape (hidden,)
    weight2  the second layer's weights, shape (outputs, hidden)
    bias2    the second layer's biases, shape (outputs,)
    returns  two arrays: weight, shape (outputs, inputs), and bias, shape (outputs,)

    Example: the two layers above give the weight [[3, 10]] and the bias [4].
    """
    ### BEGIN SOLUTION
    weight = weight2 @ weight1
    bias = weight2 @ bias1 + bias2
    return weight, bias
    ### END SOLUTION


# %% [markdown] question="neuron.collapsed_bias" covers="N4" points=1 decimals=1
# Two layers of one neuron each, without activation: h = 2·x + 1, then y = 3·h - 4. They collapse
# into y = w·x + b. What is b?
#
# - [x] -1
#   > Right: y = 3·(2·x + 1) - 4 = 6·x + 3 - 4 = 6·x - 1.
# - [ ] -3
#   > You added the biases. The first one passes through the second weight: 3·1.
# - [ ] -4
#   > That is the second bias alone. The first layer's bias has a part in it too.
# - [ ] 3
#   > That is the first bias after the second weight. Now the second bias is still missing.
# - [ ] 6
#   > That is the weight w = 3·2. The question asks for the bias.

# %% [markdown] covers="N4"
# Now put a ReLU between the layers: h₁ = relu(x), h₂ = relu(-x), y = h₁ + h₂.
#
# | x | h₁ | h₂ | y |
# |---|---|---|---|
# | -2 | 0 | 2 | 2 |
# | 0 | 0 | 0 | 0 |
# | 2 | 2 | 0 | 2 |
#
# A V! No straight line w·x + b goes down and up again. The bend of the activation makes the stack
# more than one layer. This bend is called **non-linearity**: the output is no longer a plain
# weighted sum of the inputs.

# %% demo=true covers="N4"
_ = plots.plot_activation(
    lambda z: activations.relu(z) + activations.relu(-z),
    title="two ReLU neurons, added up",
    xlabel="x",
    ylabel="y",
)

# %% [markdown] question="neuron.deep_without_f" covers="N4" points=1
# Somebody stacks ten layers of a hundred neurons each, all without an activation. What can this
# network do that a single layer without one cannot?
#
# - [ ] a) It can draw curved borders.
#   > A sum of sums is again a sum: its border is a straight line, as before.
# - [ ] b) It can learn ten times as many patterns.
#   > More numbers are stored, but all of them collapse into one layer's weights and biases.
# - [x] c) Nothing: it is a single layer.
#   > Right: multiply the matrices and one layer is left. Only an activation between the layers
#   > prevents that.
# - [ ] d) It can give probabilities.
#   > Its outputs are plain sums, which may be 7.3 or -50.

# %% [markdown] covers="N10"
# ## 8. Softmax: one answer out of many
#
# Is it a cat, a dog or a bird? Three output neurons give three scores, say z = [2, 1, 0]. We want
# probabilities: positive and with the sum 1. Two steps: make every score positive by $e^z$, then
# divide by the sum.
#
# $$p_i = \frac{e^{z_i}}{e^{z_1} + e^{z_2} + \dots + e^{z_n}}$$
#
# e², e¹, e⁰ ≈ 7.39, 2.72, 1; the sum is 11.11; so p ≈ **[0.67, 0.24, 0.09]**.

# %% demo=true covers="N10"
_ = plots.plot_softmax((2.0, 1.0, 0.0))

# %% [markdown] covers="N10"
# Each bar is a probability; its score stands below it. The scores compete: if one probability
# grows, the others shrink. The largest score gets most, but not everything: that is the "soft" in
# softmax.

# %% [markdown] covers="N10"
# The trap from before is back: e¹⁰⁰⁰ is too large. The way out: subtract the largest score from
# all of them first. [2, 1, 0] becomes [0, -1, -2], whose powers e⁰, e⁻¹, e⁻² ≈ 1, 0.368, 0.135 have
# the sum 1.503. Divided by it they give [0.67, 0.24, 0.09] again, because every number above and
# below the line was divided by the same e².

# %% demo=true covers="N10"
widgets.softmax_widget()

# %% [markdown]
# **Try:**
#
# 1. Raise the score of *bird* only. What happens to the other two probabilities?
# 2. Move *added to all*. Which of the two pictures changes?
# 3. Make all three scores equal. What comes out?
#
# What you saw: one grows, so the others shrink. Adding the same to all changes nothing. Equal
# scores share equally, 1/3 each.

# %% [markdown]
# In a batch each row is a sample and must sum to 1 by itself. NumPy can find the largest number
# of each row: `z.max(axis=-1, keepdims=True)`.
#
# - `axis=-1` means "along the last axis": along each row of a table, and along a plain vector too.
# - `keepdims=True` keeps the answers as a column, so that each row meets its own number in
#   `z - column` or `z / column`.
#
# `z.sum(...)` takes the same two arguments.


# %% exercise="neuron.softmax"
def softmax(z):
    """Return e^z divided by its sum, for one sample or for each row of a batch.

    z        scores, shape (n,) for one sample or (m, n) for a batch, one sample a row
    returns  the same shape; each row is positive and sums to 1, also for scores of 1000

    Example: softmax(np.array([2, 1, 0])) gives about [0.67, 0.24, 0.09].
    """
    ### BEGIN SOLUTION
    powers = np.exp(z - z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
    ### END SOLUTION


# %% [markdown] question="neuron.softmax_shift" covers="N10" points=1
# softmax([2, 1, 0]) is about [0.67, 0.24, 0.09]. What is softmax([102, 101, 100])?
#
# - [x] a) the same
#   > Right: only the differences between the scores count. Adding 100 to all changes nothing.
# - [ ] b) nearly [1, 0, 0], since 102 is so large
#   > Large scores alone do not make it sure; large differences do. The differences are still 1.
# - [ ] c) nearly [0.33, 0.33, 0.33], since the three are now almost equal
#   > 102 is only 1 % more than 101, but softmax looks at the difference, which is still 1.
# - [ ] d) a hundred times as much
#   > Then the sum would not be 1 any more.

# %% [markdown] covers="N12"
# ## 9. The slope of an activation
#
# A network learns by asking of each neuron: "if z grew a little, how much would a grow?" The
# answer is the **derivative** f′(z), the slope of the curve at z.
#
# By hand, for the sigmoid at z = 0: σ(0) = 0.5 and σ(0.1) ≈ 0.52498. So a grew by 0.02498 while z
# grew by 0.1: the slope is about 0.02498 / 0.1 ≈ **0.25**. The smaller the step, the nearer to
# exactly 1/4.

# %% [markdown] covers="N12"
# In the picture each activation is drawn as a full line and its slope as a dashed one:

# %% demo=true covers="N12"
_ = plots.plot_all_activations()

# %% [markdown] covers="N12"
# | f | f′(z) | largest | for large abs(z) |
# |---|---|---|---|
# | step | 0 (no slope at the jump; we take 0) | 0 | 0 |
# | sigmoid | a·(1 - a), with a = σ(z) | 1/4 at z = 0 | nearly 0 |
# | tanh | 1 - a², with a = tanh(z) | 1 at z = 0 | nearly 0 |
# | ReLU | 1 for z > 0, else 0 | 1 | 1 on the right, 0 on the left |
# | leaky ReLU | 1 for z > 0, else 0.01 | 1 | 1 on the right, 0.01 on the left |

# %% [markdown] covers="N12"
# At the corner z = 0 of the two ReLUs there is no single slope: left and right differ. We agree
# on the left one: relu′(0) = 0, and leaky′(0) = 0.01.
#
# Softmax mixes several z, so its slopes fill a whole table. A later lesson comes back to it.

# %% demo=true covers="N12"
widgets.activation_widget()

# %% [markdown]
# **Try** (the right picture shows the slope; the orange line on the left touches the curve):
#
# 1. For the sigmoid: where is the slope largest, and how large? From which z on is it shaded
#    as "flat"?
# 2. Choose tanh. How many times as steep is it at z = 0?
# 3. Choose relu and move z from -8 to 8. How many different slopes do you meet?

# %% [markdown]
# What you saw: the sigmoid's slope is 0.25 at most and below 0.01 from about z = 4.6 on. A
# neuron out there learns next to nothing: it is **saturated**. tanh is four times as steep in the
# middle. ReLU knows two slopes only, 0 and 1.
#
# Now write the four slopes. You may use `activations.sigmoid` and `activations.tanh`.


# %% exercise="neuron.sigmoid_derivative"
def sigmoid_derivative(z):
    """Return the slope of the sigmoid at each z: a * (1 - a) with a = sigmoid(z).

    z        one number or an array of any shape
    returns  the same shape as z

    Example: at z = 0, a is 0.5, so the slope is 0.25.
    """
    ### BEGIN SOLUTION
    a = activations.sigmoid(z)
    return a * (1 - a)
    ### END SOLUTION


# %% exercise="neuron.tanh_derivative"
def tanh_derivative(z):
    """Return the slope of tanh at each z: 1 - a squared, with a = tanh(z).

    z        one number or an array of any shape
    returns  the same shape as z

    Example: where tanh(z) is 0.6, the slope is 1 - 0.36 = 0.64.
    """
    ### BEGIN SOLUTION
    a = activations.tanh(z)
    return 1 - a**2
    ### END SOLUTION


# %% exercise="neuron.relu_derivative"
def relu_derivative(z):
    """Return the slope of ReLU at each z: 1 where z is positive, else 0.

    z        one number or an array of any shape
    returns  the same shape as z, each number 0 or 1

    Example: relu_derivative(np.array([-2, 0, 3])) gives [0, 0, 1].
    """
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, 0.0)
    ### END SOLUTION


# %% exercise="neuron.leaky_relu_derivative"
def leaky_relu_derivative(z, slope=0.01):
    """Return the slope of leaky ReLU at each z: 1 where z is positive, else `slope`.

    z        one number or an array of any shape
    slope    one number between 0 and 1
    returns  the same shape as z

    Example: leaky_relu_derivative(np.array([-2, 0, 3])) gives [0.01, 0.01, 1].
    """
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, slope)
    ### END SOLUTION


# %% [markdown]
# Your functions, seen together: on the left the sigmoid that you wrote, on the right the slope
# that you wrote. Does the orange line touch the curve everywhere?

# %% demo=true covers="N12"
widgets.activation_widget(sigmoid, sigmoid_derivative)

# %% [markdown] covers="N11"
# ## 10. Which activation where
#
# | place in the network | the answer should be | activation |
# |---|---|---|
# | hidden layers | a useful pattern, quickly worked out | ReLU |
# | output, yes or no | one probability | sigmoid |
# | output, one of many classes | probabilities with the sum 1 | softmax |
# | output, a quantity (regression) | any number | none: the identity, a = z |
#
# If ReLU neurons die, try leaky ReLU; if you want a smooth S in a hidden layer, tanh.

# %% [markdown]
# ## Summary
#
# - Inspired by nerve cells, no copy of them: inputs, weights (the synapses), a sum, an output.
# - A neuron sums up its inputs with weights, adds its bias, and applies an activation:
#   a = f(w·x + b). For a batch the net inputs are z = X w + b.
# - Weights turn the line between yes and no, the bias moves it.
# - Without activations, layers collapse into one.
# - Sigmoid and tanh saturate: far from 0 their slope is nearly 0. ReLU does not, for positive z.
# - Softmax turns scores into probabilities; subtract the maximum first.
# - Hidden layers: ReLU. Output: sigmoid (yes or no), softmax (many classes), identity (quantity).

# %% [markdown]
# ## Control questions
#
# Answer without looking back; then look back.

# %% [markdown] question="neuron.hidden_activation" covers="N11" points=1
# You build a network with three hidden layers and have no special wishes. Which activation do
# you try first in the hidden layers?
#
# - [x] a) ReLU
#   > Right: fast, and it does not saturate for positive z.
# - [ ] b) softmax
#   > Softmax makes probabilities that sum to 1. That is wanted at the output, not inside.
# - [ ] c) the identity, a = z
#   > Then the hidden layers collapse into one.
# - [ ] d) step
#   > Its slope is 0 everywhere, so the network cannot learn by slopes.

# %% [markdown] question="neuron.binary_output" covers="N11" points=1
# A network tells whether a mail is spam. Which activation does its one output neuron get?
#
# - [ ] a) ReLU
#   > ReLU can give 7.3, which is no probability.
# - [x] b) sigmoid
#   > Right: one number from 0 to 1, the probability of spam.
# - [ ] c) softmax
#   > With a single output neuron softmax is always 1: it has nothing to compare with.
# - [ ] d) tanh
#   > tanh can be negative, and a probability cannot.

# %% [markdown] question="neuron.many_classes" covers="N11" points=1
# Which activation belongs in the output layer of a network that tells cats, dogs and birds
# apart?
#
# - [ ] a) ReLU
#   > ReLU can give 7.3 for a cat; probabilities lie between 0 and 1 and sum to 1.
# - [ ] b) a sigmoid for each of the three
#   > Then cat could get 0.9 and dog 0.8 at once. Exactly one is right, so the sum must be 1.
# - [x] c) softmax
#   > Right: three probabilities that sum to 1.
# - [ ] d) the identity
#   > Plain scores are no probabilities: they may be negative and need not sum to 1.

# %% [markdown] question="neuron.regression_output" covers="N11" points=1
# A network predicts tomorrow's temperature in degrees Celsius. What does its output neuron use?
#
# - [ ] a) the sigmoid
#   > Then it could never be warmer than 1 degree.
# - [ ] b) ReLU
#   > Then it could never freeze: ReLU gives nothing below 0.
# - [ ] c) the hyperbolic tangent
#   > Then the forecast would stay between -1 and 1 degree.
# - [x] d) the identity
#   > Right: a quantity may be any number, so z goes out as it is.

# %% [markdown] question="neuron.sigmoid_slope" covers="N12 N6" points=1 decimals=2
# For some z the sigmoid gives a = 0.9. How large is its slope there?
#
# - [x] 0.09
#   > Right: 0.9·(1 - 0.9) = 0.9·0.1 = 0.09.
# - [ ] 0.19
#   > That is 1 - a², the rule of tanh. The sigmoid's is a·(1 - a).
# - [ ] 0.1
#   > That is 1 - a alone. Multiply it by a.
# - [ ] 0.25
#   > That is the slope at z = 0, where a = 0.5.

# %% [markdown] question="neuron.saturated" covers="N6 N12" points=1
# A sigmoid neuron has z = 20. What does that mean for its learning?
#
# - [ ] a) It learns fast, since z is large.
#   > What counts is how steep the curve is at z, not how large z is.
# - [ ] b) It learns as fast as at z = 0.
#   > At z = 0 the slope is 0.25, at z = 20 about 0.000000002.
# - [ ] c) It cannot learn: e²⁰ is too large to be computed.
#   > e²⁰ is about 485 million, which a computer holds with ease.
# - [x] d) It hardly learns: the curve is flat.
#   > Right: it is saturated. A small change of z changes a by next to nothing.

# %% [markdown] written="neuron.compare" covers="N1" points=4
# Compare a biological neuron with an artificial one in five to eight sentences. Name at least
# three parts that play like roles, say how each of the two learns, and name two ways in which the
# artificial neuron is *not* like the biological one.
#
# > Rubric
# >
# > - 1.5 points: three pairs of parts with like roles (0.5 each): dendrites and inputs, synapses
# >   and weights, soma and sum, threshold and bias or activation, axon and output.
# > - 1 point: how each learns (0.5 each): the strength of synapses changes; the numbers of the
# >   weights and the bias are updated.
# > - 1 point: two true differences (0.5 each): pulses over time against one number; chemistry
# >   against arithmetic; thousands of kinds of cells against one formula; energy, speed, growth.
# > - 0.5 points: says that the artificial neuron is inspired by the biological one, not a copy.
# >
# > Model answer: A nerve cell receives signals through its dendrites; an artificial neuron has
# > inputs. How strongly a signal counts is set by the synapse in the one and by the weight in the
# > other. The soma gathers what comes in, as the sum z does. The cell fires along its axon when a
# > threshold is passed; the artificial neuron applies an activation and gives one number. The
# > cell learns by making synapses stronger or weaker, the artificial one by updating its weights
# > and its bias. They differ in kind: a cell sends electrical pulses over time and passes them on
# > by chemistry, while the artificial one only computes a formula. It is inspired by the brain and
# > no copy of it.

# %% [markdown]
# ## Where to read on
#
# - W. S. McCulloch and W. Pitts, *A logical calculus of the ideas immanent in nervous activity*,
#   1943: the first artificial neuron.
# - F. Rosenblatt, *The perceptron: a probabilistic model for information storage and organization
#   in the brain*, 1958: the neuron that learns. Lesson 02 builds it.
# - M. Nielsen, *Neural Networks and Deep Learning*, 2015, chapter 1.
# - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, 2016, chapter 6.

# %% demo=true
progress()
