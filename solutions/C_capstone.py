# %% [markdown]
# # Lesson C: Read handwriting, and what comes next
#
# Everything that you have learnt, on real data: a network of your own choice reads digits that
# people wrote. Then a short tour of the three ideas that the large networks of today add.
#
# **Time:** about 90 minutes: one hour for your network, half an hour for the tour. **You need:**
# lessons 04 to 07.

# %% [markdown]
# ## What you will be able to do
#
# - choose a network for a task of your own: layers, activation, optimizer, regularization;
# - compare choices fairly, on data that were held back;
# - make a network that reads digits written by people, and say where it fails;
# - explain in a few lines of NumPy what a convolution, a recurrent layer, an LSTM's gates and
#   attention compute: the parts of which CNNs, LSTMs and Transformers are built.

# %% provided="imports"
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import activations, metrics, plots, widgets
from nnlib.architectures.attention import attention_weights
from nnlib.architectures.recurrence import run_rnn
from nnlib.data.digits import load_digits, vary
from nnlib.layers import BatchNorm, Dropout, Linear, ReLU
from nnlib.losses import CROSS_ENTROPY_FROM_LOGITS
from nnlib.network import Network, multilayer_perceptron
from nnlib.optimizers import SGD, Adam, Momentum, RMSprop
from nnlib.regularizers import L1, L2
from nnlib.training import EarlyStopping, Trainer

# %% [markdown] covers="C1"
# # Part 1: Digits
#
# These images are real. In the 1990s thirteen people filled in forms; the digits were scanned and
# reduced to 8 × 8 pixels, each a number from 0 (paper) to 1 (ink). We read the 64 pixels as one row
# of 64 inputs. There are 1,797 images. We shuffle them and cut them into three parts:
#
# - **training** (1,197): the network learns from these;
# - **validation** (300): *you* choose with these: which network, which rate, how long;
# - **test** (300): nobody looks at these. The judge has them.
#
# To be honest: all thirteen hands are in all three parts. On a stranger's hand it would do worse.

# %% provided="digits"
digits = load_digits(rng=np.random.default_rng(2026))
train, validation = digits.train, digits.validation

# %% demo=true covers="C1"
_ = plots.plot_digits(train.X[:24], train.targets[:24], title="24 of the training images")

# %% [markdown] question="capstone.three_parts" covers="C1" points=1
# Why may you not choose your network by its accuracy on the **test** images?
#
# - [ ] a) Because 300 images are too few to measure an accuracy
#   > They measure it to about two percent. The validation part has no more.
# - [x] b) Because whoever chooses by them has fitted them, and the number promises too much
#   > Right: the best of fifty tries on the same images is partly luck. Test data are for once.
# - [ ] c) Because the network would learn their labels by heart
#   > Measuring changes no weight. It is *you* who would learn from them.
# - [ ] d) Because test images are harder
#   > They are images like all others, only held back.

# %% [markdown] covers="C1"
# ## What the judge shows to your network
#
# Next week somebody writes a little further to the left, with a fainter pen, on dusty paper. A
# network that is of use must bear that. So the judge changes each test image:
# it is moved by up to 0.4 pixels (blended with a copy moved by one pixel), made fainter or darker
# by up to 20 %, and gets a little noise. The function `vary` does this. You may use it, too.

# %% provided="changed"
changed = vary(validation.X, rng=np.random.default_rng(1))

# %% demo=true covers="C1"
pairs = np.stack([validation.X[:8], changed[:8]]).reshape(16, 64)
_ = plots.plot_digits(
    pairs, np.tile(validation.targets[:8], 2), title="above as written, below changed"
)

# %% [markdown] covers="C1"
# Play with it: a small network has learnt from unchanged images. Move the digit, add noise. How
# far can you move it until the network takes it for another one? Which digits bear most?

# %% demo=true covers="C1"
widgets.digit_widget()

