"""A Sphinx extension: formulas become MathML, which browsers draw without a script.

MathJax would come from elsewhere or weigh megabytes, KaTeX would need node to build. MathML is part
of the page, read by screen readers, and feedback pages draw their formulas by the same converter.
"""

from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator

from autograder.feedback.formulas import mathml

LOGGER = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, bool]:
    """Offer the renderer under the name that `html_math_renderer` asks for."""
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def visit_inline(translator: HTML5Translator, node: nodes.math) -> None:
    """Write a formula in a line."""
    translator.body.append(drawn(node, "inline"))
    raise nodes.SkipNode


def visit_block(translator: HTML5Translator, node: nodes.math_block) -> None:
    """Write a formula on a line of its own."""
    translator.body.append(f'<div class="formula" tabindex="0">{drawn(node, "block")}</div>')
    raise nodes.SkipNode


def drawn(node: nodes.Element, display: str) -> str:
    """Return a formula as MathML; one that can't be drawn is a warning, so the build fails."""
    tex = node.astext().strip()
    math = mathml(tex, display)
    if not math:
        LOGGER.warning("This formula can't be drawn: %s", tex, location=node)
    return math or f"<code>{escape(tex)}</code>"
