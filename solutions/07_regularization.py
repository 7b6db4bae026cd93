# %% [markdown]
# # Lesson 07: Regularization, or learning what holds for new data
#
# A network can answer every training sample rightly and still be of no use: it has learnt them by
# heart. This lesson makes that visible, and gives you the tools against it. It ends with those
# that keep a deep network able to learn at all: good first weights and batch normalization.
#
# **Time:** about two and a half hours; after section 4 is a good place for a break. **You need:**
# lessons 04 (forward pass, loss), 05 (backpropagation) and 06 (optimizers).

# %% [markdown]
# ## What you will be able to do
#
# - recognise overfitting from two curves, and say what it comes from;
# - add an L2 or L1 penalty to a step of gradient descent, without touching the biases;
# - write dropout, forward and backward, in training and in evaluation;
# - stop a training at the right moment, and bring the best weights back;
# - draw first weights of the right size, and say why zeros never learn;
# - measure a vanishing gradient layer by layer;
# - write batch normalization, forward and backward;
# - work through a list of checks when a network learns badly.

# %% provided="imports"
import matplotlib.pyplot as plt
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import activations, data, layers, optimizers, plots, widgets
from nnlib.layers import initializers
from nnlib.losses import BINARY_CROSS_ENTROPY_FROM_LOGITS
from nnlib.network import Network, multilayer_perceptron
from nnlib.regularizers import L1, L2
from nnlib.training import Trainer, weight_gradient_norms

# %% [markdown] covers="R1"
# ## 1. Overfitting
#
# Here are twelve points. They lie around a wave, but not on it: each was measured with some error,
# called **noise**. A polynomial of degree $d$ is fitted to them. It has $d + 1$ numbers to choose,
# as a network has weights. The small orange dots are other points of the same kind, which the
# polynomial has never seen. **Try:**
#
# 1. Move the degree from 0 up to 10. At which does the curve come nearest to the dotted wave?
# 2. Watch both errors on the right. Which of them always falls?
# 3. Leave the degree at 9 and take 100 training points instead of 12. What becomes of the curve?

# %% demo=true covers="R1"
widgets.overfitting_widget()

# %% [markdown] covers="R1"
# What you saw: the error on the points that were learnt from always falls, since a more flexible
# curve can pass nearer to every point. The error on new points falls at first and then rises. From
# there on the curve learns the **noise** by heart, and noise does not come back in new points.
#
# - Too stiff for the data, both errors high: **underfitting**.
# - Low error on its own points, high error on new ones: **overfitting**.
#
# More data help: a curve of degree 9 cannot follow the noise of a hundred points.

# %% [markdown] covers="R1"
# So the error on the training data cannot tell how good a model is. Keep some samples apart from
# the beginning, never learn from them, and judge by them. They are the **validation data**; the
# others are the **training data**.
#
# **By hand.** Training points (0, 1) and (1, 3), validation points (2, 4) and (3, 9). The line
# through the training points is $f(x) = 2x + 1$: its training error is 0. On the validation points
# it says 5 and 7, so its mean squared error there is $\frac{(5 - 4)^2 + (7 - 9)^2}{2} = 2.5$.

# %% [markdown]
# ### Exercise: two errors
#
# Measure it yourself. NumPy fits for you: `f = np.polyfit(x, targets, degree)` gives the
# coefficients of the polynomial with the least squared error, and `np.polyval(f, x)` says what it
# gives at `x`. (If you are stuck, call `hint("regularization.fit_errors")`, as always.)


# %% exercise="regularization.fit_errors"
def fit_errors(x, targets, x_validation, targets_validation, degree):
    """Return the training error and the validation error of a fitted polynomial.

    x, targets          the training points, each of shape (m,)
    x_validation        shape (k,)
    targets_validation  shape (k,)
    degree              the degree of the polynomial, fitted to the training points
    returns             two numbers, each a mean squared error: training, then validation

    Example: (0, 1), (1, 3) for training, (2, 4), (3, 9) for validation, degree 1: 0 and 2.5.
    """
    ### BEGIN SOLUTION
    f = np.polyfit(x, targets, degree)
    training_error = np.mean((np.polyval(f, x) - targets) ** 2)
    validation_error = np.mean((np.polyval(f, x_validation) - targets_validation) ** 2)
    return training_error, validation_error
    ### END SOLUTION


# %% [markdown] covers="R1"
# Now a network. It has two hidden layers of 32 neurons, over a thousand weights, and only 40
# samples to learn from: two half-moons with much noise. `learn` below trains it as in lessons 05
# and 06, with mini-batches and Adam. `Trainer` is the library's own training loop. It also judges
# the validation data after each epoch.

# %% provided="experiment"
draw = np.random.default_rng(64)
training_data = data.moons(40, rng=draw, noise=0.35)
validation_data = data.moons(200, rng=draw, noise=0.35)


def learn(regularizer=None, p=0.0):
    """Train a network on few samples; return both losses of each epoch."""
    rng = np.random.default_rng(64)
    network = Network(
        [
            layers.Linear(2, 32, rng=rng), layers.Tanh(), layers.Dropout(p, rng=rng),
            layers.Linear(32, 32, rng=rng), layers.Tanh(), layers.Dropout(p, rng=rng),
            layers.Linear(32, 1, rng=rng),
        ]
    )  # fmt: skip
    loss, optimizer = BINARY_CROSS_ENTROPY_FROM_LOGITS, optimizers.Adam(0.003)
    return Trainer(network, loss, optimizer, regularizer).fit(
        *training_data, num_epochs=250, batch_size=8, validation=validation_data,
        rng=rng, progress=False,
    )  # fmt: skip


# %% demo=true covers="R1"
history = learn()
ax = plots.plot_losses(
    {"training": history.loss, "validation": history.validation_loss},
    title="A large network and 40 samples",
)
_ = ax.set_ylim(0.0, 0.75)

# %% [markdown]
# The picture to remember. The training loss falls to the end. The validation loss is at its lowest
# near epoch 90, and then it rises: from there on the network still gets better on its 40 samples
# and worse on everything else.

# %% [markdown] question="regularization.two_curves" covers="R1" points=1
# After 50 epochs the training loss of a network is 0.05 and falling. Its validation loss was 0.3
# in epoch 20 and is 0.7 now. What is going on?
#
# - [ ] a) Underfitting: the network is too small for the task.
#   > A network that is too small has a high training loss. This one is at 0.05.
# - [ ] b) Nothing bad: the training loss decides, and it falls.
#   > The training loss falls in overfitting too. The validation loss says what new data will meet.
# - [ ] c) The learning rate is too large.
#   > Then the training loss would jump or grow. It falls quietly.
# - [x] d) Overfitting: since about epoch 20 it learns the noise of its samples.
#   > Right: the training loss falls while the validation loss rises.

# %% [markdown] question="regularization.validation_for" covers="R1" points=1
# Somebody has few samples and therefore trains on the validation data as well. What is lost?
#
# - [ ] a) Nothing: more data always make a network better.
#   > The network may be a little better, but nobody can tell any more.
# - [x] b) The means to notice overfitting.
#   > Right: on samples that were learnt from the loss is low, whether they were understood or
#   > learnt by heart.
# - [ ] c) Time: the validation loss takes longer to fall.
#   > Time is not the point. A loss on samples that were learnt from says nothing about new ones.
# - [ ] d) The noise, which the network needs to learn.
#   > Nobody needs the noise. What is lost is the judge: samples that were never seen.