# %% [markdown] question="capstone.shifted_digit" covers="C1" points=1
# You move a digit by two pixels, and the network fails, though you still read it with ease. Why?
#
# - [ ] a) Two pixels of the digit are lost
#   > Even where nothing is cut off at the edge, it fails.
# - [ ] b) The network was not trained for long enough
#   > On images at the usual place it is right. Longer training on the same images does not help.
# - [ ] c) Its activation function saturates
#   > The numbers are of the same size as before; they only came in at other inputs.
# - [x] d) Each weight belongs to one pixel: what was learnt at one place is not known at the next
#   > Right: to this network a moved image is 64 other numbers. Remember this for part 2.

# %% [markdown] covers="C1"
# ## Measure
#
# Ten classes: ten outputs, one a digit, and the loss is cross-entropy from logits. Guessing is
# right in 10 % of all cases, and its loss is ln 10 ≈ 2.30. This function tells how good a network
# is on the changed validation images. All your choices hang on this one number.


# %% provided="share_right"
def share_right(network):
    """Return the share of the changed validation images that a network reads rightly."""
    predictions = metrics.predicted_classes(network.predict(changed))
    return metrics.accuracy(predictions, validation.targets)


# %% [markdown] question="capstone.first_loss" covers="C1" points=1 decimals=2
# A new network for **two** classes knows nothing yet: it gives each class the probability ½. What
# is its cross-entropy loss, −ln(½)? (Two decimals.)
#
# - [x] 0.69
#   > Right: −ln 0.5 = ln 2 = 0.69. A first loss far above ln(classes) means too large weights.
# - [ ] 0.5
#   > This is the probability. The loss is its negative logarithm.
# - [ ] -0.69
#   > ln(½) is negative; the minus sign in front makes the loss positive.
# - [ ] 2.3
#   > This is ln 10, for ten classes.

# %% [markdown] covers="C1"
# ## Your workshop
#
# The next cell is yours. It holds the poorest network that could be called one: no hidden layer, a
# few epochs. Change whatever you like, run, look at the number, change again. Add cells if you
# want. **Time budget:** a training of up to 5 seconds (a cell that takes 10 is stopped in the
# grading). That is plenty: 30 epochs take less than one second.
#
# If you prefer functions of your own from lessons 05 to 07, paste them in and use them.

# %% covers="C1"
# Your workshop: change everything you like.
rng = np.random.default_rng(0)
X, targets = train.X, train.targets
network = multilayer_perceptron([64, 10], rng=rng, dtype=np.float32)
trainer = Trainer(network, CROSS_ENTROPY_FROM_LOGITS, SGD(0.1))
history = trainer.fit(X, targets, num_epochs=5, rng=rng, progress=False)
print(
    f"loss {history.loss[-1]:.3f}, right on changed validation images: {share_right(network):.1%}"
)

# %% [markdown] covers="C1"
# What you can turn:
#
# | what | how to write it |
# |---|---|
# | layers | `multilayer_perceptron([64, 32, 10], rng=rng)`: one hidden layer of 32 neurons |
# | activation | `…, activation="tanh")`; also `"relu"`, `"leaky_relu"`, `"sigmoid"` |
# | optimizer and rate | `SGD(0.1)`, `Momentum(0.05)`, `RMSprop(0.001)`, `Adam(0.003)` |
# | epochs and batch | `trainer.fit(…, num_epochs=30, batch_size=32)` |
# | weight decay | `Trainer(network, loss, optimizer, regularizer=L2(0.001))`; also `L1` |
#
# Early stopping, and a network layer by layer, with batch norm and dropout:
#
# ```python
# trainer.fit(X, targets, num_epochs=100, rng=rng, progress=False,
#             validation=(changed, validation.targets), early_stopping=EarlyStopping(5))
#
# network = Network([Linear(64, 32, rng=rng), BatchNorm(32), ReLU(), Dropout(0.2, rng=rng),
#                    Linear(32, 10, rng=rng)])
# ```

