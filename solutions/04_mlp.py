# %% [markdown]
# # Lesson 04: Many neurons, in layers
#
# One neuron draws one line, and three neurons in two layers solve XOR. Here you build layers of
# any size, and measure how wrong their answers are.
#
# **Time:** about 85 minutes. **You need:** lessons 01 (activations) and 03 (two layers, the loss).

# %% [markdown]
# ## What you will be able to do
#
# - name the layers of a multilayer perceptron, say what each is for, and what "deep" means;
# - count the weights and biases of a network before you build it;
# - work out by hand and in code what a layer does, for one sample and for a whole batch;
# - send samples through all layers, in your own code and in PyTorch's words;
# - say why a step function cannot train such a network;
# - measure how wrong a network is, with the loss that fits the task.

# %% provided="imports"
import numpy as np

from autograder.student import check, hint, progress, solution
from nnlib import activations, losses, metrics, plots, widgets
from nnlib.by_hand import forward as passes
from nnlib.data.digits import load_digits

# %% [markdown] covers="M1"
# ## 1. Layers
#
# Three neurons in two layers computed XOR. For more than XOR take more neurons, and more layers.
# A network in which every neuron of a layer gets the outputs of *all* neurons of the layer before
# is called a **multilayer perceptron**, short **MLP**. Here is one that tells five kinds of
# flowers apart by four measurements.

# %% demo=true covers="M1"
_ = plots.plot_network(
    [np.ones((5, 4)), np.ones((4, 5)), np.ones((5, 4))],
    layer_labels=("input", "hidden", "hidden", "output"),
    title="A multilayer perceptron, 4-5-4-5",
)

# %% [markdown] covers="M1"
# - The **input layer** has one neuron for each feature, that is, for each number that describes a
#   sample. It computes nothing: it only holds the sample.
# - **Hidden layers** stand in between. Their neurons look for patterns. How many there are in a
#   layer is its **width**.
# - The **output layer** is made for the task: one neuron for a yes or no or for a quantity, and
#   one for each class where there is a choice of many.
#
# So there are at least three layers: input, one hidden, output.

# %% [markdown] covers="M1"
# Why more than one hidden layer? Because a pattern can be made of smaller patterns. In a photo the
# first hidden layer may find edges, the next one joins edges to corners and curves, the next one
# these to eyes and wheels: a **hierarchy of features**. Nobody writes the patterns down; they are
# learnt.
#
# A network with two or more hidden layers is called **deep**; that is all that the "deep" in deep
# learning means.

# %% [markdown] covers="M1"
# In an MLP the numbers flow one way, from the input to the output, with no loops and no way back:
# it is a **feed-forward** network.
#
# The MLP is the simplest of the deep networks, and a part of most others. Three that you may have
# heard of: the **CNN** (for images), the **RNN** (for sequences; it *has* loops) and the
# **Transformer** (for language). The last lesson gives a taste of each.

# %% [markdown] question="mlp.role_of_input" covers="M1" points=1
# A network reads images of 64 pixels and says which of ten digits it sees. What does its input
# layer do?
#
# - [ ] a) It multiplies each pixel by a weight and adds a bias.
#   > That is what the neurons of the next layer do, with the numbers that they get from here.
# - [ ] b) It squashes the pixels to between 0 and 1 with a sigmoid.
#   > It has no activation. If pixels are scaled, somebody did it before they came in.
# - [ ] c) It has ten neurons, one for each digit.
#   > That is the output layer. How many numbers describe one image?
# - [x] d) It holds the 64 pixels and computes nothing.
#   > Right: one neuron a feature, without weights, bias or activation.

# %% [markdown] question="mlp.which_is_deep" covers="M1" points=1
# Which of these networks is deep?
#
# - [ ] a) 1000-5000-10, since it has many neurons
#   > It is wide. Between input and output there is a single hidden layer.
# - [x] b) 4-3-3-1
#   > Right: two hidden layers, of three neurons each. Small, but deep.
# - [ ] c) 2-4-1, since it has three layers
#   > Three layers with the input and the output, so one hidden layer. Deep begins at two.
# - [ ] d) 64-10, since the input is large
#   > It has no hidden layer at all.

# %% [markdown] covers="M2"
# ## 2. How many numbers does it learn?
#
# A network is written by its sizes: **2-4-1** has two inputs, four hidden neurons and one output.
# Each neuron has one weight for each number that comes in, and one bias.

# %% [markdown] covers="M2"
# For the network 2-4-1 that makes:
#
# | | weights | biases |
# |---|---|---|
# | hidden layer: 4 neurons with 2 inputs each | 4 · 2 = 8 | 4 |
# | output layer: 1 neuron with 4 inputs | 1 · 4 = 4 | 1 |
#
# Together 8 + 4 + 4 + 1 = **17** parameters.

# %% [markdown] covers="M2"
# Two more. 3-5-1 has 5·3 + 5 = 20 in the hidden layer and 1·5 + 1 = 6 in the output layer:
# **26**. And 64-32-10, which can read small images of digits:
#
# $$\underbrace{32 \cdot 64 + 32}_{2080} + \underbrace{10 \cdot 32 + 10}_{330} = 2410$$
#
# In general, a layer of k neurons with n inputs has n·k + k parameters. Its inputs are the neurons
# of the layer before.

# %% [markdown] question="mlp.biases_of_digits" covers="M2" points=1 decimals=0
# How many of the 2410 parameters of the network 64-32-10 are biases?
#
# - [x] 42
#   > Right: one for each neuron that computes, 32 + 10.
# - [ ] 106
#   > You counted the 64 inputs too. They compute nothing, so they have no bias.
# - [ ] 2
#   > That would be one for each layer. Each neuron has its own.
# - [ ] 2368
#   > Those are the weights, 2048 + 320.
# - [ ] 32
#   > The output neurons have biases as well.