# %% [markdown]
# ### What helps
#
# First of all more data, and then a network that is not larger than the task needs. If neither is
# to be had, there is **regularization**: whatever makes learning by heart harder and leaves
# learning possible. You will build three such means: penalties, dropout and early stopping.

# %% [markdown] covers="R2"
# ## 2. A price on large weights
#
# To pass through every noisy point a curve must bend sharply, and sharp bends need large weights.
# So let large weights cost something: add a **penalty** to the loss.
#
# $$C = C_{\text{data}} + \frac{\lambda}{2} \sum w^2$$
#
# This is the **L2 penalty**, and using it is called **weight decay**. $\lambda$ (lambda) is its
# strength: a hyperparameter like the learning rate. Training now looks for weights that explain
# the data *and* are small.

# %% [markdown]
# The neuron in the next widget has ten inputs, of which only the first three have anything to do
# with the target, and 16 samples. **Try:**
#
# 1. Start with L2. Move λ from 0 upwards and watch the weights. Which λ has the lowest validation
#    error? What goes wrong at λ = 3?
# 2. Change to L1. Now look at weights 4 to 10: what is different?

# %% demo=true covers="R2"
widgets.weight_decay_widget()

# %% [markdown] covers="R2"
# What you saw: with L2 all weights shrink together, and hardly any becomes 0. A moderate λ has the
# best validation error. With a λ too large the weights are too small even for what matters:
# underfitting. With L1 the useless weights go to 0, and the useful ones stay.
#
# **By hand.** Weights 3 and -4, λ = 0.2: $\frac{0.2}{2}\,(3^2 + (-4)^2) = 0.1 \cdot 25 = 2.5$.
# Some books write $\lambda \sum w^2$ without the half, and then all values double. Here it is
# always $\frac{\lambda}{2}$, so that no 2 remains in the derivative.

# %% [markdown]
# ### Exercise: the L2 penalty


# %% exercise="regularization.l2_penalty"
def l2_penalty(weight, weight_decay):
    """Return (λ/2) Σ w², the sum over all weights.

    weight        weights in an array of any shape
    weight_decay  λ, one number
    returns       one number

    Example: weights [[3, -4]] and λ = 0.2 give 2.5.
    """
    ### BEGIN SOLUTION
    return weight_decay / 2 * np.sum(weight**2)
    ### END SOLUTION


# %% [markdown] covers="R2"
# Learning needs the gradient. The derivative of $\frac{\lambda}{2} w^2$ is $\lambda w$, so a step
# of gradient descent becomes
#
# $$w \leftarrow w - \eta \left( \frac{\partial C_{\text{data}}}{\partial w} + \lambda w \right)$$
#
# Besides following the loss, each weight loses the share $\eta\lambda$ of itself: it *decays*.
#
# **The biases are left out.** A bias only shifts a neuron. It makes no sharp bends, so there is no
# reason to hold it near 0. It moves as always, by $-\eta\, \partial C_{\text{data}} / \partial b$.

# %% [markdown] covers="R2"
# **By hand.** $w = 2$ and $b = 2$, both with the loss gradient 0.3, $\eta = 0.1$, $\lambda = 0.5$:
#
# - $w \leftarrow 2 - 0.1\,(0.3 + 0.5 \cdot 2) = 2 - 0.13 = 1.87$
# - $b \leftarrow 2 - 0.1 \cdot 0.3 = 1.97$

# %% [markdown] question="regularization.decayed_weight" covers="R2" points=1 decimals=2
# Now you: $w = -3$, its loss gradient is 0.4, $\eta = 0.1$ and $\lambda = 0.2$. What is $w$ after
# one step with the L2 penalty?
#
# - [x] -2.98
#   > Right: -3 - 0.1·(0.4 + 0.2·(-3)) = -3 - 0.1·(-0.2) = -2.98.
# - [ ] -3.04
#   > That is the step without the penalty. Its gradient, 0.2·(-3), is missing.
# - [ ] -3.1
#   > The gradient of the penalty is λw = 0.2·(-3) = -0.6, with the sign of the weight.
# - [ ] -2.94
#   > You left the gradient of the loss out: the sum is 0.4 - 0.6.
# - [ ] -2.92
#   > You used 2λw. With the half in the penalty the gradient is λw.
# - [ ] -2.44
#   > You subtracted λw in full. The learning rate scales the penalty's gradient too.

# %% [markdown]
# ### Exercise: a step with weight decay
#
# One step for a whole layer. The gradients that you are given are those of the data loss, as
# backpropagation computes them. (In a form called *decoupled*, λw is not multiplied by η. That one
# is not meant here.)


# %% exercise="regularization.l2_step"
def l2_step(weight, bias, weight_gradient, bias_gradient, learning_rate, weight_decay):
    """Return the new weights and biases after one step of gradient descent with L2.

    weight, weight_gradient  shape (out_features, in_features)
    bias, bias_gradient      shape (out_features,)
    learning_rate            η, one number
    weight_decay             λ, one number
    returns                  two arrays: the new weights and the new biases

    Example: weight [[2]], bias [2], both gradients 0.3, η = 0.1, λ = 0.5 give [[1.87]] and [1.97].
    """
    ### BEGIN SOLUTION
    new_weight = weight - learning_rate * (weight_gradient + weight_decay * weight)
    new_bias = bias - learning_rate * bias_gradient
    return new_weight, new_bias
    ### END SOLUTION


# %% [markdown] covers="R2"
# ### L1: a price on every weight
#
# The **L1 penalty** is $\lambda \sum |w|$. Its slope is $\lambda$ to the right of 0 and $-\lambda$
# to the left, however large the weight is: $\lambda\, \mathrm{sign}(w)$. At 0 itself $|w|$ has a
# corner; there we take the slope 0, so that a weight that is 0 may stay 0.
#
# L2 takes from a weight in proportion to its size, so the smaller it gets, the less it loses, and
# it never quite arrives at 0. L1 takes the same from each: small weights arrive at 0 and stay. So
# few weights remain; one says they are **sparse**.

# %% [markdown]
# ### Exercise: the gradient of L1


# %% exercise="regularization.l1_gradient"
def l1_gradient(weight, weight_decay):
    """Return the gradient of λ Σ |w|: λ times the sign of each weight, and 0 for a weight of 0.

    weight        weights in an array of any shape
    weight_decay  λ, one number
    returns       the same shape

    Example: weights [3, -4, 0] and λ = 0.5 give [0.5, -0.5, 0].
    """
    ### BEGIN SOLUTION
    return weight_decay * np.sign(weight)
    ### END SOLUTION


# %% [markdown] covers="R2"
# The ten weights once more, now shrunk by **your** two functions. **Try:** raise λ for *L2 (yours)*
# and for *L1 (yours)*, and compare each with ours in the menu. Do the words agree?

# %% demo=true covers="R2"
widgets.weight_decay_widget(l1_gradient, l2_step)