# %% [markdown] covers="C1"
# **More data from the same data.** A changed image of a 7 is still a 7, and its label is known. So
# make changed copies of the training images and learn from all of them together:
#
# ```python
# copies = [vary(train.X, rng=rng) for _ in range(4)]
# X = np.concatenate([train.X, *copies])
# targets = np.tile(train.targets, 5)
# ```
#
# This is called **data augmentation**. Often it does more than any clever layer.

# %% [markdown] covers="C1"
# Change **one thing at a time** and write the numbers down, or you will not know what helped. And
# mind luck: another seed gives another number. A difference of less than one percent here says
# little, since one percent are three images.
#
# As a guide, measured while this lesson was written (share right on the judge's images):
#
# | network | share right |
# |---|---|
# | no hidden layer, 5 epochs | about 87 % |
# | no hidden layer, well trained | about 92 % |
# | 64-32-10, ReLU, Adam | about 93 % |
# | 64-32-10, ReLU, Adam, nine changed copies of each image | about 96 to 97 % |
#
# The 300 validation images happen to be a little harder: expect two percent less on them.

# %% demo=true covers="C1"
_ = plots.plot_loss(history.loss, title="Training loss of the network in the workshop")

# %% [markdown] question="capstone.big_gap" covers="C1" points=1
# Your network: training loss 0.001, and it is right on 100 % of the training images, but on 91 % of
# the changed validation images. What do you try first?
#
# - [x] a) More, and more varied, training data: changed copies of the images
#   > Right: it knows its images by heart and has seen too little. More data, or regularization.
# - [ ] b) Train ten times as long
#   > There is nothing left to learn from these images; the training loss is almost 0.
# - [ ] c) A larger learning rate
#   > The training went well, down to 0.001. It is what it was trained *on* that is too narrow.
# - [ ] d) A network without a hidden layer
#   > It could no longer learn by heart, but it could not learn much else either.

# %% [markdown] covers="C1"
# ## Hand it in
#
# Write `classify`: it gets images, one in each row, and returns the digit that each shows. It may
# use the `network` that you trained above; train there, not in here, since `classify` is called
# several times. Your workshop is run again in the grading, so let it train the network you mean.
#
# The judge shows 1,800 changed test images. At least **80 %** right earns one point, **90 %** two,
# **95 %** three. The grade uses other changes than the check here: stay a percent above.


# %% exercise="capstone.classify"
def classify(images):
    """Return which digit each image shows, as whole numbers from 0 to 9.

    images has the shape (n, 64), pixels from 0 to 1; the result has the shape (n,).
    """
    ### BEGIN SOLUTION
    return metrics.predicted_classes(network.predict(images))


rng = np.random.default_rng(0)
copies = [vary(train.X, rng=rng) for _ in range(9)]
X, targets = np.concatenate([train.X, *copies]), np.tile(train.targets, 10)
network = multilayer_perceptron([64, 64, 10], rng=rng, dtype=np.float32)
trainer = Trainer(network, CROSS_ENTROPY_FROM_LOGITS, Adam(0.003))
trainer.fit(X, targets, num_epochs=20, rng=rng, progress=False)
### END SOLUTION


# %% [markdown] covers="C1"
# ## Where does it fail?
#
# A number is not enough. Look at the mistakes: the confusion matrix has a row for each true digit
# and a column for what it was taken for.

# %% demo=true covers="C1"
predictions = metrics.predicted_classes(network.predict(changed))
matrix = metrics.confusion_matrix(predictions, validation.targets, num_classes=10)
_ = plots.plot_confusion_matrix(matrix, title="Changed validation images")

# %% demo=true covers="C1"
answers = metrics.predicted_classes(network.predict(changed))
wrong = np.flatnonzero(answers != validation.targets)[:16]
if len(wrong):
    _ = plots.plot_digits(
        changed[wrong], validation.targets[wrong], answers[wrong], title="Taken for another"
    )

# %% [markdown] covers="C1"
# Show it one image after the other: the widget again, now with *your* network behind it. Does it
# bear a longer move than the first one did? What would changed copies have to do with that?

