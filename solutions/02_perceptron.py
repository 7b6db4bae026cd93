# %% [markdown]
# # Lesson 02: The perceptron, a neuron that learns
#
# In lesson 01 a neuron computed an output from weights that somebody had chosen. Here nobody
# chooses: the neuron makes mistakes, and from each mistake it corrects its own weights.
#
# **Time:** about two hours. **You need:** lesson 01 (net input, bias, step function).

# %% [markdown]
# ## What you will be able to do
#
# - say what a perceptron decides, and what it needs to learn from;
# - compute its prediction, and the line on which it changes its mind;
# - correct its weights by hand after a mistake, and write the rule in three lines of Python;
# - train it on AND, OR, NAND and NOT until it makes no more mistakes;
# - say when training must end, and what a perceptron lacks compared with a larger network.

# %% provided="imports"
import matplotlib.pyplot as plt
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import data, gates, perceptron, plots, widgets

# %% [markdown]
# `perceptron` is the library's own perceptron. Where an exercise needs an earlier result, you may
# call the library (`perceptron.predict`), so you can go on even if one exercise stays open.

# %% [markdown] covers="P1"
# ## 1. 1957: a machine that learns from its mistakes
#
# Frank Rosenblatt, a psychologist in Buffalo (New York), wanted a machine that is not programmed
# but taught. In 1957 he described the **perceptron**: one artificial neuron with a learning rule.
# In 1958 a computer that filled a room was shown cards with a mark on the left or on the right.
# After about fifty cards it could tell them apart, and nobody had told it how.
#
# Later he built the perceptron as a machine of its own: 400 light cells for eyes, and motors that
# turned knobs, the weights.

# %% [markdown] covers="P1"
# ## 2. What it decides, and what it learns from
#
# A perceptron answers one **yes/no question**: spam or not? ripe or unripe? Its answer is 1 or 0,
# so we call it a **binary classifier**. It is **linear**: on one side of a straight line it says
# 1, on the other 0.
#
# It learns from examples with answers. Each sample is an input $x$ with its right answer, the
# **target** $t$. Learning from inputs with their targets is called **supervised learning**.

# %% demo=true covers="P1 P6"
X, targets, weights, bias = data.linearly_separable(40, rng=np.random.default_rng(4), margin=0.1)
picture = plots.plot_decision_boundary(
    lambda points: perceptron.predict(points, weights, bias),
    X,
    targets,
    labels=("t = 0", "t = 1"),
    title="A perceptron's whole knowledge: one straight line",
)

# %% [markdown]
# Each point is a sample with two inputs; its colour and shape are its target. The two areas
# show what this perceptron answers. Its line is right for every point. How does one find such a
# line without looking at the picture? That is the subject of this lesson.

# %% [markdown] question="perceptron.task" covers="P1" points=1
# Which of these tasks is one for a single perceptron?
#
# - [ ] a) Say what a flat will cost.
#   > A price can be any number. A perceptron answers only 0 or 1.
# - [ ] b) Say which of the ten digits 0 to 9 is in a photo.
#   > There are ten possible answers. One perceptron chooses between two.
# - [x] c) Say whether a banknote is real or forged.
#   > Right: two possible answers, so it is a yes/no question.
# - [ ] d) Write a melody that sounds like Bach.
#   > A melody is no answer to a yes/no question; a perceptron can only say 0 or 1.

# %% [markdown] question="perceptron.supervised" covers="P1" points=1
# What makes the learning of a perceptron *supervised*?
#
# - [x] a) Each sample comes with its right answer.
#   > Right: the target t stands beside the input x, and the prediction is compared with it.
# - [ ] b) Somebody watches the training and stops it in time.
#   > Nobody needs to watch. The supervision lies in the targets that come with the samples.
# - [ ] c) Somebody sets the weights by hand, with care.
#   > Then nothing would be learnt. The perceptron finds its weights itself, from the targets.
# - [ ] d) The samples are shown in a fixed order.
#   > The order may be fixed or not. What matters is that each sample has its target.

# %% [markdown] covers="P2"
# ## 3. The prediction
#
# You know both halves from lesson 01: the net input $z = w \cdot x + b$ and the step function.
# Together they are the perceptron's prediction:
#
# $$y = \mathrm{step}(w \cdot x + b)$$
#
# It is 1 if $z$ is **above** 0. If $z$ is exactly 0, it is 0.

# %% [markdown] covers="P2"
# **Shall I take the umbrella?** $x_1$: are there dark clouds? $x_2$: does the radio say rain?
# We trust the radio more: $w = (0.4, 0.6)$, and $b = -0.5$ means "no umbrella without a reason".
#
# | x₁ clouds | x₂ radio | z = 0.4·x₁ + 0.6·x₂ - 0.5 | y |
# |---|---|---|---|
# | 0 | 0 | 0 + 0 - 0.5 = -0.5 | 0 |
# | 1 | 0 | 0.4 + 0 - 0.5 = -0.1 | 0 |
# | 0 | 1 | 0 + 0.6 - 0.5 = 0.1 | 1 |
# | 1 | 1 | 0.4 + 0.6 - 0.5 = 0.5 | 1 |