# %% [markdown] question="regularization.sparse" covers="R2" points=1
# A network has 500 inputs, and you suspect that only a few matter. You would like to see which.
# Which penalty helps, and why?
#
# - [x] a) L1: it takes the same from every weight, so useless weights arrive at 0.
#   > Right: what is left are the inputs that matter.
# - [ ] b) L2: it takes most from the large weights.
#   > That is so, but the small ones lose less and less, and stay a little away from 0.
# - [ ] c) L2: its penalty is smaller, so more weights are 0.
#   > The size of the penalty is not the point. L2 takes from a weight in proportion to its size,
#   > so the weight never quite arrives.
# - [ ] d) Either: both bring useless weights to exactly 0.
#   > In the widget only one of them did. L2 leaves small weights everywhere.

# %% [markdown] question="regularization.bias_left_out" covers="R2" points=1
# Why are the biases left out of the penalty?
#
# - [ ] a) They do not learn anyway.
#   > They do: each follows its own gradient. Only the penalty leaves them alone.
# - [ ] b) They are always small.
#   > A bias may be large, for example where all inputs lie far from 0.
# - [x] c) They shift a neuron, but do not make its answer bend more sharply.
#   > Right: it is large weights that let a network follow the noise.
# - [ ] d) The penalty has no derivative with respect to a bias.
#   > It would have one if biases stood in the sum. They are left out on purpose.

# %% [markdown]
# The same network as above, now with penalties. In the library they are called `L2(λ)` and
# `L1(λ)`, and the trainer adds their gradients at each step. Only validation losses are drawn.

# %% demo=true covers="R2"
ax = plots.plot_losses(
    {
        "no penalty": learn().validation_loss,
        "L2, λ = 0.003": learn(L2(0.003)).validation_loss,
        "L1, λ = 0.001": learn(L1(0.001)).validation_loss,
    },
    title="Validation loss with and without a penalty",
)
_ = ax.set_ylim(0.25, 0.7)

# %% [markdown]
# With either penalty the validation loss rises later and less. A little overfitting is left; a
# larger λ would take it away, and at some point the learning with it.

# %% [markdown] covers="R3"
# ## 3. Dropout: who is missing today?
#
# Imagine a team in which one member knows everything. It works until that member falls ill. If
# every day some members are missing, by chance, everybody learns to do a part of everything.
#
# **Dropout** does this with neurons. In training, for each sample, every neuron of a layer is
# switched off with the probability $p$, say 20 %. What a neuron has learnt must then make sense
# without any particular other one. **Try:**
#
# 1. Move the batch. Who is silent, and what becomes of the others' bars on the right?
# 2. Raise p to 0.5, then to 0.9. By how much are the bars of those who stay multiplied?
# 3. Switch the mode to *evaluation*. What changes now from batch to batch?

# %% demo=true covers="R3"
widgets.dropout_widget()

# %% [markdown] covers="R3"
# What you saw: the silent neurons give 0, and the others speak **louder**. Why? If 20 % are
# missing, the next layer's sums would be 20 % smaller in training than later. So those who stay
# are divided by the share that stays, $1 - p$. On average nothing changes then:
# $p \cdot 0 + (1 - p) \cdot \frac{a}{1 - p} = a$.
#
# In **evaluation** all neurons are on, and nothing is scaled. Since the scaling is done in
# training, this is called *inverted* dropout. (An older form scales in evaluation instead; it is
# not meant here.)

# %% [markdown] covers="R3"
# **By hand.** Who is silent is decided by random numbers $u$, evenly from 0 to 1, one for each
# activation: **below p means silent**. With $p = 0.2$:
#
# | a | 4 | 8 | 1 | 2 |
# |---|---|---|---|---|
# | u | 0.9 | 0.1 | 0.3 | 0.6 |
# | training | 4 / 0.8 = 5 | **0** | 1 / 0.8 = 1.25 | 2 / 0.8 = 2.5 |
# | evaluation | 4 | 8 | 1 | 2 |
#
# What each activation is multiplied by is called the **mask**: here (1.25, 0, 1.25, 1.25).

# %% [markdown] question="regularization.louder" covers="R3" points=1 decimals=1
# A neuron gives $a = 6$. Its layer has dropout with $p = 0.25$, and the neuron is *not* silent in
# this batch. What does it hand on in training?
#
# - [x] 8
#   > Right: 6 / (1 - 0.25) = 6 / 0.75 = 8.
# - [ ] 6
#   > That is what it hands on in evaluation. In training it is divided by the share that stays.
# - [ ] 4.5
#   > You multiplied by 0.75. Those who stay speak louder: divide.
# - [ ] 24
#   > You divided by p. Divide by the share that stays, 0.75.

# %% [markdown]
# ### Exercise: dropout, forward
#
# The random numbers `u` are given, so that your answer does not depend on luck.


# %% exercise="regularization.dropout_forward"
def dropout_forward(activations, u, p, training):
    """Return what a layer hands on under dropout.

    activations  one sample, shape (n,), or a batch, shape (m, n)
    u            random numbers from 0 to 1, the same shape; below p means silent
    p            the probability to be silent, from 0 to below 1
    training     True in training, False in evaluation
    returns      the same shape

    Example: [4, 8, 1, 2] with u = [0.9, 0.1, 0.3, 0.6] and p = 0.2 gives [5, 0, 1.25, 2.5] in
    training, and [4, 8, 1, 2] in evaluation.
    """
    ### BEGIN SOLUTION
    if not training:
        return activations
    return np.where(u < p, 0, activations / (1 - p))
    ### END SOLUTION


# %% [markdown] covers="R3"
# Here **your** function drops the neurons. **Try:** p = 0.5 and some batches: about how many of the
# ten are off? Are the bars of the others twice as high? And is everything on in *evaluation*?

# %% demo=true covers="R3"
widgets.dropout_widget(dropout_forward)

# %% [markdown] covers="R3"
# **The way back.** Forward, each activation was multiplied by its number of the mask. The
# derivative of $\text{mask} \cdot a$ by $a$ is the mask, so by the chain rule the gradient is
# multiplied by it too. Who was silent had no part in the output, and gets the gradient 0.
#
# The mask must be the *same* as on the way forward: a layer keeps it until the way back.

# %% [markdown]
# ### Exercise: dropout, backward


# %% exercise="regularization.dropout_backward"
def dropout_backward(gradient, mask):
    """Return the gradient by the activations that came into the dropout.

    gradient  the gradient by what the dropout handed on, any shape
    mask      what each activation was multiplied by, 0 or 1/(1 - p): the same shape
    returns   the same shape

    Example: the gradient [3, -1] and the mask [1.25, 0] give [3.75, 0].
    """
    ### BEGIN SOLUTION
    return gradient * mask
    ### END SOLUTION


# %% demo=true covers="R3"
ax = plots.plot_losses(
    {"without": learn().validation_loss, "dropout, p = 0.2": learn(p=0.2).validation_loss},
    title="Validation loss with and without dropout",
)
_ = ax.set_ylim(0.25, 0.7)

# %% [markdown]
# The same network once more. With dropout the validation loss is a little shaky, since other
# neurons are silent at each step, but it rises far less.

# %% [markdown] question="regularization.two_answers" covers="R3" points=1
# A friend asks her trained network about the same photo five times and gets five different
# answers. Her network has dropout layers. What has happened?
#
# - [ ] a) Its weights are not good enough yet; she should train longer.
#   > Weights do not change when a network is asked. Something random must be at work.
# - [ ] b) p is too small, so that too few neurons are silent.
#   > With a larger p the answers would differ even more.
# - [ ] c) Nothing: networks with dropout answer at random.
#   > In evaluation they do not: then all neurons are on, and the answer is always the same.
# - [x] d) She forgot to switch from training to evaluation.
#   > Right: in training other neurons are silent at each call. In the library, `network.eval()`
#   > switches dropout off.

