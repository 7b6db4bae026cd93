"""Lesson C: real digits, and a taste of what comes next, one module an exercise."""

from autograder.exercises.capstone.attention import ATTENTION
from autograder.exercises.capstone.classify import CLASSIFY
from autograder.exercises.capstone.convolve2d import CONVOLVE2D
from autograder.exercises.capstone.lstm_step import LSTM_STEP
from autograder.exercises.capstone.max_pool import MAX_POOL
from autograder.exercises.capstone.rnn_step import RNN_STEP

# In the order of the lesson.
EXERCISES = (CLASSIFY, CONVOLVE2D, MAX_POOL, RNN_STEP, LSTM_STEP, ATTENTION)