# %% demo=true covers="C1"
widgets.digit_widget(lambda images: activations.softmax(network.predict(images)))

# %% [markdown] question="capstone.confusion_row" covers="C1" points=1
# In the row of the true digit 8 the column 1 holds the number 6. What does it say?
#
# - [ ] a) Six images of a 1 were taken for an 8
#   > The row is the true digit. This would stand in row 1, column 8.
# - [ ] b) The network is right on six images of the 8
#   > What is right stands on the diagonal: row 8, column 8.
# - [x] c) Six images of an 8 were taken for a 1
#   > Right: row = what it is, column = what it was taken for.

# %% [markdown] written="capstone.report" covers="C1" points=4
# Report on your network in eight to twelve sentences: which architecture, activation, optimizer and
# regularization you chose; **at least three** comparisons with their numbers (what you changed, and
# what it did to the share on the changed validation images); which digits it confuses, and why
# these; and what you would try next.
#
# > Rubric
# >
# > 1 point: the final network is described so that somebody else could build it (layers,
# > activation, optimizer, rate, epochs, regularization or augmentation).
# >
# > 1 point: three comparisons with numbers, in each of which one thing was changed, on validation
# > data (not on the test, not on the training images).
# >
# > 1 point: the confusions are named from the matrix or the images, with a reason (alike in form,
# > blurred at 8 × 8 pixels, an unusual hand).
# >
# > 1 point: a sensible next step, and some care about luck (another seed, small differences).
# >
# > Model answer: I began with no hidden layer (83 %). A hidden layer of 32 with ReLU and
# > Adam(0.003) for 30 epochs gave 92 %, with another seed 90 %. 128 neurons gave 92 % as well, so
# > width was not the problem. Weight decay of 0.001 gave 91 %, which may be luck. Nine changed
# > copies of each image and 64 neurons gave 94 %, and dropout of 0.2 on top of them 96 %, with
# > three seeds between 95.7 and 96.7 %. The final network is Linear(64, 64), ReLU, Dropout(0.2),
# > Linear(64, 10), Adam(0.003), 20 epochs, nine copies. It takes 8 and 9 for 1 and 4 for 9 most
# > often: at 8 × 8 pixels their loops are one or two grey pixels, and a small move closes them.
# > Next I would turn the copies by a few degrees, and try a convolution, so that a moved stroke is
# > still the same stroke.

# %% [markdown] covers="C2"
# # Part 2: What comes next
#
# Everything in this course was about layers in which each neuron sees each input. The networks that
# recognise faces, translate and write have three more ideas. Each fits into a few lines of NumPy.
# This is a taste of them, no more: enough to know what the words mean.

# %% [markdown] covers="C2"
# ## Images: convolution
#
# In part 1 a moved digit was a stranger. The remedy: let one small detector look **everywhere**.
# It has, say, 3 × 3 weights, called **kernel** or filter. It slides over the image; at each place
# the 9 pixels under it are multiplied with the 9 weights and added up. A new image comes out, which
# tells *where* the kernel found its pattern.
#
# Choose a filter and step through the places. Which strokes does "upright edges" find? And what
# does it say where the paper is plain?

# %% demo=true covers="C2"
widgets.convolution_widget()

# %% [markdown] covers="C2"
# By hand: the kernel [−1, 1] compares each pixel with its right neighbour. On the row 0, 0, 1, 1:
# −1·0 + 1·0 = 0, then −1·0 + 1·1 = **1**, then −1·1 + 1·1 = 0. It answers at the edge alone.
#
# In two dimensions, with (a, b) running over the kernel:
#
# $$Y_{ij} = \sum_a \sum_b K_{ab}\, X_{(i+a)(j+b)}$$
#
# An image of height h and a kernel of height p leave h − p + 1 places ("valid": the kernel lies
# wholly inside).

# %% [markdown] covers="C2"
# A word on words: mathematicians turn the kernel by 180° first and call *that* convolution; this
# one they call cross-correlation. Deep learning leaves the turn out, since the weights are learnt
# anyway. So do we.


