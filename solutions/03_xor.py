# %% [markdown]
# # Lesson 03: XOR, what one line cannot do, and two layers can
#
# Four points, two of each kind: a single neuron cannot separate them, however long it learns. Three
# neurons can. This little problem has its place in history, and its solution is the idea behind
# every large network of today.
#
# **Time:** about two and a half hours. **You need:** lessons 01 (net input, sigmoid, slope) and 02
# (perceptron, its learning rule, AND, OR and NAND).

# %% [markdown]
# ## What you will be able to do
#
# - say why no single neuron can compute XOR, and prove it with four inequalities;
# - recognise a perceptron that will never settle, because it goes round in a circle;
# - build XOR by hand from three neurons in two layers, and say what the hidden layer does;
# - explain how a small network finds such a solution by itself, step by step;
# - tell what this small table had to do with the first "AI winter".

# %% provided="imports"
from functools import cache

import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import activations, gates, perceptron, plots, widgets
from nnlib.by_hand import tiny_network, xor

# %% [markdown] covers="X1"
# ## 1. Try it yourself first
#
# In lesson 02 a perceptron learnt AND and OR: it found a line with the ones on one side and the
# zeros on the other. Here are four points again. Move the sliders until the line has both blue
# squares on its "fires" side and both orange dots on the other.
#
# Give it two honest minutes. **Try:**
#
# 1. How many of the four can you get right?
# 2. Find two quite different lines that get three right. Which point is wrong in each?
# 3. Can you get all four *wrong*?

# %% demo=true covers="X1"
widgets.xor_line_widget()

# %% [markdown]
# What you saw: 3 of 4, again and again, and always one point is left on the wrong side. Nor can
# all four be wrong, for then the same line with all signs turned would get all four right. First
# we make sure that it is not your fault; then we do something about it.

# %% [markdown] covers="X1"
# ## 2. The table
#
# XOR means "exclusive or": one or the other, **but not both**. Think of a staircase light with two
# switches: it is on when the switches stand differently, and off when they stand alike.
#
# | x₁ | x₂ | AND | OR | XOR |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 0 | **0** |
# | 0 | 1 | 0 | 1 | **1** |
# | 1 | 0 | 0 | 1 | **1** |
# | 1 | 1 | 1 | 1 | **0** |
#
# Only the last row tells XOR from OR. That one row makes all the trouble. The picture shows why:
# the two ones lie on opposite corners of a square, and so do the two zeros.

# %% provided="data"
X, targets = gates.truth_table("xor")

# %% demo=true covers="X1"
_ = plots.plot_points(
    X, targets, labels=("XOR = 0", "XOR = 1"), title="XOR: the ones lie crosswise"
)

# %% [markdown] question="xor.crosswise" covers="X1" points=1
# Which of these tables can **no** single line separate? (They list the answers to the inputs 00,
# 01, 10, 11.)
#
# - [ ] a) 0, 1, 1, 1
#   > This is OR. The line x₁ + x₂ = 0.5 has the 0 on one side and the three ones on the other.
# - [ ] b) 1, 1, 1, 0
#   > This is NAND. The line x₁ + x₂ = 1.5 cuts off the corner (1,1), which is the only 0.
# - [ ] c) 0, 0, 1, 1
#   > This answer is simply x₁. The upright line x₁ = 0.5 separates it.
# - [x] d) 1, 0, 0, 1
#   > Right: this is XOR with 0 and 1 swapped. The ones lie crosswise here as well.

# %% [markdown]
# ## 3. Measure a line
#
# To compare lines we need a number for how good one is. The **accuracy** is the share of points
# that get the right answer: 3 of 4 right is 0.75.
#
# An example: the line with weights (1, 1) and bias -0.5 is OR. On XOR's table it says 0, 1, 1, 1
# where 0, 1, 1, 0 is wanted, so its accuracy is 0.75. Write a function that works for any points
# and any line. As in lesson 02, a point exactly on the line has z = 0, and step(0) = 0.


# %% exercise="xor.line_accuracy"
def line_accuracy(X, targets, weights, bias):
    """Return the share of the points, from 0 to 1, to which the neuron gives the right answer.

    X        one point a row, shape (m, n)
    targets  0 or 1 for each point, shape (m,)
    weights  shape (n,)
    bias     one number
    returns  one number from 0 to 1

    Example: XOR's table with the weights [1, 1] and the bias -0.5 gives 0.75.
    """
    ### BEGIN SOLUTION
    answers = perceptron.predict(X, weights, bias)
    return np.mean(answers == targets)
    ### END SOLUTION


# %% [markdown] covers="X1"
# ## 4. Try all lines
#
# You tried perhaps twenty lines with the sliders. A computer is more patient. Choose a few values,
# say -1, -0.5, 0, 0.5, 1: this is our **grid**. Let w₁, w₂ and b each run over the grid, and keep
# the best line. Trying everything like this is called *exhaustive search*.

