"""What comes after the multilayer perceptron: convolution, recurrence and attention."""
