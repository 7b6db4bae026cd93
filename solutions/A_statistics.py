# %% [markdown]
# # Appendix A: Statistics, how to speak about chance
#
# A network begins with random weights, learns from random batches, drops random neurons, and
# answers with probabilities. This appendix collects the statistics behind all that: what chance
# is, how to describe a heap of numbers, and how to say how good a model is.
#
# **Time:** about 90 minutes. **You need:** lesson 00. You may read it at any time; where it points
# to another lesson, it says which.

# %% [markdown]
# ## What you will be able to do
#
# - say what a probability is, and where chance comes into a network;
# - describe many numbers by a few: mean, median, mode, variance and standard deviation;
# - put the features of a data set on one scale;
# - choose between five distributions, and compute with two of them;
# - draw random numbers, and know how far a sample may be off;
# - judge a classifier by its accuracy and by its confusion matrix.

# %% provided="imports"
import math

import matplotlib.pyplot as plt
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import activations, data, distributions, metrics, plots, statistics, widgets

# %% [markdown] covers="S1"
# ## 1. Probability
#
# Toss a coin many times: about half of the tosses show heads. We say that heads has the
# **probability** 1/2. If all outcomes are equally likely,
#
# $$P(\text{event}) = \frac{\text{outcomes that belong to the event}}{\text{all outcomes}}$$
#
# A probability lies between 0 (impossible) and 1 (certain). All outcomes together make 1, so an
# event and its opposite make 1 too: P(not A) = 1 - P(A).

# %% [markdown] covers="S1"
# Two tosses have four outcomes: HH, HT, TH, TT. So two heads have the probability 1/4, which is
# 1/2 · 1/2: for events that know nothing of each other, **multiply**. "At least one head" is the
# opposite of TT: 1 - 1/4 = 3/4.
#
# The picture shows the share of heads after 1, 2, 3, … tosses of four coins. Early on it may be
# anything; after many tosses it comes near 1/2. What the next toss shows, nobody knows.

# %% demo=true covers="S1"
rng = np.random.default_rng(3)
_, ax = plt.subplots(figsize=(7, 3.4), layout="constrained")
for _ in range(4):
    heads = rng.random(1000) < 0.5
    ax.semilogx(np.arange(1, 1001), np.cumsum(heads) / np.arange(1, 1001), lw=1.5)
ax.axhline(0.5, color="black", ls="--", lw=1)
_ = ax.set(xlabel="tosses", ylabel="share of heads", ylim=(0, 1))

# %% [markdown] covers="S1"
# Where networks meet chance:
#
# | what | where | what is random, or uncertain |
# |---|---|---|
# | first weights, order of the data | lessons 06, 07 | drawn anew for each training |
# | dropout | lesson 07 | each neuron is left out with, say, probability 0.2 |
# | softmax | lesson 01 | the output: "cat with probability 0.67" |
# | sampling | language models | the next word is drawn by its probability |
# | uncertainty | everywhere | how far may I trust this result? |

# %% [markdown] question="statistics.two_dropped" covers="S1" points=1 decimals=2
# Dropout leaves each neuron out with the probability 0.2, each by itself. How likely is it that
# two given neurons are **both** left out?
#
# - [x] 0.04
#   > Right: the two know nothing of each other, so multiply: 0.2·0.2 = 0.04.
# - [ ] 0.4
#   > You added. For "both" the probabilities are multiplied, and the result is smaller than each.
# - [ ] 0.64
#   > That is how likely both stay: 0.8·0.8.
# - [ ] 0.36
#   > That is how likely at least one is left out: 1 - 0.8·0.8.
# - [ ] 0.2
#   > That is the probability for one of them. Both together is rarer.

# %% [markdown] question="statistics.what_a_half_says" covers="S1" points=1
# A fair coin has shown heads five times in a row. What is the probability of heads next time?
#
# - [ ] a) below 1/2, since tails is due
#   > The coin does not remember. In many tosses old runs are drowned; they are not made up for.
# - [ ] b) above 1/2, since heads is on a run
#   > If the coin is fair, the next toss knows nothing of the ones before.
# - [x] c) 1/2
#   > Right: each toss is by itself.
# - [ ] d) 1/64
#   > That is six heads in a row, before the first toss. Five of them have already come.