# %% [markdown] question="perceptron.ones" covers="P2" points=1 decimals=0
# A perceptron has $w = (1, 1)$ and $b = -1$. We write 01 for the input (0, 1). To how many of the
# four inputs 00, 01, 10 and 11 does it answer 1?
#
# - [x] 1
#   > Right: z is -1, 0, 0 and 1. Only the last one is above 0.
# - [ ] 3
#   > For 01 and 10 the net input is exactly 0, and step(0) = 0.
# - [ ] 0
#   > For 11 the net input is 1 + 1 - 1 = 1, which is above 0.
# - [ ] 2
#   > 01 and 10 have the same net input, 0, so they get the same answer as each other: 0.

# %% [markdown]
# ### Exercise: predict
#
# Write the prediction. It should work for one sample and for a batch, where each row of `x` is a
# sample. The product `x @ weights` works for both, as you saw in lesson 01.


# %% exercise="perceptron.predict"
def predict(x, weights, bias):
    """Return 1 where w·x + b is above 0, else 0.

    x        one sample, shape (n,), or a batch with one sample a row, shape (m, n)
    weights  one weight for each input, shape (n,)
    bias     one number
    returns  0 or 1: one number for one sample, shape (m,) for a batch

    Example: with weights [1, 1] and bias -1.5, the batch [[0, 1], [1, 1]] gives [0, 1].
    """
    ### BEGIN SOLUTION
    z = x @ weights + bias
    return np.where(z > 0, 1, 0)
    ### END SOLUTION


# %% [markdown] covers="P6"
# ## 4. Four little questions: AND, OR, NAND, NOT
#
# The smallest yes/no questions are **logic gates**. Their inputs are 0 or 1, and so is the answer.
# The list of all inputs with their answers is the gate's *truth table*:
#
# | x₁ | x₂ | AND: both? | OR: at least one? | NAND: not both? |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 0 | 1 |
# | 0 | 1 | 0 | 1 | 1 |
# | 1 | 0 | 0 | 1 | 1 |
# | 1 | 1 | 1 | 1 | 0 |
#
# NOT has a single input and turns it round: 0 becomes 1, and 1 becomes 0.

# %% demo=true covers="P6"
figure, axes = plt.subplots(1, 3, figsize=(12, 3.8), layout="constrained")
for gate, ax in zip(("and", "or", "nand"), axes, strict=True):
    plots.plot_points(*gates.truth_table(gate), ax=ax, labels=("0", "1"), title=gate.upper())

# %% [markdown] covers="P6"
# Each picture shows the four inputs as points, with x₁ to the right and x₂ upwards; zeros and ones
# have different marks. In each you can lay a straight line between the two kinds. So a perceptron
# can be each of these gates. Let us find OR by hand, with both weights 1:
#
# - 00 gives $w \cdot x = 0$ and must stay at 0, so $0 + b$ must not be above 0;
# - 01 and 10 give $1$ and must fire, so $1 + b$ must be above 0.
#
# Any bias above -1 and up to 0 will do. We take the middle, $b = -0.5$. Then 11 gives
# $2 - 0.5 = 1.5$, which is above 0 too, as it should be.

# %% [markdown]
# ### Exercise: weights by hand
#
# Find weights and a bias for each of the four gates, on paper. Your function gets the name of a
# gate, takes your weights for it (`if gate == "and": …`) and returns what the neuron answers to
# each row of `X`. Many weights are right; what counts are the answers.


# %% exercise="perceptron.gate_output"
def gate_output(gate, X):
    """Return what one neuron with your own weights answers to each row of X.

    gate     one of the texts "and", "or", "nand", "not"
    X        one input a row, in any order and number: shape (m, 2), for "not" (m, 1)
    returns  0 or 1 for each row, shape (m,)

    Example: gate "and" with X = [[0, 1], [1, 1]] gives [0, 1].
    """
    ### BEGIN SOLUTION
    if gate == "and":
        weights, bias = np.array([1, 1]), -1.5
    elif gate == "or":
        weights, bias = np.array([1, 1]), -0.5
    elif gate == "nand":
        weights, bias = np.array([-1, -1]), 1.5
    else:
        weights, bias = np.array([-1]), 0.5
    return perceptron.predict(X, weights, bias)
    ### END SOLUTION