# %% exercise="capstone.convolve2d"
def convolve2d(image, kernel):
    """Slide the kernel over the image, without turning it; return the sums of the products.

    image has the shape (h, w), kernel (p, q); the result (h - p + 1, w - q + 1).
    For example [[0, 0, 1, 1]] with the kernel [[-1, 1]] gives [[0, 1, 0]].
    """
    ### BEGIN SOLUTION
    (h, w), (p, q) = image.shape, kernel.shape
    result = np.zeros((h - p + 1, w - q + 1))
    for i in range(h - p + 1):
        for j in range(w - q + 1):
            result[i, j] = np.sum(image[i : i + p, j : j + q] * kernel)
    return result
    ### END SOLUTION


# %% [markdown] covers="C2"
# **Your** convolution, with a kernel that looks for strokes falling to the right. **Try:** step
# over some images: where is the output bluest? Then write another kernel into the cell, for strokes
# that rise.

# %% demo=true covers="C2"
widgets.convolution_widget([[2, -1, -1], [-1, 2, -1], [-1, -1, 2]], own=convolve2d)

# %% [markdown] question="capstone.kernel_weights" covers="C2" points=1 decimals=0
# A dense layer from a photo of 200 × 200 pixels to 100 neurons has 4,000,000 weights. How many
# weights has **one** kernel of 5 × 5 for the same photo?
#
# - [x] 25
#   > Right: the same 25 at every place, however large the photo. That is *weight sharing*.
# - [ ] 38416
#   > This is how many places there are, 196 · 196. All of them use the same weights.
# - [ ] 960400
#   > You gave each place weights of its own. The kernel is the same everywhere.
# - [ ] 1000000
#   > You counted 25 for each pixel. The kernel is the same everywhere.

# %% [markdown] covers="C2"
# After the convolution one often asks only *whether* the pattern was there, and not to the pixel
# where. **Max pooling** cuts the image into squares and keeps the largest number of each. The image
# becomes smaller, and a small move changes little.
#
# By hand, squares of 2 × 2: the rows 1, 2, 0, 5 and 3, 4, 6, 0 give the numbers 4 and 6. What fills
# no whole square is left out.


# %% exercise="capstone.max_pool"
def max_pool(image, size):
    """Return the largest number of each square of size × size; squares do not overlap.

    image has the shape (h, w); the result (h // size, w // size).
    For example [[1, 2, 0, 5], [3, 4, 6, 0]] with size 2 gives [[4, 6]].
    """
    ### BEGIN SOLUTION
    rows, columns = image.shape[0] // size, image.shape[1] // size
    result = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            result[i, j] = image[i * size : (i + 1) * size, j * size : (j + 1) * size].max()
    return result
    ### END SOLUTION


# %% [markdown] covers="C2"
# A **convolutional neural network (CNN)** stacks them: convolution with many kernels, ReLU,
# pooling, again and again, and dense layers at the end. The kernels are learnt by backpropagation
# like all weights. First layers find edges, later ones corners and loops, still later ones eyes
# and wheels.
#
# Yann LeCun's networks read postal codes in 1989 and millions of cheques in the 1990s. In 2012
# AlexNet, a larger one trained on graphics cards, won the ImageNet competition by far. That is when
# deep learning became a word that everybody knows.

# %% [markdown] question="capstone.why_shared" covers="C2" points=1
# Why does a CNN recognise a stroke at a place where it never saw one in training?
#
# - [ ] a) Because it has more weights than a dense network
#   > It has far fewer. They are used in another way.
# - [x] b) Because the same kernel, with the same weights, looks at every place
#   > Right: what it has learnt at one place, it knows at all places.
# - [ ] c) Because it moves the image to the middle first
#   > Nothing is moved. The kernel comes to the stroke, wherever that is.
# - [ ] d) Because pooling removes everything that it does not know
#   > Pooling keeps the largest number of a square, whatever it stands for.