# %% [markdown] covers="X1"
# For "the best so far" a program needs a memory. An example with the counts of right points 1, 3,
# 2, 3: begin with a best count of -1. 1 is more than -1, so remember the first line. 3 is more
# than 1, so remember the second one instead. 2 and the last 3 are not more than 3, so nothing
# changes.
#
# Of several equally good lines this keeps the **first**. To agree on which comes first, let the
# loop over w₁ be the outermost, then w₂, then b as the innermost.


# %% exercise="xor.best_line"
def best_line(X, targets, grid):
    """Try every w1, w2 and b of the grid; return the first of the best lines.

    X        one point a row, shape (m, 2)
    targets  0 or 1 for each point, shape (m,)
    grid     the values to try, shape (k,)
    returns  three things: the weights, shape (2,), the bias, and how many points are right

    Example: XOR's table with the grid [-1, -0.5, 0, 0.5, 1] gives the weights [-1, 0.5], the
    bias 0 and 3 points right.
    """
    ### BEGIN SOLUTION
    best_right = -1
    best_weights, best_bias = None, None
    for w1 in grid:
        for w2 in grid:
            for bias in grid:
                weights = np.array([w1, w2])
                right = np.sum(perceptron.predict(X, weights, bias) == targets)
                if right > best_right:
                    best_weights, best_bias, best_right = weights, bias, right
    return best_weights, best_bias, best_right
    ### END SOLUTION


# %% [markdown] question="xor.grid_lines" covers="X1" points=1 decimals=0
# The grid -1, -0.5, 0, 0.5, 1 has five values. How many lines does the search try?
#
# - [x] 125
#   > Right: 5 values for w₁, for each of them 5 for w₂, for each of these 5 for b: 5·5·5 = 125.
# - [ ] 15
#   > You added 5 + 5 + 5. But every value of w₁ is tried with every value of w₂ and of b: multiply.
# - [ ] 25
#   > You counted the pairs of weights. The bias takes five values for each pair.

# %% [markdown]
# Now a finer grid: 17 values from -2 to 2, so 17·17·17 = 4,913 lines. For comparison the same
# search runs on AND and OR.

# %% demo=true covers="X1"
fine_grid = np.linspace(-2, 2, 17)
for gate in ("and", "or", "xor"):
    weights, bias, right = xor.best_line(*gates.truth_table(gate), fine_grid)
    print(f"{gate:>3}: best line w = {weights}, b = {bias:5.2f} gets {right} of 4 right")

# %% [markdown]
# For AND and OR all four; for XOR three, and no more. But is that a proof? No: between the values
# of a grid there are always more lines, infinitely many. To be sure about *all* of them we have to
# think instead of trying.

# %% [markdown] covers="X1"
# ## 5. The proof: four inequalities
#
# Suppose there were weights w₁, w₂ and a bias b that get all four rows right. The neuron says 1
# exactly when w₁x₁ + w₂x₂ + b > 0. Put in the four rows:
#
# | row | wanted | so it must hold that |
# |---|---|---|
# | (0,0) | 0 | b ≤ 0 (A) |
# | (0,1) | 1 | w₂ + b > 0 (B) |
# | (1,0) | 1 | w₁ + b > 0 (C) |
# | (1,1) | 0 | w₁ + w₂ + b ≤ 0 (D) |

# %% [markdown] covers="X1"
# Now add up, twice:
#
# - B and C, the two ones: **w₁ + w₂ + 2b > 0**
# - A and D, the two zeros: **w₁ + w₂ + 2b ≤ 0**
#
# The left sides are the same number. It cannot be above 0 and not above 0 at once. So there are
# no such weights. We have not tried any line, and yet we know it for all of them, even for those
# that nobody will ever try. That is what a proof is for.

# %% [markdown]
# In a picture: the middle between the two ones is (½, ½), and the middle between the two zeros is
# the same point (½, ½). If both ones lie on one side of a line, so does their middle. If both zeros
# lie on the other side, so does *their* middle. One point on two sides: impossible.

# %% [markdown] question="xor.which_sum" covers="X1" points=1
# Somebody proves it with OR's table instead (wanted: 0, 1, 1, 1). Where does the proof break down?
#
# - [ ] a) Inequality A is another one, so A and D can no longer be added up
#   > OR says 0 to (0,0) just like XOR, so A stays b ≤ 0.
# - [ ] b) B and C can no longer be added up
#   > OR says 1 to (0,1) and (1,0) like XOR; B and C and their sum stay as they are.
# - [x] c) D becomes w₁ + w₂ + b > 0, so A + D need not be ≤ 0
#   > Right: the last row is 1 now, and nothing forces w₁ + w₂ + 2b to be ≤ 0 any more.
# - [ ] d) It does not: OR cannot be separated either
#   > It can: the weights (1, 1) with the bias -0.5 are OR.

