"""Networks step by step, as the exercises ask for them: a topic a file, a function an exercise.

A lesson calls these functions too, so that it goes on where an exercise stays open. Nothing in the
library needs them. In the order of the lessons:

- `arrays`: first steps with arrays
- `xor`: what one neuron can be, what no line can do, what two layers can
- `tiny_network`: nine numbers that learn XOR by nudging
- `forward`: layers and networks from the input to the output, and how many numbers they learn
- `losses`: cross-entropy by its formula
- `landscapes`: hills and valleys, and the way down
- `chain_rule`: derivatives by pencil, and why weights learn slowly
- `two_layers`: backpropagation in a network with one hidden layer
- `gradient_proof`: measure a gradient and decide
- `optimizers`: several steps of each rule, and what it remembers
- `regularization`: overfitting measured, weight decay, first weights
- `layers`: dropout and batch normalization
- `autograd`: what a tensor does inside
- `digit_classifier`: a network that reads digits
"""
