"""Learning rates by the epoch."""

import pytest

from nnlib.optimizers import cosine_decay, step_decay


def test_step_decay_falls_after_every_so_many_epochs():
    rate = step_decay(1.0, factor=0.1, every=2)
    assert [rate(epoch) for epoch in range(1, 6)] == pytest.approx([1, 1, 0.1, 0.1, 0.01])


def test_cosine_decay_falls_along_half_a_wave():
    rate = cosine_decay(1.0, num_epochs=4)
    # ½ (1 + cos of 0, π/4, π/2, 3π/4): (1 ± √½) / 2 beside the middle
    expected = [1, 0.853553, 0.5, 0.146447]
    assert [rate(epoch) for epoch in range(1, 5)] == pytest.approx(expected, abs=1e-6)


def test_cosine_decay_stays_at_zero_beyond_its_end():
    rate = cosine_decay(1.0, num_epochs=4)
    assert rate(5) == rate(50) == pytest.approx(0)


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        (lambda: step_decay(0), "learning_rate must be above 0"),
        (lambda: step_decay(1, factor=0), "factor must be above 0"),
        (lambda: step_decay(1, every=0), "every must be a whole number"),
        (lambda: cosine_decay(1, 0), "num_epochs must be a whole number"),
    ],
)
def test_a_mistake_in_the_call_is_explained(call, complaint):
    with pytest.raises(ValueError, match=complaint):
        call()