# %% [markdown] covers="C2"
# ## Sequences: recurrence
#
# A sentence, a melody, the temperature of each day: here order matters, and the length varies. A
# **recurrent** layer reads one item after the other and keeps a **state** h, its memory:
#
# $$h_t = \tanh(W_x\, x_t + W_h\, h_{t-1} + b)$$
#
# It is a layer as you know it, with a second input: its own answer of the step before. The weights
# are the same at every step. In convolution they are shared over places, here over time.

# %% [markdown] covers="C2"
# By hand, one unit: x = 1, h before = 0.5, W_x = 2, W_h = −2, b = 0. The sum is
# 2 · 1 − 2 · 0.5 = 1, and the new state is tanh(1) = 0.762.


# %% exercise="capstone.rnn_step"
def rnn_step(x, h_prev, weight_x, weight_h, bias):
    """Return the new state of a recurrent layer, tanh(W_x x + W_h h_prev + b).

    x has the shape (n,), h_prev (hidden,), weight_x (hidden, n), weight_h (hidden, hidden),
    bias (hidden,); the result has the shape (hidden,).
    For example x = [1], h_prev = [0.5], weights [[2]] and [[-2]], bias [0] give [0.762].
    """
    ### BEGIN SOLUTION
    return np.tanh(weight_x @ x + weight_h @ h_prev + bias)
    ### END SOLUTION


# %% [markdown] covers="C2"
# How long does such a layer remember? A single 1 comes in, then nothing more. The picture shows the
# state for three values of W_h.

# %% demo=true covers="C2"
pulse = np.zeros((20, 1))
pulse[0] = 1
states = {
    f"W_h = {weight}": run_rnn(pulse, [[1.0]], [[weight]], [0.0])[:, 0]
    for weight in (0.5, 0.9, 1.0)
}
_ = plots.plot_losses(states, title="One pulse, then silence", xlabel="step", ylabel="state h")

# %% [markdown] covers="C2"
# It forgets: with each step the memory shrinks. And on the way back the **gradient** shrinks in the
# same way, as in the deep sigmoid stacks of lesson 07. What happened 50 words ago can hardly be
# learnt.
#
# **LSTM** (Hochreiter and Schmidhuber, 1997) gives the layer a second, protected memory c, with
# **gates** around it: numbers between 0 (closed) and 1 (open), each from a layer of its own with a
# *sigmoid*. The **forget** gate f says how much of the old memory is kept, the **input** gate i how
# much of the new candidate g comes in, the **output** gate o how much of the memory is shown:
#
# $$c_t = f \odot c_{t-1} + i \odot g, \qquad h_t = o \odot \tanh(c_t)$$

# %% [markdown] covers="C2"
# Each of the four has weights for x and h as above; call what they sum up $z_f, z_i, z_g, z_o$.
# Then $f = \sigma(z_f)$, $i = \sigma(z_i)$, $o = \sigma(z_o)$ and $g = \tanh(z_g)$.
#
# By hand: c before = 4, z_f = 0, z_i = z_g = ln 3 = 1.099, z_o = 0. So f = σ(0) = 0.5,
# i = σ(ln 3) = 0.75, g = tanh(ln 3) = 0.8, o = 0.5. The memory is c = 0.5 · 4 + 0.75 · 0.8 =
# **2.6**, and the state h = 0.5 · tanh(2.6) = **0.495**.


# %% exercise="capstone.lstm_step"
def lstm_step(c_prev, z_forget, z_input, z_candidate, z_output):
    """Return the new memory c and the new state h of an LSTM.

    All arguments and both results have the shape (hidden,); the four z are what the layers of
    the gates and of the candidate sum up.
    For example [4], [0], [1.099], [1.099], [0] give c = [2.6] and h = [0.495].
    """
    ### BEGIN SOLUTION
    forget, let_in = activations.sigmoid(z_forget), activations.sigmoid(z_input)
    c = forget * c_prev + let_in * np.tanh(z_candidate)
    return c, activations.sigmoid(z_output) * np.tanh(c)
    ### END SOLUTION