# %% [markdown] covers="P6"
# ## 5. The decision line
#
# Where does the perceptron change its mind? Where its net input is 0:
#
# $$w_1 x_1 + w_2 x_2 + b = 0$$
#
# That is a straight line. To draw it, we want it in the form that you know from school:
# $x_2 = \text{slope} \cdot x_1 + \text{intercept}$. For AND with $w = (1, 1)$ and $b = -1.5$:
# $x_1 + x_2 - 1.5 = 0$, so $x_2 = -1 \cdot x_1 + 1.5$. The slope is -1, the intercept 1.5.

# %% [markdown]
# ### Exercise: slope and intercept
#
# Solve the equation above for $x_2$ on paper, with letters instead of numbers. Then write the two
# numbers as code. (With $w_2 = 0$ the line is upright and has no slope; no check does that.)


# %% exercise="perceptron.boundary_line"
def boundary_line(weights, bias):
    """Return (slope, intercept) of the line w1·x1 + w2·x2 + b = 0, seen as x2 over x1.

    weights  w1 and w2, shape (2,); w2 is not 0
    bias     one number
    returns  two numbers: the slope and the intercept

    Example: weights [4, -2] and bias 1 give the slope 2 and the intercept 0.5.
    """
    ### BEGIN SOLUTION
    slope = -weights[0] / weights[1]
    intercept = -bias / weights[1]
    return slope, intercept
    ### END SOLUTION


# %% demo=true covers="P6"
figure, axes = plt.subplots(1, 3, figsize=(12, 3.8), layout="constrained")
for gate, ax in zip(("and", "or", "nand"), axes, strict=True):
    plots.plot_points(*gates.truth_table(gate), ax=ax, labels=("0", "1"), title=gate.upper())
    plots.plot_line(*gates.gate_weights(gate), ax=ax)

# %% [markdown] covers="P6"
# The arrow points to the side where the neuron fires. AND and NAND have the *same* line but fire on
# opposite sides: all their signs are turned. OR's line runs parallel to AND's, moved by the bias.

# %% [markdown] covers="P3"
# ## 6. Learning: four cycles
#
# By hand this worked for four points. A machine needs a recipe that works for any number of them.
# It goes round and round through four steps, called the four *cycles* of learning:
#
# 1. **Input:** take a sample $x$.
# 2. **Prediction:** compute $y = \mathrm{step}(w \cdot x + b)$.
# 3. **Comparison:** compute the error $e = t - y$.
# 4. **Update:** correct the weights and the bias. Then take the next sample.

# %% [markdown]
# Watch it first. The ring marks the sample whose turn it is, the dotted line is the line before
# the step. The learning rate η is explained below. **Try:**
#
# 1. Press *Forward* slowly, six or seven times, and read the words under the picture. After which
#    steps does the line stay where it is?
# 2. When it moves: is the sample with the ring then on its right side, or at least nearer to it?

# %% demo=true covers="P3 P4"
widgets.perceptron_widget("or")

# %% [markdown] covers="P3"
# What you saw: after a right prediction nothing moves. After a mistake the line moves so that it
# suits the sample with the ring better.
#
# ### The perceptron learning rule
#
# $$w_i \leftarrow w_i + \eta\,(t - y)\,x_i \qquad\qquad b \leftarrow b + \eta\,(t - y)$$
#
# The arrow means "becomes". $\eta$ (eta) is the **learning rate**, the size of the step: with a
# small one, each mistake corrects a little; with a large one, a lot. Each weight is corrected in
# proportion to *its own* input. The bias has no input of its own, so it moves by $\eta\,(t - y)$.

# %% [markdown] covers="P4"
# Only three things can happen:
#
# | target t | prediction y | error t - y | what it means | weights |
# |---|---|---|---|---|
# | 1 | 0 | 1 | should have fired | **rise** by η·x, so z grows |
# | 0 | 1 | -1 | should have kept quiet | **fall** by η·x, so z shrinks |
# | 0 or 1 | the same | 0 | right | **stay** as they are |
#
# For a positive input its weight rises or falls as the table says; for a negative input it moves
# the other way.

# %% [markdown] covers="P3 P4"
# **By hand.** $w = (0.2, -0.4)$, $b = 0.1$, $\eta = 0.5$. The sample is $x = (1, 2)$ with $t = 1$.
#
# - Prediction: $z = 0.2 \cdot 1 - 0.4 \cdot 2 + 0.1 = -0.5$, so $y = 0$.
# - Comparison: $e = 1 - 0 = 1$. It should have fired.
# - Update: $w_1 = 0.2 + 0.5 \cdot 1 \cdot 1 = 0.7$, $\;w_2 = -0.4 + 0.5 \cdot 1 \cdot 2 = 0.6$,
#   $\;b = 0.1 + 0.5 \cdot 1 = 0.6$.
#
# Ask it again: $z = 0.7 \cdot 1 + 0.6 \cdot 2 + 0.6 = 2.5$, so $y = 1$. It has learnt this sample.