# %% [markdown] covers="R4"
# ## 4. Early stopping: end when it is at its best
#
# The simplest means of all: end the training when the validation loss no longer falls. But the
# curve is bumpy: one bad epoch does not mean much. So one has **patience**: stop when, say, 10
# epochs in a row were not better than the best one before them. And because those 10 epochs made
# the network worse, bring the **weights of the best epoch** back. **Try:**
#
# 1. Move the patience from 1 upwards. Where does it stop, and which epoch was the best until then?
# 2. From which patience on does it find the lowest point of all?
# 3. Compare the two boundaries on the right: the best epoch's and the last one's.

# %% demo=true covers="R4"
widgets.early_stopping_widget()

# %% [markdown] covers="R4"
# What you saw: with little patience it gives up at the first bump. With 20 it finds epoch 81, and
# training longer would only have made it worse.
#
# **By hand**, with a patience of 2:
#
# | epoch | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
# |---|---|---|---|---|---|---|---|
# | validation loss | 0.80 | 0.62 | 0.65 | 0.60 | 0.61 | 0.63 | 0.59 |
# | best so far | 0.80 | 0.62 | 0.62 | 0.60 | 0.60 | 0.60 | |
# | epochs in a row not better | 0 | 0 | 1 | 0 | 1 | **2** | |

# %% [markdown] covers="R4"
# After epoch 6 two epochs in a row were not better than 0.60: stop, and go back to the weights of
# epoch 4. Epoch 7 would have been better still, but nobody knows that: it never happens.
#
# Two details. A loss that is *equal* to the best is not better. And often only a loss that is lower
# by more than a **least improvement** counts: with 0.05, the 0.60 after 0.62 would not.

# %% [markdown] question="regularization.stop_after" covers="R4" points=1 decimals=0
# The validation losses are 0.70, 0.50, 0.55, 0.45, 0.50, 0.47, 0.46, 0.40, and the patience is 3.
# After which epoch does the training stop?
#
# - [x] 7
#   > Right: the best was epoch 4, and epochs 5, 6 and 7 were not better than 0.45.
# - [ ] 4
#   > That is the best epoch. The training only knows this after three more.
# - [ ] 6
#   > You counted epoch 3 too. When epoch 4 was better, the count began anew.
# - [ ] 8
#   > Epochs 5, 6 and 7 are three in a row: epoch 8 never happens.

# %% [markdown]
# ### Exercise: when to stop
#
# Go through the losses as if they came one by one. You need to remember the best loss so far and
# the epoch in which it came.


# %% exercise="regularization.stopping_epoch"
def stopping_epoch(losses, patience, min_improvement=0.0):
    """Return the last epoch of the training, and the best epoch until then.

    losses           the validation loss of each epoch, shape (n,)
    patience         stop after so many epochs in a row that were not better
    min_improvement  only a loss that is lower than the best so far by more than this is better
    returns          two whole numbers, counted from 1: the last epoch and the best;
                     if the patience lasts, the last epoch is n

    Example: [0.80, 0.62, 0.65, 0.60, 0.61, 0.63, 0.59] with a patience of 2 gives 6 and 4.
    """
    ### BEGIN SOLUTION
    best_loss, best_epoch = np.inf, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best_loss - min_improvement:
            best_loss, best_epoch = loss, epoch
        if epoch - best_epoch >= patience:
            return epoch, best_epoch
    return len(losses), best_epoch
    ### END SOLUTION


# %% [markdown] covers="R4"
# Let **your** function stop the training. **Try:** a patience of 20: does it find epoch 81, as
# before? And for another *random start*, where would you have stopped yourself?

# %% demo=true covers="R4"
widgets.early_stopping_widget(stopping_epoch)

# %% [markdown] question="regularization.restore" covers="R4" points=1
# A training stopped after epoch 60 with a patience of 20. Which weights should be kept?
#
# - [ ] a) Those of epoch 60: they have seen the data most often.
#   > They have also had 20 epochs in which the validation loss was not better.
# - [x] b) Those of epoch 40: the validation loss was lowest there.
#   > Right: the best epoch was 20 epochs before the stop. So one stores the weights whenever there
#   > is a new best.
# - [ ] c) Those of epoch 1: they are the smallest.
#   > Small weights alone are no merit; these have hardly learnt anything.
# - [ ] d) The mean of the weights of all epochs.
#   > That would mix in the beginning, when nothing was learnt.

# %% [markdown] covers="R5"
# ## 5. The first weights
#
# Before the first step the weights need some values. Why not zeros? Let us try, with four hidden
# tanh neurons on the half-moons: once with all weights 0, and once with all weights 0.5.


# %% demo=true covers="R5"
def all_alike(out_features, in_features, *, rng):
    """Give every weight the same value."""
    return np.full((out_features, in_features), 0.5)


for first_weights in (initializers.zeros, all_alike, initializers.xavier_normal):
    rng = np.random.default_rng(0)
    network = multilayer_perceptron(
        [2, 4, 1], rng=rng, activation="tanh", initializer=first_weights
    )
    trainer = Trainer(network, BINARY_CROSS_ENTROPY_FROM_LOGITS, optimizers.Adam(0.01))
    losses = trainer.fit(
        *validation_data, num_epochs=200, batch_size=20, rng=rng, progress=False
    ).loss
    print(f"{first_weights.__name__}: loss {losses[0]:.3f} at first, {losses[-1]:.3f} at the end")
    print("weights of the four hidden neurons at the end:")
    print(network.layers[0].weight.round(2), "\n")

# %% [markdown] covers="R5"
# With **zeros** nothing moves. The hidden neurons give tanh(0) = 0, so by BP4 the gradients of the
# output weights are 0. The output weights are 0, so by BP2 no error comes back to the hidden
# neurons. The loss stays near 0.693: that is log 2, the loss of somebody who always says 50 %.
#
# With **0.5 everywhere** something moves, but the four rows are *equal*, to the last digit. Neurons
# that start alike get the same gradients, so they stay alike for ever: four neurons do the work of
# one. Chance must break this **symmetry**: the first weights are drawn at random.

# %% [markdown] question="regularization.symmetry" covers="R5" points=1
# All weights of a hidden layer with 100 neurons start at 0.3, and so do all weights behind it. What
# can the layer learn?
#
# - [ ] a) Nothing at all: every gradient is 0.
#   > That is so with zeros. With 0.3 there are gradients, but the same for all 100 neurons.
# - [ ] b) As much as any other; after the first epoch the neurons differ.
#   > Equal neurons get equal gradients, at every step. Nothing ever makes them differ.
# - [x] c) As much as one neuron: all 100 stay equal.
#   > Right: equal weights get equal gradients. Random first weights break the symmetry.
# - [ ] d) As much as any other, only more slowly.
#   > However long it takes, equal neurons stay equal.

# %% [markdown] covers="R5"
# Random, but how large? Send a signal through a deep network at its very start and see how it
# spreads in each layer (left), and how long the gradient of each layer's weights is (right). Leave
# batch norm off: it has its own section below. **Try:**
#
# 1. tanh, with *deviation 0.01*, then with *deviation 1*, then Xavier. What becomes of the left
#    picture, and of the right one?
# 2. relu with 20 layers: Xavier, then He. In which does the signal keep its size?
# 3. tanh with zeros.