# %% exercise="mlp.count_parameters"
def count_parameters(sizes):
    """Return how many weights and biases a network has.

    sizes    the number of inputs, of neurons in each hidden layer, and of outputs; a list
    returns  one whole number

    Example: count_parameters([2, 4, 1]) is 17. There may be any number of layers.
    """
    ### BEGIN SOLUTION
    total = 0
    for i in range(1, len(sizes)):
        total += sizes[i - 1] * sizes[i] + sizes[i]
    return total
    ### END SOLUTION


# %% [markdown] question="mlp.one_more_layer" covers="M2" points=1 decimals=0
# Somebody makes the network 3-5-1 deeper by a second hidden layer of five neurons: 3-5-5-1. How
# many parameters does it have now?
#
# - [x] 56
#   > Right: the 26 of before, and 5·5 + 5 = 30 for the new layer.
# - [ ] 51
#   > You forgot the five biases of the new layer.
# - [ ] 46
#   > You gave the new layer three inputs. It gets the outputs of the five neurons before it.
# - [ ] 52
#   > This is twice 26. The new layer has 5 inputs a neuron, not 3, and no second output neuron.

# %% [markdown] covers="M3"
# ## 3. One layer
#
# We need names for many numbers. The layers are counted from the input: layer 1 is the input,
# layer 2 the first hidden one. A number in the upper corner says which layer a thing belongs to;
# it is a label, not a power.

# %% [markdown] covers="M3"
# So the four names of layer l are:
#
# - $a^l$ is what comes **out** of layer l; $a^1$, out of the input layer, is the sample x itself;
# - $W^l$ holds the weights of layer l, one **row for each neuron**;
# - $b^l$ holds its biases, one for each neuron;
# - $z^l$ are its net inputs, what goes **into** the activation.

# %% [markdown] covers="M3"
# Then a layer is two short lines, for any layer of any network:
#
# $$z^l = W^l a^{l-1} + b^l \qquad\qquad a^l = \sigma(z^l)$$
#
# The first line is lesson 01's w·x + b for all neurons of the layer at once. The matrix product
# takes each row of W with $a^{l-1}$. The second line applies the activation to each number. What
# comes out, $a^l$, feeds the next layer. (σ is the sigmoid here; with another activation the line
# reads the same.)

# %% [markdown] covers="M3"
# Work through one layer by hand. Two inputs, two neurons:
#
# $$a^1 = \begin{pmatrix} 0.5 \\ 0.3 \end{pmatrix} \quad
# W^2 = \begin{pmatrix} 0.4 & 0.6 \\ 0.1 & 0.9 \end{pmatrix} \quad
# b^2 = \begin{pmatrix} 0.2 \\ 0.1 \end{pmatrix}$$
#
# $$W^2 a^1 = \begin{pmatrix} 0.4 \cdot 0.5 + 0.6 \cdot 0.3 \\ 0.1 \cdot 0.5 + 0.9 \cdot 0.3
# \end{pmatrix} = \begin{pmatrix} 0.20 + 0.18 \\ 0.05 + 0.27 \end{pmatrix}
# = \begin{pmatrix} 0.38 \\ 0.32 \end{pmatrix}$$

# %% [markdown] covers="M3"
# $$z^2 = \begin{pmatrix} 0.38 \\ 0.32 \end{pmatrix} + \begin{pmatrix} 0.2 \\ 0.1 \end{pmatrix}
# = \begin{pmatrix} 0.58 \\ 0.42 \end{pmatrix} \qquad
# a^2 = \begin{pmatrix} \sigma(0.58) \\ \sigma(0.42) \end{pmatrix} \approx
# \begin{pmatrix} 0.641 \\ 0.603 \end{pmatrix}$$
#
# For the last step: $e^{-0.58} \approx 0.560$ and $1 / 1.560 \approx 0.641$; $e^{-0.42} \approx
# 0.657$ and $1 / 1.657 \approx 0.603$. The picture shows the same numbers where they live.

# %% provided="example"
a1 = np.array([0.5, 0.3])
W2 = np.array([[0.4, 0.6], [0.1, 0.9]])
b2 = np.array([0.2, 0.1])

# %% demo=true covers="M3"
z2, a2 = passes.layer_forward(a1, W2, b2, activations.sigmoid)
_ = plots.plot_network(
    [W2], activations=[a1, a2], biases=[b2], z=[z2], layer_labels=("layer 1", "layer 2")
)

# %% [markdown] question="mlp.z_of_second" covers="M3" points=1 decimals=2
# The same layer, but with the inputs a¹ = [1, 0.5]. What is the net input z of its **second**
# neuron?
#
# - [x] 0.65
#   > Right: 0.1·1 + 0.9·0.5 + 0.1 = 0.1 + 0.45 + 0.1 = 0.65.
# - [ ] 0.55
#   > You left its bias out: 0.1 + 0.45, and then comes 0.1.
# - [ ] 0.9
#   > That is the first neuron, 0.4·1 + 0.6·0.5 + 0.2.
# - [ ] 1.15
#   > You took the second column, 0.6 and 0.9. The weights of the second neuron are the second row.
# - [ ] 0.75
#   > You added the bias of the first neuron, 0.2.
# - [ ] 0.66
#   > Perhaps you went on to a = σ(z). Asked is z itself.