# %% [markdown]
# Now you. A perceptron has $w = (0.5, -0.2)$, $b = 0.1$ and $\eta = 0.5$. It meets the sample
# $x = (1, 2)$ with the target $t = 0$. Do one update on paper; two questions ask for the result.

# %% [markdown] question="perceptron.new_weight" covers="P3 P4" points=1 decimals=1
# What is $w_2$ after the update?
#
# - [x] -1.2
#   > Right: z = 0.5 - 0.4 + 0.1 = 0.2, y = 1, e = -1, and -0.2 + 0.5·(-1)·2 = -1.2.
# - [ ] 0.8
#   > You went the wrong way: t - y is 0 - 1 = -1, so the weight falls.
# - [ ] -2.2
#   > You left the learning rate out: the step is 0.5·(-1)·2 = -1.
# - [ ] -0.7
#   > You left the input out: the step is 0.5·(-1)·2, and x₂ is 2.
# - [ ] -0.2
#   > That is the old weight. z = 0.2 is above 0, so y = 1, but t = 0: a mistake.

# %% [markdown] question="perceptron.new_bias" covers="P3" points=1 decimals=1
# And what is the bias after the update?
#
# - [x] -0.4
#   > Right: 0.1 + 0.5·(-1) = -0.4.
# - [ ] 0.6
#   > You went the wrong way: t - y is 0 - 1 = -1, so the bias falls.
# - [ ] -0.9
#   > You left the learning rate out: the step is 0.5·(-1) = -0.5.
# - [ ] 0.1
#   > The bias learns too: after a mistake it moves by η(t - y).
# - [ ] -1.4
#   > You multiplied by inputs. The bias has no input: its step is 0.5·(-1) = -0.5.

# %% [markdown] question="perceptron.missed" covers="P4" points=1
# A perceptron meets $x = (2, -1)$ with $t = 1$ and predicts $y = 0$. What becomes of its weights?
#
# - [ ] a) Both rise.
#   > The correction is η·e·x, and x₂ is negative: w₂ falls. That raises z too, for -1·w₂ grows.
# - [ ] b) Both rise by the same amount.
#   > Each weight moves in proportion to its own input; 2 and -1 give different steps.
# - [x] c) w₁ rises and w₂ falls.
#   > Right: with e = 1 the steps are η·2 and η·(-1). Both make z larger for this sample.
# - [ ] d) Only the bias changes.
#   > The bias moves, and every weight whose input is not 0 moves with it.

# %% [markdown] question="perceptron.silent_input" covers="P4" points=1
# A perceptron makes a mistake on a sample with $x_2 = 0$. What happens to $w_2$, and why?
#
# - [ ] a) It falls, because there was a mistake.
#   > The step is η·e·x₂, and x₂ = 0 makes it 0.
# - [x] b) It stays, because this input had no part in the mistake.
#   > Right: w₂·0 added nothing to z, and the step η·e·0 is 0.
# - [ ] c) It becomes 0, because the input x₂ that belongs to it is 0.
#   > The *step* is 0. The weight keeps its old value.
# - [ ] d) It moves by η·e, as the bias does.
#   > Only the bias moves by η·e. A weight's step is multiplied by its own input.

# %% [markdown]
# ### Exercise: one update
#
# Go once through the four cycles, for one sample. Return the new weights and the new bias. Leave
# the array `weights` itself as it was: `weights + …` builds a new one, `weights += …` changes the
# old one.


# %% exercise="perceptron.update_weights"
def update_weights(weights, bias, x, target, learning_rate):
    """Return (weights, bias) after learning from one sample.

    weights        the old weights, shape (n,)
    bias           the old bias, one number
    x              one sample, shape (n,)
    target         0 or 1
    learning_rate  one number above 0
    returns        two things: the new weights, shape (n,), and the new bias

    Example: weights [0, 0], bias 0, x = [1, 2], target 1 and learning_rate 0.5 give the new
    weights [0.5, 1] and the new bias 0.5.
    """
    ### BEGIN SOLUTION
    error = target - perceptron.predict(x, weights, bias)
    new_weights = weights + learning_rate * error * x
    new_bias = bias + learning_rate * error
    return new_weights, new_bias
    ### END SOLUTION


# %% [markdown]
# Here is the picture from before, now driven by **your** rule. **Try:**
#
# 1. Go forward until no mistakes are left. How many epochs does it take?
# 2. Turn a sign in your function and run both cells again. What does the line do now? (Turn the
#    sign back afterwards.)

# %% demo=true covers="P3"
widgets.perceptron_widget("or", update=update_weights)