# %% demo=true covers="R5"
widgets.initialization_widget()

# %% [markdown] covers="R5"
# What you saw: with weights too small the signal dies away from layer to layer; with weights too
# large tanh is saturated, and the gradients explode on their way back. In between there is a right
# size, and it depends on the layer.
#
# $z = \sum w_i a_i$ is a sum with one term for each input. Each term adds its variance, so $z$
# varies *in* times as much as one term. For $z$ to vary as much as the $a_i$ do, the weights need
# the variance $\frac{1}{\text{in}}$. On the way back the sum runs over the outputs, which asks for
# $\frac{1}{\text{out}}$.

# %% [markdown] covers="R5"
# - **Xavier Glorot**'s compromise, for **sigmoid and tanh**: the variance is
#   $\frac{2}{\text{in} + \text{out}}$, so the deviation is its root,
#   $\sqrt{\frac{2}{\text{in} + \text{out}}}$.
# - **Kaiming He**'s rule, for **ReLU**: ReLU stops half of the signal, so twice the variance is
#   needed. The deviation is $\sqrt{\frac{2}{\text{in}}}$.
#
# **By hand.** A layer with 6 inputs and 2 outputs: Xavier gives $\sqrt{2/8} = 0.5$, He gives
# $\sqrt{2/6} \approx 0.577$. A standard normal number has the deviation 1; multiplied by 0.5 it has
# the deviation 0.5.

# %% [markdown]
# ### Exercises: Xavier and He
#
# You are given standard normal numbers in the shape of the weights, `(out_features, in_features)`.
# Make first weights of them. (There are forms with an even draw instead; they are not meant here.)


# %% exercise="regularization.xavier_weights"
def xavier_weights(n):
    """Turn standard normal numbers into first weights for sigmoid or tanh.

    n        numbers with the deviation 1, shape (out_features, in_features)
    returns  the same shape, with the deviation of Xavier's rule

    Example: with 6 inputs and 2 outputs every number is halved.
    """
    ### BEGIN SOLUTION
    out_features, in_features = n.shape
    return n * np.sqrt(2 / (in_features + out_features))
    ### END SOLUTION


# %% exercise="regularization.he_weights"
def he_weights(n):
    """Turn standard normal numbers into first weights for ReLU.

    n        numbers with the deviation 1, shape (out_features, in_features)
    returns  the same shape, with the deviation of He's rule

    Example: with 8 inputs every number is halved, whatever the number of outputs.
    """
    ### BEGIN SOLUTION
    in_features = n.shape[1]
    return n * np.sqrt(2 / in_features)
    ### END SOLUTION


# %% [markdown] question="regularization.he_deviation" covers="R5" points=1 decimals=2
# A ReLU layer has 50 inputs and 20 outputs. What deviation do its first weights get by He's rule?
# (Two digits after the point.)
#
# - [x] 0.2
#   > Right: √(2 / 50) = √0.04 = 0.2.
# - [ ] 0.04
#   > That is the variance, 2 / 50. The deviation is its root.
# - [ ] 0.32
#   > You counted the outputs. z is a sum over the inputs: √(2 / 50).
# - [ ] 0.14
#   > The 2 is missing: ReLU stops half of the signal, so the variance is 2 / 50.
# - [ ] 0.17
#   > That is Xavier's rule, for sigmoid and tanh.

# %% [markdown] covers="R7"
# ## 6. The vanishing gradient
#
# For years deep networks would not learn, and nobody knew quite why. Look at the sigmoid's slope
# once more: it is at most $\frac14$, at $z = 0$. On the way back the error is multiplied by such a
# slope in *every* layer. With weights near 1, this is the most that can be left:
#
# | layers | 1 | 2 | 5 | 10 |
# |---|---|---|---|---|
# | at most | 0.25 | 0.0625 | 0.00098 | 0.00000095 |
#
# The first layers get next to no gradient. They stay as random as they began, and whatever comes
# after them must work with what they hand on.

# %% [markdown] covers="R7"
# **By hand**, on a chain with one neuron in each layer and no biases: weights 2 and 3, input
# $x = 0$. How does the last activation change with $x$? By the chain rule
# $\frac{\partial a_2}{\partial x} = w_2\, \sigma'(z_2) \cdot w_1\, \sigma'(z_1)$.
#
# - Layer 1: $z_1 = 2 \cdot 0 = 0$, $\;\sigma'(0) = 0.25$, $\;a_1 = \sigma(0) = 0.5$
# - Layer 2: $z_2 = 3 \cdot 0.5 = 1.5$, $\;\sigma'(1.5) \approx 0.149$
# - Product: $2 \cdot 0.25 \cdot 3 \cdot 0.149 \approx 0.224$

# %% [markdown]
# ### Exercise: the gradient of a chain
#
# Write it for a chain of any length. `activations.sigmoid` and `activations.sigmoid_derivative`
# are there for you.


# %% exercise="regularization.chain_gradient"
def chain_gradient(weights, x):
    """Return how the last activation of a chain of sigmoid neurons changes with the input.

    weights  one weight a layer, from the first to the last, shape (num_layers,)
    x        the input, one number
    returns  one number: the product of w·σ'(z) over all layers

    Example: weights [2, 3] and x = 0 give about 0.224.
    """
    ### BEGIN SOLUTION
    a, gradient = x, 1.0
    for w in weights:
        z = w * a
        gradient = gradient * w * activations.sigmoid_derivative(z)
        a = activations.sigmoid(z)
    return gradient
    ### END SOLUTION


# %% [markdown]
# Now measure it in a whole network: ten layers of 16 neurons, the half-moons, one step back. Each
# bar is the length of one layer's weight gradient, on a scale of powers of ten.


# %% provided="deep"
def deep_network(kind, batch_norm=False):
    """Build ten layers of one kind of neuron, and an output layer."""
    rng = np.random.default_rng(1)
    first_weights = initializers.he_normal if kind is layers.ReLU else initializers.xavier_normal
    parts, inputs = [], 2
    for _ in range(10):
        parts.append(layers.Linear(inputs, 16, rng=rng, initializer=first_weights))
        if batch_norm:
            parts.append(layers.BatchNorm(16))
        parts.append(kind())
        inputs = 16
    return Network([*parts, layers.Linear(16, 1, rng=rng, initializer=first_weights)])


def gradient_lengths(network):
    """Return the length of each layer's weight gradient on the half-moons, before any step."""
    X, targets = validation_data
    outputs = network.forward(X)
    loss = BINARY_CROSS_ENTROPY_FROM_LOGITS
    _, gradient = loss.value_and_gradient(outputs, targets.reshape(-1, 1))
    network.backward(gradient)
    return weight_gradient_norms(network)


# %% demo=true covers="R7"
figure, axes = plt.subplots(1, 3, figsize=(12, 3.6), layout="constrained")
for kind, ax in zip((layers.Sigmoid, layers.Tanh, layers.ReLU), axes, strict=True):
    plots.plot_layer_sizes(
        gradient_lengths(deep_network(kind)),
        ax=ax,
        title=f"{kind.__name__}: length of the gradient",
    )