# %% exercise="mlp.layer_net_input"
def layer_net_input(a_prev, weight, bias):
    """Return the net inputs z = W a + b of all neurons of a layer, for one sample.

    a_prev   what the layer before gives, shape (inputs,)
    weight   one row for each neuron, shape (neurons, inputs)
    bias     one number for each neuron, shape (neurons,)
    returns  one number for each neuron, shape (neurons,)

    Example: a1, W2 and b2 from above give [0.58, 0.42].
    """
    ### BEGIN SOLUTION
    return weight @ a_prev + bias
    ### END SOLUTION


# %% exercise="mlp.layer_forward"
def layer_forward(a_prev, weight, bias, activation):
    """Return the net inputs z and the outputs a = f(z) of a layer, for one sample.

    a_prev      what the layer before gives, shape (inputs,)
    weight      one row for each neuron, shape (neurons, inputs)
    bias        one number for each neuron, shape (neurons,)
    activation  the function f; it takes an array and returns one of the same shape
    returns     two arrays, z and a, of shape (neurons,) each

    Example: a1, W2, b2 and the sigmoid give [0.58, 0.42] and about [0.641, 0.603].
    """
    ### BEGIN SOLUTION
    z = weight @ a_prev + bias
    return z, activation(z)
    ### END SOLUTION


# %% [markdown] covers="M3"
# Now put one output neuron behind this layer, with the weights 0.7 and -0.5 and the bias 0.1. It
# gets a², not z² and not x:
#
# $$z^3 = 0.7 \cdot 0.641 - 0.5 \cdot 0.603 + 0.1 \approx 0.247 \qquad
# a^3 = \sigma(0.247) \approx 0.561$$
#
# Going through a network like this, from the input to the output, is called the **forward pass**.
# Here it is, step by step, worked out by **your** `layer_forward`. (Until it runs, the widget says
# what is missing.)

# %% demo=true covers="M3"
widgets.forward_widget(layer_forward)

# %% [markdown]
# **Try:**
#
# 1. Go back to step 0 and forward again, and predict each number before you see it. Which numbers
#    does the output neuron need?
# 2. Set both inputs to 0. What is left in z of the two hidden neurons?
# 3. Move x₁ from -2 to 2. How far does the output move? Why so little?

# %% [markdown]
# What you saw: each layer needs only the one before it. With inputs of 0 the biases are left, 0.2
# and 0.1. And the output hardly moves, as x₁ reaches it along two ways that pull against each
# other: by the first hidden neuron (weight 0.7) it is raised, by the second (-0.5) lowered; and
# each sigmoid on the way flattens the change.

# %% [markdown] question="mlp.what_feeds_next" covers="M3" points=1
# Layer 3 of a network works out its net inputs. Which numbers does it multiply by its weights?
#
# - [ ] a) z², the net inputs of layer 2
#   > Then layer 2's activation would have no effect, and both layers would collapse into one.
# - [x] b) a², the outputs of layer 2
#   > Right: what comes out of one layer goes into the next.
# - [ ] c) a¹, the sample
#   > Only layer 2 sees the sample itself.
# - [ ] d) W², the weights of layer 2
#   > Those stay in layer 2. What travels on is what it computed.

# %% [markdown] covers="M3 M4"
# ## 4. One layer, many samples
#
# As in lesson 01, a batch has one sample in each row. With m samples its shape is (m, inputs), and
# we want (m, neurons). The weights have the shape (neurons, inputs).

# %% [markdown] covers="M3 M4"
# In a matrix product the two inner numbers must agree. So W is turned over, as in lesson 03: its
# rows become columns. NumPy writes `.T` for it, mathematics a small T:
#
# $$Z = A_{\text{prev}} W^T + b
# \qquad (m, \text{inputs}) \cdot (\text{inputs}, \text{neurons}) \to (m, \text{neurons})$$
#
# NumPy adds b, shape (neurons,), to every row.

# %% [markdown] covers="M3 M4"
# By hand, with three neurons: the rows of W are [1, -1], [2, 0], [0, 1], and b = [0.5, -1, 0].
#
# | sample | z of neuron 1 | z of neuron 2 | z of neuron 3 |
# |---|---|---|---|
# | [1, 2] | 1 - 2 + 0.5 = -0.5 | 2 + 0 - 1 = 1 | 0 + 2 + 0 = 2 |
# | [3, 1] | 3 - 1 + 0.5 = 2.5 | 6 + 0 - 1 = 5 | 0 + 1 + 0 = 1 |
#
# With ReLU only the -0.5 changes; it becomes 0. A warning: if there are as many neurons as inputs,
# the product without `.T` runs too, and gives wrong numbers without a word.


# %% exercise="mlp.batch_forward"
def batch_forward(A_prev, weight, bias, activation):
    """Return the net inputs Z and the outputs A = f(Z) of a layer, for a batch.

    A_prev      one sample a row, shape (m, inputs)
    weight      one row for each neuron, shape (neurons, inputs)
    bias        one number for each neuron, shape (neurons,)
    activation  the function f; it takes an array and returns one of the same shape
    returns     two arrays, Z and A, of shape (m, neurons) each, one sample a row

    Example: the table above, where Z is [[-0.5, 1, 2], [2.5, 5, 1]].
    """
    ### BEGIN SOLUTION
    Z = A_prev @ weight.T + bias
    return Z, activation(Z)
    ### END SOLUTION


# %% [markdown] question="mlp.shape_of_batch" covers="M4" points=1
# A batch of 20 samples with 3 features goes into a layer of 5 neurons. Which shapes have its
# weights W and its outputs A?
#
# - [x] a) W is (5, 3), A is (20, 5)
#   > Right: one row of W a neuron; one row of A a sample, one column a neuron.
# - [ ] b) W is (3, 5), A is (20, 5)
#   > A is right. In W a neuron is a row, so it has 5 rows, and W.T has the shape (3, 5).
# - [ ] c) W is (5, 20), A is (20, 3)
#   > The weights know nothing of the number of samples; the same weights serve any batch.
# - [ ] d) W is (5, 3), A is (5, 20)
#   > W is right. The samples stay rows, so A has 20 rows.

