# %% [markdown]
# # Lesson 06: How to walk downhill
#
# Lesson 05 gave the gradient, and one way to use it. Here you learn how long a step should be, how
# many samples it should look at, and what an optimizer remembers from the steps before.
#
# **Time:** about 85 minutes. **You need:** lesson 05 (gradient, gradient descent, mini-batch,
# epoch).

# %% [markdown]
# ## What you will be able to do
#
# - choose a learning rate, and tell from a loss curve whether it is too small or too large;
# - say what full batch, mini-batch and stochastic gradient descent cost, and what they gain;
# - tell a local minimum, a global minimum and a saddle apart;
# - work out by hand and in code the steps of momentum, RMSprop and Adam;
# - let four optimizers race, in a valley and on real digits, and choose one with a reason.

# %% provided="imports"
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import optimizers, plots, widgets
from nnlib.by_hand.optimizers import batch_indices as library_batch_indices
from nnlib.data.digits import load_digits
from nnlib.losses import CROSS_ENTROPY_FROM_LOGITS
from nnlib.network import multilayer_perceptron
from nnlib.training import Trainer

# %% [markdown] covers="O1"
# ## 1. The learning rate
#
# Backpropagation gives the gradient. Gradient descent goes a step against it,
# $w \leftarrow w - \eta\,\partial C/\partial w$. One number is left to us: the **learning rate** η.
#
# Below is a loss with two weights, seen from above, as on a map. Each line joins places of the same
# height, and the bottom is in the middle. The bowl is six times as steep along w₂ (up and down) as
# along w₁. **Try:**
#
# 1. Begin with η = 0.01 and go up, rate by rate. Which rate is the first to zigzag?
# 2. With one rate the loss grows and grows. Which one, and along which weight does it fail?
# 3. Set η = 0.03 and move *steps*. Which of the two weights arrives first, and why?

# %% demo=true covers="O1"
widgets.learning_rate_widget()

# %% [markdown] covers="O1"
# What you saw:
#
# - **too small** (0.01, 0.03): the path is smooth, but 40 steps are not enough;
# - **right** (about 0.3): at the bottom after some ten steps;
# - **large** (0.5 and more): along the steep w₂ each step goes beyond the middle, so it zigzags;
# - **too large** (0.7): each step goes farther beyond than the last one. The loss grows without
#   end: it **diverges**.

# %% [markdown] covers="O1"
# Why? A bowl has the loss $L = \tfrac12(c_1 w_1^2 + c_2 w_2^2)$. The numbers $c_1, c_2$ are its
# **curvatures**: they say how quickly the slope grows. The slope along $w_i$ is $c_i w_i$, since
# the ½ and the 2 of the square cancel. So a step is
#
# $$w_i \leftarrow w_i - \eta\, c_i w_i = (1 - \eta c_i)\, w_i$$
#
# Each step multiplies $w_i$ by the same number. Between 0 and 1: smooth. Between -1 and 0: a
# zigzag that shrinks. Below -1: it grows. And $1 - \eta c_i < -1$ means $\eta > 2/c_i$.

# %% [markdown] covers="O1"
# **By hand.** $c = (1, 3)$, start (4, 1), η = 0.5. The factors are $1 - 0.5 \cdot 1 = 0.5$ and
# $1 - 0.5 \cdot 3 = -0.5$.
#
# | step | place | slopes | η · slopes | next place |
# |---|---|---|---|---|
# | 1 | (4, 1) | (1·4, 3·1) = (4, 3) | (2, 1.5) | (2, -0.5) |
# | 2 | (2, -0.5) | (1·2, 3·(-0.5)) = (2, -1.5) | (1, -0.75) | (1, 0.25) |
#
# $w_1$ halves at every step; $w_2$ halves too, but changes sides.


# %% exercise="optimizers.descend_bowl"
def descend_bowl(start, curvatures, learning_rate, num_steps):
    """Return all places of gradient descent in the bowl with these curvatures.

    start          where the walk begins, shape (n,)
    curvatures     c for each weight, shape (n,); the slope along a weight is c times its place
    learning_rate  one number above 0
    num_steps      how many steps, k
    returns        the start, and the place after each step, shape (k + 1, n)

    Example: start [4, 1], curvatures [1, 3], learning_rate 0.5 and 2 steps give
    [[4, 1], [2, -0.5], [1, 0.25]].
    """
    ### BEGIN SOLUTION
    path = [start]
    for _ in range(num_steps):
        slopes = curvatures * path[-1]
        path.append(path[-1] - learning_rate * slopes)
    return np.array(path)
    ### END SOLUTION


# %% [markdown] covers="O1"
# The bowl from the beginning (curvatures 0.5 and 3), now with **your** steps. **Try:** η = 0.66 and
# then 0.7. On which side of 2/3 ≈ 0.667 does your walk arrive?

# %% demo=true covers="O1"
widgets.learning_rate_widget(descend_bowl)

# %% [markdown] question="optimizers.limit_rate" covers="O1" points=1 decimals=2
# A bowl has the curvatures 4 and 0.1. Above which learning rate does gradient descent diverge?
#
# - [x] 0.5
#   > Right: the steepest direction decides, 2 / 4 = 0.5.
# - [ ] 20
#   > That is 2 / 0.1. Long before that, the walk diverges along the steep weight.
# - [ ] 0.25
#   > At 1 / 4 the steep weight arrives in one step. It diverges when it comes back as far away.
# - [ ] 2
#   > Divide 2 by the largest curvature.
# - [ ] 0.98
#   > That is 2 divided by the mean of both. The steepest direction alone decides.