# %% [markdown] covers="R7"
# With sigmoid the first layer's gradient is millions of times shorter than the last one's. With
# tanh, whose slope reaches 1, and with ReLU, whose slope *is* 1 wherever the neuron is active, all
# layers learn. Look at it once more in the widget, where **your** two rules now stand first in the
# menu of first weights. **Try:**
#
# 1. sigmoid with your Xavier: move the number of layers from 2 to 20. How much does each layer
#    cost?
# 2. Keep 20 layers and change to relu with your He. Is the picture the same as with ours?
# 3. Back to sigmoid, and switch batch norm **on**. The next section is about what that does.

# %% demo=true covers="R7"
widgets.initialization_widget(xavier_weights, he_weights)

# %% [markdown] question="regularization.which_layer" covers="R7" points=1
# A network of 15 sigmoid layers hardly learns. You print the length of the gradient for every
# layer. What do you expect?
#
# - [ ] a) All are equally small.
#   > The factors pile up on the way back, so the layers differ widely.
# - [x] b) The first layers' are tiny, the last layer's is of usual size.
#   > Right: the error starts at the output and is multiplied by a small slope in each layer.
# - [ ] c) The last layers' are tiny, the first layer's is of usual size.
#   > The error comes from the output. The last layer is nearest to it.
# - [ ] d) The first layers' are huge.
#   > That would be an exploding gradient, from factors above 1. Here each slope is at most 1/4.

# %% [markdown] question="regularization.cures" covers="R7" points=1
# Which of these does **not** help against a vanishing gradient?
#
# - [ ] a) ReLU in place of sigmoid in the hidden layers.
#   > It helps: an active ReLU has the slope 1.
# - [ ] b) First weights of the right size.
#   > They help: they keep the net inputs out of the flat parts, and the factors near 1.
# - [ ] c) Batch normalization.
#   > It helps: it brings the net inputs back to the steep part of the activation.
# - [x] d) More sigmoid layers, so that the network is stronger.
#   > Right: each further layer is one more small factor.

# %% [markdown] covers="R6"
# ## 7. Batch normalization
#
# Good first weights keep the signal at a good size at the *start*. During training the weights
# change, and the net inputs wander off. **Batch normalization** (Ioffe and Szegedy, 2015) puts them
# right at every step: inside the network, between $z$ and the activation, each neuron's $z$ gets
# the mean 0 and the deviation 1 over the mini-batch. **Try:**
#
# 1. In *training*, move the mean and the deviation of what comes in. What changes on the right?
# 2. Move γ and β. What does each of them set?
# 3. Switch to *evaluation* and move the incoming mean again. Why does the result move now?

# %% demo=true covers="R6"
widgets.batch_norm_widget()

# %% [markdown] covers="R6"
# For each feature, that is, for each column of the batch, with its $m$ samples:
#
# $$\mu = \frac1m \sum x \qquad \sigma^2 = \frac1m \sum (x - \mu)^2 \qquad
# \hat x = \frac{x - \mu}{\sqrt{\sigma^2 + \varepsilon}} \qquad y = \gamma\, \hat x + \beta$$
#
# ε is a small number that keeps a feature that never changes from being divided by 0. γ (gamma) and
# β (beta) are **learnt**, like weights: if a layer needs another deviation or centre, the network
# can choose it. At first γ is 1 and β is 0.

# %% [markdown] covers="R6"
# **By hand.** One feature, four samples 1, 3, 5, 7; γ = 2, β = 1, ε too small to matter:
#
# - mean $\mu = 16 / 4 = 4$; variance $\sigma^2 = (9 + 1 + 1 + 9) / 4 = 5$; $\sqrt 5 \approx 2.236$
# - $\hat x = -1.342,\; -0.447,\; 0.447,\; 1.342$
# - $y = 2 \hat x + 1 = -1.683,\; 0.106,\; 1.894,\; 3.683$
#
# The variance is divided by m here, not by m - 1.

# %% [markdown]
# ### Exercise: batch norm in training


# %% exercise="regularization.batch_norm_forward"
def batch_norm_forward(X, gamma, beta, eps):
    """Normalize each column of a batch, then scale it by γ and shift it by β.

    X            one sample a row, shape (m, n)
    gamma, beta  one number for each column, shape (n,)
    eps          ε, one number, added to the variance under the root
    returns      three arrays: the result, shape (m, n), and the mean and the variance of each
                 column of X, shape (n,)

    Example: the column 1, 3, 5, 7 with γ = 2, β = 1 and a tiny ε gives -1.683, 0.106, 1.894,
    3.683, the mean 4 and the variance 5.
    """
    ### BEGIN SOLUTION
    mean = X.mean(axis=0)
    var = X.var(axis=0)
    normalized = (X - mean) / np.sqrt(var + eps)
    return gamma * normalized + beta, mean, var
    ### END SOLUTION


# %% [markdown] covers="R6"
# ### What to use when there is no batch?
#
# In evaluation a single sample may come, and one sample has no variance. Nor should an answer
# depend on who else is in the batch. So training keeps **running statistics**: after each batch
#
# $$\text{running} \leftarrow (1 - \text{momentum}) \cdot \text{running} +
# \text{momentum} \cdot \text{batch}$$
#
# once for the mean and once for the variance. This momentum, often 0.1, has nothing to do with that
# of lesson 06. (Careful: some libraries call the *other* share momentum. And PyTorch's layer, like
# our library's, multiplies the variance of a batch by m/(m-1) first; the exercise takes the
# variances as they are given.)

# %% [markdown] covers="R6"
# **By hand.** A running mean of 0, momentum 0.1, and two batches, both with the mean 4:
#
# - $0.9 \cdot 0 + 0.1 \cdot 4 = 0.4$
# - $0.9 \cdot 0.4 + 0.1 \cdot 4 = 0.76$
#
# It comes nearer with each batch, and single odd batches do not throw it off.

# %% [markdown]
# ### Exercise: the running statistics


# %% exercise="regularization.running_statistics"
def running_statistics(running_mean, running_var, means, variances, momentum):
    """Return the running mean and variance after several batches.

    running_mean, running_var  what is known before, shape (n,)
    means, variances           those of k batches, in order, one a row: shape (k, n)
    momentum                   the share of the newest batch, one number
    returns                    two arrays of shape (n,): the running mean and variance

    Example: mean [0], variance [1], two batches with the means [4], [4] and the variances [1],
    [1], momentum 0.1: the mean becomes [0.76], the variance stays [1].
    """
    ### BEGIN SOLUTION
    for mean, var in zip(means, variances, strict=True):
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var
    return running_mean, running_var
    ### END SOLUTION


# %% [markdown] covers="R6"
# In evaluation the formula is the same, with the running mean and variance in place of the
# batch's. γ and β stay. For $x = 5$, running mean 3, running variance 4, γ = 2 and β = 1:
# $\hat x = (5 - 3)/\sqrt 4 = 1$ and $y = 2 \cdot 1 + 1 = 3$.
#
# ### Exercise: batch norm in evaluation


# %% exercise="regularization.batch_norm_eval"
def batch_norm_eval(X, gamma, beta, running_mean, running_var, eps):
    """Normalize by the running statistics, as in evaluation.

    X                          one sample a row, shape (m, n); m may be 1
    gamma, beta                shape (n,)
    running_mean, running_var  shape (n,)
    eps                        ε, one number
    returns                    shape (m, n)

    Example: X = [[5]], γ = [2], β = [1], running mean [3], running variance [4], tiny ε: [[3]].
    """
    ### BEGIN SOLUTION
    normalized = (X - running_mean) / np.sqrt(running_var + eps)
    return gamma * normalized + beta
    ### END SOLUTION