# %% [markdown] question="statistics.where_chance" covers="S1" points=1
# In which of these is **no** chance and no probability involved?
#
# - [ ] a) dropout during training
#   > Which neurons are left out is drawn anew for every batch.
# - [x] b) the net input z = w·x + b of a trained neuron, for a given sample
#   > Right: the same numbers give the same sum, every time.
# - [ ] c) the output of a softmax layer
#   > It is read as the probabilities of the classes.
# - [ ] d) choosing the next word of a text by its probability
#   > The word is drawn: likely ones come often, unlikely ones now and then.

# %% [markdown] covers="S2"
# ## 2. The middle of many numbers
#
# Seven flats in a street have the rents below, in hundreds. One of them is a penthouse. What is
# "the usual rent" here? There are three answers to that, and each has its use.

# %% provided="rents"
rents = np.array([7.0, 9.0, 6.0, 7.0, 8.0, 7.0, 40.0])

# %% demo=true covers="S2"
_ = plots.plot_histogram(
    rents, bins=34, title="Seven rents", xlabel="rent (hundreds)", ylabel="how many flats"
)

# %% [markdown] covers="S2"
# **Mean** (μ, "mu"): the sum, shared out equally.
#
# $$\mu = \frac{1}{n}\,(x_1 + x_2 + \dots + x_n)$$
#
# By hand: the mean of [2, 4, 6] is (2 + 4 + 6) / 3 = **4**. For the rents it is 84 / 7 = **12**,
# which no flat costs: the penthouse pulls it up. The loss of a network is a mean, so one sample
# with an enormous loss can pull it up in the same way.


# %% exercise="statistics.mean"
def mean(values):
    """Return the mean of the values.

    values   numbers, shape (n,)
    returns  one number

    Example: mean([2, 4, 6]) is 4, with the list given as an array.
    """
    ### BEGIN SOLUTION
    return np.sum(values) / len(values)
    ### END SOLUTION


# %% [markdown] covers="S2"
# **Median:** put the numbers in order and take the one in the middle.
#
# - rents in order: 6, 7, 7, **7**, 8, 9, 40. The median is 7, and with a penthouse of 400 it would
#   still be 7.
# - with an even number there are two in the middle: of 1, **2**, **3**, 4 the median is their mean,
#   (2 + 3) / 2 = **2.5**.


