# %% [markdown]
# # Lesson 00: How this course works, and five minutes of NumPy
#
# This page is a **notebook**: text, pictures and code in one place, and you change the code
# yourself. Here you learn how to work with it, and the few things about NumPy that every later
# lesson uses.
#
# **Time:** about 45 minutes. **You need:** functions in Python, and school mathematics.

# %% [markdown]
# ## What you will be able to do
#
# - run a cell, write an answer, check it, and read what the check says;
# - get a hint, see your progress, and hand a notebook in;
# - help yourself when a cell runs without end;
# - compute with whole arrays: shapes, `@`, `axis`, broadcasting, integers and floats.

# %% [markdown]
# ## 1. Cells
#
# Everything here stands in **cells**. Click on a code cell and press **Shift + Enter**: it runs,
# its result appears below it, and the next cell is chosen. The number in brackets on its left,
# as in `[3]`, says that it was the third cell to run.
#
# Run the cells **from top to bottom**: a later one needs what an earlier one made. Begin with
# these two. The first gets the course where it is missing; the second loads what the lesson uses.

# %% provided="imports"
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib.by_hand import arrays

# %% demo=true
print("Hello! 7 times 6 is", 7 * 6)

# %% [markdown]
# Change the numbers in that cell and run it again. Nothing can break: you may try out whatever
# you like. Cells that came with the lesson and are needed later, like the first one, are locked.
#
# A new cell of your own: click beside a cell and press **B** ("below"). Most lessons have room
# for such experiments, and they do not count.

# %% [markdown]
# ## 2. An exercise, wrong and right
#
# Temperatures are measured in degrees Celsius (C) or Fahrenheit (F):
#
# $$F = 1.8 \cdot C + 32$$
#
# Water boils at C = 100, so at F = 180 + 32 = **212**. Below is a function to write. First do it
# **wrong on purpose**: put `return celsius + 32` in place of `raise NotImplementedError()`, with
# the same distance from the left. Run the cell, then run the check below it.


# %% exercise="start.fahrenheit"
def fahrenheit(celsius):
    """Return the temperature in degrees Fahrenheit: 1.8 times celsius, plus 32.

    celsius  one number or an array of any shape
    returns  the same shape

    Example: fahrenheit(100) is 212.
    """
    ### BEGIN SOLUTION
    return 1.8 * celsius + 32
    ### END SOLUTION


# %% [markdown]
# What the card says, from top to bottom:
#
# - what your answer **seems to do**: you added 32, but something is missing;
# - **a call** that shows it, what your function gave and what was expected, with the arithmetic;
# - which **parts** of the exercise are right. Each part brings its share of the points.
#
# The check tries your function on many inputs, also on some that you may not think of: negative
# numbers, whole tables, very large values.

# %% [markdown]
# Stuck? Press **Hint** below the card: each press gives the next hint. Or make a new cell, type
# `hint("start.fahrenheit")` and run it. Hints cost nothing.
#
# Now write the right formula, run the cell, and check again. A green card: done. You may check as
# often as you like; only the last answer counts. After a try, **Show a solution** below the card,
# or `solution("start.fahrenheit")` in a cell, shows one way to do it. Look at it even when you are
# right: there may be a shorter way.

# %% [markdown]
# ## 3. Questions
#
# A question is answered in the cell below it: put the letter in quotation marks, as in
# `"a"`, or a number without them, run the cell, and then its check. A wrong option is not only
# marked wrong; the card says *why*.

# %% [markdown] question="start.stars" points=1
# On the left of a cell stands `[*]` instead of a number, for minutes already. What does it mean?
#
# - [ ] a) The cell holds an error.
#   > An error ends a cell: then a number stands there, and a red text below it says what is wrong.
# - [ ] b) The cell has not been run yet.
#   > Then the brackets are empty: `[ ]`. The star appears when you start it.
# - [x] c) The cell is still running, perhaps in a loop without end.
#   > Right: it has not come back. Stop it, and look at its loops.
# - [ ] d) The notebook has not been saved.
#   > Saving has nothing to do with the brackets. The star stands there while a cell works.

