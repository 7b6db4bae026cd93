"""A sentence and its values come in; words in the reader's language go out, now or later."""

from autograder.messages.language import Sentence, Text, joined, say, sentence, translated

__all__ = ["Sentence", "Text", "joined", "say", "sentence", "translated"]