# %% [markdown] covers="P5"
# ## 7. A whole epoch by hand
#
# One visit to every sample is called an **epoch**; to run epoch after epoch is to **train** the
# perceptron. Let us train it on OR, from $w = (0, 0)$, $b = 0$ with $\eta = 1$. Each row begins
# with the weights that the row above ended with.
#
# | epoch 1: x | t | z | y | e | new w | new b |
# |---|---|---|---|---|---|---|
# | (0, 0) | 0 | 0·0 + 0·0 + 0 = 0 | 0 | 0 | (0, 0) | 0 |
# | (0, 1) | 1 | 0·0 + 0·1 + 0 = 0 | 0 | 1 | (0, 1) | 1 |
# | (1, 0) | 1 | 0·1 + 1·0 + 1 = 1 | 1 | 0 | (0, 1) | 1 |
# | (1, 1) | 1 | 0·1 + 1·1 + 1 = 2 | 1 | 0 | (0, 1) | 1 |

# %% [markdown] covers="P5"
# One mistake. Is OR learnt? No: with $b = 1$ the perceptron now fires for 00 too. So once more:
#
# | epoch 2: x | t | z | y | e | new w | new b |
# |---|---|---|---|---|---|---|
# | (0, 0) | 0 | 0·0 + 1·0 + 1 = 1 | 1 | -1 | (0, 1) | 0 |
# | (0, 1) | 1 | 0·0 + 1·1 + 0 = 1 | 1 | 0 | (0, 1) | 0 |
# | (1, 0) | 1 | 0·1 + 1·0 + 0 = 0 | 0 | 1 | (1, 1) | 1 |
# | (1, 1) | 1 | 1·1 + 1·1 + 1 = 3 | 1 | 0 | (1, 1) | 1 |
#
# Two mistakes, more than before. Look at 10: it was right in epoch 1 and is wrong now, because
# learning 00 lowered the bias. Samples pull in different directions until a line suits them all.

# %% [markdown] question="perceptron.third_epoch" covers="P3 P5" points=1 decimals=0
# Do epoch 3 on paper, beginning with $w = (1, 1)$ and $b = 1$. What is the bias at its end?
#
# - [x] 0
#   > Right: 00 has z = 1, so y = 1 and e = -1; the bias falls to 0, and the rest is right.
# - [ ] 1
#   > 00 has z = 1 and so y = 1, but t = 0. That is a mistake, and the bias learns from it.
# - [ ] 2
#   > 00 is a mistake with e = 0 - 1 = -1: the bias falls.
# - [ ] -1
#   > After the first row b = 0, and then 01 and 10 have z = 1: right, so nothing more changes.

# %% [markdown] question="perceptron.rising_mistakes" covers="P5" points=1
# From epoch 1 to epoch 2 the mistakes rose from 1 to 2. What does that say?
#
# - [ ] a) The learning rule has an error; mistakes must fall in every epoch.
#   > They need not. A correction for one sample can spoil another for a while.
# - [ ] b) Training should stop here and keep the weights of epoch 1.
#   > With those weights 00 is still wrong. Two epochs later there is no mistake left.
# - [x] c) Nothing bad; it happens while it learns.
#   > Right: correcting one sample can spoil another for a while.
# - [ ] d) OR cannot be learnt by a perceptron.
#   > It can: a line separates its points, and two epochs later it is found.

# %% [markdown]
# ### Exercise: count the mistakes
#
# Before we train, we need to know how good a line is. Count the samples for which prediction and
# target differ. The weights do not change here.


# %% exercise="perceptron.count_mistakes"
def count_mistakes(X, targets, weights, bias):
    """Return how many samples are predicted wrong.

    X        one sample a row, shape (m, n)
    targets  0 or 1 for each sample, shape (m,)
    weights  shape (n,)
    bias     one number
    returns  one whole number from 0 to m

    Example: weights [1, 1] and bias -1.5 on the samples of OR give 2 mistakes, 01 and 10.
    """
    ### BEGIN SOLUTION
    return np.sum(perceptron.predict(X, weights, bias) != targets)
    ### END SOLUTION


# %% [markdown]
# ### Exercise: one epoch
#
# Now the table from above as code. Visit the rows of `X` in order. At each one: predict, count it
# if it is a mistake, then update. The next sample meets the **new** weights. Use
# `perceptron.predict` and `perceptron.update_weights`. `zip(X, targets)` walks through both.


# %% exercise="perceptron.train_epoch"
def train_epoch(X, targets, weights, bias, learning_rate):
    """Return (weights, bias, mistakes) after one visit to every sample, in order.

    X              one sample a row, shape (m, n)
    targets        0 or 1 for each sample, shape (m,)
    weights, bias  those from before the epoch: shape (n,), and one number
    learning_rate  one number above 0
    returns        three things: the weights and the bias after the epoch, and how many samples
                   were a mistake when their turn came, before their update

    Example: OR from weights [0, 0] and bias 0 with learning_rate 1 gives the weights [0, 1],
    the bias 1 and 1 mistake, as in the first table.
    """
    ### BEGIN SOLUTION
    mistakes = 0
    for x, target in zip(X, targets, strict=True):
        if perceptron.predict(x, weights, bias) != target:
            mistakes += 1
        weights, bias = perceptron.update_weights(weights, bias, x, target, learning_rate)
    return weights, bias, mistakes
    ### END SOLUTION


