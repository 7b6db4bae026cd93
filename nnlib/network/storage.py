"""Save a network's numbers to a file and load them again: NumPy's .npz, never pickle.

A file of arrays cannot run code when it is opened; a pickle can.
"""

from collections.abc import Mapping
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from nnlib.network.network import Network
from nnlib.validate import FloatArray

__all__ = ["load", "load_state", "save", "state_of"]


def state_of(network: Network) -> dict[str, FloatArray]:
    """Return copies of all that a network has learnt, by names like "0.Linear.weight".

    Parameters and the running statistics of batch norm; what the optimizer remembers is not here.
    """
    return {name: value.copy() for name, value in _arrays(network).items()}


def load_state(network: Network, state: Mapping[str, FloatArray]) -> None:
    """Give a network the numbers of `state_of` a network with the same layers.

    Raises
    ------
    ValueError
        If a name is missing or unknown, or a shape differs; then nothing is changed.
    """
    arrays = _arrays(network)
    _check_names(set(arrays), set(state))
    for name, array in arrays.items():
        if array.shape != state[name].shape:
            raise ValueError(
                f"state: {name} must have the shape {array.shape}; {state[name].shape} came."
            )
    for name, array in arrays.items():
        array[...] = state[name]


def save(network: Network, path: str | Path) -> None:
    """Write a network's numbers to a file, which NumPy can read too.

    Parameters
    ----------
    network : Network
    path : str or Path
        Should end in .npz; a file of that name is replaced.
    """
    with Path(path).open("wb") as file:
        np.savez(file, allow_pickle=False, **_arrays(network))


def load(network: Network, path: str | Path) -> None:
    """Read a network's numbers from a file that `save` wrote for one with the same layers.

    Raises
    ------
    ValueError
        If the file is none of `save`, or holds a network with other layers.
    FileNotFoundError
        If there is no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            state = {name: file[name] for name in file.files}
    except (BadZipFile, ValueError, AttributeError, EOFError, TypeError):
        raise ValueError(f"path: {path} is no file that nnlib's save wrote.") from None
    load_state(network, state)


def _arrays(network: Network) -> dict[str, FloatArray]:
    return {
        f"{layer_name}.{name}": value
        for layer_name, layer in network.named_layers()
        for name, value in (layer.parameters() | layer.statistics()).items()
    }


def _check_names(wanted: set[str], came: set[str]) -> None:
    if wanted != came:
        raise ValueError(
            "state must be of a network with the same layers; "
            f"missing: {', '.join(sorted(wanted - came)) or 'nothing'}; "
            f"unknown: {', '.join(sorted(came - wanted)) or 'nothing'}."
        )