# %% exercise="statistics.median"
def median(values):
    """Return the median: the middle of the sorted values, or the mean of the two middle ones.

    values   numbers in any order, shape (n,); they stay as they are
    returns  one number

    Example: [3, 1, 1000] gives 3, and [4, 1, 2, 3] gives 2.5.
    """
    ### BEGIN SOLUTION
    ordered = np.sort(values)
    n = len(ordered)
    if n % 2 == 1:
        return ordered[n // 2]
    return (ordered[n // 2 - 1] + ordered[n // 2]) / 2
    ### END SOLUTION


# %% [markdown] covers="S2"
# **Mode:** the number that comes most often. Of the rents it is 7, three times. If several are
# equally frequent, there is no single answer; *here* we agree on the **smallest** of them, so
# [5, 5, 2, 2, 9] has the mode 2. (Other programs take the first.)
#
# The mode also works where nothing can be added: the mode of "cat, dog, cat" is cat. When five
# models vote on a class, the winner is the mode.


# %% exercise="statistics.mode"
def mode(values):
    """Return the most frequent value; of equally frequent ones the smallest.

    values   numbers in any order, shape (n,)
    returns  one number

    Example: [3, 1, 3, 2] gives 3, and [5, 5, 2, 2, 9] gives 2.
    """
    ### BEGIN SOLUTION
    distinct, counts = np.unique(values, return_counts=True)
    return distinct[np.argmax(counts)]
    ### END SOLUTION


# %% [markdown] question="statistics.typing_error" covers="S2" points=1
# In a column of 1001 ages a typing error makes 300 out of 30. Which of the three hardly notices?
#
# - [ ] a) only the mean
#   > The mean takes every number in full: 270 too much, shared by 1001.
# - [ ] b) mean and median
#   > The median hardly moves, but the mean takes every number in full.
# - [x] c) median and mode
#   > Right: the median moves by one place in the row at most, and the mode counts how often.
# - [ ] d) none of them
#   > The order of the others and their frequencies are as before. What uses only those?

# %% [markdown] covers="S2"
# ## 3. How far they spread
#
# [4, 4, 4] and [2, 4, 6] both have the mean 4. What differs is the **spread**. Take each number's
# distance from the mean: -2, 0, 2. Their sum is 0, always, because the two sides cancel. So square
# them first, and take the mean of the squares: the **variance**.
#
# $$\sigma^2 = \frac{1}{n} \sum_i (x_i - \mu)^2$$
#
# For [2, 4, 6]: (4 + 0 + 4) / 3 = 8/3 ≈ **2.667**.

# %% [markdown]
# In books you also meet n - 1 in place of n. That form guesses the variance of a larger whole from
# a sample of it. Here, and inside batch normalization (lesson 07), we describe the numbers that we
# have, and divide by n. NumPy's `np.var` does the same, unless you ask for `ddof=1`.


# %% exercise="statistics.variance"
def variance(values):
    """Return the mean squared distance of the values from their mean.

    values   numbers, shape (n,)
    returns  one number, never below 0

    Example: [2, 4, 6] gives 8/3, about 2.667.
    """
    ### BEGIN SOLUTION
    distances = values - np.mean(values)
    return np.mean(distances**2)
    ### END SOLUTION


# %% [markdown] covers="S2"
# Rents in hundreds of euros have a variance in *squared* hundreds of euros: hard to imagine. Its
# root has the old unit again and is called the **standard deviation** σ ("sigma"). For [2, 4, 6]
# it is √2.667 ≈ **1.633**: the numbers lie "about 1.6 off" the mean.


# %% exercise="statistics.standard_deviation"
def standard_deviation(values):
    """Return the square root of the variance.

    values   numbers, shape (n,)
    returns  one number, never below 0

    Example: [2, 4, 6] gives about 1.633.
    """
    ### BEGIN SOLUTION
    return np.sqrt(statistics.variance(values))
    ### END SOLUTION


# %% demo=true covers="S2"
for name in ("mean", "median", "mode", "variance", "standard_deviation"):
    describe = getattr(statistics, name)
    print(f"{name:18}  all rents: {describe(rents):7.2f}   without the penthouse:", end=" ")
    print(f"{describe(rents[rents < 40]):.2f}")

# %% [markdown] question="statistics.variance_by_hand" covers="S2" points=1 decimals=1
# Work out the variance of [1, 3, 3, 5] by hand.
#
# - [x] 2
#   > Right: the mean is 3, the squares are 4, 0, 0, 4, and 8 / 4 = 2.
# - [ ] 2.7
#   > You divided by n - 1 = 3. Here it is divided by n = 4.
# - [ ] 8
#   > That is the sum of the squares. Take their mean: divide by 4.
# - [ ] 1.4
#   > That is the standard deviation, the root of it.
# - [ ] 1
#   > You took the distances without squaring them: 2, 0, 0, 2. Square first.
# - [ ] 0
#   > The distances -2, 0, 0, 2 cancel. Square them before you add.
# - [ ] 11
#   > You squared the numbers themselves. Take the mean away first.

# %% [markdown] question="statistics.shifted_and_doubled" covers="S2" points=1
# Numbers have the mean 10 and the standard deviation 3. Each is doubled, then 5 is added. What
# are mean and standard deviation now?
#
# - [ ] a) 25 and 11
#   > The mean is right. But adding 5 moves all numbers together, and their spread stays.
# - [x] b) 25 and 6
#   > Right: doubling doubles both; adding moves the mean and leaves the spread.
# - [ ] c) 25 and 12
#   > The mean is right. 12 would be how 3 grows if it were a variance: times 2².
# - [ ] d) 20 and 6
#   > The 5 moves every number, so the mean moves with them.

# %% [markdown] covers="S4"
# ## 4. Features on one scale
#
# A network for flats gets the area (about 20 to 200) and the number of rooms (1 to 6). Area would
# shout and rooms would whisper: the same weight does a hundred times as much. So each feature is
# **standardized**: take its mean away, then divide by its standard deviation.
#
# $$x' = \frac{x - \mu}{\sigma}$$
#
# Afterwards every feature has the mean 0 and the standard deviation 1.

# %% [markdown] covers="S4"
# By hand, for two features and two samples. Each **column** has its own μ and σ:
#
# | | area | rooms |
# |---|---|---|
# | sample 1 | 40 | 1 |
# | sample 2 | 120 | 3 |
# | μ | (40 + 120) / 2 = 80 | (1 + 3) / 2 = 2 |
# | σ | √((40² + 40²) / 2) = 40 | √((1² + 1²) / 2) = 1 |
# | sample 1, standardized | (40 - 80) / 40 = **-1** | (1 - 2) / 1 = **-1** |
# | sample 2, standardized | (120 - 80) / 40 = **1** | (3 - 2) / 1 = **1** |

# %% [markdown] covers="S4"
# One trap: a feature that never varies has σ = 0, and 0/0 is `nan`. Such a column is only shifted:
# divide it by 1, and it becomes 0 everywhere.
#
# `X.mean(axis=0)` and `X.std(axis=0)` give one number a column, and broadcasting does the rest.


# %% exercise="statistics.standardize"
def standardize(X):
    """Return the samples with mean 0 and standard deviation 1 in each column.

    X        one sample a row, one feature a column, shape (m, n); it stays as it is
    returns  shape (m, n); a column that never varies becomes 0

    Example: [[0, 5], [4, 5]] gives [[-1, 0], [1, 0]].
    """
    ### BEGIN SOLUTION
    sigma = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(sigma == 0, 1, sigma)
    ### END SOLUTION


# %% demo=true covers="S4"
rng = np.random.default_rng(1)
area = rng.uniform(20, 200, 80)
X = np.column_stack([area, np.clip(np.round(area / 35 + rng.normal(size=80)), 1, 6)])
_, axes = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
axes[0].scatter(*X.T, s=14)
axes[0].set(title="as measured", xlabel="area", ylabel="rooms", xlim=(0, 220), ylim=(-107, 113))
axes[1].scatter(*statistics.standardize(X).T, s=14)
axes[1].set(title="standardized", xlabel="area", ylabel="rooms", xlim=(-3, 3), ylim=(-3, 3))

# %% [markdown] covers="S4"
# In both pictures a step to the right is as long as a step up. On the left the data are a thin
# line: only the area seems to matter. On the right both features count alike.
#
# **New data** are put on the scale of the **training data**, with the μ and σ from there. A network
# must see a flat of 80 square metres as the same number today and tomorrow. In nnlib:
# `scale = statistics.scale_of(X_train)`, and then `scale.apply(X_test)`.

# %% [markdown] covers="S4"
# **The link to batch norm.** Standardizing does this once, before training, for the inputs.
# **Batch normalization** (lesson 07) does the same *inside* the network: it standardizes the net
# inputs of each neuron over the batch, column by column, with the variance divided by n. At test
# time it uses means and variances that it collected in training. It is the same idea twice.

# %% [markdown] question="statistics.scale_of_test" covers="S4" points=1
# A network was trained on standardized data. Now one single new sample comes. How is it scaled?
#
# - [ ] a) With its own mean and deviation, over its features
#   > Features have different units; and the network learnt each feature on the scale of training.
# - [ ] b) Not at all; one sample needs no scaling
#   > The network knows only small numbers around 0. A raw area of 120 would be enormous to it.
# - [ ] c) With mean 0 and deviation 1
#   > That changes nothing: (x - 0) / 1 is x.
# - [x] d) With the means and deviations of the training data
#   > Right: as batch norm does at test time, for the same reason.

# %% [markdown] covers="S3"
# ## 5. Random variables and their distributions
#
# A **random variable** is a number that chance decides: the heads in ten tosses, the error of a
# measurement. Its **distribution** says how likely each value is. Five of them are enough for a
# long way:
#
# | distribution | values | models |
# |---|---|---|
# | **Bernoulli**(p) | 0 or 1 | one trial: a toss, "is this neuron kept?" |
# | **binomial**(n, p) | 0, 1, …, n | successes in n trials: how many of n neurons are kept |
# | **Poisson**(λ) | 0, 1, 2, … | how often something rare comes: visits in an hour |
# | **uniform**(low, high) | all between two limits | "anything in here, all alike" |
# | **normal**(μ, σ) | all numbers | sums of many small effects: errors, first weights |

# %% demo=true covers="S3"
widgets.distribution_widget()

# %% [markdown] covers="S3"
# **Try** (choose the distribution in the menu; a thousand numbers drawn from it are shown too):
#
# 1. *binomial*, n = 10: set p to 0.5, then to 0.9. Where is the highest bar, and where is n·p?
# 2. *Poisson*: raise λ. What happens to the width of the heap as its middle moves?
# 3. *normal*: halve σ. How does the height answer, and why must it?
#
# What you saw: the binomial heap lies around n·p and the Poisson heap around λ, and the latter
# grows wider as λ grows. A bell of half the width is twice as high: the area under it stays 1.

# %% [markdown] covers="S3"
# ### Counting successes: the binomial distribution
#
# Dropout keeps each neuron with p = 0.8. How likely is it that exactly 2 of 3 are kept?
#
# - one order, say kept, kept, dropped: 0.8 · 0.8 · 0.2 = 0.128;
# - there are 3 such orders (110, 101, 011), all equally likely: 3 · 0.128 = **0.384**.
#
# $$P(k) = \binom{n}{k}\, p^k\, (1 - p)^{n - k}$$
#
# The first factor is the number of orders, "n choose k" = n! / (k!·(n-k)!). In Python:
# `math.comb(3, 2)` is 3.


# %% exercise="statistics.binomial_probability"
def binomial_probability(k, n, p):
    """Return how likely exactly k of n trials succeed.

    k        the number of successes, from 0 to n
    n        the number of trials
    p        how likely one trial succeeds, from 0 to 1
    returns  one number from 0 to 1

    Example: binomial_probability(2, 3, 0.8) is 0.384.
    """
    ### BEGIN SOLUTION
    return math.comb(n, k) * p**k * (1 - p) ** (n - k)
    ### END SOLUTION


# %% [markdown] covers="S3"
# ### Rare events: the Poisson distribution
#
# A page of a book has λ = 2 typing errors on average. The formula is
# $P(k) = \lambda^k e^{-\lambda} / k!$, with e⁻² ≈ 0.135:
#
# - none: 1 · 0.135 / 1 ≈ **0.135**
# - one: 2 · 0.135 / 1 ≈ **0.271**
# - two: 4 · 0.135 / 2 ≈ **0.271**
# - three: 8 · 0.135 / 6 ≈ **0.180**

# %% demo=true covers="S3"
print("2 of 3 kept:  ", distributions.Binomial(3, 0.8).mass(2).round(3))
print("typing errors:", distributions.Poisson(2.0).mass([0, 1, 2, 3]).round(3))

# %% [markdown] question="statistics.which_for_mails" covers="S3" points=1
# You count the mails that arrive between 9 and 10 o'clock, each day. Which distribution is the
# first to try?
#
# - [x] a) Poisson
#   > Right: a count without a fixed limit, of events that come by themselves.
# - [ ] b) Bernoulli
#   > A Bernoulli variable is 0 or 1. There may be 17 mails.
# - [ ] c) uniform
#   > Then 0 mails and 40 mails would be equally likely.
# - [ ] d) normal
#   > A bell also has negative values and halves. For a small count that fits badly.

# %% [markdown] covers="S3"
# ### Measuring: the normal density
#
# A length can be any number, and a single one, with all its decimals, has the probability 0. So
# one gives a **density** f(x): the *area* under it between two numbers is the probability to land
# there. The **normal** density is the bell curve of Gauss:
#
# $$f(x) = \frac{1}{\sigma\,\sqrt{2\pi}}\; e^{-\frac{(x - \mu)^2}{2\sigma^2}}$$
#
# μ is its middle. From μ - σ to μ + σ lies an area of 0.68, from μ - 2σ to μ + 2σ one of 0.95.

# %% [markdown] covers="S3"
# By hand, for μ = 5 and σ = 2, at x = 7:
#
# - the exponent: (7 - 5)² / (2·2²) = 4 / 8 = 0.5, so e⁻⁰·⁵ ≈ 0.607
# - in front: 1 / (2 · √6.283) = 1 / (2 · 2.507) ≈ 0.199
# - together: 0.199 · 0.607 ≈ **0.121**
#
# At the top, x = 5, the power is e⁰ = 1, so the height is 0.199. Mind σ in both places: squared in
# the exponent, not squared in front.


# %% exercise="statistics.normal_density"
def normal_density(x, mean, standard_deviation):
    """Return the height of the bell curve at x.

    x                   one number or an array of any shape
    mean                the middle μ, one number
    standard_deviation  σ, one number above 0
    returns             the shape of x

    Example: normal_density(7, 5, 2) is about 0.121.
    """
    ### BEGIN SOLUTION
    exponent = -((x - mean) ** 2) / (2 * standard_deviation**2)
    return np.exp(exponent) / (standard_deviation * np.sqrt(2 * np.pi))
    ### END SOLUTION


# %% demo=true covers="S3"
x = np.linspace(-4, 8, 400)
_, ax = plt.subplots(figsize=(7, 3.6), layout="constrained")
for mu, sigma in ((0, 1), (0, 0.5), (3, 2)):
    ax.plot(x, distributions.normal_density(x, mu, sigma), lw=2, label=f"μ = {mu}, σ = {sigma}")
ax.legend()
_ = ax.set(xlabel="x", ylabel="density", title="Narrow is high: the area is always 1")

# %% [markdown] question="statistics.density_above_one" covers="S3" points=1
# For μ = 0 and σ = 0.1 the density at 0 is 3.99. What does that mean?
#
# - [ ] a) There is a mistake: nothing can be above 1.
#   > A probability cannot, but a density is no probability. The area under the curve is.
# - [ ] b) The number 0 comes with the probability 3.99.
#   > A single exact number has the probability 0; and no probability is above 1.
# - [ ] c) About four of the numbers drawn will be 0.
#   > A density does not count. It says how densely the numbers lie there.
# - [x] d) Numbers lie densely around 0; the curve is narrow, so that its area is 1.
#   > Right: 3.99 high, and only a few tenths wide.

# %% [markdown] question="statistics.within_two_sigma" covers="S3" points=1 decimals=0
# Weights are drawn from a normal distribution with mean 0 and standard deviation 0.5. About how
# many of 1000 weights lie between -1 and 1? Use the areas given above, 0.68 and 0.95.
#
# - [x] 950
#   > Right: 1 is two standard deviations, and between -2σ and 2σ lies an area of 0.95.
# - [ ] 680
#   > That is between -0.5 and 0.5, one standard deviation. 1 is two of them.
# - [ ] 1000
#   > Nearly: a few lie further out, about one in twenty.
# - [ ] 500
#   > Half of them lie above 0. Asked is how many are nearer than 1.

# %% [markdown] covers="S6"
# ## 6. Samples: near, but not exactly
#
# Draw 1000 numbers from the normal distribution with μ = 0 and σ = 1. Is their mean 0? Not quite.
# The mean of a **sample** strays from μ by about
#
# $$\frac{\sigma}{\sqrt{n}} \qquad\text{here}\qquad \frac{1}{\sqrt{1000}} \approx 0.03$$
#
# and its standard deviation strays from σ by about $\sigma / \sqrt{2n} \approx 0.02$. Four times as
# many numbers make both half as large. A mini-batch is such a sample: its gradient is near the
# true one, and a larger batch is nearer.

# %% demo=true covers="S6"
widgets.sample_widget()

# %% [markdown] covers="S6"
# **Try:**
#
# 1. Set *samples* to 10 and move *random draw* through a few places. How far does the mean jump?
# 2. The same with 1000. And now?
# 3. From how many on does the histogram look like the bell?
#
# What you saw: with 10 numbers the mean is easily 0.3 off, and the histogram is anything but a
# bell. With 1000 the mean stays within about 0.1, and the bell appears. The shaded band, ±1/√n,
# narrows on the right, and the mean mostly keeps to it.

# %% [markdown]
# In NumPy a **generator** draws random numbers. `rng = np.random.default_rng(7)` makes one; the
# seed 7 lets you get the same numbers again tomorrow. `rng.normal(5, 2, 1000)` draws 1000 normal
# numbers with μ = 5 and σ = 2; `rng.random(1000)` draws uniform ones from 0 to 1.
#
# In the exercise the generator is given to you. Draw from it, and then describe what you drew. With
# one number alone (n = 1) its mean is the number itself, and the deviation is 0. Whatever your
# draws are, the check accepts them, if mean and deviation are as near as chance lets them be.


# %% exercise="statistics.sample_mean_and_deviation"
def sample_mean_and_deviation(n, mean, standard_deviation, rng):
    """Draw n normal numbers, and return the mean and the standard deviation of these numbers.

    n                   how many numbers to draw
    mean                μ of the distribution
    standard_deviation  σ of the distribution
    rng                 the generator to draw from
    returns             two numbers: the sample's mean and its deviation, divided by n

    Example: 1000 numbers with mean 0 and deviation 1 may give 0.02 and 0.99.
    """
    ### BEGIN SOLUTION
    numbers = rng.normal(mean, standard_deviation, n)
    return numbers.mean(), numbers.std()
    ### END SOLUTION


# %% demo=true covers="S6"
rng = np.random.default_rng(0)
for n in (10, 100, 1000, 10_000, 100_000):
    found = distributions.sample_mean_and_deviation(n, 0.0, 1.0, rng)
    print(f"n = {n:6}: mean {found[0]:8.4f}, deviation {found[1]:.4f}")

# %% [markdown] question="statistics.hundred_times" covers="S6" points=1 decimals=0
# With 100 numbers the mean of a sample strays by about 0.1. How many numbers does it take until
# it strays by about 0.01?
#
# - [x] 10000
#   > Right: σ/√n with σ = 1. Ten times nearer takes 10² = 100 times as many.
# - [ ] 1000
#   > Ten times as many make it only √10 ≈ 3 times nearer.
# - [ ] 200
#   > Twice as many make it √2 ≈ 1.4 times nearer.
# - [ ] 100000
#   > That many would bring it to about 0.003. It takes 10² times as many, not 10³.

# %% [markdown] covers="S5"
# ## 7. How good is a classifier?
#
# The simplest answer is the **accuracy**: the share of the samples that are predicted right.
#
# | sample | 1 | 2 | 3 | 4 |
# |---|---|---|---|---|
# | predicted class | 0 | 1 | 1 | 0 |
# | true class (target) | 0 | 1 | 0 | 0 |
# | right? | yes | yes | **no** | yes |
#
# Three of four: the accuracy is 3/4 = **0.75**.


# %% exercise="statistics.accuracy"
def accuracy(predictions, targets):
    """Return the share of the samples that are predicted right, from 0 to 1.

    predictions  the predicted class of each sample (0, 1, 2, …), shape (m,)
    targets      its true class, shape (m,)
    returns      one number

    Example: the table above gives 0.75.
    """
    ### BEGIN SOLUTION
    return np.mean(predictions == targets)
    ### END SOLUTION


# %% [markdown] question="statistics.rare_illness" covers="S5" points=1
# Of 1000 people 10 are ill. A model says "healthy" to everybody. What can be said about it?
#
# - [x] a) Its accuracy is 0.99, and it is useless.
#   > Right: it finds none of the ill. With rare classes, the accuracy alone says little.
# - [ ] b) Its accuracy is 0.01, since it finds nobody who is ill.
#   > The accuracy counts all samples: 990 of 1000 answers are right.
# - [ ] c) Its accuracy is 0.99, so it is a good model.
#   > The number is right. But does it do what it is for? It finds none of the ill.
# - [ ] d) Its accuracy is 0.5, since it knows one class of two.
#   > Each sample counts, not each class: 990 of 1000 answers are right.

# %% [markdown] covers="S5"
# So look closer: *which* class is taken for *which*? The **confusion matrix** counts it. In row i
# and column j stands how many samples of the **true** class i were **predicted** as class j. The
# table above becomes
#
# | | predicted 0 | predicted 1 |
# |---|---|---|
# | **true 0** | 2 | 1 |
# | **true 1** | 0 | 1 |
#
# On the diagonal stand the right ones; everything else is a mistake. (Some books turn the table on
# its side: always look which way round it is.)

# %% demo=true covers="S5"
widgets.confusion_widget()

# %% [markdown] covers="S5"
# A network gave each of 200 people a probability of being ill ("yes"). From which probability on
# shall we say yes? **Try:**
#
# 1. Move the threshold to the right. Which mistakes get rarer, and which more frequent?
# 2. If the ill must not be missed, in which direction would you move it?
# 3. Set the share of true yes to 0.05 and the threshold to 1. How high is the accuracy now?
#
# What you saw: further right there are fewer false alarms and more people missed; so to miss
# nobody, go left. Which mistake is worse, no matrix can tell: that you have to decide. And with a
# rare class, saying "no" to all has the accuracy 0.95.

# %% [markdown]
# Classes sometimes come as floats, 2.0 in place of 2; the targets of nnlib's gates do. As an index
# NumPy takes only integers: `int(2.0)` makes one.


# %% exercise="statistics.confusion_matrix"
def confusion_matrix(predictions, targets, num_classes):
    """Count how often each true class was predicted as each class.

    predictions  the predicted class of each sample (0, 1, 2, …, also as floats), shape (m,)
    targets      its true class, shape (m,)
    num_classes  how many classes there are, k; some of them may never come
    returns      counts, shape (k, k): a row for each true class, a column for each predicted one

    Example: predictions [0, 1, 1] and targets [0, 1, 0] give [[1, 1], [0, 1]].
    """
    ### BEGIN SOLUTION
    counts = np.zeros((num_classes, num_classes))
    for predicted, true in zip(predictions, targets, strict=True):
        counts[int(true), int(predicted)] += 1
    return counts
    ### END SOLUTION


# %% demo=true covers="S5"
rng = np.random.default_rng(2)
true = rng.integers(0, 3, 120)
guessed = np.where(rng.random(120) < 0.75, true, (true + 1) % 3)  # a quarter slips by one class
_ = plots.plot_confusion_matrix(
    metrics.confusion_matrix(guessed, true, 3), labels=("cat", "dog", "bird")
)

# %% [markdown] question="statistics.read_the_matrix" covers="S5" points=1 decimals=2
# A confusion matrix has the rows [50, 10] and [5, 35]. What is the accuracy?
#
# - [x] 0.85
#   > Right: (50 + 35) on the diagonal, of 100 samples.
# - [ ] 0.15
#   > That is the share of the mistakes, (10 + 5) / 100.
# - [ ] 0.88
#   > That is 35 / 40: how many of class 1 were found. The accuracy looks at both classes.
# - [ ] 0.83
#   > That is 50 / 60: how many of class 0 are right. The accuracy looks at both classes.
# - [ ] 85
#   > That many are right. The accuracy is their share.

# %% [markdown] question="statistics.taken_for" covers="S5" points=1 decimals=0
# In the same matrix, rows [50, 10] and [5, 35]: how many samples of class 1 were taken for class 0?
#
# - [x] 5
#   > Right: row 1 (the true class), column 0 (the prediction).
# - [ ] 10
#   > That is row 0, column 1: class 0 taken for class 1. Rows are the true classes.
# - [ ] 15
#   > That is all mistakes together. Asked is one direction.
# - [ ] 35
#   > Those are of class 1 and were taken for class 1: they are right.

# %% [markdown] covers="S5"
# ### A histogram of the losses
#
# A mean hides much. Here a neuron with a sigmoid judges 400 samples, and the loss of each is
# -ln(probability of the right class), the cross-entropy of lesson 04. Most losses are tiny. A few
# samples, those that it takes for the other class with great confidence, pull the mean up.
# Look at *those*: perhaps they are wrongly labelled.

# %% demo=true covers="S5"
rng = np.random.default_rng(5)
X, targets, weights, bias = data.linearly_separable(400, rng=rng, margin=0.01)
targets = np.where(rng.random(400) < 0.04, 1 - targets, targets)  # 4 of 100 labels are wrong
probs = activations.sigmoid(5 * (X @ weights + bias))
losses = -np.log(np.where(targets == 1, probs, 1 - probs))
_ = plots.plot_histogram(losses, bins=40, title="Loss of each sample", xlabel="loss")
print(f"mean {statistics.mean(losses):.2f}, median {statistics.median(losses):.2f}")

# %% [markdown] question="statistics.long_tail" covers="S5" points=1
# The mean of the losses is far above their median. What does that say?
#
# - [ ] a) Half of the samples have a large loss.
#   > The median says that half of them lie below it, and it is small.
# - [ ] b) The losses were computed wrongly: the two must be equal.
#   > They are equal only if both sides are alike. A few large numbers pull up the mean alone.
# - [ ] c) All samples have nearly the same loss.
#   > Then mean and median would be nearly the same as well.
# - [x] d) A few samples have very large losses.
#   > Right: the histogram has a long tail. Those few are worth looking at.

# %% [markdown]
# ## Summary
#
# - A probability lies from 0 to 1. Independent events multiply; opposites make 1.
# - Mean, median, mode are three kinds of middle. One wild number moves the mean, not the median.
# - The variance is the mean squared distance from the mean, divided by n; σ is its root.
# - Standardize each feature, (x - μ) / σ, with μ and σ of the training data. Batch norm does the
#   same inside the network.
# - Bernoulli, binomial and Poisson count; uniform and normal measure, with areas for probabilities.
# - A sample of n numbers strays by about σ / √n.
# - The accuracy says how many are right; the confusion matrix says who is taken for whom.

# %% [markdown]
# ## Control questions
#
# Answer for yourself, without scrolling up: What is the mean of [2, 4, 6], and what its variance?
# When is the median better than the mean? Why are the distances squared? With whose μ and σ is a
# test sample scaled? What does each of the five distributions model? Why may a density be above 1?
# How near to 0 is the mean of 1000 standard normal numbers? What stands off the diagonal?

# %% [markdown]
# ## Where to read on
#
# - D. Spiegelhalter, *The Art of Statistics*, 2019. Chance and data, in words.
# - *Seeing Theory*, Brown University, free online: distributions that you can move.
# - I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*, 2016, chapter 3, free online:
#   probability as deep learning uses it.
# - R. Kohavi and F. Provost, *Glossary of terms*, Machine Learning 30, 1998: the confusion matrix.

# %% demo=true
progress()