# %% [markdown] question="optimizers.zigzag" covers="O1" points=1
# With η = 0.6 the path in the widget zigzags along w₂, but not along w₁. Why?
#
# - [ ] a) The start is farther away along w₂.
#   > It is nearer: 1.6 against 2.2. How far away it is only scales the path.
# - [ ] b) w₂ has a larger learning rate.
#   > Both have the same. That is the trouble: they would need different ones.
# - [ ] c) The gradient is less exact along w₂.
#   > It is exact for both. The step itself is too long for the steep direction.
# - [x] d) The bowl is steeper along w₂, so the same rate goes beyond the middle there.
#   > Right: 1 - 0.6·3 = -0.8 changes sides at each step, 1 - 0.6·0.5 = 0.7 does not.

# %% [markdown] covers="O1"
# A real network has thousands of curvatures, and nobody knows them. So the learning rate is tried
# out. A number like this, which we choose before the training and the training does not change, is
# called a **hyperparameter**. (Others: the number of layers, their width, the size of a batch.)
#
# Here is the network 64-32-10 on the handwritten digits of lesson 04. A *logit* is the output
# before the softmax; the loss below takes logits and does the softmax itself.

# %% provided="digits"
digits = load_digits()


def train(optimizer, num_epochs, batch_size=32):
    """Return the loss of each epoch of a network 64-32-10, always from the same weights."""
    rng = np.random.default_rng(0)
    network = multilayer_perceptron([64, 32, 10], rng=rng)
    trainer = Trainer(network, CROSS_ENTROPY_FROM_LOGITS, optimizer)
    history = trainer.fit(
        digits.train.X,
        digits.train.targets,
        num_epochs=num_epochs,
        batch_size=batch_size,
        rng=rng,
        progress=False,
    )
    return history.series("loss")


# %% demo=true covers="O1"
curves = {f"η = {rate:g}": train(optimizers.SGD(rate), 10) for rate in (0.001, 0.01, 0.1, 2.0)}
_ = plots.plot_losses(curves, title="The same network, four learning rates")

# %% [markdown] covers="O1"
# Learn to read such curves:
#
# - 0.001: falls, but slowly. **Too small**; there is nothing wrong otherwise.
# - 0.01: better. 0.1: down quickly, then ever flatter. **Right.**
# - 2: stays near 2.3, which is log 10, the loss of pure guessing. **Too large**: the first steps
#   threw the weights so far away that the network never recovers. The curve may also jump up and
#   down, or end in NaN.
#
# Try powers of ten and look at the curves. A usual first try is **0.001**, also written 1e-3,
# together with the optimizer Adam (section 7). Plain gradient descent often wants more, as here.

# %% [markdown] question="optimizers.jumping_loss" covers="O1" points=1
# The loss jumps up and down between 2 and 9 from the first epoch on. What do you try first?
#
# - [ ] a) Train for longer: ten times as many epochs.
#   > A walk that goes beyond the bottom at each step does so for ever.
# - [x] b) A learning rate ten times smaller.
#   > Right: large jumps from the beginning are the sign of steps that are too long.
# - [ ] c) A learning rate ten times larger, to get over it.
#   > Then the jumps become larger still.
# - [ ] d) A larger network.
#   > The steps are too long for any network. First let it walk, then see how far it gets.

# %% [markdown] covers="O1"
# Large steps are good at the beginning, small ones at the end, when we are near the bottom. So let
# the rate fall. The simplest way, **step decay**: after every 10 epochs, say, multiply it by ½.
# With η = 0.8 at first:
#
# | epoch | 1 … 10 | 11 … 20 | 21 … 30 | 31 … 40 |
# |---|---|---|---|---|
# | changes behind it | 0 | 1 | 2 | 3 |
# | η | 0.8 | 0.4 | 0.2 | 0.1 |
#
# In Python `//` divides and drops the rest: `24 // 10` is 2. Mind that epochs count from 1.


# %% exercise="optimizers.decayed_rate"
def decayed_rate(learning_rate, epoch, factor, every):
    """Return the learning rate in an epoch, when it falls by a factor after every so many.

    learning_rate  the rate in the first epochs
    epoch          which epoch this is, counted from 1
    factor         what the rate is multiplied by at each change, such as 0.5
    every          how many epochs lie between two changes, such as 10
    returns        one number

    Example: decayed_rate(0.8, 25, 0.5, 10) is 0.2.
    """
    ### BEGIN SOLUTION
    changes = (epoch - 1) // every
    return learning_rate * factor**changes
    ### END SOLUTION


# %% [markdown] covers="O2"
# ## 2. All samples, one sample, or a few
#
# The gradient is a mean over samples. Over how many?
#
# - **full batch**: all samples, then one step. The gradient is exact, and each step is expensive.
# - **stochastic** (SGD in the narrow sense): one sample, then a step. Cheap, but each sample pulls
#   its own way: the gradient is **noisy**.
# - **mini-batch**: a few samples, often 32, then a step. Between the two, and what everybody does.
#
# The name **SGD**, stochastic gradient descent, is used for mini-batches too. *Stochastic* means
# random: in each epoch the samples come in a new random order.

# %% [markdown]
# 32 samples, a neuron with two weights. Left the walk with the batch size that you choose, right
# the loss after each epoch for three batch sizes. **Try:**
#
# 1. Go through the three batch sizes. How many steps does each make in 4 epochs?
# 2. Choose *1: stochastic* and move *epochs* to 8. Does the walk ever come to rest?
# 3. Move *random order* and watch the curves on the right. Which one does not change at all?
# 4. Set η = 0.2 and then 0.02. For which batch size does a large rate hurt most?

# %% demo=true covers="O2"
widgets.batch_noise_widget()

# %% [markdown] covers="O2"
# What you saw, for 4 epochs, each of which looks at every sample once and so costs the same:
#
# | | steps | the walk |
# |---|---|---|
# | full batch of 32 | 4 | straight, but it does not get far |
# | mini-batches of 8 | 16 | a little noise; near the bottom |
# | single samples | 128 | there after one epoch, then it trembles round the bottom |
#
# A small batch makes many cheap, noisy steps. Noise is not only bad: it can shake a walk out of a
# bad place. Where it trembles too much, take a smaller rate or a larger batch. One more reason for
# 32 and not 1: a computer works out 32 samples at once nearly as fast as one.

