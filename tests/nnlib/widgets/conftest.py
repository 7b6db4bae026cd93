"""What the widget tests share."""

import base64
from collections.abc import Iterator

import matplotlib.pyplot as plt
import pytest


@pytest.fixture(autouse=True)
def no_figures_left_in_pyplot() -> Iterator[None]:
    plt.close("all")
    yield
    assert plt.get_fignums() == []


@pytest.fixture
def show():
    """Show a panel as a notebook does, and return what the notebook keeps."""

    def shown(panel):
        return panel._repr_mimebundle_()

    return shown


@pytest.fixture
def still():
    """Return the bytes of the still picture in a bundle."""

    def png_of(bundle):
        return base64.b64decode(bundle["image/png"])

    return png_of
