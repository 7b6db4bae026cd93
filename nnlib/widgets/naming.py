"""Names for somebody who hears the page: of sliders' handles, players' buttons and the picture.

ipywidgets can set none of them. So a script in the page copies them from what can be read there:
the label beside the slider, the player's signs, and the words below the picture as they change.
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
    const signs = {play: "Play", pause: "Pause", stop: "Stop", retweet: "Repeat"}
    const name = () => {
        for (const sign of box.querySelectorAll(".widget-play button > i"))
            for (const [kind, text] of Object.entries(signs))
                if (sign.matches(`.fa-${kind}`)) set(sign.parentElement, "aria-label", text)
        for (const slider of box.querySelectorAll(".widget-slider"))
            for (const handle of slider.querySelectorAll("[role=slider]"))
                set(handle, "aria-label", slider.querySelector(".widget-label").textContent)
        const words = box.querySelector("[role=status]")
        for (const image of box.querySelectorAll("img"))
            set(image, "alt", [image.title, words && words.innerText].filter(Boolean).join(": "))
    }
    const seen = {childList: true, characterData: true, attributeFilter: ["class"], subtree: true}
    new MutationObserver(name).observe(box, seen)
    name()
})()</script>"""


def naming() -> Any:
    """Return an unseen widget that names its neighbours: put it into their box."""
    script = {"output_type": "display_data", "data": {"text/html": SCRIPT}, "metadata": {}}
    return ipywidgets.Output(outputs=(script,), layout={"display": "none"})
