"""Say in one sentence what is not installed: parts of the course need more than NumPy."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec

__all__ = ["NotInstalledError", "needs", "require"]

OWN = ("autograder", "neuron_to_network", "nnlib")


class NotInstalledError(ModuleNotFoundError):
    """A library is missing; the text is one sentence, which says how to install it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(
            f"This needs {library}, which is not installed; install it with: "
            f'pip install "neuron-to-network[{extra}]"',
            name=library,
        )

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows in place of a traceback."""
        return [str(self)]


@contextmanager
def needs(extra: str) -> Iterator[None]:
    """Say which `extra` of the package to install where a library is missing in this block.

    Raises NotInstalledError; where such blocks stand in each other, the outermost one decides.

    >>> with needs("lessons"):
    ...     import a_library_that_draws
    Traceback (most recent call last):
    nnlib.needs.NotInstalledError: This needs a_library_that_draws, which is not installed; \
install it with: pip install "neuron-to-network[lessons]"
    """
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library in OWN:  # a fault of ours, and no library
            raise
        raise NotInstalledError(library, extra) from None


def require(library: str, extra: str) -> None:
    """Raise NotInstalledError where a library is missing that another process imports."""
    with needs(extra):
        if find_spec(library) is None:
            raise ModuleNotFoundError(name=library)
