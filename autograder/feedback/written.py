"""Show markdown on a page: a lesson's question or a student's answer, so that nothing runs."""

import re
from html import escape

import nh3
from markupsafe import Markup
from nbconvert.filters.markdown_mistune import MarkdownWithMath

from autograder.feedback.formulas import FormulaRenderer
from autograder.submissions.plain_markdown import Attachments
from autograder.submissions.safe_markdown import (
    ATTRIBUTES,
    MAX_RENDERED,
    TAGS,
    allowed_value,
    sanitize_html,
)

ONE_BLOCK = re.compile(r"<div>.*</div>")  # what was made safe before, on one line
UNSTYLED = {  # the page's policy lets no style attribute through
    tag: names - {"style", "class", "align", "color"} for tag, names in ATTRIBUTES.items()
}
SCHEMES = {"http", "https", "mailto", "data"}


def as_html(markdown: str, attachments: Attachments) -> Markup:
    """Return markdown as HTML that holds nothing but what can be read."""
    renderer = FormulaRenderer(attachments)
    clean = unstyled(rendered(markdown, renderer))
    return Markup(renderer.drawn(clean))  # noqa: S704 - sanitized twice, and drawn in its text


def rendered(markdown: str, renderer: FormulaRenderer) -> str:
    """Render markdown as the graders' pages do; what is too much for a parser is shown as text."""
    if ONE_BLOCK.fullmatch(markdown):
        return markdown
    if len(markdown) > MAX_RENDERED:
        return f"<pre>{escape(markdown)}</pre>"
    try:
        made = MarkdownWithMath(renderer=renderer).render(markdown)
        return sanitize_html(made, markdown)
    except Exception:  # whatever a text does to a parser, its writer must be able to read it
        return f"<pre>{escape(markdown)}</pre>"


def unstyled(html: str) -> str:
    """Return HTML without any look of its own, for a page that has one."""
    return nh3.clean(
        html,
        tags=TAGS - {"input", "font", "style"},
        attributes=UNSTYLED,
        attribute_filter=allowed_value,
        url_schemes=SCHEMES,
        url_relative="deny",
        link_rel="noopener noreferrer",
    )
