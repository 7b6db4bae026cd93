"""Show formulas on a page: TeX becomes MathML, which browsers draw and print without a script.

A student may have written the TeX, so nothing of the converter's goes onto the page but elements
and attributes that are known to only draw.
"""

import re
from html import escape, unescape
from typing import Final
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element

from autograder.grading.safe_markdown import Renderer

INLINE: Final = ("\ue000", "\ue001")  # signs that no text needs, around a formula
BLOCK: Final = ("\ue002", "\ue003")
MARKED: Final = re.compile("\ue000(.*?)\ue001|\ue002(.*?)\ue003", re.DOTALL)
LONGEST: Final = 2_000  # signs
NAMESPACE: Final = "http://www.w3.org/1998/Math/MathML"
# fmt: off
DRAWING: Final = frozenset({
    "math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "mstyle", "mfrac", "msqrt", "mroot",
    "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts",
    "mtable", "mtr", "mtd", "mphantom", "mpadded", "menclose",
})
LOOKS: Final = frozenset({
    "accent", "columnalign", "columnlines", "columnspacing", "depth", "display", "displaystyle",
    "fence", "form", "height", "linethickness", "lspace", "mathvariant", "maxsize", "minsize",
    "movablelimits", "notation", "rowspacing", "rspace", "scriptlevel", "separator", "stretchy",
    "symmetric", "voffset", "width",
})
# fmt: on


class FormulaRenderer(Renderer):
    """Renders markdown with its formulas between signs, for `drawn` to find them again."""

    def inline_math(self, body: str) -> str:
        """Mark a formula in a line."""
        return escape(body).join(INLINE)

    def block_math(self, body: str) -> str:
        """Mark a formula on a line of its own."""
        return escape(body).join(BLOCK)


def drawn(html: str) -> str:
    """Return sanitized HTML with every marked formula as MathML; what is none stays TeX.

    >>> drawn(f"{INLINE[0]}{{{INLINE[1]} is no formula")
    '<code>{</code> is no formula'
    """
    return MARKED.sub(_drawn, html)


def _drawn(marked: re.Match[str]) -> str:
    inline, block = marked.groups()
    tex = unescape(inline if block is None else block).strip()
    found = mathml(tex, "inline" if block is None else "block")
    if not found:
        return f"<code>{escape(tex)}</code>"
    return found if block is None else f'<span class="formula">{found}</span>'


def mathml(tex: str, display: str) -> str:
    """Return a formula as MathML, and nothing where it is none."""
    if not tex or len(tex) > LONGEST:
        return ""
    try:
        element = convert_to_element(tex, display=display)
    except Exception:  # whatever a text does to a converter, its writer must be able to read it
        return ""
    for part in element.iter():
        if not _only_draws(part):
            return ""
        part.text = unescape(part.text or "")  # the converter writes signs as entities
    element.set("xmlns", NAMESPACE)
    return tostring(element, encoding="unicode", short_empty_elements=False)


def _only_draws(element: Element) -> bool:
    return element.tag in DRAWING and element.attrib.keys() - {"xmlns"} <= LOOKS