# %% [markdown] question="optimizers.steps_of_epoch" covers="O2" points=1 decimals=0
# The digits have 1197 training images. How many steps does an epoch make with batches of 32?
#
# - [x] 38
#   > Right: 1197 / 32 = 37.4, so 37 whole batches and a smaller one.
# - [ ] 37
#   > 37 · 32 = 1184. The 13 images that are left make a smaller batch of their own.
# - [ ] 1197
#   > That would be one step a sample: batches of 1.
# - [ ] 32
#   > That is how many images are in a batch. How many batches are there?
# - [ ] 1
#   > That would be the full batch.

# %% [markdown] question="optimizers.still_full_batch" covers="O2" points=1
# In the widget, *random order* changes the curves of the batches of 8 and of 1, but not that of the
# full batch. Why?
#
# - [x] a) The mean over all samples is the same in any order.
#   > Right: the full batch has no choice of samples, so there is no noise.
# - [ ] b) The full batch has a smaller learning rate.
#   > All three have the same rate. Look at the slider: there is only one.
# - [ ] c) It makes too few steps for a change to be seen.
#   > Even a single step would show a change, if there were one.
# - [ ] d) Its samples are sorted by size first.
#   > Nothing is sorted. Adding the same numbers in another order gives the same sum.

# %% [markdown]
# ### Exercise: batches from an order
#
# `order` is a list such as [3, 0, 4, 1, 2]: first sample 3, then sample 0, and so on. Cut it into
# batches. If the last batch gets fewer samples, it is smaller; no sample is left out.


# %% exercise="optimizers.batch_indices"
def batch_indices(order, batch_size):
    """Return the batches: a list of lists, each with the numbers of its samples.

    order       the numbers of all samples in the order in which they are seen, a list
    batch_size  how many samples a batch has; the last one holds what is left
    returns     a list of lists

    Example: batch_indices([3, 0, 4, 1, 2], 2) is [[3, 0], [4, 1], [2]].
    """
    ### BEGIN SOLUTION
    batches = []
    for start in range(0, len(order), batch_size):
        batches.append(order[start : start + batch_size])
    return batches
    ### END SOLUTION


# %% demo=true covers="O2"
rng = np.random.default_rng(6)
for epoch in (1, 2, 3):
    order = rng.permutation(7).tolist()
    print(f"epoch {epoch}: {library_batch_indices(order, 3)}")

# %% [markdown] covers="O2"
# `rng.permutation(7)` mixes the numbers 0 to 6. In each epoch every sample has its turn once, in
# other company. (The cell uses the library's function; it does what yours should do.)
#
# And on the digits? The same rate, η = 0.05, the same five epochs:

# %% demo=true covers="O2"
curves = {
    f"batches of {size}": train(optimizers.SGD(0.05), 5, batch_size=size)
    for size in (1197, 128, 32, 8)
}
_ = plots.plot_losses(curves, title="The same network, four batch sizes")

# %% [markdown] covers="O2"
# The full batch makes 5 steps in all and has hardly begun.
#
# From now on each step has a gradient of its own, from its own mini-batch. We write k gradients of
# n weights as a matrix of shape (k, n), one step a row. **By hand:** start (1, 2), η = 0.1:
#
# | step | gradient | params |
# |---|---|---|
# | 1 | (10, 0) | (1 - 0.1·10, 2 - 0.1·0) = (0, 2) |
# | 2 | (-5, 10) | (0 + 0.1·5, 2 - 0.1·10) = (0.5, 1) |
#
# This is plain SGD. The next three optimizers change only the line with the step.


# %% exercise="optimizers.sgd_steps"
def sgd_steps(params, gradients, learning_rate):
    """Return the parameters after one step for each gradient.

    params         where the walk begins, shape (n,); this array stays as it is
    gradients      the gradient of each step, one a row, shape (k, n)
    learning_rate  one number above 0
    returns        the parameters after the last step, shape (n,)

    Example: params [1, 2], gradients [[10, 0], [-5, 10]] and learning_rate 0.1 give [0.5, 1].
    """
    ### BEGIN SOLUTION
    for gradient in gradients:
        params = params - learning_rate * gradient
    return params
    ### END SOLUTION


# %% [markdown] covers="O7"
# ## 3. Where a walk can end
#
# The loss of a network is no bowl. It has places of several kinds where the slope is 0:
#
# - a **global minimum**: nowhere is the loss lower;
# - a **local minimum**: lower than all around it, but somewhere else it is lower still;
# - a **maximum**: higher than all around it;
# - a **saddle**: it goes down in one direction and up in another, as on a mountain pass.
#
# Gradient descent feels only the slope under its feet. Where the slope is 0, it stands still.

# %% [markdown]
# A ball on a curve with all four. (A curve of one weight has no pass; what is called *saddle* here
# is a level step in the slope, which is as flat.) Leave *momentum* at 0 for now. **Try:**
#
# 1. Start at -2.9. Where does the ball end? And with a start at 1?
# 2. Start at 0. What happens near the saddle? Look at the slope in the words below.
# 3. From which starts does it get to the global minimum?

# %% demo=true covers="O7"
widgets.minima_widget()

# %% [markdown] covers="O7"
# What you saw: the start decides. From the left, the ball ends in the local minimum. From 0 it
# comes to the saddle and crawls: after 120 steps it has not passed it. Only from the right of the
# saddle does it reach the global minimum.
#
# In large networks, local minima are rarely the trouble; among thousands of directions there is
# nearly always one that still leads down. That makes **saddles** far more common, and they cost
# time. Here is one with two weights, SGD starting almost on its ridge:

