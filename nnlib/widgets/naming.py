"""Names for somebody who hears the page: of each slider's handle, and of the picture as it is now.

ipywidgets can set neither. So a script in the page copies them from what can be read there: the
label beside the slider, and the words below the picture whenever they change.
"""

from typing import Any

from nnlib.widgets.toolkit import ipywidgets

SCRIPT = """<script>(() => {
    const script = document.currentScript
    const box = script && script.closest(".widget-vbox")
    if (!box) return
    const set = (element, name, text) => {
        if (element.getAttribute(name) !== text) element.setAttribute(name, text)
    }
    const name = () => {
        for (const slider of box.querySelectorAll(".widget-slider"))
            for (const handle of slider.querySelectorAll("[role=slider]"))
                set(handle, "aria-label", slider.querySelector(".widget-label").textContent)
        const words = box.querySelector("[role=status]")
        for (const image of box.querySelectorAll("img"))
            set(image, "alt", [image.title, words && words.innerText].filter(Boolean).join(": "))
    }
    new MutationObserver(name).observe(box, {childList: true, characterData: true, subtree: true})
    name()
})()</script>"""


def naming() -> Any:
    """Return an unseen widget that names its neighbours: put it into their box."""
    script = {"output_type": "display_data", "data": {"text/html": SCRIPT}, "metadata": {}}
    return ipywidgets.Output(outputs=(script,), layout={"display": "none"})
