"""What winnowing promises."""

from hypothesis import given
from hypothesis import strategies as st

from autograder.report.winnowing import fingerprints

WORDS = st.lists(st.sampled_from("abcdef"), max_size=30)


@given(WORDS, WORDS, WORDS, WORDS, st.lists(st.sampled_from("abc"), min_size=8, max_size=12))
def test_a_long_enough_part_in_common_is_always_found(before, after, first, last, common):
    one, other = before + common + after, first + common + last
    assert fingerprints(one, gram=5, window=4) & fingerprints(other, gram=5, window=4)


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("xyz"), max_size=30))
def test_nothing_is_found_where_nothing_is_in_common(one, other):
    assert not fingerprints(one, gram=3, window=4) & fingerprints(other, gram=3, window=4)


def test_what_is_shorter_than_a_gram_has_no_fingerprint():
    assert fingerprints(list("abcd"), gram=5) == frozenset()
    assert len(fingerprints(list("abcde"), gram=5)) == 1


def test_fingerprints_are_the_same_in_every_run():
    assert fingerprints(list("abcde"), gram=5) == {2_128_419_265_267_820_813}