# %% [markdown] covers="P5"
# ## 8. Step by step through many epochs
#
# The same picture again, now on AND and some steps ahead. Here the weights do not begin at 0 but at
# other numbers. **Try:**
#
# 1. Press *Play*. The bars on the right count the mistakes of each epoch. Do they only fall?
# 2. Set the learning rate to 1, then to 0.1, and go through both. What changes about the jumps?
# 3. Choose OR. Does training end with the same line that you found by hand? Must it?

# %% demo=true covers="P3 P5 P6"
widgets.perceptron_widget("and", step=12)

# %% [markdown]
# What you saw: the mistakes may rise for a while before they end. A large learning rate makes large
# jumps. The line at the end need not be the one that you found by hand: many lines separate OR.

# %% [markdown] question="perceptron.still_line" covers="P3 P4" points=1
# In some steps of the widget the line does not move at all. Why?
#
# - [ ] a) The learning rate is too small to see it.
#   > Not in these steps: the numbers under the picture stay exactly as they were.
# - [ ] b) The step is too fast.
#   > A step is a step. In these the error t - y is 0, so there is nothing to correct.
# - [ ] c) The target of that sample is 0.
#   > A target of 0 moves the line too, if the prediction was 1.
# - [x] d) The prediction was right.
#   > Right: then t - y = 0, and both corrections are 0.

# %% [markdown] covers="P5"
# The widget also learns points that **you** set. The hollow marker shows where the next point would
# come. **Try:**
#
# 1. Press *Play*: the six points can be separated, and the mistakes end.
# 2. Set a point with the target 0 far away, at (-3, -3), with *Add point*. Does the line at the end
#    change much?
# 3. Set a point with the target 1 amid the zeros, at (-1.5, -0.5). Do the mistakes still end?

# %% demo=true covers="P3 P5"
widgets.perceptron_widget("own")

# %% [markdown] question="perceptron.point_amid_zeros" covers="P5" points=1
# With the point of class 1 amid the zeros, the mistakes never end. Why?
#
# - [ ] a) Seven points are too many for two weights and a bias.
#   > A hundred points are learnt as well, as long as a line separates them.
# - [ ] b) The learning rate is too large for this point.
#   > With any rate the line is wrong about some point, and the next mistake moves it.
# - [x] c) No line has all seven on their right sides, so each epoch has a mistake, which moves it.
#   > Right: the rule stops changing only where no mistake is left.
# - [ ] d) The rule learns from the first points only.
#   > It takes all points in turn, in every epoch.

# %% [markdown] covers="P5"
# ## 9. Training
#
# When do we stop? When an epoch passes **without a mistake**: then every sample is right with the
# same weights, and the rule would change nothing any more. In case that never happens, we also set
# a largest number of epochs. A list with the number of mistakes in each epoch tells how it went.

# %% [markdown]
# ### Exercise: train
#
# Begin with zeros. Repeat epochs with `perceptron.train_epoch`, append each epoch's mistakes to a
# list, and stop after the first epoch with 0 mistakes (its 0 belongs in the list) or after
# `num_epochs` epochs.


# %% exercise="perceptron.train"
def train(X, targets, learning_rate, num_epochs):
    """Return (weights, bias, mistakes_per_epoch), trained from zeros.

    X              one sample a row, shape (m, n)
    targets        0 or 1 for each sample, shape (m,)
    learning_rate  one number above 0
    num_epochs     the largest number of epochs
    returns        three things: the weights, shape (n,), the bias, and a list with the number
                   of mistakes in each epoch

    Example: OR with learning_rate 1 and num_epochs 20 gives the weights [1, 1], the bias 0
    and the list [1, 2, 1, 0].
    """
    ### BEGIN SOLUTION
    weights = np.zeros(X.shape[1])
    bias = 0.0
    mistakes_per_epoch = []
    for _ in range(num_epochs):
        weights, bias, mistakes = perceptron.train_epoch(X, targets, weights, bias, learning_rate)
        mistakes_per_epoch.append(mistakes)
        if mistakes == 0:
            break
    return weights, bias, mistakes_per_epoch
    ### END SOLUTION


# %% demo=true covers="P5 P6"
for gate in ("and", "or", "nand", "not"):
    weights, bias, mistakes = perceptron.train(
        *gates.truth_table(gate), learning_rate=1.0, num_epochs=50
    )
    print(f"{gate.upper():5} w = {weights}, b = {bias:g}, mistakes in each epoch: {mistakes}")