# %% [markdown] covers="M4"
# ## 5. All layers
#
# The whole forward pass is a loop: what comes out of a layer goes into the next. We keep the
# parameters as a list with one pair (weight, bias) for each layer.
#
# One thing is special. The **output layer** has no activation of the hidden layers' kind; what it
# gets depends on the task (lesson 01): nothing for a quantity, a sigmoid for a yes or no, softmax
# for many classes. So let our function return the net input of the last layer as it is. For
# classes these numbers are called **logits**; sigmoid or softmax can be applied to them afterwards.

# %% [markdown] covers="M4"
# By hand, with ReLU. Hidden layer: W = [[1, 2], [1, -2]], b = [0, 1]. Output: W = [[3, 4]],
# b = [-10].
#
# | sample | hidden z | hidden a | output |
# |---|---|---|---|
# | [1, 1] | 1 + 2 + 0 = 3 and 1 - 2 + 1 = 0 | [3, 0] | 3·3 + 4·0 - 10 = -1 |
# | [1, -1] | 1 - 2 + 0 = -1 and 1 + 2 + 1 = 4 | [0, 4] | 3·0 + 4·4 - 10 = 6 |

# %% [markdown] covers="M4"
# Note the output -1: with a ReLU on the output layer it would have become 0, and a network for
# temperatures could never say that it freezes.

# %% [markdown]
# A welcome fact: `a @ weight.T + bias` is right for one sample, shape (n,), as well as for a
# batch, shape (m, n). So one function serves both.


# %% exercise="mlp.forward"
def forward(x, parameters, activation):
    """Return the net input of the last layer, after the forward pass through all layers.

    x           one sample, shape (inputs,), or a batch with one sample a row, (m, inputs)
    parameters  a list with a pair (weight, bias) for each layer, the first layer first;
                weight has the shape (neurons, inputs of this layer), bias (neurons,)
    activation  the function f of every hidden layer; the output layer has none
    returns     shape (outputs,) for one sample, (m, outputs) for a batch

    Example: the table above; the sample [1, 1] gives [-1], both together [[-1], [6]].
    """
    ### BEGIN SOLUTION
    a = x
    for weight, bias in parameters[:-1]:
        a = activation(a @ weight.T + bias)
    weight, bias = parameters[-1]
    return a @ weight.T + bias
    ### END SOLUTION


# %% [markdown] question="mlp.forward_by_hand" covers="M4" points=1 decimals=0
# In the network of the table, ReLU in the hidden layer, the sample is [2, -1]. What is the output?
#
# - [x] 10
#   > Right: hidden z = [2 - 2, 2 + 2 + 1] = [0, 5], a = [0, 5], and 3·0 + 4·5 - 10 = 10.
# - [ ] 6
#   > You left out the hidden bias of 1: the second neuron has z = 2 + 2 + 1 = 5.
# - [ ] 20
#   > The bias of the output neuron is missing: 20 - 10.
# - [ ] -6
#   > Mind the signs: the second neuron has 1·2 - 2·(-1) + 1 = 2 + 2 + 1.

# %% [markdown] covers="M7"
# ## 6. The same in PyTorch's words
#
# PyTorch is a library in which many of the networks of today are written. There a network is a
# list of layers, in which a layer of weights and an activation are two separate things:
#
# ```python
# torch.nn.Sequential(
#     torch.nn.Linear(2, 4),
#     torch.nn.ReLU(),
#     torch.nn.Linear(4, 1),
# )
# ```

# %% [markdown] covers="M7"
# This is our 2-4-1 with ReLU in the hidden layer. You need no PyTorch here, only its way of
# writing.

# %% [markdown] covers="M7"
# **Linear(2, 4)** takes 2 numbers and gives 4: z = W a + b, for a layer of 4 neurons. Inside, its
# `weight` has the shape (4, 2), one row a neuron, as with us.
#
# For a yes or no the net Linear(3, 5)-ReLU-Linear(5, 1)-Sigmoid fits: 3-5-1, and the sigmoid makes
# a probability of the last number. What is not in the list does not happen: without the ReLU both
# Linear layers would collapse into one.

# %% [markdown] question="mlp.linear_3_5" covers="M7" points=1 decimals=0
# A network is written as Linear(3, 5)-ReLU-Linear(5, 1)-Sigmoid. How many hidden neurons does
# Linear(3, 5) make?
#
# - [x] 5
#   > Right: the second number is how many come out, one for each neuron.
# - [ ] 3
#   > That is how many numbers come in. Those are the inputs.
# - [ ] 15
#   > That is how many weights it has, 5·3.
# - [ ] 20
#   > That is how many parameters it has, 5·3 weights and 5 biases.
# - [ ] 8
#   > 3 come in and 5 go out; the inputs are no neurons of this layer.

# %% [markdown] question="mlp.misfit" covers="M7" points=1
# Which list does **not** fit together?
#
# - [ ] a) Linear(2, 8)-ReLU-Linear(8, 8)-ReLU-Linear(8, 1)
#   > It fits: 2 in, 8, 8, 1 out. Two hidden layers of one width.
# - [ ] b) Linear(64, 10)
#   > It fits: a single layer without hidden neurons, 64 in and 10 out.
# - [x] c) Linear(3, 5)-ReLU-Linear(3, 1)-Sigmoid
#   > Right: five numbers come out of the first layer, but the second wants three.
# - [ ] d) Linear(4, 3)-Sigmoid-Linear(3, 2)
#   > It fits: the sigmoid passes on as many numbers as it gets, 3.