# %% [markdown] covers="R6"
# The picture from the beginning of this section, with **your** two functions. **Try:** move the
# incoming mean in *training*: the right picture should stand still. And in *evaluation*?

# %% demo=true covers="R6"
widgets.batch_norm_widget(batch_norm_forward, batch_norm_eval)

# %% [markdown] question="regularization.evaluated" covers="R6" points=1 decimals=2
# In evaluation a single $x = 9$ comes. The running mean is 5, the running variance 16, γ = 3 and
# β = -1; ε is too small to matter. What is $y$?
#
# - [x] 2
#   > Right: (9 - 5) / √16 = 1, and 3·1 - 1 = 2.
# - [ ] 1
#   > That is the normalized x. γ and β still have to come.
# - [ ] -0.25
#   > You divided by the variance. Its root is 4.
# - [ ] 3
#   > β is missing: 3·1 - 1.
# - [ ] -1
#   > You used the sample's own mean, which is 9. In evaluation the running mean, 5, is used.

# %% [markdown] covers="R6"
# ### The way back
#
# Let $g$ be the gradient by the outputs $y$. For the learnt numbers it is simple, since
# $y = \gamma \hat x + \beta$: sum over the samples.
#
# $$\frac{\partial C}{\partial \beta} = \sum g \qquad\qquad
# \frac{\partial C}{\partial \gamma} = \sum g\, \hat x$$
#
# (Sums, because the mean over the batch is in $g$ already, as it comes from the loss.)

# %% [markdown] covers="R6"
# For $x$ there is a trap: each $x$ also moves the mean and the variance, and through them *all*
# outputs of its column. The chain rule along all these ways, put together, gives
#
# $$\frac{\partial C}{\partial x} = \frac{\gamma}{\sqrt{\sigma^2 + \varepsilon}}
# \left( g - \overline{g} - \hat x \cdot \overline{g \hat x} \right)$$
#
# where the bar means: mean over the samples of the column. It can be read like this: shifting all
# $x$ alike changes no $\hat x$, since the mean goes along, so what $g$ has of a common shift is
# taken out. Stretching them about their mean changes nothing either; the last term takes that out.

# %% [markdown] covers="R6"
# **By hand.** $x = 2, 6$; $g = 1, 4$; γ = 6; ε = 5, so large that the root comes out even.
#
# - mean 4, variance 4, $\sqrt{4 + 5} = 3$, $\;\hat x = -\frac23, \frac23$
# - β: $1 + 4 = 5$. $\;$ γ: $-\frac23 \cdot 1 + \frac23 \cdot 4 = 2$
# - $\overline{g} = 2.5$, $\;\overline{g \hat x} = 2 / 2 = 1$
# - $x_1$: $\frac63\,(1 - 2.5 + \frac23) = -1.667$, $\;x_2$: $\frac63\,(4 - 2.5 - \frac23) = 1.667$

# %% [markdown]
# ### Exercise: batch norm, backward
#
# Compute $\hat x$ again as in the forward pass, then the three gradients.


# %% exercise="regularization.batch_norm_backward"
def batch_norm_backward(gradient, X, gamma, eps):
    """Return the gradients by the inputs, by γ and by β.

    gradient  g, the gradient by the outputs, shape (m, n)
    X         what came into the layer, shape (m, n)
    gamma     shape (n,)
    eps       ε, one number
    returns   three arrays: by X, shape (m, n), by γ, shape (n,), and by β, shape (n,)

    Example: g = [[1], [4]], X = [[2], [6]], γ = [6], ε = 5 give [[-1.667], [1.667]], [2], [5].
    """
    ### BEGIN SOLUTION
    deviation = np.sqrt(X.var(axis=0) + eps)
    normalized = (X - X.mean(axis=0)) / deviation
    gamma_gradient = np.sum(gradient * normalized, axis=0)
    beta_gradient = np.sum(gradient, axis=0)
    along = np.mean(gradient * normalized, axis=0)
    inner = gradient - np.mean(gradient, axis=0) - normalized * along
    return gamma / deviation * inner, gamma_gradient, beta_gradient
    ### END SOLUTION


# %% [markdown] covers="R6"
# What is it good for? The ten layers from section 6 learn the half-moons with plain gradient
# descent, without batch norm and with it: on the left sigmoid, whose gradient vanishes; on the
# right tanh, with a learning rate of 2, which is far too large.

# %% demo=true covers="R6"
figure, axes = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
for kind, rate, ax in zip((layers.Sigmoid, layers.Tanh), (0.5, 2.0), axes, strict=True):
    curves = {}
    for batch_norm in (False, True):
        trainer = Trainer(
            deep_network(kind, batch_norm), BINARY_CROSS_ENTROPY_FROM_LOGITS, optimizers.SGD(rate)
        )
        rng = np.random.default_rng(0)
        curves["with batch norm" if batch_norm else "without"] = trainer.fit(
            *validation_data, num_epochs=40, batch_size=20, rng=rng, progress=False
        ).loss
    title = f"{kind.__name__}, learning rate {rate}"
    plots.plot_losses(curves, ax=ax, title=title).set_ylim(0, 1.35 * max(curves["without"]))

# %% [markdown] covers="R6"
# Without batch norm the sigmoid network stays near 0.7, which is pure guessing, and the tanh
# network gets worse than guessing. With it both learn: batch norm makes training faster and allows
# larger learning rates.
#
# Batch norm is also a light **regularizer**: in training each sample is normalized together with
# others that chance has put into its batch, which adds a little noise. So with batch norm one often
# needs less dropout. Its price: it needs batches that are not too small.

# %% [markdown] question="regularization.gamma_beta" covers="R6" points=1
# Why does batch norm multiply by γ and add β, after it has just brought the mean to 0 and the
# deviation to 1?
#
# - [ ] a) To undo the normalization, which is needed only for a moment.
#   > Nothing is undone: γ and β are learnt, and need not be the old deviation and mean.
# - [ ] b) To keep the division from failing where the variance is 0.
#   > That is what ε is for.
# - [x] c) So that the network can choose another centre and spread where it needs them.
#   > Right: γ sets the deviation, β the mean, and both are learnt like weights.
# - [ ] d) Because the running statistics need them in training.
#   > The running statistics follow the batches' means and variances, and are used in evaluation.

# %% [markdown] covers="R8"
# ## 8. A network that learns badly: what do you check?
#
# Sooner or later everybody sits in front of one. Look at the two curves first, then at this table:
#
# | what you see | probably | what to try |
# |---|---|---|
# | the loss jumps, grows or becomes NaN | learning rate too large | a tenth of it |
# | the loss falls, but very slowly | learning rate too small | ten times as much; Adam |
# | the first layers get no gradient | it vanishes | ReLU, He's weights, batch norm |
# | training loss stays high | network too small, or held back | more neurons; less penalty |
# | training low, validation high | overfitting | more data, smaller network, sections 2 to 4 |

# %% [markdown] covers="R8"
# Change **one** thing at a time, and begin with the learning rate: it is wrong most often. Before
# that, make sure that the network can learn at all: take ten samples and train on them alone. A
# sound network learns ten samples by heart, with a loss near 0. If it does not, look for a mistake
# in the code or the data, not for a better setting.