# %% demo=true covers="O7"
saddle_path = [np.array([-2.0, 0.02])]
for _ in range(60):
    w1, w2 = saddle_path[-1]
    slopes = np.array([w1, -w2 + 0.32 * w2**3])
    saddle_path.append(optimizers.sgd_step(saddle_path[-1], slopes, 0.1))
saddle = plots.Surface(
    lambda w1, w2: 0.5 * w1**2 - 0.5 * w2**2 + 0.08 * w2**4, (-2.5, 2.5), (-2.5, 2.5)
)
_ = plots.plot_paths(saddle, {"SGD, 60 steps": saddle_path}, title="A saddle at (0, 0)")

# %% [markdown] covers="O7"
# Each point is a step. They crowd in the middle: there the slope is almost 0 in every direction, so
# the steps are tiny, until the small part that leads upwards in the picture has grown.

# %% [markdown] question="optimizers.flat_place" covers="O7" points=1
# A walk stands at a place where the slope is 0 along w₁ and along w₂. Along w₁ the loss rises to
# both sides, along w₂ it falls to both sides. What is this place?
#
# - [ ] a) A local minimum
#   > Then it would rise along w₂ as well.
# - [ ] b) A maximum
#   > Then it would fall along w₁ as well.
# - [x] c) A saddle
#   > Right: up one way, down another, as on a pass between two mountains.
# - [ ] d) A global minimum
#   > It falls along w₂, so there are lower places close by.

# %% [markdown] question="optimizers.local_end" covers="O7" points=1
# Plain gradient descent with a small rate has come to rest in a minimum. What do you know?
#
# - [ ] a) It is the global minimum, for the loss fell at every step.
#   > It fell at every step in the widget too, into the local minimum.
# - [x] b) Near this place the loss is nowhere lower; farther off it may be.
#   > Right: the slope tells about the near surroundings only.
# - [ ] c) It is a local minimum that is not global, for the start was random.
#   > It can be either. From some starts the ball does reach the global minimum.
# - [ ] d) The training failed.
#   > Not at all: many minima of a network are good enough. What counts is how low the loss is.

# %% [markdown] covers="O3"
# ## 4. Momentum
#
# A real ball would not stop in a small dip. It has **inertia**: it keeps a part of its speed. So
# let us remember a **velocity** v, one number for each weight, 0 at the beginning:
#
# $$v \leftarrow \mu v + g \qquad\qquad w \leftarrow w - \eta v$$
#
# $g$ is the gradient of this step. The share μ (mu), often 0.9, is called **momentum**: of the old
# velocity 90 % are kept, and 10 % are lost, as by friction. Slopes that agree from step to step add
# up; slopes that change their sign cancel.

# %% [markdown] covers="O3"
# **By hand.** $L = w^2$, so $g = 2w$. Start 4, η = 0.1, μ = 0.9.
#
# | step | w | g | v | η v | new w |
# |---|---|---|---|---|---|
# | 1 | 4 | 8 | 0.9·0 + 8 = 8 | 0.8 | 3.2 |
# | 2 | 3.2 | 6.4 | 0.9·8 + 6.4 = 13.6 | 1.36 | 1.84 |
#
# Plain SGD would come to 3.2 - 0.64 = 2.56 in the second step. The first step is the same for
# both, since v was 0: **memory shows only from the second step on**.

# %% [markdown] covers="O3"
# Two other forms are published. In one the gradient is multiplied by $1 - \mu$, so that v is a
# running mean (you will meet it again in section 6). In the other, by Nesterov, the slope is taken
# a little ahead. They are good, too, but give other numbers. Here we mean the classical form above,
# with the gradient in full.

# %% [markdown] question="optimizers.second_velocity" covers="O3" points=1 decimals=2
# A weight has w = 2 and the velocity v = 4. Now the gradient is -1. With η = 0.1 and μ = 0.9, what
# is w after this step?
#
# - [x] 1.74
#   > Right: v = 0.9·4 - 1 = 2.6, and 2 - 0.1·2.6 = 1.74. It still moves down, against the slope.
# - [ ] 2.1
#   > That is plain SGD, 2 - 0.1·(-1). The velocity of before counts, too.
# - [ ] 1.65
#   > You multiplied the gradient by 1 - μ. In the classical form it comes in full.
# - [ ] 1.54
#   > The gradient is negative: v = 3.6 - 1, not 3.6 + 1.
# - [ ] 2.26
#   > The velocity is right, 2.6. The step is subtracted.
# - [ ] -0.6
#   > The velocity is right, 2.6. The step is η times the velocity.


# %% exercise="optimizers.momentum_steps"
def momentum_steps(params, gradients, learning_rate, momentum):
    """Return the parameters after one step with momentum for each gradient.

    params         where the walk begins, shape (n,); this array stays as it is
    gradients      the gradient of each step, one a row, shape (k, n)
    learning_rate  η, above 0
    momentum       μ, the share of the velocity that is kept, from 0 to below 1
    returns        the parameters after the last step, shape (n,)

    Example: params [1], gradients [[2], [1]], learning_rate 0.1 and momentum 0.5 give [0.6]:
    v is 2, then 0.5·2 + 1 = 2.
    """
    ### BEGIN SOLUTION
    velocity = np.zeros(len(params))
    for gradient in gradients:
        velocity = momentum * velocity + gradient
        params = params - learning_rate * velocity
    return params
    ### END SOLUTION


# %% [markdown]
# Back to the ball, which now rolls by **your** `momentum_steps`. **Try:** start at -2.9 and raise
# *momentum* from 0 step by step. With which value does the ball first roll through the local
# minimum, over the hill, past the saddle and into the global minimum? Watch it with *Play*. With
# 0.95, what does it do at the end?

# %% demo=true covers="O3"
widgets.minima_widget(momentum_steps)

