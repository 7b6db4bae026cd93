"""Names that hide something."""

import pytest

from autograder.course.names import printable

HIDING = [
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    *"\u200b\u200c\u200d\u2060\ufeff\u00ad",
    *"\x00\x07\x08\t\n\r\x1b\x7f\x9b\u2028\u2029",
    *"\u00a0\u3000\u3164\u2800",
    "\U000e0041",
]


@pytest.mark.parametrize("sign", HIDING, ids=ascii)
def test_a_sign_that_cannot_be_seen_is_shown_by_its_number(sign):
    assert printable(f"a{sign}b") == f"a<U+{ord(sign):04X}>b"


@pytest.mark.parametrize("name", ["Ann Lee", "Zoë", "Łukasz", "李小龙", "अनु", "محمد", "o'neill-2"])
def test_an_honest_name_stays_as_it_is(name):
    assert printable(name) == name


def test_a_byte_that_is_no_text_becomes_a_mark_that_can_be_kept():
    assert printable("\udce5").encode() == "\ufffd".encode()


def test_the_lines_of_a_sentence_can_be_kept():
    assert printable("a\nb\u202e", lines=True) == "a\nb<U+202E>"