# %% [markdown]
# Build the machine that runs such a list. Here a Linear layer is given by its pair
# (weight, bias), and an activation by its name, the text `"ReLU"` or `"Sigmoid"`. With the numbers
# of section 5, the list `[(W, b), "ReLU", (W', b')]` gives the same as there. To find out what an
# entry is, compare: `layer == "ReLU"`; `isinstance(layer, str)` tells whether it is a text at all.


# %% exercise="mlp.sequential"
def sequential(x, layers):
    """Return what comes out when x goes through the layers, one after the other.

    x        one sample, shape (inputs,), or a batch with one sample a row, (m, inputs)
    layers   a list; each entry is a pair (weight, bias), which stands for Linear, or one of the
             texts "ReLU" and "Sigmoid"; they act in the order of the list
    returns  shape (outputs,) for one sample, (m, outputs) for a batch

    Example: with the layers [([[3]], [1]), "ReLU"], as arrays, the sample [-2] gives
    max(0, 3*(-2) + 1) = 0; with "Sigmoid" in place of "ReLU" it is about 0.0067.
    """
    ### BEGIN SOLUTION
    a = x
    for layer in layers:
        if isinstance(layer, str):
            a = activations.relu(a) if layer == "ReLU" else activations.sigmoid(a)
        else:
            weight, bias = layer
            a = a @ weight.T + bias
    return a
    ### END SOLUTION


# %% [markdown] covers="M5"
# ## 7. Why no step in the hidden layers?
#
# XOR by hand used steps, and it worked: we knew the weights. Learning is another matter. In
# lesson 03 the network learnt by a nudge: change a weight a little, see whether the loss gets
# better. Try that with a network 2-4-1, once with steps and once with sigmoids.

# %% provided="nudged"
rng = np.random.default_rng(4)
small_net = [(rng.normal(size=(4, 2)), rng.normal(size=4)), (np.ones((1, 4)), np.zeros(1))]
nudged_net = [(small_net[0][0] + 0.001, small_net[0][1]), small_net[1]]

# %% demo=true covers="M5"
for function in (activations.step, activations.sigmoid):
    before = passes.forward(a1, small_net, function)[0]
    after = passes.forward(a1, nudged_net, function)[0]
    print(f"{function.__name__:>7}: before {before:.6f}, after the nudge {after:.6f}")

# %% [markdown] covers="M5"
# All eight hidden weights were nudged by 0.001. With steps the output stays exactly what it was,
# so nothing tells in which direction the weights should go. With sigmoids it moves.
#
# In the words of lesson 01: the derivative of the step is 0 everywhere (at the jump there is
# none). How strongly the loss reacts to a hidden weight is a product in which this derivative is a
# factor, as lesson 05 will show. And 0 times anything is 0: no slope, no direction, no learning.

# %% [markdown] question="mlp.step_hidden" covers="M5" points=1
# Somebody trains an MLP by small steps against the slope of the loss, with step functions in the
# hidden layer. What happens to the hidden weights?
#
# - [x] a) They stay as they are, since their slopes are all 0.
#   > Right: a flat function passes no slope on, so there is nothing to go by.
# - [ ] b) They learn, but more slowly than with sigmoids.
#   > Slowly would be something. With a slope of exactly 0 a step downhill has the length 0.
# - [ ] c) They jump wildly, since the step jumps.
#   > The output can jump; but the slope, which decides how a weight moves, is 0 on both sides.
# - [ ] d) They learn as in the perceptron, by e = t - y.
#   > That rule needs the right answer for each neuron. Nobody knows the right answer of a hidden
#   > one.

# %% [markdown] written="mlp.why_not_step" covers="M5" points=3
# A friend says: "Real neurons fire or do not fire, so I use the step function in all layers of my
# MLP and train it." Explain in three to six sentences why this cannot work, why it *did* work for
# the perceptron, and what to use in its place.
#
# > Rubric
# >
# > - 1 point: the derivative of the step is 0 everywhere (none at the jump), so a small change of
# >   a hidden weight changes nothing; there is no slope that says which way is better.
# > - 1 point: the perceptron needs no derivative. It has a single layer: the target says what its
# >   one neuron should have answered. For hidden neurons there is no target.
# > - 1 point: a function with a useful derivative: ReLU (or sigmoid, tanh, leaky ReLU) in the
# >   hidden layers.
# >
# > Model answer: To train an MLP we ask of every weight how the loss changes if the weight changes
# > a little. Through a step nothing changes: it is flat, its derivative is 0, and so every slope
# > behind it is 0 too. The perceptron learnt without slopes, because its one neuron had a target
# > of its own and the rule could use t - y. Hidden neurons have no target. So use ReLU there, or a
# > sigmoid or tanh, which answer to small changes.

# %% [markdown] covers="M6"
# ## 8. The loss: how wrong is it?
#
# A new network has random weights and talks nonsense. To get better it must know *how wrong* it
# is, in one number: the **loss**. It is the compass of learning: all that training does is to
# turn the weights so that the loss falls. Which loss to take depends on the task, and a wrong
# compass leads to a wrong place.

# %% [markdown] covers="M6"
# We meet three losses. Each compares what the network says with what is right (the targets),
# gives a number for each answer, and takes the **mean** over the batch. So the loss of 10 samples
# and of 1000 can be compared.
#
# A change of letters: from here on **a** is what the network says and **y** is the *target*, as in
# most books on these networks. (In lesson 02 y was the prediction and t the target.)