# %% [markdown] question="optimizers.first_momentum" covers="O3 O7" points=1 decimals=2
# Start at -2.9, 120 steps: what is the smallest momentum on the slider with which the ball ends in
# the global minimum?
#
# - [x] 0.9
#   > Right: with 0.8 it swings in the local minimum and stays there.
# - [ ] 0.8
#   > With 0.8 it climbs a part of the hill and rolls back.
# - [ ] 0.95
#   > That works as well, but a smaller one does, too.
# - [ ] 0.7
#   > Look at where the ball ends: it is still in the left dip.

# %% [markdown] covers="O3"
# Momentum rolls through small local minima and over level places, and is faster along a valley. Its
# price: it overshoots and swings before it settles.

# %% [markdown] covers="O4"
# ## 5. RMSprop
#
# The other trouble was the bowl: one rate, but a steep and a gentle direction. Could each weight
# have a rate of its own, one that finds itself?
#
# The idea: divide each step by the *usual size* of that weight's gradient. A steep direction is
# divided by much, a gentle one by little. For the usual size, keep a **running mean** of the
# squared gradients. A running mean keeps the share ρ (rho) of what it was and lets the share
# 1 - ρ of the new value in:
#
# $$s \leftarrow \rho s + (1 - \rho)\, g^2 \qquad\qquad w \leftarrow w - \eta\,
# \frac{g}{\sqrt{s} + \varepsilon}$$

# %% [markdown] covers="O4"
# - Squares, because gradients up and down should both count as large. The root at the end brings
#   the size of a gradient back. **R**oot of the **m**ean **s**quare: that is the name.
# - Often ρ = 0.9; s begins at 0.
# - ε (epsilon) is tiny, often 10⁻⁸. It only keeps us from dividing 0 by 0. Some books put it under
#   the root; here it stands outside.
# - $g^2$, the root and the division are meant number by number: each weight has its own s.

# %% [markdown] covers="O4"
# **By hand.** Two weights, the first 100 times as steep. Start (1, 1), η = 0.1, ρ = 0.9.
#
# | step | g | s | √s | η g / √s | new w |
# |---|---|---|---|---|---|
# | 1 | (2, 0.02) | (0.4, 0.00004) | (0.6325, 0.006325) | (0.316, 0.316) | (0.684, 0.684) |
# | 2 | (1, 0.02) | (0.46, 0.000076) | (0.6782, 0.008718) | (0.147, 0.229) | (0.536, 0.454) |
#
# For the steep weight: s = 0.9·0 + 0.1·2² = 0.4, then 0.9·0.4 + 0.1·1² = 0.46. Both weights move
# about equally far! Plain SGD would move the gentle one by 0.002.

# %% [markdown] question="optimizers.hundredfold" covers="O4" points=1
# Somebody measures the loss in cents instead of dollars, so every gradient becomes 100 times as
# large. What happens to the steps of RMSprop (with a tiny ε)?
#
# - [ ] a) They become 100 times as long.
#   > So it is with SGD. Here g is divided by √s, which grows by the same factor.
# - [ ] b) They become 10 times as long.
#   > g grows by 100, and s by 100² = 10000, so √s grows by 100 as well.
# - [ ] c) They become 100 times as short.
#   > s grows by 10000, but its root by 100, just as g does.
# - [x] d) They stay as they are.
#   > Right: g and √s both grow by 100, and the factor cancels.


# %% exercise="optimizers.rmsprop_steps"
def rmsprop_steps(params, gradients, learning_rate, decay, eps):
    """Return the parameters after one step of RMSprop for each gradient.

    params         where the walk begins, shape (n,); this array stays as it is
    gradients      the gradient of each step, one a row, shape (k, n)
    learning_rate  η, above 0
    decay          ρ, the share of the mean square that is kept, from 0 to below 1
    eps            ε, a small number above 0, added to the root
    returns        the parameters after the last step, shape (n,)

    Example: params [1], gradients [[2], [4]], learning_rate 0.1, decay 0.75 and eps 1e-8 give
    about [0.6165]: s is 1, then 4.75.
    """
    ### BEGIN SOLUTION
    mean_square = np.zeros(len(params))
    for gradient in gradients:
        mean_square = decay * mean_square + (1 - decay) * gradient**2
        params = params - learning_rate * gradient / (np.sqrt(mean_square) + eps)
    return params
    ### END SOLUTION


# %% [markdown] covers="O5"
# ## 6. A mean that begins at 0
#
# Look again at step 1 of the table: both weights moved by 0.316, more than three times η. Why? The
# mean s began at 0, and after one step it holds only a tenth of g². It is **too small**, so we
# divided by too little.
#
# Let the value be always 4, with β = 0.9 as the share that is kept. The running mean m should say
# 4, but says:
#
# | after k values | m | β^k | 1 - β^k | m / (1 - β^k) |
# |---|---|---|---|---|
# | 1 | 0.9·0 + 0.1·4 = 0.4 | 0.9 | 0.1 | 4 |
# | 2 | 0.9·0.4 + 0.1·4 = 0.76 | 0.81 | 0.19 | 4 |
# | 3 | 0.9·0.76 + 0.1·4 = 1.084 | 0.729 | 0.271 | 4 |

# %% [markdown] covers="O5"
# The last column repairs it exactly. The reason: after k steps the share $\beta^k$ of the mean
# still belongs to the 0 of the start, and only $1 - \beta^k$ to real values. Dividing by that
# share is called **bias correction** (this *bias* is a lean to one side; it is not a neuron's b).
# After many steps $\beta^k$ is almost 0, and the correction fades away by itself.
#
# The corrected mean is used, but the *uncorrected* one is carried on to the next step.


# %% exercise="optimizers.corrected_mean"
def corrected_mean(values, beta):
    """Return the running mean of all values, corrected for its start at 0.

    values   the values in their order: k numbers, shape (k,), or k rows, shape (k, n)
    beta     β, the share of the mean that is kept at each value
    returns  one number, or for rows a mean for each column, shape (n,)

    Example: values [4, 8] and beta 0.5 give about 6.667: the mean is 2, then 5, and
    5 / (1 - 0.25) = 6.667.
    """
    ### BEGIN SOLUTION
    mean = 0.0
    for value in values:
        mean = beta * mean + (1 - beta) * value
    return mean / (1 - beta ** len(values))
    ### END SOLUTION