# %% [markdown] written="xor.xnor_proof" covers="X1" points=3
# XNOR is the opposite of XOR: it says 1 when both inputs are **alike** (1, 0, 0, 1). Prove with
# four inequalities that no single neuron with a step can compute it. Write down the inequality of
# each row, say which you add up, and why the two sums contradict each other.
#
# > Rubric
# >
# > 1 point: the four inequalities are right, with ≤ for the zeros and > for the ones:
# > b > 0, w₂ + b ≤ 0, w₁ + b ≤ 0, w₁ + w₂ + b > 0. (No point off for < in place of ≤.)
# >
# > 1 point: the first and the last are added, and the two in the middle are added.
# >
# > 1 point: the contradiction is named: the same number w₁ + w₂ + 2b is above 0 and not above 0.
# >
# > Model answer: Suppose the neuron is right on all rows. (0,0) gives b > 0 and (1,1) gives
# > w₁ + w₂ + b > 0; their sum is w₁ + w₂ + 2b > 0. (0,1) gives w₂ + b ≤ 0 and (1,0) gives
# > w₁ + b ≤ 0; their sum is w₁ + w₂ + 2b ≤ 0. Both cannot be true, so there is no such neuron.
# >
# > Full points also for: XNOR is NOT XOR. Lower the bias of a neuron for XNOR a little, so that
# > no z is 0; then turn all its signs, and it is a neuron for XOR, which does not exist. 2 points
# > if the case z = 0 is not thought of.

# %% [markdown] covers="X2"
# ## 6. What does the perceptron learning rule do now?
#
# In lesson 02 the rule stopped by itself: after an epoch without mistakes nothing changes any more.
# On XOR there is no line without mistakes, so it can never stop. What does it do instead? **Try:**
#
# 1. Press *Play* and watch the bars. How many mistakes has each epoch in the end?
# 2. Set *step* to 16 and note w1, w2 and b. Go forward: after how many steps do you see them again?
# 3. Choose AND for comparison. What is different at the end?

# %% demo=true covers="X2"
widgets.perceptron_widget(gate="xor")

# %% [markdown] covers="X2"
# What you saw: in the end every epoch has four mistakes, and after every four steps the same
# numbers come again. On AND the mistakes end.
#
# Here is one epoch by hand, with η = 1, beginning at w = (-1, 0) and b = 1:
#
# | sample | z | says | wanted | after the step: w₁, w₂, b |
# |---|---|---|---|---|
# | (0,0) | 1 | 1 | 0 | -1, 0, 0 |
# | (0,1) | 0 | 0 | 1 | -1, 1, 1 |
# | (1,0) | 0 | 0 | 1 | 0, 1, 2 |
# | (1,1) | 3 | 1 | 0 | -1, 0, 1 |
#
# Four mistakes, four corrections, and at the end it stands **exactly where it began**.

# %% [markdown] covers="X2"
# What comes next is certain: the same weights meet the same samples in the same order, so the same
# four steps follow, for ever. The perceptron goes round in a **circle**.
#
# So we can *see* that it will never settle. Write down the weights and the bias after each epoch,
# one row for each epoch, and look for a row that was there before. If the epochs in between had
# mistakes, it is a circle. (On AND the rows repeat at the end as well, but only because no mistake
# is left.)


# %% exercise="xor.first_repeat"
def first_repeat(rows):
    """Return (i, j), where row j is the first row that was there before, as row i; or None.

    rows     the weights and the bias after each epoch, shape (num_epochs, n)
    returns  two whole numbers, i smaller than j, counted from 0; None if no row comes again

    Example: the rows [[0, 1], [1, 1], [2, 1], [1, 1]] give (1, 3).
    """
    ### BEGIN SOLUTION
    for j in range(len(rows)):
        for i in range(j):
            if np.array_equal(rows[i], rows[j]):
                return i, j
    return None
    ### END SOLUTION


# %% demo=true covers="X2"
for gate in ("and", "xor"):
    inputs, wanted = gates.truth_table(gate)
    rows = xor.visited_weights(inputs, wanted, 1.0, 8)
    i, j = xor.first_repeat(rows)
    *_, mistakes = perceptron.train_epoch(inputs, wanted, rows[j, :2], rows[j, 2], 1.0)
    print(f"{gate:>3}: w1, w2, b after each epoch: {rows.astype(int).tolist()}")
    print(f"     row {j} was there before, as row {i}; the next epoch has {mistakes} mistakes")

# %% [markdown] question="xor.epoch_1000" covers="X2" points=1
# On XOR the weights after epoch 3 are the same as after epoch 2, and epoch 3 had four mistakes.
# What do you know about epoch 1000?
#
# - [ ] a) Nothing; with luck it gets there in between
#   > There is no luck in it: same weights, same samples, same order. The same steps must follow.
# - [ ] b) No mistakes: weights that no longer change mean that it has learnt
#   > They change four times in each epoch and come back. Learning ends where mistakes end.
# - [ ] c) The weights have grown very large
#   > They go round in a circle and come back to the same place; nothing grows.
# - [x] d) Four mistakes, and the same weights at its end
#   > Right: each epoch begins where the last one began, so each is a copy of the one before.