# %% [markdown] covers="P5 P6"
# All four gates are learnt, each within six epochs. Compare OR with your table. The weights are
# not those that we chose by hand, and they need not be: many lines separate four points.

# %% demo=true covers="P5 P6"
X, targets = gates.truth_table("and")
history = perceptron.fit(X, targets, learning_rate=1.0, num_epochs=20)
figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.2), layout="constrained")
plots.plot_points(X, targets, ax=left, labels=("t = 0", "t = 1"), title="AND: line by line")
for step in history.steps[7::4]:  # the last step of each epoch, from the second on
    last = step is history.steps[-1]
    plots.plot_line(
        step.weights,
        step.bias,
        ax=left,
        color="black" if last else "grey",
        linestyle="-" if last else ":",
        side_label="fires" if last else "",
    )
_ = plots.plot_mistakes(history.mistakes, ax=right)

# %% [markdown] covers="P5 P6"
# Left: the lines after epochs 2 to 5, dotted, and after epoch 6, in black. (After epoch 1 the line
# is outside the picture.) Right: the mistakes of each epoch. The line wanders, sometimes away from
# where it should be, and then it stands still: no mistake, no correction.
#
# It ends *on* a point: there z = 0, so y = 0, which is right. The rule is content with any line
# that makes no mistake.

# %% [markdown] covers="P5"
# ## 10. Must it end?
#
# We call samples **linearly separable** if some straight line has all the ones on one side and
# all the zeros on the other. For such samples there is a theorem (Novikoff, 1962): the perceptron
# learning rule makes only a limited number of mistakes, and then it has found *a* separating line.
# This is called **convergence**. If no line separates the samples, the mistakes never end.
#
# The theorem also says what makes it hard: a narrow gap between the classes, the ones and the
# zeros. Let us try that with 60 points.

# %% demo=true covers="P5"
figure, axes = plt.subplots(2, 2, figsize=(10, 7), layout="constrained")
for (top, bottom), margin in zip(axes.T, (0.3, 0.02), strict=True):
    X, targets, _, _ = data.linearly_separable(60, rng=np.random.default_rng(1), margin=margin)
    weights, bias, mistakes = perceptron.train(X, targets, learning_rate=0.5, num_epochs=200)
    plots.plot_points(X, targets, ax=top, labels=("t = 0", "t = 1"), title=f"gap of {2 * margin:g}")
    plots.plot_line(weights, bias, ax=top, side_label="")  # no arrow into the crowd of points
    plots.plot_mistakes(mistakes, ax=bottom)

# %% [markdown] covers="P5"
# Above are the points with the line that was found, below the mistakes of each epoch: a wide gap on
# the left, a narrow one on the right. With a wide gap many lines will do, and one is found at once,
# here in 2 epochs. With a narrow one few lines fit, and it takes 11. It ends all the same.

# %% [markdown] question="perceptron.convergence" covers="P5" points=1
# The samples are linearly separable. What does Novikoff's theorem promise?
#
# - [ ] a) The mistakes fall from each epoch to the next.
#   > They may rise for a while, as they did with OR. Only the total number is limited.
# - [x] b) The number of mistakes is limited, and then they end.
#   > Right: from then on every sample is predicted right, and the rule changes nothing any more.
# - [ ] c) The line ends in the middle of the gap between the two classes.
#   > It ends at *some* separating line; it stops as soon as there is no mistake.
# - [ ] d) New samples, never seen before, will be predicted right.
#   > The theorem speaks about the samples of the training only.

# %% [markdown] question="perceptron.half_rate" covers="P3 P5" points=1
# You train OR twice from zeros, with $\eta = 1$ and with $\eta = 0.5$. What differs at the end?
# Try it with `perceptron.train` if you like.
#
# - [ ] a) The time: with η = 0.5 it takes twice as many epochs.
#   > The lists of mistakes are the same. From zeros, η only scales all weights and the bias.
# - [ ] b) The line: with η = 0.5 it is more exact.
#   > Half of w and half of b together give the same line: w·x + b = 0 may be halved.
# - [ ] c) Nothing at all: both runs end with the same numbers.
#   > The decisions and the line are the same, but the weights and the bias are half as large.
# - [x] d) Only the size: weights and bias are half as large.
#   > Right: from zeros every correction is halved, and so is every z. But step(z) asks only
#   > whether z is above 0: the line and the mistakes are the same.