# %% [markdown] question="optimizers.why_correct" covers="O5" points=1
# When does bias correction matter most?
#
# - [x] a) In the first steps
#   > Right: there most of the mean is still the 0 it began with.
# - [ ] b) In the last steps, near the minimum
#   > By then β^k is almost 0, and the mean is divided by almost 1.
# - [ ] c) When β is near 0
#   > Then the mean forgets its start at once. It matters most for β near 1, such as 0.999.
# - [ ] d) For the biases of the network, not for its weights
#   > It has nothing to do with a neuron's bias. It is done for all parameters.

# %% [markdown] covers="O5"
# ## 7. Adam
#
# **Adam** (adaptive moments) puts it all together. It keeps two running means for each weight: m,
# of the gradients, which is momentum in the form of a mean; and v, of their squares, as in RMSprop.
# (This v is no velocity.) Both are corrected. In step t = 1, 2, 3, …:
#
# $$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad\qquad
# v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$
#
# $$\hat m = \frac{m}{1 - \beta_1^t} \qquad \hat v = \frac{v}{1 - \beta_2^t} \qquad\qquad
# w \leftarrow w - \eta\,\frac{\hat m}{\sqrt{\hat v} + \varepsilon}$$
#
# Usual: β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, η = 0.001. t counts steps; all weights share it.

# %% [markdown] covers="O5"
# **By hand.** One weight, w = 1, η = 0.1, usual betas; the gradients are 4 and then 2.
#
# | t | m | v |
# |---|---|---|
# | 1 | 0.9·0 + 0.1·4 = 0.4 | 0.999·0 + 0.001·16 = 0.016 |
# | 2 | 0.9·0.4 + 0.1·2 = 0.56 | 0.999·0.016 + 0.001·4 = 0.019984 |
#
# | t | m̂ | v̂ | step η m̂ / √v̂ | new w |
# |---|---|---|---|---|
# | 1 | 0.4 / 0.1 = 4 | 0.016 / 0.001 = 16 | 0.1·4 / 4 = 0.1 | 0.9 |
# | 2 | 0.56 / 0.19 = 2.947 | 0.019984 / 0.001999 = 9.997 | 0.1·2.947 / 3.162 = 0.0932 | 0.8068 |
#
# The first step is exactly η, however steep it is: m̂ = g and √v̂ = |g|. Without the correction it
# would be 0.1 · 0.4 / √0.016 = 0.316, three times as long. (Other forms put ε under the root, or
# beside the uncorrected v. Here it is added to √v̂.)

# %% [markdown] question="optimizers.first_adam_step" covers="O5" points=1 decimals=4
# A weight's gradient is 0.05 in the first step. How far does Adam move it with η = 0.01 and the
# usual betas? (Leave ε out.)
#
# - [x] 0.01
#   > Right: m̂ = g and √v̂ = |g|, so the first step is η long.
# - [ ] 0.0005
#   > That is η · g, the step of SGD. Adam divides by the gradient's size.
# - [ ] 0.05
#   > That is the gradient. Its size cancels.
# - [ ] 0.0316
#   > That is the step without bias correction.
# - [ ] 0.001
#   > That is the usual η. Here it is 0.01.


# %% exercise="optimizers.adam_step"
def adam_step(params, gradient, m, v, t, learning_rate, beta1, beta2, eps):
    """Return (params, m, v) after the t-th step of Adam.

    params               the parameters before this step, shape (n,)
    gradient             the gradient of this step, shape (n,)
    m, v                 what is remembered from the steps before, each of shape (n,)
    t                    which step this is, counted from 1
    learning_rate        η, above 0
    beta1, beta2, eps    the three other settings
    returns              three things, each of shape (n,): the new parameters, and the new m and
                         v, both uncorrected; the arrays that came in stay as they are

    Example: params [1], gradient [2], m [0], v [0], t = 1, learning_rate 0.1, beta1 0.5,
    beta2 0.75, eps 1e-8 give about [0.9], [1], [1].
    """
    ### BEGIN SOLUTION
    m = beta1 * m + (1 - beta1) * gradient
    v = beta2 * v + (1 - beta2) * gradient**2
    m_hat = m / (1 - beta1**t)
    v_hat = v / (1 - beta2**t)
    return params - learning_rate * m_hat / (np.sqrt(v_hat) + eps), m, v
    ### END SOLUTION


# %% [markdown]
# ### Exercise: several steps of Adam
#
# Now the loop. m and v begin with zeros, t with 1. You may call the library's
# `optimizers.adam_step`, which takes and returns the same as yours.
# `enumerate(gradients, start=1)` gives each gradient together with its number.


# %% exercise="optimizers.adam_steps"
def adam_steps(params, gradients, learning_rate, beta1, beta2, eps):
    """Return the parameters after one step of Adam for each gradient.

    params               where the walk begins, shape (n,); this array stays as it is
    gradients            the gradient of each step, one a row, shape (k, n)
    learning_rate        η, above 0
    beta1, beta2, eps    the three other settings
    returns              the parameters after the last step, shape (n,)

    Example: params [1], gradients [[2], [-1]], learning_rate 0.1, beta1 0.5, beta2 0.75 and
    eps 1e-8 give about [0.9]: the second m is 0, so the second step is 0.
    """
    ### BEGIN SOLUTION
    m = np.zeros(len(params))
    v = np.zeros(len(params))
    for t, gradient in enumerate(gradients, start=1):
        params, m, v = optimizers.adam_step(
            params, gradient, m, v, t, learning_rate, beta1, beta2, eps
        )
    return params
    ### END SOLUTION