# %% [markdown] covers="C2"
# With f = 1 and i = 0 the memory stays as it is, for hundreds of steps, and its gradient with it:
# the way back through c is a multiplication with f, and that is 1.
#
# **GRU** (Cho and others, 2014) saves a gate: a single update gate u lets in what it takes away,
# and there is no separate memory: $h_t = (1-u) \odot h_{t-1} + u \odot g$. It often works as well.

# %% [markdown] question="capstone.lstm_gate" covers="C2" points=1 decimals=1
# An LSTM's memory is c = 4. Its forget gate (how much is kept) is f = 0.5, its input gate i = 1,
# and the new candidate is −0.2. What is the new memory, f · c + i · candidate?
#
# - [x] 1.8
#   > Right: 0.5 · 4 + 1 · (−0.2) = 2 − 0.2 = 1.8.
# - [ ] 3.8
#   > You kept all of the old memory. The forget gate lets half of it through.
# - [ ] 1.9
#   > The input gate is 1: the candidate comes in whole, not by half.
# - [ ] 2.2
#   > The candidate is negative: 2 − 0.2.

# %% [markdown] covers="C2"
# ## Attention, and the Transformer
#
# Reading word by word is slow and forgetful. **Attention** lets every word look at **all** others
# at once. In "the cat drank the milk because *it* was thirsty", what is *it*? Its word asks a
# question, and the word that fits best answers. Each word makes three vectors:
#
# - a **query** q: what am I looking for?
# - a **key** k: what have I to offer?
# - a **value** v: what do I hand on?

# %% [markdown] covers="C2"
# The dot product q · k says how well question and offer fit. Softmax makes weights of it that sum
# to 1, and the answer is the **weighted mean of the values**. For all words at once, one a row:
#
# $$\text{softmax}\!\left(\frac{Q K^\top}{\sqrt{d}}\right) V \qquad \text{softmax row by row}$$
#
# d is the width of a query. Sums of d products grow with √d; the division keeps the softmax from
# saturating.

# %% [markdown] covers="C2"
# By hand, d = 4, one query [2 · ln 3, 0, 0, 0] = [2.197, 0, 0, 0], the keys [1, 0, 0, 0] and
# [0, 1, 0, 0], the values 4 and 8. The scores are 2.197 and 0, divided by √4 = 2: 1.099 and 0.
# e^1.099 = 3 and e^0 = 1, so the weights are ¾ and ¼, and the answer is ¾ · 4 + ¼ · 8 = **5**.
#
# `activations.softmax` takes a matrix and works row by row.


# %% exercise="capstone.attention"
def attention(queries, keys, values):
    """Return for each query the mean of the values, weighted by softmax(Q Kᵀ / √d).

    queries has the shape (n, d), keys (m, d), values (m, k); the result (n, k).
    For example the query [0, 0] with any two keys and the values [10], [20] gives [15].
    """
    ### BEGIN SOLUTION
    scores = queries @ keys.T / np.sqrt(queries.shape[1])
    return activations.softmax(scores) @ values
    ### END SOLUTION


# %% demo=true covers="C2"
words = ["the", "cat", "drank", "milk", "it"]
# Made by hand for the picture: animal, food, action. A trained network finds such numbers itself.
offers = np.array([[0, 0, 0], [3, 0, 0], [0, 0, 3], [0, 3, 0], [1, 0, 0]], dtype=float)
weights = attention_weights(np.array([[3.0, 0.0, 0.0]]), offers)[0]
for word, weight in zip(words, weights, strict=True):
    print(f"{word:>6} {weight:.3f} {'█' * round(40 * weight)}")

# %% [markdown] question="capstone.equal_scores" covers="C2" points=1
# All scores of a query are equal. What does attention return for it?
#
# - [ ] a) 0, for nothing fits
#   > Softmax always hands out weights that sum to 1, also when nothing fits well.
# - [ ] b) the value of the first key
#   > No key is better than another, so none is preferred.
# - [ ] c) the sum of all values
#   > The weights sum to 1, so it is a mean.
# - [x] d) the plain mean of all values
#   > Right: equal scores give equal weights, 1/m each.