# %% [markdown] question="xor.smaller_steps" covers="X2" points=1
# "Then take smaller steps!" Beginning at zeros, what changes with η = 0.1 instead of η = 1?
#
# - [x] a) The circle is ten times smaller, but it stays a circle
#   > Right: every z is ten times smaller and keeps its sign, so the mistakes are the same.
# - [ ] b) The steps become fine enough to find the line between the points
#   > The proof holds for all lines, however finely you search. There is none to be found.
# - [ ] c) It needs ten times as many epochs, then it has no mistakes
#   > Time does not help: with no line that is right, no epoch can be without mistakes.

# %% [markdown] covers="X3"
# ## 7. A small table with large consequences
#
# In 1957 Frank Rosenblatt presented the perceptron, and soon newspapers dreamt of machines that
# would walk, talk and see. In 1969 Marvin Minsky and Seymour Papert looked at it as
# mathematicians. Their book *Perceptrons* proved what a single layer of such neurons **cannot** do.
# XOR is one example. A larger relative is to tell whether the number of ones among many inputs is
# odd.

# %% [markdown] covers="X3"
# The proofs were right, and they still are. But many readers took away more than was proved:
# "neural networks lead nowhere". The whole field of artificial intelligence (AI) disappointed:
# computers were slow, and promises had been large. The money dried up. The 1970s brought the first
# **AI winter**, and few people went on working on neural networks.

# %% [markdown] covers="X3"
# Yet the way out was in plain sight: **join neurons into layers**. That several layers can compute
# XOR had been known since the 1940s. What nobody had was a good way to *train* them: the rule of
# lesson 02 needs the right answer of each neuron, and who knows the right answer of a neuron in
# the middle? In 1986 Rumelhart, Hinton and Williams made a method for this widely known
# (*backpropagation*, lesson 05), and the winter of neural networks ended. Part 11 shows what such a
# method has to find.

# %% [markdown] question="xor.book_1969" covers="X3" points=1
# What did Minsky and Papert prove in 1969?
#
# - [ ] a) That no neural network can compute XOR
#   > Only that a single layer cannot. Two layers can, and you will build them in a few minutes.
# - [x] b) That a single layer cannot compute XOR
#   > Right: it is a statement about one layer, and it is as true today as it was then.
# - [ ] c) That the perceptron rule is wrong
#   > Where a line exists, the rule finds one. On XOR there is no line to be found.
# - [ ] d) That the computers of their time were too slow for neural networks
#   > They were slow, but no computer is fast enough to find a line that is not there.

# %% [markdown] question="xor.winter" covers="X3" points=1
# What is meant by the first "AI winter"?
#
# - [x] a) The years in which money for research dried up
#   > Right: hopes had been disappointed. The book of 1969 was one of the causes, not the only one.
# - [ ] b) A season in which Rosenblatt's machine broke down and was given up
#   > No machine broke. It was the interest and the money that went away.
# - [ ] c) The years in which computers could not do arithmetic with decimals
#   > They could. What was missing was trust in neural networks, and the money for them.

# %% [markdown] question="xor.way_out" covers="X3" points=1
# What was the way out, and what was missing for it until the 1980s?
#
# - [ ] a) A better search for the line; fast computers and long training were missing
#   > No search finds a line that does not exist.
# - [ ] b) More inputs for the one neuron; more data were missing
#   > XOR has two inputs and four samples, and they are all there.
# - [x] c) Neurons in layers; a good way to train them was missing
#   > Right: that layers can do it was known early. How they learn became widely known in 1986.

# %% [markdown] covers="X4"
# ## 8. XOR by hand
#
# Say XOR in other words: "at least one is 1, **and** not both are 1". The first half is OR. The
# second half, "not both", is NAND, the opposite of AND. So
#
# **XOR = (x₁ OR x₂) AND (x₁ NAND x₂)**
#
# OR, NAND and AND can each be separated by a line, so each is one neuron! We need three of them:
# two that look at the inputs, and one that looks at these two. The first two are the **hidden
# layer**: their answers h₁ and h₂ are neither inputs nor the result. The third is the **output
# neuron**. It says AND.

# %% [markdown] covers="X4"
# All the numbers, row by row:
#
# | x₁ | x₂ | z₁ = x₁+x₂-0.5 | h₁ (OR) | z₂ = -x₁-x₂+1.5 | h₂ (NAND) | z = h₁+h₂-1.5 | y |
# |---|---|---|---|---|---|---|---|
# | 0 | 0 | -0.5 | 0 | 1.5 | 1 | -0.5 | **0** |
# | 0 | 1 | 0.5 | 1 | 0.5 | 1 | 0.5 | **1** |
# | 1 | 0 | 0.5 | 1 | 0.5 | 1 | 0.5 | **1** |
# | 1 | 1 | 1.5 | 1 | -0.5 | 0 | -0.5 | **0** |
#
# The output neuron is AND, and what it sees are h₁ and h₂; the inputs it never sees.

# %% [markdown]
# First the hidden layer. One row for each sample, one column for each hidden neuron: OR, then
# NAND. You may use the weights of the table or others that do the same. `np.column_stack([a, b])`
# puts two vectors side by side as columns.