# %% [markdown] covers="O3 O4 O5"
# All four of your rules, step by step in the long valley. **Try:**
#
# 1. Set *step* to 0 and press *Play*. Who is on the floor of the valley first, and who crawls?
# 2. Leave the bias correction out of your Adam and run both cells again. How long are its first
#    steps now? (Put it back afterwards.)

# %% demo=true covers="O3 O4 O5"
widgets.optimizer_race_widget(
    adam_step, sgd_steps=sgd_steps, momentum_steps=momentum_steps, rmsprop_steps=rmsprop_steps
)

# %% [markdown] question="optimizers.adam_memory" covers="O5" points=1 decimals=0
# The network 64-32-10 has 2410 parameters. How many numbers does Adam remember from step to step,
# besides the parameters themselves and the count t?
#
# - [x] 4820
#   > Right: m and v for each parameter. Large networks feel this in their memory.
# - [ ] 2410
#   > That is what momentum or RMSprop remembers. Adam has m and v.
# - [ ] 2
#   > m and v have a number for each parameter.
# - [ ] 7230
#   > The gradient is new at every step and need not be remembered.

# %% [markdown] covers="O6"
# ## 8. The race
#
# A long valley, 40 times as steep across as along: $L = \tfrac12 (0.1\, w_1^2 + 4\, w_2^2)$. Four
# optimizers start at the cross, all with η = 0.1. Which will be down first? And which will swing?
#
# The next two cells let **your own** four functions run. A function that is not written yet is left
# out.

# %% provided="valley"
valley_curvatures = np.array([0.1, 4.0])
valley = plots.Surface(lambda w1, w2: 0.5 * (0.1 * w1**2 + 4.0 * w2**2), (-2.5, 2.5), (-2.5, 2.5))


def walk(steps, num_steps):
    """Return all places of a walk in the valley; `steps` makes all steps so far with one rule."""
    start = np.array([-2.2, 1.2])
    path, gradients = [start], []
    for _ in range(num_steps):
        gradients.append(valley_curvatures * path[-1])
        path.append(steps(start, np.array(gradients)))
    return np.array(path, dtype=float)


# %% demo=true covers="O6"
rules = {
    "SGD": lambda params, gradients: sgd_steps(params, gradients, 0.1),
    "momentum": lambda params, gradients: momentum_steps(params, gradients, 0.1, 0.9),
    "RMSprop": lambda params, gradients: rmsprop_steps(params, gradients, 0.1, 0.9, 1e-8),
    "Adam": lambda params, gradients: adam_steps(params, gradients, 0.1, 0.9, 0.999, 1e-8),
}
paths = {}
for name, steps in rules.items():
    try:
        paths[name] = walk(steps, 40)
    except Exception as error:
        print(f"Your {name} cannot run yet: {type(error).__name__} {error}")
_ = plots.plot_paths(valley, paths, title="Your optimizers, 40 steps in a long valley")

# %% [markdown] covers="O6"
# - **SGD** drops to the floor of the valley at once and then crawls along it.
# - **Momentum** gains speed along the valley, but swings across it.
# - **RMSprop** goes almost diagonally, as if both directions were equally steep.
# - **Adam** does so as well, a little more slowly at first, with a swing at the end.
#
# Now other surfaces and rates. **Try:**
#
# 1. *long valley*: raise η to 0.6. Who diverges, and who does not?
# 2. *bowl*, η = 0.1: who is worse than plain SGD here?
# 3. *saddle*, η = 0.03: who leaves it last?
# 4. *two minima*, η = 0.1: one alone reaches the deeper minimum, on the left. Which one, and why?

# %% demo=true covers="O3 O4 O5 O6"
widgets.optimizer_race_widget()

# %% [markdown] covers="O6"
# What you saw: in the long valley with η = 0.6 only SGD diverges, since 0.6 is above 2/4. In an
# even bowl plain SGD is as good as any, and momentum swings needlessly. On the saddle SGD waits
# longest. Of the two minima only momentum reaches the deeper one: it has the speed to roll on.
#
# No optimizer wins everywhere.

# %% [markdown] question="optimizers.race_valley" covers="O4 O5" points=1
# In the long valley RMSprop and Adam go along the floor much faster than SGD with the same η. Why?
#
# - [ ] a) Their gradients are larger.
#   > All four walk on the same surface, with the same gradients at the same place.
# - [ ] b) They look ahead and know where the minimum is.
#   > They know only the gradients so far, as the others do.
# - [x] c) Each weight's step is divided by the usual size of its own gradient.
#   > Right: along the floor the gradient is small, and so is what it is divided by.
# - [ ] d) They take more steps in the same time.
#   > All four make the same number of steps.

# %% [markdown] covers="O6"
# And on real data? The network 64-32-10 on the digits, first weights and batches the same for all.
# Once with η = 0.01 for all four, once with a larger rate for SGD and momentum:

# %% demo=true covers="O6"
same_rate = {
    "SGD, 0.01": train(optimizers.SGD(0.01), 10),
    "momentum, 0.01": train(optimizers.Momentum(0.01), 10),
    "RMSprop, 0.01": train(optimizers.RMSprop(0.01), 10),
    "Adam, 0.01": train(optimizers.Adam(0.01), 10),
}
own_rate = {
    "SGD, 0.3": train(optimizers.SGD(0.3), 10),
    "momentum, 0.05": train(optimizers.Momentum(0.05), 10),
    "RMSprop, 0.005": train(optimizers.RMSprop(0.005), 10),
    "Adam, 0.01": train(optimizers.Adam(0.01), 10),
}
_ = plots.plot_losses(same_rate, title="Digits: one learning rate for all")
_ = plots.plot_losses(own_rate, title="Digits: a rate for each")