# %% [markdown] covers="M6"
# ### A quantity: mean squared error
#
# To predict a quantity (a price, a temperature) is called **regression**. Take the error a - y,
# square it, take the mean. This is lesson 03's loss; now a sample may have several outputs, and the
# mean goes over all N numbers of the batch:
#
# $$\text{MSE} = \frac{1}{N} \sum (a - y)^2$$

# %% [markdown] covers="M6"
# By hand, two samples with two outputs each, so N = 4:
#
# | | output | target | error | square |
# |---|---|---|---|---|
# | sample 1 | [1, 2] | [0, 2] | [1, 0] | [1, 0] |
# | sample 2 | [0, 4] | [1, 1] | [-1, 3] | [1, 9] |
#
# MSE = (1 + 0 + 1 + 9) / 4 = **2.75**. The one large error, 3, makes 9 of the 11.

# %% [markdown] question="mlp.one_large_error" covers="M6" points=1
# Two networks predict four prices. The errors of the first are 2, -2, 2, -2, those of the second
# 0, 0, 0, 5. Which one has the smaller mean squared error?
#
# - [ ] a) the second: three of its four answers are perfect
#   > Its MSE is 25/4 = 6.25. Squaring makes one large error weigh more than four small ones.
# - [x] b) the first
#   > Right: 16/4 = 4 against 25/4 = 6.25. The MSE punishes the large error.
# - [ ] c) both the same: errors of opposite signs cancel in the first
#   > Errors are squared before the mean is taken, so nothing cancels.
# - [ ] d) the second: its errors sum up to 5, those of the first to 8 without signs
#   > That compares the sizes of the errors. The MSE compares their squares.


# %% exercise="mlp.mean_squared_error"
def mean_squared_error(outputs, targets):
    """Return the mean of the squared errors over all numbers of the batch.

    outputs  what the network says, one sample a row, shape (m, k)
    targets  what is right, the same shape
    returns  one number

    Example: the table above, [[1, 2], [0, 4]] for the targets [[0, 2], [1, 1]], gives 2.75.
    """
    ### BEGIN SOLUTION
    return np.mean((outputs - targets) ** 2)
    ### END SOLUTION


# %% [markdown] covers="M6"
# ### A yes or no: binary cross-entropy
#
# Is this mail spam? The network gives p, the probability of yes. The target y is 1 for yes and 0
# for no. Ask: which probability did the network give to what was **really** the case? If y = 1
# that is p, if y = 0 it is 1 - p.

# %% [markdown] covers="M6"
# The loss is minus the natural logarithm (to base e) of this probability, of how probable the
# network held the truth:
#
# | held probable | 1 | 0.9 | 0.5 | 0.1 | 0.01 | 0.001 |
# |---|---|---|---|---|---|---|
# | loss, -log | 0 | 0.105 | 0.693 | 2.303 | 4.605 | 6.908 |
#
# Sure and right costs nothing; unsure costs a little; sure and wrong costs without limit.

# %% [markdown] covers="M6"
# Both cases in one formula, the **binary cross-entropy** or *log loss*:
#
# $$C = -\frac{1}{m} \sum \big( y \log p + (1 - y) \log (1 - p) \big)$$
#
# One of y and 1 - y is always 0, so one of the two terms vanishes. By hand, p = [0.8, 0.4] and
# y = [1, 0]: -log 0.8 ≈ 0.223 and -log(1 - 0.4) = -log 0.6 ≈ 0.511, so C ≈ 0.734 / 2 ≈ **0.367**.

# %% demo=true covers="M6"
widgets.loss_widget()

# %% [markdown]
# **Try:**
#
# 1. Target 1. Move the prediction from 0.5 down to 0.01. How large do the two losses get?
# 2. Where do the two losses agree?
# 3. Set the target to 0. What becomes of the curves?

# %% [markdown]
# What you saw: the squared error ends at 1, however wrong the answer is, while the cross-entropy
# climbs beyond all bounds. They agree only where the prediction meets the target: both are 0. For
# the target 0 the curves are mirrored. Look at the right picture: cross-entropy is far steeper
# where the answer is sure and wrong, and steep means that a correction is felt.

# %% [markdown] question="mlp.loss_of_ham" covers="M6" points=1 decimals=1
# A network says p = 0.9 for "spam", but the mail was an honest one. What is the binary
# cross-entropy of this sample? Use the table above.
#
# - [x] 2.3
#   > Right: it gave the truth, "no spam", the probability 0.1, and -log 0.1 ≈ 2.303.
# - [ ] 0.1
#   > That is -log 0.9, the loss if it had been spam. Here the target is 0.
# - [ ] -2.3
#   > Mind the minus in front: log 0.1 is negative, the loss is positive.
# - [ ] 0.8
#   > That is the squared error, 0.9² = 0.81.
# - [ ] 1
#   > That is the logarithm to base 10. Here it is the natural one.

# %% [markdown]
# A trap: where the network is certain and right, say p = 1 and y = 1, the second term asks for
# 0 · log 0. On paper it counts as 0. The computer makes -infinity of log 0, and 0 · (-infinity) is
# `nan`. Two ways out: pick first what counts, p or 1 - p (`np.where` can choose for a whole batch),
# and take the logarithm of that alone; or keep p a tiny bit away from 0 and 1 with
# `np.clip(probs, 1e-12, 1 - 1e-12)`.