# %% exercise="xor.hidden_features"
def hidden_features(X):
    """Return the answers of the two hidden neurons: OR in the first column, NAND in the second.

    X        one sample of zeros and ones a row, in any order and number, shape (m, 2)
    returns  0 or 1, one row for each sample, shape (m, 2)

    Example: the samples [[0, 0], [0, 1]] give [[0, 1], [1, 1]].
    """
    ### BEGIN SOLUTION
    hidden_or = perceptron.predict(X, np.array([1, 1]), -0.5)
    hidden_nand = perceptron.predict(X, np.array([-1, -1]), 1.5)
    return np.column_stack([hidden_or, hidden_nand])
    ### END SOLUTION


# %% [markdown] covers="X4"
# ## 9. What the hidden layer does to the points
#
# Take h₁ and h₂ as new coordinates and draw the four samples there. This is the **hidden space**.
# Look where (0,1) and (1,0) have gone, and what that does to the problem.

# %% demo=true covers="X4"
_ = plots.plot_hidden_space(
    xor.hidden_features(X),
    targets,
    *gates.gate_weights("and"),
    sample_names=("(0,0)", "(0,1)", "(1,0)", "(1,1)"),
    labels=("XOR = 0", "XOR = 1"),
    xlabel="h₁ (OR)",
    ylabel="h₂ (NAND)",
)

# %% [markdown] covers="X4"
# The two ones have fallen onto **one spot**, (1,1), and now a single line cuts them off from both
# zeros. The hidden layer did not solve XOR. It *moved the points*, so that the problem became one
# that a single neuron can solve. Keep this picture in mind: large networks do the same, layer after
# layer.

# %% [markdown] covers="X4"
# Now move the two hidden neurons. On the left are the inputs with both hidden lines, on the right
# the hidden space with the line of the output neuron, AND. **Try:**
#
# 1. Move the bias of OR a little up and down. How far can you go before a point is wrong?
# 2. Move the bias of NAND to -1.5. Where have the four points gone, and how many are right?
# 3. Make both weights and the bias of OR equal to those of NAND. What can the hidden space show
#    now?

# %% demo=true covers="X4"
widgets.xor_hidden_widget()

# %% [markdown] covers="X4"
# What you saw: small changes do no harm. OR may have any bias above -1 and up to 0: the line keeps
# the same points on its sides. With a bias of -1.5 NAND never fires, so AND never fires either, and
# only the two zeros are right. Two equal neurons see the same thing twice: the network is NAND
# again, and 3 of 4 are right, as with one line.

# %% [markdown] question="xor.one_spot" covers="X4" points=1
# Why do (0,1) and (1,0) fall onto one spot in the hidden space?
#
# - [x] a) Because OR and NAND say 1 to both
#   > Right: so both become h = (1, 1).
# - [ ] b) Because XOR is 1 for both
#   > The hidden neurons know nothing of the targets. They only compute OR and NAND.
# - [ ] c) Because the output neuron adds them up
#   > The output neuron comes after the hidden space. It reads the spots and does not move them.
# - [ ] d) Because the answers of the hidden neurons are rounded
#   > Nothing is rounded: a step gives exactly 0 or 1.

# %% [markdown]
# Now join both layers. Your function gets the inputs and returns XOR. For the hidden layer you may
# call `xor.hidden_features(X)`, which is ours, or write it out. Any weights that work are welcome.


# %% exercise="xor.xor_by_hand"
def xor_by_hand(X):
    """Return XOR of each sample from two layers of neurons.

    X        one sample of zeros and ones a row, in any order and number, shape (m, 2)
    returns  0 or 1 for each sample, shape (m,)

    Example: the samples [[0, 1], [1, 1]] give [1, 0].
    """
    ### BEGIN SOLUTION
    hidden = xor.hidden_features(X)
    return perceptron.predict(hidden, np.array([1, 1]), -1.5)
    ### END SOLUTION


# %% [markdown] question="xor.changed_bias" covers="X4" points=1 decimals=1
# Somebody changes the bias of the output neuron from -1.5 to -0.5; all else stays as in the table.
# What is its net input z for the sample (1,1)?
#
# - [x] 0.5
#   > Right: h = (1, 0), so z = 1 + 0 - 0.5 = 0.5. It now says 1 there: the output became OR.
# - [ ] 1.5
#   > You put the inputs (1, 1) in. The output neuron sees the hidden answers, here (1, 0).
# - [ ] -0.5
#   > This is z with the old bias -1.5. With the new one it is 1 + 0 - 0.5.
# - [ ] 1
#   > Perhaps you took its answer step(z). The question asks for z itself, before the step.

# %% demo=true covers="X4"
_ = plots.plot_decision_boundary(
    xor.xor_by_hand,
    X,
    targets,
    labels=("XOR = 0", "XOR = 1"),
    title="Two layers: a strip between two lines",
)

# %% [markdown] covers="X4"
# The shaded areas show what the two layers say to every point of the plane: 1 in a strip between
# the two hidden lines, 0 outside. Both ones lie in the strip, and both zeros outside.