# %% [markdown] covers="O6"
# With one rate for all, SGD seems hopeless. With a rate of its own, it is nearly as good as the
# others. So be careful with comparisons: an optimizer is only as good as its learning rate.
#
# That is Adam's real merit: 0.001 or 0.01 works for very many networks without much trying, since
# its steps are about η long, whatever the gradients are. It is the **usual first choice**. SGD with
# momentum, well tuned and with a falling rate, is a strong rival, above all for images.

# %% [markdown] written="optimizers.advice" covers="O1 O3 O5" points=3
# A friend trains a network with plain SGD and η = 0.0001. After 50 epochs the loss has hardly
# moved, so she says: "The network is too small." What do you tell her? Write three to five
# sentences: what the curve says, what you would try and in which order, and what would show you
# that you went too far.
#
# > Rubric
# >
# > 1 point: a loss that falls very slowly points to a learning rate that is too small; the size of
# > the network cannot be judged from this yet.
# >
# > 1 point: names sensible things to try, the rate first: larger by factors of ten, then Adam with
# > about 0.001, or momentum.
# >
# > 1 point: says how too large a rate shows: the loss jumps, stays at the level of guessing, grows,
# > or becomes NaN.
# >
# > Model answer: Your curve falls, only very slowly, so first of all your steps are too short. Make
# > the rate ten times as large, and again, and compare the curves. Or take Adam with 0.001, which
# > gives each weight a step of a fitting size; momentum helps as well. If the loss jumps up and
# > down, or becomes NaN, you went too far: go back by a factor of ten. Only when it learns quickly
# > and then stays too high is it time to think about the size of the network.

# %% [markdown]
# ## Summary
#
# - The learning rate is the first hyperparameter to get right: too small crawls, too large zigzags
#   or diverges. Try powers of ten; 0.001 with Adam is a good first try. It may fall with time.
# - Mini-batches: many cheap, noisy steps in place of few exact ones.
# - A slope of 0: local or global minimum, maximum, saddle. Descent sees only what is near.
# - Momentum: $v \leftarrow \mu v + g$, $w \leftarrow w - \eta v$. Speed through dips and level
#   places.
# - RMSprop: divide by the root of a running mean of $g^2$. Each weight gets a step of its own.
# - Adam: both, with bias correction $m / (1 - \beta_1^t)$, $v / (1 - \beta_2^t)$.

# %% [markdown]
# ## Control questions
#
# Answer them without looking back; then look back.

# %% [markdown] question="optimizers.control_rate" covers="O1" points=1
# In a bowl, η is so chosen that $1 - \eta c = -1$ for the steepest direction. What does the walk
# do along it?
#
# - [ ] a) It arrives in one step.
#   > That happens when the factor is 0.
# - [ ] b) It comes nearer at each step, from alternating sides.
#   > That happens when the factor is between -1 and 0.
# - [x] c) It jumps to and fro for ever, at the same distance.
#   > Right: each step multiplies by -1. This is the border to divergence.
# - [ ] d) It stands still.
#   > That would be a factor of 1, so η = 0.

# %% [markdown] question="optimizers.control_momentum" covers="O3" points=1 decimals=1
# The gradient is 1 in every step, and μ = 0.9. To which number does the velocity v grow in the long
# run? (At that number, 0.9·v + 1 = v.)
#
# - [x] 10
#   > Right: 0.1·v = 1. Momentum makes a constant slope count ten times.
# - [ ] 1
#   > So it would be with a running mean. Here the gradient comes in full.
# - [ ] 0.9
#   > Solve 0.9·v + 1 = v: bring 0.9·v to the other side.
# - [ ] 1.9
#   > That is v after the second step: 0.9·1 + 1. It goes on growing.

# %% [markdown] question="optimizers.control_no_memory" covers="O3" points=1
# A friend's momentum is tested with one step from v = 0, and the number is right. What do you know?
#
# - [ ] a) The momentum works.
#   > From v = 0 the first step is that of plain SGD, with or without any memory.
# - [ ] b) The momentum does not work.
#   > That is not known either. The test says nothing about the memory.
# - [ ] c) Only that μ is right.
#   > In the first step μ is multiplied by 0: any μ gives the same number.
# - [x] d) Nothing about its memory; it takes a second step to see that.
#   > Right. That is why the checks here make several steps with different gradients.

# %% [markdown] question="optimizers.control_adam" covers="O5" points=1
# What does Adam take from momentum, and what from RMSprop?
#
# - [ ] a) From momentum the division by √v, from RMSprop the mean of the gradients
#   > It is the other way round.
# - [x] b) From momentum the mean of the gradients, from RMSprop the division by √v
#   > Right; and the bias correction comes on top.
# - [ ] c) From both the learning rate: it uses the mean of the two
#   > There is one learning rate η, which we choose.
# - [ ] d) It uses momentum in the first epochs and RMSprop later
#   > It does both in every step.

# %% [markdown] question="optimizers.control_saddle" covers="O7" points=1
# The loss stays level for some epochs, far above what others reach, and then falls again. What is
# the likeliest reason?
#
# - [x] a) The walk crossed a saddle or another level place.
#   > Right: there the gradient is tiny, until a direction that leads down has grown.
# - [ ] b) It was in the global minimum and left it.
#   > Then the loss could not fall afterwards: nowhere is it lower.
# - [ ] c) The learning rate was too large.
#   > Then it would jump or grow, rather than stay level and then fall.
# - [ ] d) The mini-batches were too small.
#   > Small batches make the curve tremble. They do not make it level.

# %% [markdown]
# ## Where to read on
#
# - G. Goh, *Why Momentum Really Works*, Distill, 2017: a page with sliders, free at distill.pub.
# - D. Kingma and J. Ba, *Adam: A Method for Stochastic Optimization*, 2015. Algorithm 1 is the six
#   lines that you wrote.
# - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, MIT Press, 2016, chapter 8. Free to
#   read at deeplearningbook.org.
# - S. Ruder, *An overview of gradient descent optimization algorithms*, 2016: many more of them.

# %% demo=true
progress()