# %% [markdown]
# ## 4. When something hangs
#
# Your code runs in a program of its own, the **kernel**. If a cell does not come back:
#
# 1. **Stop it:** press the square ■ above (menu *Kernel*, *Interrupt Kernel*).
# 2. If that does not help, **restart:** menu *Kernel*, *Restart Kernel*. The kernel forgets every
#    variable and function; your text stays.
# 3. After a restart, choose your cell and run what stands above it: menu *Run*, *Run All Above
#    Selected Cell*.
#
# "NameError: … is not defined" mostly means: a cell above has not been run since the restart.

# %% [markdown] question="start.after_restart" points=1
# You wrote `fahrenheit`, and its check was green. Then you restarted the kernel and ran only the
# cell with the imports, near the top, and the check again. What does the check say, and why?
#
# - [ ] a) It is green, for the answer stands in the notebook.
#   > The text stands there, but the kernel has forgotten the function until the cell runs again.
# - [x] b) There is no such function: the cell that defines it has not been run since.
#   > Right: run it again. Nothing is lost.
# - [ ] c) The work is lost; the function must be written anew.
#   > The text of the cell is still there. Run it, and the kernel knows the function again.
# - [ ] d) The check cannot be used a second time.
#   > A check may be used as often as you like.

# %% [markdown]
# ## 5. Progress, and handing in
#
# `progress()` shows how far you are in each lesson. It is kept in a small file of your own on this
# computer; it is for you alone, and nobody is graded by it.
#
# To hand in: save (Ctrl + S), and give the file of the lesson, `00_start.ipynb`, to your teacher
# in the way that your class has agreed on. **Keep its name, and do not delete or copy the check
# cells.** Before that, it is good to run everything once from the top: menu *Kernel*, *Restart
# Kernel and Run All Cells*. Your grade comes from a second check, with other numbers.

# %% [markdown]
# ## 6. Arrays
#
# **NumPy** (`np`) computes with whole **arrays** of numbers at once. `np.array([2, 4, 6])` makes
# one from a list. Arithmetic works on each number by itself, without a loop:
#
# | code | with a = [2, 4, 6] and b = [1, 0, 10] |
# |---|---|
# | `a + b` | [3, 4, 16] |
# | `a * b` | [2, 0, 60] |
# | `a ** 2` | [4, 16, 36] |
# | `10 * a + 1` | [21, 41, 61] |

# %% demo=true
a = np.array([2, 4, 6])
b = np.array([1, 0, 10])
print(a + b, a * b, a**2, 10 * a + 1)
print(a.tolist() + b.tolist(), "<- these are lists: they are joined, not added")

# %% [markdown]
# So your `fahrenheit` works for a thousand temperatures as well as for one. Here nnlib's own does
# it (**nnlib** is the library of this course; an exercise that you have not solved yet never
# stops you, because later cells use nnlib's functions):

# %% demo=true
print(arrays.fahrenheit(np.array([-40.0, 0.0, 37.0, 100.0])))

# %% [markdown]
# ## 7. Shapes
#
# Every array has a **shape**: how many numbers it has along each **axis**.
#
# | | an example | shape |
# |---|---|---|
# | one number | `7` | `()` |
# | a **vector**, one axis | `np.array([5, 10])` | `(2,)` |
# | a **matrix**, two axes: rows, then columns | `np.array([[1, 2], [0, 3], [4, 0]])` | `(3, 2)` |
#
# In this course a matrix mostly holds data: **one sample a row**, one feature a column. When
# something goes wrong, print the shapes first.

# %% demo=true
amounts = np.array([[1, 2], [0, 3], [4, 0]])
print(amounts)
print("shape:", amounts.shape)
print("first row:", amounts[0])
print("second column:", amounts[:, 1])
print("row 2, column 0:", amounts[2, 0], "(both count from 0)")

# %% [markdown]
# ## 8. The product `@`
#
# Three shopping baskets, two articles: a pen costs 5, a book 10.
#
# | basket | pens | books | total |
# |---|---|---|---|
# | 0 | 1 | 2 | 1·5 + 2·10 = 25 |
# | 1 | 0 | 3 | 0·5 + 3·10 = 30 |
# | 2 | 4 | 0 | 4·5 + 0·10 = 20 |
#
# Multiply each row with the prices, number by number, and add up. Exactly this is the **matrix
# product**. In NumPy it is the sign `@`.