# %% exercise="mlp.binary_cross_entropy"
def binary_cross_entropy(probs, targets):
    """Return the mean of -(y log p + (1 - y) log(1 - p)); 0 log 0 counts as 0.

    probs    the probability of yes that the network gives, shape (m,), each from 0 to 1
    targets  the right answers, shape (m,), each 0 or 1
    returns  one number; never nan where the network is certain and right

    Example: the probabilities [0.8, 0.4] for the targets [1, 0] give about 0.367.
    """
    ### BEGIN SOLUTION
    right = np.where(targets == 1, probs, 1 - probs)
    return -np.mean(np.log(right))
    ### END SOLUTION


# %% [markdown]
# The picture from above with your loss as a third curve. **Try:** move the prediction, and change
# the target. Does your curve lie on the cross-entropy everywhere, and its marker too?

# %% demo=true covers="M6"
widgets.loss_widget(binary_cross_entropy)

# %% [markdown] covers="M6"
# ### A choice of many: categorical cross-entropy
#
# Now there are k classes, numbered from 0, and softmax gives a probability for each. First write
# the targets in the same form: a row with a 1 for the right class and 0 for all others. This is
# called **one-hot**.

# %% [markdown] covers="M6"
# With three classes:
#
# | class | one-hot row |
# |---|---|
# | 0 | [1, 0, 0] |
# | 1 | [0, 1, 0] |
# | 2 | [0, 0, 1] |


# %% exercise="mlp.one_hot"
def one_hot(targets, num_classes):
    """Return a row for each target, with a 1 in the column of its class and 0 elsewhere.

    targets      the classes, shape (m,), counted from 0; whole, but perhaps stored as 2.0
    num_classes  how many classes there are, also if some do not appear in `targets`
    returns      shape (m, num_classes)

    Example: the targets [2, 0] of 3 classes give [[0, 0, 1], [1, 0, 0]].
    """
    ### BEGIN SOLUTION
    return np.eye(num_classes)[targets.astype(int)]
    ### END SOLUTION


# %% [markdown] covers="M6"
# The question is the same as before: which probability did the network give to what was really
# the case? With a row of p and a one-hot row of y for each of the m samples,
#
# $$C = -\frac{1}{m} \sum_{\text{samples}} \ \sum_{\text{classes}} y \log p$$
#
# In each row only the right class has y = 1, so only its p counts.

# %% [markdown] covers="M6"
# By hand, two samples:
#
# | p | right class | -log |
# |---|---|---|
# | [0.7, 0.2, 0.1] | 0 | -log 0.7 ≈ 0.357 |
# | [0.1, 0.4, 0.5] | 1 | -log 0.4 ≈ 0.916 |
#
# C ≈ (0.357 + 0.916) / 2 ≈ **0.636**. The trap of 0 · log 0 waits here too.


# %% exercise="mlp.cross_entropy"
def cross_entropy(probs, targets):
    """Return the mean over the samples of -log of the probability of the right class.

    probs    one sample a row, one class a column, shape (m, k); each row sums to 1
    targets  one-hot rows, the same shape
    returns  one number; never nan where a wrong class has the probability 0

    Example: the table above gives about 0.636.
    """
    ### BEGIN SOLUTION
    right = np.sum(targets * probs, axis=1)
    return -np.mean(np.log(right))
    ### END SOLUTION


# %% [markdown] question="mlp.only_right_class" covers="M6" points=1
# Class 0 is right. Network A says [0.6, 0.4, 0], network B says [0.6, 0.2, 0.2]. Which one has the
# smaller cross-entropy for this sample?
#
# - [ ] a) A, since it rules class 2 out
#   > How the rest is shared among the wrong classes does not enter the formula.
# - [ ] b) B, since it spreads its doubt
#   > How the rest is shared among the wrong classes does not enter the formula.
# - [ ] c) neither can be computed, because of the log 0 of A
#   > Class 2 has y = 0, and 0 · log 0 counts as 0.
# - [x] d) both the same
#   > Right: -log 0.6 ≈ 0.511 for both. Only the probability of the right class counts.

# %% [markdown] covers="M6"
# The loss is for learning. People want an answer: *which* class? It is the one with the highest
# score, and whether the scores are logits or probabilities does not matter, since softmax keeps
# their order. Of equal scores we take the first. The place of the largest number is called the
# **arg max**: of [0.1, 0.7, 0.2] it is 1.


# %% exercise="mlp.predicted_classes"
def predicted_classes(scores):
    """Return for each sample the class with the highest score.

    scores   logits or probabilities, one sample a row, one class a column, shape (m, k)
    returns  class numbers counted from 0, shape (m,); of equal scores the first

    Example: [[0.1, 0.7, 0.2], [0.5, 0.3, 0.2]] gives [1, 0].
    """
    ### BEGIN SOLUTION
    return np.argmax(scores, axis=1)
    ### END SOLUTION


# %% [markdown] covers="M6"
# | task | output layer | loss |
# |---|---|---|
# | a quantity (regression) | no activation | mean squared error |
# | a yes or no | 1 neuron, sigmoid | binary cross-entropy |
# | one of many classes | 1 neuron a class, softmax | categorical cross-entropy |

# %% [markdown] covers="M4 M6"
# ## 9. All of it at once
#
# Real data: handwritten digits, 8 · 8 = 64 pixels each. Take our network 64-32-10 with small random
# weights, ReLU inside and softmax at the end. It has 2410 parameters and has never seen a digit.
# Guess first: how many of 300 images will it read correctly? And how large will its loss be?

# %% provided="digits"
digits = load_digits().validation
rng = np.random.default_rng(8)
untrained = [
    (rng.normal(0, 0.1, (32, 64)), np.zeros(32)),
    (rng.normal(0, 0.1, (10, 32)), np.zeros(10)),
]
probs = activations.softmax(passes.forward(digits.X, untrained, activations.relu))