# %% [markdown] covers="C2"
# A **Transformer** (Vaswani and others, 2017, *Attention is all you need*) stacks blocks of two
# parts: attention, and then a small network such as yours (two linear layers with a ReLU or its
# like) for each word. Around them stand two old acquaintances: normalization, and shortcuts that
# keep the gradient from vanishing. Since attention does not see order, each word also gets its
# position as numbers.
#
# The models behind chat programs are Transformers with billions of parameters, trained to predict
# the next word: softmax and cross-entropy, Adam, mini-batches. You know all these parts.

# %% [markdown] covers="C2"
# | | for | the idea | weights are shared over |
# |---|---|---|---|
# | CNN | images | a small kernel looks everywhere | places |
# | RNN, LSTM, GRU | sequences | a state is handed on; gates keep it | time steps |
# | Transformer | sequences, and much else | each position asks all others | positions |

# %% [markdown]
# ## Summary
#
# - Choose with **validation** data, change one thing at a time, and leave the test alone.
# - More varied data often help more than a cleverer network: **augmentation**.
# - **Convolution**: one kernel, the same weights everywhere; pooling forgives small moves.
# - **Recurrence**: a state is handed on from step to step; gates (LSTM, GRU) keep it alive.
# - **Attention**: softmax(QKᵀ/√d) V, a weighted mean of what all others offer.
# - All of them are trained by what you have built: forward, loss, backward, step.

# %% [markdown]
# ## Control questions

# %% [markdown] question="capstone.control_choice" covers="C1" points=1
# Two networks reach 94.3 % and 94.7 % on 300 validation images, each trained once. Which one is
# better?
#
# - [ ] a) The second, by 0.4 %
#   > 0.4 % of 300 images is a single image. Another seed may turn it round.
# - [ ] b) The first, since it is less overfitted
#   > Nothing here tells of overfitting; for that one compares with the training data.
# - [x] c) One cannot tell: the difference is about one image
#   > Right: train each with several seeds, or measure on more images, before you say.

# %% [markdown] question="capstone.control_valid" covers="C2" points=1 decimals=0
# An image of 28 × 28 and a kernel of 5 × 5, no zeros around it: how many rows has the result?
#
# - [x] 24
#   > Right: 28 − 5 + 1 = 24.
# - [ ] 23
#   > One more: the kernel fits at the first place, too: 28 − 5 + **1**.
# - [ ] 28
#   > That would need zeros around the image. The kernel must lie wholly inside.
# - [ ] 5
#   > You moved the kernel by its own size. It moves by one pixel at a time.

# %% [markdown] question="capstone.control_memory" covers="C2" points=1
# Why do LSTM and GRU learn long connections better than a plain recurrent layer?
#
# - [x] a) A gate can keep the memory as it is over many steps, so its gradient does not vanish
#   > Right: with f near 1 neither the memory nor its gradient shrinks from step to step.
# - [ ] b) They read several words at once
#   > They read one item after the other, like every recurrent layer.
# - [ ] c) They have no activation function that could saturate
#   > They have several: sigmoids in the gates, and tanh.
# - [ ] d) They are trained without backpropagation
#   > They are trained by backpropagation through all steps.

# %% [markdown]
# ## Where to read on
#
# - C. M. Bishop and H. Bishop, *Deep Learning*, Springer, 2024: chapters 10 (convolution) and 12
#   (Transformers). Free to read at bishopbook.com.
# - A. Zhang and others, *Dive into Deep Learning*, d2l.ai: CNNs, RNNs and attention with code.
# - C. Olah, *Understanding LSTM Networks*, 2015, colah.github.io: the clearest pictures of gates.
# - A. Vaswani and others, *Attention Is All You Need*, 2017, arxiv.org/abs/1706.03762.
#
# You began with one neuron. Everything above is made of it.

# %% demo=true
progress()