# %% [markdown] covers="R8"
# ### A playground
#
# Practise it. A small network learns the 60 large points; the small ones are validation data. ▶
# trains, *Step* makes 5 epochs, *Reset* begins again. Learning rate and penalty may change on the
# way; any other choice begins anew. **Try:**
#
# 1. Half-moons as they are: play for 500 epochs. Where is the validation loss lowest? Then the same
#    with *L2, λ = 0.003*.
# 2. Circles, noise 0.1, one hidden layer: with how many neurons does the border first close around
#    the inner ring?
# 3. Half-moons, SGD, sigmoid, 4 hidden layers: does it learn? Change **one** thing so that it does.

# %% demo=true covers="R1 R2 R8"
widgets.playground_widget()

# %% [markdown] covers="R8"
# What you saw: without a penalty the border bends around single points, and the validation loss
# rises again after some 150 to 200 epochs; a small penalty keeps both losses close together. Three
# neurons close the ring. The four sigmoid layers stay at 0.69, the loss of guessing, for their
# gradient vanishes: tanh or ReLU helps at once, Adam too; more neurons or a penalty do not.

# %% [markdown] question="regularization.closed_border" covers="R8" points=1
# In the playground one hidden layer of 2 neurons cannot close the border around the inner ring, and
# one of 3 can. Why?
#
# - [ ] a) 2 neurons overfit, and the validation points lie elsewhere.
#   > With 2 neurons even the training points are not learnt: the network is too small.
# - [ ] b) With 2 neurons the gradient vanishes.
#   > There is one hidden layer only, and the loss falls at first. Think of lines.
# - [ ] c) 2 neurons need a larger learning rate.
#   > Try all of them: the border never closes.
# - [x] d) Each hidden neuron draws one line, and it takes three lines to enclose an area.
#   > Right: a triangle is the simplest closed figure; the soft edges of tanh round it.

# %% [markdown] question="regularization.diverges" covers="R8" points=1
# The training loss over the first epochs is 0.7, 2.9, 41, NaN. What do you try first?
#
# - [ ] a) More neurons in the hidden layers.
#   > The size of the network does not make a loss grow like this. The steps are too large.
# - [x] b) A learning rate ten times smaller.
#   > Right: each step jumps further beyond the valley.
# - [ ] c) Dropout with p = 0.5.
#   > Dropout is for overfitting. Here not even the training data are learnt.
# - [ ] d) More epochs.
#   > The loss is NaN: from there on nothing can get better.

# %% [markdown] question="regularization.too_small" covers="R8" points=1
# A network with one hidden layer of 3 neurons stays at a training accuracy of 61 %, and at 60 % on
# the validation data. Other learning rates change nothing. What do you try next?
#
# - [x] a) A larger network.
#   > Right: both are equally poor, so it does not overfit; it is too small for the task.
# - [ ] b) A stronger L2 penalty.
#   > It holds the network back even more. Training and validation are equally poor: no overfitting.
# - [ ] c) Early stopping with little patience.
#   > That would end the training even sooner. It has not learnt enough yet.
# - [ ] d) Less training data.
#   > With less data it would learn even less that holds for new samples.

# %% [markdown] question="regularization.too_large" covers="R8" points=1
# 200 photos, a network with two million weights: 100 % right in training, 55 % in validation. Which
# plan is the poorest?
#
# - [ ] a) Get more photos, or make more by mirroring these.
#   > A good plan: more data are the best means against overfitting.
# - [ ] b) Add dropout and weight decay.
#   > A good plan: both make it harder to learn 200 photos by heart.
# - [ ] c) Take a much smaller network.
#   > A good plan: two million weights can store 200 photos easily.
# - [x] d) Train for more epochs, until validation reaches 100 % too.
#   > Right, this is the poorest: it has learnt the photos by heart, and more of the same will only
#   > make it worse.

# %% [markdown]
# ## Summary
#
# - **Overfitting**: the training loss falls, the validation loss rises. Judge by data that were
#   never learnt from.
# - **L2** adds $\frac\lambda2 \sum w^2$: gradient $\lambda w$, all weights shrink. **L1** adds
#   $\lambda \sum |w|$: gradient $\lambda\,\mathrm{sign}(w)$, useless weights go to 0. No biases.
# - **Dropout**: in training silent with probability $p$, the others divided by $1 - p$, the same
#   mask on the way back; in evaluation everything on.
# - **Early stopping**: stop after *patience* epochs that were not better; keep the best weights.

# %% [markdown]
# - **First weights**: never equal; Xavier $\sqrt{2/(\text{in} + \text{out})}$ for sigmoid and tanh,
#   He $\sqrt{2/\text{in}}$ for ReLU.
# - **Vanishing gradient**: one factor $w\,\sigma'(z)$ a layer, at most $w/4$. Cures: ReLU, good
#   first weights, batch norm.
# - **Batch norm**: the batch's mean and variance in training, the running ones in evaluation, then
#   γ and β. Faster training, larger rates, a little regularization.

# %% [markdown]
# ## Control questions
#
# Answer without looking back; then look back.
#
# - What are the two curves that show overfitting?
# - Why do small weights help, and why not small biases?
# - What does dropout do in evaluation? What does batch norm do there?
# - Why must first weights differ from each other?
# - Why do the first layers of a deep sigmoid network stop learning?
#
# The last question is graded by a person; write it in your own words.

# %% [markdown] written="regularization.learns_badly" covers="R8" points=3
# You come back to your computer: your network has trained for an hour and is hardly better than
# guessing. Describe in five to eight sentences what you look at, in which order, and what you
# change for which finding. Name at least three different causes.
#
# > Rubric
# > 1 point: looks at the training loss and the validation loss, and tells from them whether it is
# > learning nothing, underfitting or overfitting.
# > 1 point: names three causes, each with a remedy that fits: learning rate too large or too small
# > (change it by a factor of about 10), network too small (more neurons or layers) or too large
# > (fewer, or regularize), vanishing gradient (ReLU, first weights, batch norm), all first weights
# > equal, a mistake in code or data (train on a few samples).
# > 1 point: goes about it in order: one change at a time, the learning rate early, judged on the
# > validation data.
# >
# > Model answer: First I draw training and validation loss. If the training loss jumps or is NaN,
# > the learning rate is too large and I take a tenth; if it falls very slowly, I take ten times as
# > much or use Adam. If it does not move at all, I check that ten samples can be learnt by heart,
# > and print the gradient of each layer: if it vanishes in the first ones, I change to ReLU with
# > He's weights or add batch norm. If the training loss stays high although the rate is right, the
# > network is too small for the data, so I make it larger. If the training loss is low and the
# > validation loss high, it overfits: more data, a smaller network, L2, dropout or early stopping.
# > I change one thing at a time and judge by the validation loss.

# %% [markdown]
# ## Where to read on
#
# - N. Srivastava and others, *Dropout: a simple way to prevent neural networks from overfitting*,
#   2014. Easy to read, with many pictures.
# - X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward neural
#   networks*, 2010; K. He and others, *Delving deep into rectifiers*, 2015: the first weights.
# - S. Ioffe and C. Szegedy, *Batch normalization*, 2015.
# - L. Prechelt, *Early stopping - but when?*, 1998.
# - M. Nielsen, *Neural Networks and Deep Learning*, 2015, chapters 3 and 5. Free online.

# %% demo=true
progress()