# %% [markdown] covers="X5"
# ## 10. Can a network find this by itself?
#
# We were clever and chose OR and NAND. For faces or speech nobody knows what the hidden neurons
# should do, so the network must find out by itself. Two things have to change for that.
#
# **First: no more step.** Change a weight a tiny bit, and a step nearly always gives the very same
# answer: nothing tells you whether you went the right way. The sigmoid of lesson 01 responds to the
# smallest change. It says 0.73 or 0.12 where the step says 1 or 0: "rather yes", "rather no".

# %% [markdown] covers="X5"
# Our network has two inputs, two hidden neurons and one output, all neurons with a sigmoid. Its
# weights and biases together are its **parameters**. There are nine, and we keep them in one row:
#
# | place | 0, 1 | 2, 3 | 4, 5 | 6, 7 | 8 |
# |---|---|---|---|---|---|
# | what | weights of h₁ | weights of h₂ | biases of h₁, h₂ | weights of output | bias of output |
#
# `params[:4].reshape(2, 2)` makes a matrix of the first four. We call it `hidden_weight`; each of
# its rows holds the weights of one hidden neuron.

# %% [markdown] covers="X5"
# In lesson 01 a batch went through one neuron by `X @ weights + bias`. For two neurons at once:
#
# - `X @ hidden_weight.T + hidden_bias` has one row for each sample and one column for each neuron.
#   `.T` turns the rows of `hidden_weight` into columns, for a product takes *rows* on the left and
#   *columns* on the right.
# - The output neuron then sees these two columns, after their sigmoid, as its inputs.
#
# By hand, with params = (1, 0, 0, 2, 0, -2, 2, -2, 1) and the sample (0, 1): z₁ = 1·0 + 0·1 + 0 =
# 0 and z₂ = 0·0 + 2·1 - 2 = 0, so h₁ = h₂ = σ(0) = 0.5. Then z = 2·0.5 - 2·0.5 + 1 = 1, and the
# answer is σ(1) ≈ 0.73. (`activations.sigmoid` is the library's sigmoid.)


# %% exercise="xor.tiny_forward"
def tiny_forward(params, X):
    """Return the network's answer to each sample, a number between 0 and 1.

    params   weights and biases in the order of the table, shape (9,)
    X        one sample a row, shape (m, 2)
    returns  one number for each sample, shape (m,)

    Example: the params above give about [0.73] for [[0, 1]]; nine zeros always give 0.5.
    """
    ### BEGIN SOLUTION
    hidden_weight, hidden_bias = params[:4].reshape(2, 2), params[4:6]
    output_weight, output_bias = params[6:8], params[8]
    hidden = activations.sigmoid(X @ hidden_weight.T + hidden_bias)
    return activations.sigmoid(hidden @ output_weight + output_bias)
    ### END SOLUTION


# %% [markdown] question="xor.why_sigmoid" covers="X5" points=1
# Why do we give the hidden neurons a sigmoid instead of a step?
#
# - [ ] a) Because with a step even two layers cannot compute XOR
#   > They can: that is how you have just built it by hand.
# - [ ] b) Because the sigmoid is faster to compute
#   > It is slower: it needs an exponential, while the step only looks at a sign.
# - [x] c) Because it shows small changes of a weight
#   > Right: so we can tell which way is better. After a small change a step nearly always answers
#   > the same, which tells nothing.
# - [ ] d) Because its answers are always 0 or 1
#   > That is the step. The sigmoid gives everything in between.

# %% [markdown] covers="X5"
# **Second: a finer measure than counting mistakes.** If the network says 0.6 where 1 is wanted,
# and then 0.7, it got better, though the count of mistakes may be the same. A **loss function**
# sees it. Ours is the **mean squared error**: take the error of each sample, answer - target;
# square it, so that errors up and down count alike; and take the mean.
#
# An example: answers 0.5 and 0.9, wanted 0 and 1. The errors are 0.5 and -0.1, the squares 0.25
# and 0.01, the **loss** is (0.25 + 0.01) / 2 = 0.13. Loss 0 means perfect. Saying 0.5 to
# everything gives 0.25: remember this number.


# %% exercise="xor.mean_squared_loss"
def mean_squared_loss(predictions, targets):
    """Return the mean of the squared errors, one number.

    predictions  the network's answer to each sample, shape (m,)
    targets      0 or 1 for each sample, shape (m,)
    returns      one number

    Example: the predictions [0.5, 0.9] for the targets [0, 1] give 0.13.
    """
    ### BEGIN SOLUTION
    errors = predictions - targets
    return np.mean(errors**2)
    ### END SOLUTION


# %% [markdown] covers="X5"
# ## 11. Nudge, look, step
#
# Now learning is simple. Take one of the nine parameters and **nudge** it: make it a little larger
# and look at the loss, make it a little smaller and look again. If the loss rises with the
# parameter, the parameter should go down; if it falls, up. How steeply it rises is the **slope**:
#
# $$\text{slope} = \frac{\text{loss after nudging up} - \text{loss after nudging down}}
# {2 \cdot \text{nudge}}$$
#
# We divide by 2 · nudge, because that is how far "up" and "down" are apart. The next cell makes a
# network with random parameters; the one after it nudges the output bias, place 8, and then all
# nine.

