"""Show formulas on a page: TeX becomes MathML, which browsers draw and print without a script.

A student may have written the TeX. So a formula goes onto the page after all else was sanitized,
only where text stands, and with nothing but elements and attributes that are known to draw.
"""

import re
import secrets
from html import escape, unescape
from typing import Final
from xml.etree.ElementTree import Element, tostring

from latex2mathml.converter import convert_to_element

from autograder.submissions.plain_markdown import Attachments
from autograder.submissions.safe_markdown import SafeRenderer

TAG: Final = re.compile(r'(<(?:[^<>"]|"[^"]*")*>)')  # as the sanitizer writes it
LENGTH: Final = re.compile(r"(-?\d*\.?\d+)(?:em|ex|pt)?")
THIN: Final = re.compile("(?:negative)?(?:very)*(?:thin|medium|thick)mathspace")
SEVERAL_LINES: Final = re.compile(r"{(?:aligned|split)}")  # which the converter does not know
LENGTHS: Final = {"width", "height", "depth", "lspace", "rspace", "linethickness"}
BACK: Final = -0.3
FAR: Final = 3.0  # what a formula may move by: more, and it could lie over other words
LONGEST: Final = 2_000  # signs
# fmt: off
DRAWING: Final = frozenset({
    "math", "mrow", "mi", "mo", "mn", "mtext", "mspace", "mstyle", "mfrac", "msqrt", "mroot",
    "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts",
    "mtable", "mtr", "mtd", "mphantom", "menclose",
})
LOOKS: Final = frozenset({
    "accent", "columnalign", "columnlines", "columnspacing", "depth", "display", "displaystyle",
    "fence", "form", "height", "largeop", "linebreak", "linethickness", "lspace", "mathvariant",
    "maxsize", "minsize", "movablelimits", "notation", "rowlines", "rowspacing", "rspace",
    "scriptlevel", "separator", "stretchy", "symmetric", "width",
})
# fmt: on


class FormulaRenderer(SafeRenderer):
    """Renders markdown with a word of its own for each formula, for `drawn` to find them again.

    Nobody can guess the word, so no text can pretend to be one.
    """

    def __init__(self, attachments: Attachments) -> None:
        super().__init__(attachments)
        self.formulas: list[tuple[str, str]] = []  # TeX, and how it is displayed
        self.secret = secrets.token_hex(8)

    def inline_math(self, body: str) -> str:
        """Keep a formula in a line; what ends with a space, as between two prices, is none."""
        return self.kept(body, "inline") if body == body.strip() else escape(f"${body}$")

    def block_math(self, body: str) -> str:
        """Keep a formula on a line of its own."""
        return self.kept(body, "block")

    def latex_environment(self, name: str, body: str) -> str:
        """Keep a formula of several lines."""
        return self.kept(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block")

    def kept(self, tex: str, display: str) -> str:
        """Keep a formula and return the word for it."""
        self.formulas.append((tex.strip(), display))
        return f"formula{self.secret}n{len(self.formulas) - 1}e"

    def drawn(self, html: str) -> str:
        """Return sanitized HTML with every formula as MathML; in an attribute it stays TeX."""
        word = re.compile(f"formula{self.secret}n(\\d+)e")
        pieces = TAG.split(html)  # text, tag, text, tag, …
        for place, piece in enumerate(pieces):
            pieces[place] = word.sub(self._tex if place % 2 else self._drawn, piece)
        return "".join(pieces)

    def _tex(self, word: re.Match[str]) -> str:
        return escape(self.formulas[int(word[1])][0])

    def _drawn(self, word: re.Match[str]) -> str:
        tex, display = self.formulas[int(word[1])]
        math = mathml(tex, display)
        if not math:
            return f"<code>{escape(tex)}</code>"
        return math if display == "inline" else f'<span class="formula">{math}</span>'


def mathml(tex: str, display: str) -> str:
    """Return a formula as MathML, and nothing where it is none.

    >>> mathml("x", "inline").partition("><")[2]
    'mrow><mi>x</mi></mrow></math>'
    >>> mathml("{", "inline")
    ''
    """
    if not tex or len(tex) > LONGEST:
        return ""
    try:
        element = convert_to_element(SEVERAL_LINES.sub("{align*}", tex), display=display)
    except Exception:  # whatever a text does to a converter, its writer must be able to read it
        return ""
    for part in element.iter():
        if not _only_draws(part):
            return ""
        part.text = unescape(part.text or "")  # the converter writes signs as entities
    return tostring(element, encoding="unicode", short_empty_elements=False)


def _only_draws(element: Element) -> bool:
    looks = {name: value for name, value in element.attrib.items() if name != "xmlns"}
    lengths = [value for name, value in looks.items() if name in LENGTHS]
    return element.tag in DRAWING and looks.keys() <= LOOKS and all(map(_is_near, lengths))


def _is_near(length: str) -> bool:
    number = LENGTH.fullmatch(length)
    return bool(THIN.fullmatch(length) or (number and BACK <= float(number[1]) <= FAR))