# %% [markdown]
# For `A @ B` the inner numbers of the shapes must be the same, and they disappear:
#
# $$(m, n)\ @\ (n,) \rightarrow (m,) \qquad\qquad (m, n)\ @\ (n, k) \rightarrow (m, k)$$
#
# Above: $(3, 2)\ @\ (2,) \rightarrow (3,)$. The sign `*` is something else: it multiplies number
# by number and adds nothing up.


# %% exercise="start.totals"
def totals(amounts, prices):
    """Return what each basket costs.

    amounts  how many of each article, one basket a row, shape (m, n)
    prices   the price of each article, shape (n,)
    returns  one total for each basket, shape (m,)

    Example: the three baskets above give [25, 30, 20].
    """
    ### BEGIN SOLUTION
    return amounts @ prices
    ### END SOLUTION


# %% [markdown] question="start.product_shape" points=1 decimals=0
# `A` has the shape (6, 4) and `B` the shape (4, 5). How many numbers does `A @ B` hold?
#
# - [x] 30
#   > Right: (6, 4) @ (4, 5) has the shape (6, 5), and 6·5 = 30.
# - [ ] 24
#   > That is how many numbers A has. The inner 4 disappears: the shape is (6, 5).
# - [ ] 20
#   > That is how many numbers B has. The inner 4 disappears: the shape is (6, 5).
# - [ ] 120
#   > You kept the inner 4. It is summed over, so it disappears: the shape is (6, 5).
# - [ ] 16
#   > You kept the inner numbers. It is the outer ones that stay: (6, 5).

# %% [markdown]
# ## 9. Along an axis
#
# `X.sum()` adds up everything. Often one wants the sum of each column, or of each row. Name the
# axis **along which** to go; it disappears from the shape:
#
# | code | for X = [[1, 10], [3, 30], [5, 20]], shape (3, 2) | shape |
# |---|---|---|
# | `X.sum()` | 69 | `()` |
# | `X.sum(axis=0)`, down the rows | [9, 60] | `(2,)` |
# | `X.sum(axis=1)`, across the columns | [11, 33, 25] | `(3,)` |
#
# `X.mean(…)` and `X.max(…)` work in the same way.

# %% provided="table"
X = np.array([[1, 10], [3, 30], [5, 20]])
print("everything:", X.sum())
print("axis 0:    ", X.sum(axis=0))
print("axis 1:    ", X.sum(axis=1))


# %% exercise="start.column_means"
def column_means(X):
    """Return the mean of each column.

    X        a table of numbers, shape (m, n)
    returns  shape (n,)

    Example: the table above gives [3, 20].
    """
    ### BEGIN SOLUTION
    return X.mean(axis=0)
    ### END SOLUTION


# %% [markdown] question="start.axis_gone" points=1
# `X` holds 100 samples with 8 features each, one sample a row. What does `X.mean(axis=1)` give?
#
# - [ ] a) 8 numbers: the mean of each feature
#   > For that you go down the rows, axis 0. Axis 1 disappears here, and 100 is left.
# - [x] b) 100 numbers: the mean of each sample
#   > Right: the shape is (100, 8), axis 1 is the 8, and it disappears.
# - [ ] c) one number: the mean of everything
#   > That is `X.mean()`, without an axis.
# - [ ] d) one number: the mean of the second feature
#   > That would be `X[:, 1].mean()`. The axis does not choose a column.

# %% [markdown]
# ## 10. Broadcasting
#
# `10 * a` multiplies an array by one number: NumPy uses the number for every place. The same
# happens with a vector and a matrix: the vector is used **for every row**. This is called
# **broadcasting**. With the means of before:
#
# $$\begin{pmatrix} 1 & 10 \\ 3 & 30 \\ 5 & 20 \end{pmatrix} - \begin{pmatrix} 3 & 20 \end{pmatrix}
# = \begin{pmatrix} -2 & -10 \\ 0 & 10 \\ 2 & 0 \end{pmatrix}$$
#
# The rule: write the shapes under each other, **right end to right end**. Each pair must be equal,
# or one of the two must be 1 or missing.