# %% demo=true covers="M4 M6"
guesses = metrics.predicted_classes(probs)
print("probabilities for the first image:", probs[0].round(2))
print(f"right: {np.sum(guesses == digits.targets)} of {len(guesses)}")
print(f"loss: {losses.cross_entropy_from_probs(probs, digits.targets):.3f}")
_ = plots.plot_digits(digits.X[:8], digits.targets[:8], guesses[:8])

# %% [markdown] covers="M6"
# About one in ten, as by chance; and a loss near 2.3. This number is worth remembering: a network
# that gives each of ten classes the probability 0.1 has the loss -log 0.1 = log 10 ≈ 2.303. If a
# network for ten classes starts far above it, something is wrong with it; if it stays there, it
# learns nothing.
#
# The forward pass is complete, and the compass is built. What is missing is the way downhill: how
# does the loss react to each of the 2410 parameters? That is lesson 05.

# %% [markdown]
# ## Summary
#
# - An MLP has an input layer (holds the sample), hidden layers (patterns) and an output layer (for
#   the task). Feed-forward: no loops. Deep: two or more hidden layers.
# - A layer of k neurons with n inputs has n·k weights and k biases.
# - $z^l = W^l a^{l-1} + b^l$ goes into the activation, $a^l = \sigma(z^l)$ comes out and feeds the
#   next layer. For a batch: $Z = A_{\text{prev}} W^T + b$.
# - In PyTorch's words: Linear(inputs, neurons), ReLU, Linear, …
# - The step has no useful derivative, so hidden layers use ReLU, tanh or sigmoid.
# - Loss: MSE for quantities, cross-entropy for classes; always the mean. It is the compass.

# %% [markdown]
# ## Control questions
#
# Answer them without looking back; then look back.

# %% [markdown] question="mlp.control_loops" covers="M1" points=1
# What does "feed-forward" say about a network?
#
# - [ ] a) That it has one hidden layer only
#   > A feed-forward network may have any number of hidden layers.
# - [ ] b) That it learns without ever going back to a mistake
#   > It is about how a sample goes through. Learning, in lesson 05, does go backwards.
# - [x] c) That the numbers flow one way, without loops
#   > Right: from layer to layer towards the output. A network with loops,
#   > such as an RNN, is not feed-forward.
# - [ ] d) That it looks into the future
#   > The name has nothing to do with time. It tells which way the numbers flow.

# %% [markdown] question="mlp.control_count" covers="M2 M7" points=1 decimals=0
# How many parameters has Linear(10, 6)-ReLU-Linear(6, 3)?
#
# - [x] 87
#   > Right: 10·6 + 6 = 66, and 6·3 + 3 = 21; ReLU has none.
# - [ ] 78
#   > Those are the weights, 60 + 18. Six and three biases come to them.
# - [ ] 97
#   > You gave the ten inputs a bias each. They have none.
# - [ ] 93
#   > Did you give ReLU six parameters? It has none: max(0, z) needs nothing learnt.
# - [ ] 80
#   > You counted one bias for each layer. It is one for each neuron.

# %% [markdown] question="mlp.control_loss_for_price" covers="M6" points=1
# A network predicts the price of a flat from its size and its age. Which output and which loss?
#
# - [ ] a) sigmoid and binary cross-entropy
#   > Then no flat could cost more than 1. A price is no yes or no.
# - [ ] b) softmax and categorical cross-entropy
#   > There is no list of classes to choose from: a price may be any number.
# - [ ] c) no activation and the number of wrong answers
#   > Nearly every price is missed by a little. Counting that says nothing about how much.
# - [x] d) no activation and the mean squared error
#   > Right: a quantity goes out as it is, and the squares of its errors are averaged.

# %% [markdown] question="mlp.control_uniform" covers="M6" points=1 decimals=2
# A network for **two** classes has softmax at its end, and before training it gives [0.5, 0.5] to
# every sample. What is its cross-entropy?
#
# - [x] 0.69
#   > Right: -log 0.5 = log 2 ≈ 0.693, whatever the classes are.
# - [ ] 2.3
#   > That is log 10, for ten classes that all get 0.1.
# - [ ] 1.39
#   > You added both classes up, 2 · 0.693. Only the right class counts.
# - [ ] 0.5
#   > That is the probability of the right class. The loss is minus its logarithm.
# - [ ] -0.69
#   > log 0.5 is negative; the minus in front makes the loss positive.
# - [ ] 0.3
#   > That is the logarithm to base 10. Here it is the natural one.

# %% [markdown] question="mlp.control_compass" covers="M6" points=1
# Why is the loss called the compass of learning?
#
# - [ ] a) Because it says how many samples were answered rightly
#   > That is the accuracy. It stays the same for most small changes of a weight.
# - [x] b) Because it answers to small changes of a weight
#   > Right: it tells whether the network got better or worse, so it shows a direction.
# - [ ] c) Because it is always between 0 and 1
#   > The cross-entropy can be 6.9, and the MSE of prices can be millions.
# - [ ] d) Because it shows the weights that are right
#   > Nobody knows these. It only says how wrong the present ones are.

# %% [markdown]
# ## Where to read on
#
# - M. Nielsen, *Neural Networks and Deep Learning*, 2015, chapter 1 (layers) and the beginning of
#   chapter 2 (the notation of this lesson). Free to read at neuralnetworksanddeeplearning.com.
# - I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, MIT Press, 2016, sections 6.2 and
#   6.3: outputs, losses and hidden units. Free to read at deeplearningbook.org.
# - K. Hornik, M. Stinchcombe and H. White, *Multilayer feedforward networks are universal
#   approximators*, Neural Networks 2, 1989: how much one hidden layer can do, if it is wide enough.

# %% demo=true
progress()