# %% provided="start"
start = tiny_network.tiny_network(np.random.default_rng(1))


def loss_of(params):
    """Return the loss of the tiny network with these parameters on XOR."""
    return tiny_network.mean_squared_loss(tiny_network.tiny_forward(params, X), targets)


# %% demo=true covers="X5"
nudge = 0.001
up, down = start.copy(), start.copy()
up[8] += nudge
down[8] -= nudge
print(f"loss with the output bias a little larger:  {loss_of(up):.6f}")
print(f"loss with the output bias a little smaller: {loss_of(down):.6f}")
print(f"slope: {(loss_of(up) - loss_of(down)) / (2 * nudge):.4f}")
print("slopes of all nine:", tiny_network.slopes_by_nudging(loss_of, start).round(3))

# %% [markdown] question="xor.nudged_slope" covers="X5" points=1 decimals=4
# A parameter is nudged by 0.001. After the nudge up the loss is 0.2503, after the nudge down it is
# 0.2497. What is the slope?
#
# - [x] 0.3
#   > Right: (0.2503 - 0.2497) / (2 · 0.001) = 0.0006 / 0.002 = 0.3. It should go down.
# - [ ] 0.6
#   > You divided by 0.001. From "down" to "up" it is twice as far: 0.002.
# - [ ] 0.0006
#   > This is how much the loss changed. Divide it by how far the parameter moved, 0.002.
# - [ ] -0.3
#   > You subtracted the other way round. More of the parameter gives more loss: positive.

# %% [markdown] covers="X5"
# With the nine slopes in hand, all parameters take one step **downhill**: each moves against its
# own slope, and a steep slope makes a long step. The learning rate η, which you know from lesson
# 02, says how long. With p for any one of the parameters:
#
# $$p \leftarrow p - \eta \cdot \text{slope}$$
#
# Example: p = 2, slope 0.3, η = 0.5 gives 2 - 0.15 = 1.85.


# %% exercise="xor.descend"
def descend(params, slopes, learning_rate):
    """Return the parameters after one step downhill; the old ones stay as they are.

    params         the parameters, shape (n,)
    slopes         how steeply the loss rises with each, shape (n,)
    learning_rate  one number above 0
    returns        the new parameters, shape (n,)

    Example: the parameters [1, 2] with the slopes [10, -10] and the rate 0.5 give [-4, 7].
    """
    ### BEGIN SOLUTION
    return params - learning_rate * slopes
    ### END SOLUTION


# %% [markdown] covers="X5"
# ## 12. Let it learn
#
# Nudge all nine, step, and again: 1000 times, from nine random numbers. Nobody tells the network
# about OR or NAND. Guess first: will the loss fall evenly?


# %% provided="trained"
@cache  # the first call trains, later ones remember the result
def trained():
    """Return the nine learnt parameters, and the loss after each of 1000 steps."""
    return tiny_network.train_tiny(
        X, targets, learning_rate=5.0, num_steps=1000, rng=np.random.default_rng(1)
    )


# %% demo=true covers="X5"
params, losses = trained()
_ = plots.plot_loss(losses, title="Loss while learning XOR", xlabel="step")

# %% [markdown] covers="X5"
# The curve shows the loss after each step. For more than 100 steps nearly nothing happens: the
# loss stays near 0.25, where the network says about 0.5 to everything. Then the hidden neurons
# begin to do different things, and it falls quickly. Here is what it says now, and how it divides
# the plane:

# %% demo=true covers="X5"
params, losses = trained()
print("answers:", tiny_network.tiny_forward(params, X).round(2), " wanted:", targets)
_ = plots.plot_decision_boundary(
    lambda points: tiny_network.tiny_forward(params, points),
    X,
    targets,
    labels=("XOR = 0", "XOR = 1"),
    title="XOR, learnt",
)

# %% [markdown] covers="X5"
# A strip again, with soft edges; but not the one we built by hand! Here the *zeros* lie in the
# strip and the ones outside. It found its own way to move the points. Look into its hidden space:
# now the two zeros have come together on (nearly) one spot, and again one line is enough.

# %% demo=true covers="X5"
params, losses = trained()
net = tiny_network.TinyNetwork.of(params)
hidden = activations.sigmoid(X @ net.hidden_weight.T + net.hidden_bias)
_ = plots.plot_hidden_space(
    hidden,
    targets,
    net.output_weight,
    net.output_bias,
    sample_names=("(0,0) (1,1)", "(0,1)", "(1,0)"),
    labels=("XOR = 0", "XOR = 1"),
    title="Hidden space, learnt",
    arrow_at=0.5,
)

# %% [markdown] covers="X5"
# Go through the training yourself, forwards and back. **Try:**
#
# 1. Move *step* slowly from 0 to 600. At about which step do you first see a strip?
# 2. Choose other random starts. Do the ones always lie outside the strip, as here?
# 3. One of the starts does not get there. Which one, and what is its loss at the end?