# %% demo=true
print(X - np.array([3, 20]), "(3, 2) with (2,)")
print(X - np.array([[1], [3], [5]]), "(3, 2) with (3, 1): a number for each row")
try:
    X - np.array([1, 3, 5])
except ValueError as error:
    print("(3, 2) with (3,):", error)


# %% exercise="start.centre_columns"
def centre_columns(X):
    """Return a new table in which each column's mean is taken away from that column.

    X        a table of numbers, shape (m, n); it stays as it is
    returns  shape (m, n), each column with the mean 0

    Example: [[1, 10], [3, 30]] has the means 2 and 20, and gives [[-1, -10], [1, 10]].
    """
    ### BEGIN SOLUTION
    return X - X.mean(axis=0)
    ### END SOLUTION


# %% [markdown] question="start.broadcast" points=1
# `X` has the shape (4, 3). With which of these does `X + v` give an **error**?
#
# - [ ] a) `v` has the shape (3,)
#   > Right end to right end, 3 meets 3: v is added to every row.
# - [ ] b) `v` has the shape (4, 1)
#   > 1 fits with 3, and 4 with 4: each row gets a number of its own.
# - [ ] c) `v` is one number
#   > One number fits with everything.
# - [x] d) `v` has the shape (4,)
#   > Right: right end to right end, 4 meets 3, and neither is 1.

# %% [markdown]
# ## 11. Integers and floats
#
# `np.array([1, 2, 3])` holds **integers**, `np.array([1.0, 2.0, 3.0])` holds **floats**, numbers
# with a fraction. An array keeps its kind (`.dtype`) for ever: whatever you write into an array of
# integers is cut to an integer, without a warning.

# %% demo=true
numbers = np.array([1, 2, 3])
numbers[0] = 0.75  # cut to 0
print(numbers, numbers.dtype)
print(numbers * 0.5, "<- a new array, of floats")
print(7 / 2, 7 // 2, "<- // cuts the fraction off")

# %% [markdown]
# Two habits save you from this:
#
# - make **new** arrays by arithmetic (`X - m`) instead of writing into old ones;
# - if you need an empty table to fill, take `np.zeros((3, 2))`, which holds floats.
#
# The first habit has one more good side: `X -= m` would change X itself, also for whoever gave it
# to you. The checks look for that, and say so.

# %% [markdown] question="start.integer_cut" points=1
# `grades = np.array([2, 4, 3])`, then `grades[1] = 3.9`. What is in `grades` now?
#
# - [ ] a) [2, 3.9, 3]
#   > The array holds integers, and goes on holding integers.
# - [ ] b) [2, 4, 3]
#   > 3.9 was written, but it is cut, not rounded.
# - [x] c) [2, 3, 3]
#   > Right: the fraction is cut off, and nobody warns you.
# - [ ] d) Nothing: an error stops the line.
#   > It would be kinder, but NumPy cuts the number and goes on.

# %% [markdown]
# ## Summary
#
# - Shift + Enter runs a cell; run from top to bottom, and again after a restart.
# - `check` says what an answer seems to do, `hint("…")` helps, `solution("…")` comes after a try.
# - Arithmetic with arrays works number by number; `@` multiplies rows with columns and adds up.
# - The axis that you name disappears from the shape.
# - Broadcasting compares shapes from the right; a vector meets every row of a matrix.
# - Arrays of integers cut fractions off. Make new arrays.

# %% [markdown]
# ## Control questions
#
# Answer for yourself, without scrolling up: What does `[*]` mean? What do you do after a restart?
# What is the shape of `X.sum(axis=0)` if X has the shape (5, 2)? What is the difference between
# `*` and `@`? Which shapes can be added to (5, 2)?
#
# **Where to read on:** NumPy's own *Absolute basics for beginners*, at numpy.org. Then lesson 01:
# one neuron.

# %% demo=true
progress()
