"""The one door to ipywidgets, with a clear sentence when it is missing."""

try:
    import ipywidgets
except ImportError as error:
    raise ImportError(
        "The sliders of nnlib.widgets need ipywidgets, which is not installed. "
        "Install it with: pip install ipywidgets"
    ) from error

__all__ = ["ipywidgets"]