# %% demo=true covers="X5"
widgets.xor_training_widget()

# %% [markdown] covers="X5"
# What you saw: each start finds its own way; with starts 4 and 6 the ones lie in the strip. Start 0
# stays at a loss of about 0.127. Is that rare? Let us look at twelve starts.

# %% demo=true covers="X5"
for seed in range(12):
    _, other_losses = tiny_network.train_tiny(
        X, targets, learning_rate=5.0, num_steps=600, rng=np.random.default_rng(seed)
    )
    print(f"start {seed:2}: loss after 600 steps {other_losses[-1]:.3f}")

# %% [markdown] question="xor.stuck" covers="X5" points=1
# Some starts are still at a loss of about 0.127 after 600 steps; two of the four answers are near
# 0.5. What does that tell you?
#
# - [ ] a) That two hidden neurons are too few to compute XOR
#   > Other starts of the same network get there, so two are enough. It depends on where it begins.
# - [ ] b) That the targets are wrong
#   > The targets are XOR's table for every start.
# - [ ] c) That the learning rate was too small for these starts
#   > They stand still at 0.127, where the slopes are almost 0. The others learn with the same
#   > rate, 5.
# - [x] d) That going downhill can end on a flat place
#   > Right: there no small nudge helps much, and small steps only see what is near. Another start,
#   > or one more hidden neuron, helps.

# %% [markdown] covers="X5"
# One thing is wasteful. For each step we computed the loss 18 times: nine parameters, each nudged
# up and down. With a million parameters it would be two million times, for *one* step.
#
# There is a way to get all slopes at about the price of two or three computations of the loss: the
# method of 1986. The next lessons lead up to it. The idea stays the one you have seen: find the
# slopes, step downhill.

# %% [markdown]
# ## Summary
#
# - XOR is 1 when the inputs differ. Its ones lie crosswise, and **no line** separates them: two
#   sums of four inequalities contradict each other. At best 3 of 4 are right.
# - The perceptron learning rule **goes round in a circle** on XOR: same weights, same steps.
# - Minsky and Papert proved the limits of one layer in 1969; the first **AI winter** followed. The
#   way out: neurons in **layers**, and a way to train them.
# - XOR = (OR) AND (NAND). The **hidden layer moves the points** so that one line is enough.
# - With sigmoids and a **loss function**, a network learns by itself: nudge, look, step downhill.

# %% [markdown]
# ## Control questions
#
# Answer without looking back; then look back.

# %% [markdown] question="xor.control_layers" covers="X1 X4" points=1
# A friend joins two layers, but leaves the step (or sigmoid) out of the hidden neurons: they pass
# on their z. Can this network compute XOR?
#
# - [ ] a) Yes, two layers are always more than one
#   > Without an activation two layers collapse into one linear layer, as you saw in lesson 01.
# - [x] b) No, it can do no more than one neuron
#   > Right: sums of sums are sums. All that is left is one line, and one line is not enough.
# - [ ] c) Yes, if the weights are large enough
#   > However large they are, a weighted sum of weighted sums is again one: w·x + b, one line.

# %% [markdown] question="xor.control_parameters" covers="X5" points=1 decimals=0
# How many parameters does a network with two inputs, **three** hidden neurons and one output have?
#
# - [x] 13
#   > Right: 3·2 weights and 3 biases in the hidden layer, 3 weights and 1 bias after it.
# - [ ] 9
#   > These are the weights alone, 6 + 3. Each of the four neurons has a bias too.
# - [ ] 10
#   > Did you forget the biases of the hidden neurons? There are three of them.
# - [ ] 12
#   > Did you forget the bias of the output neuron?

# %% [markdown] written="xor.control_retell" covers="X2 X3 X4" points=2
# Explain to somebody who has read only lesson 02, in three to five sentences: why does the
# perceptron never settle on XOR, and what does a hidden layer change?
#
# > Rubric
# >
# > 1 point: there is no line that separates XOR, so every epoch has mistakes and changes the
# > weights (or: the weights come back to earlier values and go round in a circle).
# >
# > 1 point: the hidden layer gives the samples new coordinates (OR and NAND, for example) in which
# > one line is enough, so the output neuron can separate them.
# >
# > Model answer: The perceptron looks for a line with the ones on one side, and for XOR there is
# > none. So it makes mistakes in each epoch, corrects them, and comes back to weights which it had
# > before: a circle without end. A hidden layer puts two neurons in between, for example OR and
# > NAND. Seen through these, (0,1) and (1,0) are the same point, and one line separates it from
# > the rest.

# %% [markdown]
# ## Where to read on
#
# - M. Minsky and S. Papert, *Perceptrons: An Introduction to Computational Geometry*, 1969, MIT
#   Press. You can read the introduction with what you know now.
# - D. Rumelhart, G. Hinton and R. Williams, *Learning representations by back-propagating errors*,
#   Nature 323, 1986. Four pages that helped to end a winter.
# - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, MIT Press, 2016, section 6.1: XOR
#   with another kind of hidden layer. Free to read at deeplearningbook.org.

# %% demo=true
progress()
