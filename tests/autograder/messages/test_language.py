"""Sentences are said in the reader's language, at once or later."""

import gettext
import json

import numpy as np
import pytest

from autograder.messages import Sentence, joined, language, say, sentence, translated
from autograder.messages.language import from_data, to_data


@pytest.fixture
def speak(monkeypatch):
    """Let the reader have another language, in which these sentences are known."""

    def speak(known):
        class Catalogue(gettext.NullTranslations):
            def gettext(self, message):
                return known.get(message, message)

        monkeypatch.setattr(language, "catalogue", lambda chosen: Catalogue())

    return speak


def test_no_translation_means_the_english_sentence():
    assert say("{name} is here.", name="x") == "x is here."
    assert translated("") == ""
    assert translated("Braces {stay}.") == "Braces {stay}."
    assert str(Sentence("Braces {stay}.")) == "Braces {stay}."


def test_a_sentence_is_said_in_the_language_of_who_reads_it(speak):
    late = sentence("{count} of {total}", count=1, total=sentence("many"))
    assert str(late) == "1 of many"
    speak({"{count} of {total}": "{total}: {count}", "many": "viele"})
    assert str(late) == "viele: 1"


def test_a_kept_sentence_is_read_in_another_language(speak):
    shape = sentence("The shape is {got}.", got=(2, 3))
    kept = json.dumps(to_data(joined("1.5", shape, by="\n")))
    speak({"The shape is {got}.": "Die Form ist {got}."})
    assert str(from_data(json.loads(kept))) == "1.5\nDie Form ist (2, 3)."


def test_what_is_filled_in_is_never_filled_in_itself():
    code = sentence("{head} in {line}", head="{line}", line="print('{head}')")
    assert str(code) == "{line} in print('{head}')"
    assert str(from_data(to_data(code))) == str(code)


@pytest.mark.parametrize("value", [0.25, np.float64(0.25), 3, True, "a text"])
def test_numbers_stay_numbers_so_that_they_can_be_rounded_later(value):
    assert json.loads(json.dumps(to_data(sentence("{x}", x=value))))["values"] == {"x": value}


def test_joining_nothing_is_nothing():
    assert joined("", "") == ""


@pytest.mark.parametrize(
    "data", [None, 7, [], {}, {"sentence": 7}, {"sentence": "a", "values": {"b": []}}]
)
def test_what_is_not_a_text_is_refused(data):
    with pytest.raises(TypeError):
        from_data(data)