# %% [markdown] covers="P7"
# ## 11. What comes later: the perceptron and the MLP
#
# Networks with several layers of neurons are called **multilayer perceptrons**, or **MLP** for
# short. You will build them from lesson 04 on. For now, this much:
#
# | | perceptron | MLP |
# |---|---|---|
# | layers | one neuron between inputs and answer | several layers, one after the other |
# | activation | step | smooth or bent ones: sigmoid, tanh, ReLU |
# | data | linearly separable | others too: borders may be curved |
# | learning | the error t - y corrects the weights | the error goes back through the layers |

# %% [markdown] question="perceptron.curved_border" covers="P7" points=1
# The ones lie inside a circle, and the zeros all around it. What can be said?
#
# - [ ] a) A perceptron learns it if it gets enough epochs.
#   > No straight line has the inside on one side and the outside on the other, so the mistakes
#   > never end, however many epochs there are.
# - [ ] b) A perceptron learns it with a smaller learning rate.
#   > The learning rate changes the steps, not what a straight line can separate.
# - [x] c) The border is no straight line, so it takes an MLP.
#   > Right: a perceptron draws straight lines only.
# - [ ] d) An MLP cannot learn it either.
#   > With several layers the border may be curved.

# %% [markdown] question="perceptron.mlp_activation" covers="P7" points=1
# Which activations belong to which kind of network?
#
# - [x] a) The perceptron has the step; an MLP has sigmoid, tanh or ReLU.
#   > Right: this is one of the four differences in the table.
# - [ ] b) The perceptron has the sigmoid; an MLP has the step.
#   > It is the other way round: a perceptron decides by the step.
# - [ ] c) Both have the step, but an MLP has it in every one of its layers.
#   > An MLP uses smooth or bent functions instead of the step.
# - [ ] d) Neither has an activation; both only add up.
#   > The perceptron's step is an activation, and without any, layers would collapse into one.

# %% [markdown] question="perceptron.mlp_learning" covers="P7" points=1
# How does learning differ between the two?
#
# - [ ] a) A perceptron learns from targets; an MLP needs none.
#   > Both learn from samples with their targets.
# - [ ] b) A perceptron learns sample by sample; an MLP does not learn.
#   > An MLP learns too, by another way of handing out the error.
# - [ ] c) There is no difference except for the learning rate, which is smaller in an MLP.
#   > Both have a learning rate. What differs is the way that the error takes to the weights.
# - [x] d) A perceptron's error corrects its weights at once; an MLP's goes back by layers.
#   > Right: the inner layers are not next to the answer, so the error must first get there.

# %% [markdown]
# ## Summary
#
# - A perceptron is one neuron with the step function: $y = \mathrm{step}(w \cdot x + b)$.
# - It separates two classes by a straight line, $w \cdot x + b = 0$.
# - It learns from its mistakes alone: $w \leftarrow w + \eta\,(t - y)\,x$ and
#   $b \leftarrow b + \eta\,(t - y)$.
# - An epoch visits every sample once. Training ends with the first epoch without a mistake.
# - If a line separates the samples, training does end (Novikoff). If none does, it never will.

# %% [markdown]
# ## Control questions
#
# Answer without looking back; then look back.
#
# - What is a target?
# - What are the four cycles?
# - What happens to the weights if $t = 1$ and $y = 0$? And if $t = y$?
# - What is an epoch, and when does training end?
#
# The last question is graded by a person; write it in your own words.

# %% [markdown] written="perceptron.compare" covers="P7" points=3
# A friend says: "A perceptron is just a small MLP, so whatever an MLP learns, a perceptron learns
# too; it only takes longer." Explain in three to five sentences what is wrong with this. Name at
# least two differences between the two, and give one set of data for which it matters.
#
# > Rubric
# > 1 point: says that a single perceptron can only separate by a straight line, so no number of
# > epochs helps when no line separates the classes.
# > 1 point: names two differences of these: layers (one neuron, several layers), activation
# > (step; sigmoid, tanh or ReLU), data (linearly separable; others too), learning (error used
# > directly; going back through the layers).
# > 1 point: gives data that no line separates, for example ones inside a circle and zeros around.
# >
# > Model answer: A perceptron draws one straight line. If ones lie in a circle and zeros around
# > it, no line separates them, and the rule goes on making mistakes for ever, however long it
# > runs. An MLP has several layers with activations like ReLU instead of one step, so its border
# > can be curved. It also learns in another way: the error goes back through its layers.

# %% [markdown] covers="P1"
# ## Where to read on
#
# - F. Rosenblatt, *The perceptron: a probabilistic model for information storage and organization
#   in the brain*, Psychological Review 65, 1958: the paper that made the perceptron known.
# - A. Novikoff, *On convergence proofs for perceptrons*, 1962. The theorem from above.
# - M. Minsky and S. Papert, *Perceptrons*, 1969. What a single layer cannot do.
# - M. Nielsen, *Neural Networks and Deep Learning*, 2015, chapter 1. Free online, and friendly.

# %% demo=true
progress()
