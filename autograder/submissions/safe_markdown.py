"""Show what a student wrote so that it runs nothing and reports to nobody where it is read.

nbgrader's formgrader and its feedback render markdown with nbconvert, which leaves raw HTML in
it. What can only be read stays as it was written; all else is rendered here, sanitized, and put
into the cell as HTML that no second rendering changes.
"""

import re
from collections import Counter
from collections.abc import Collection
from html import escape
from html.parser import HTMLParser

import nh3
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from autograder.messages import say
from autograder.submissions.plain_markdown import (
    ACTIVE_TEX,
    PICTURE,
    Attachments,
    is_embedded_picture,
    is_plain_markdown,
    is_web_address,
)

MAX_RENDERED = 10_000  # characters; a parser's time can grow with the square of them
MAX_RENDERED_IN_ALL = 100_000  # in one notebook
STYLES = {"color", "background-color", "text-align", "text-decoration", "font-weight", "font-style"}
TAGS = (nh3.ALLOWED_TAGS | {"font", "input"}) - {"map", "area"}
ATTRIBUTES = {
    **{tag: {"style", "class"} for tag in ("span", "div", "p", "b", "i", "em", "strong")},
    **{tag: {"style", "align", "colspan", "rowspan"} for tag in ("td", "th", "table", "tr")},
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "width", "height"},
    "font": {"color"},
    "ol": {"start"},
    "input": {"checked", "disabled"},
}
COLORED = re.compile(r"highlight|[a-z]{1,2}|[a-z]\d")  # the classes of highlighted code
CHECKBOX = {"input": {"type": "checkbox"}}  # of a list of tasks
SCHEMES = {"http", "https", "mailto", "data"}
CODE = re.compile(r"(<pre>.*?</pre>|<code>.*?</code>)", re.DOTALL)
ONE_LINE = str.maketrans({sign: f"&#{ord(sign)};" for sign in "\n\r\t$\\`["})


def safe_markdown(source: str, attachments: Attachments, reserved: Collection[str] = ()) -> str:
    """Return markdown that looks like `source` and can only be read.

    `reserved` are the ids of the page's own elements, which no heading may take.
    """
    if len(source) > MAX_RENDERED:
        return preformatted(source)
    try:
        if is_plain_markdown(source, attachments, reserved):
            return source
        rendered = MarkdownWithMath(renderer=SafeRenderer(attachments)).render(source)
        return in_one_block(sanitize_html(rendered, source))
    except Exception:  # whatever a text does to a parser, somebody must be able to read it
        return preformatted(source)


class MarkdownSanitizer:
    """Makes the markdown of one notebook safe; what is too much for a parser is shown as text."""

    def __init__(self, reserved: Collection[str]) -> None:
        self.reserved = reserved
        self.left = MAX_RENDERED_IN_ALL

    def sanitize(self, source: str, attachments: Attachments) -> str:
        """Return the next cell's markdown."""
        self.left -= len(source)
        if self.left < 0:
            return preformatted(source)
        return safe_markdown(source, attachments, self.reserved)


def preformatted(source: str) -> str:
    """Return markdown that shows a source character by character."""
    return in_one_block(f"<pre>{escape(source)}</pre>")


def in_one_block(html: str) -> str:
    """Return HTML as one line of markdown in which no parser finds markdown or math again."""
    return f"<div>{html.translate(ONE_LINE)}</div>"


class SafeRenderer(IPythonRenderer):
    """Renders as nbconvert does, but for pictures from other places and for diagrams."""

    def __init__(self, attachments: Attachments) -> None:
        super().__init__(
            escape=False,
            attachments={name: dict(kinds) for name, kinds in attachments.items()},
            exclude_anchor_links=True,
        )

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Show a picture of the notebook; name another one, with a link to it."""
        if is_embedded_picture(url, self.attachments):
            return str(super().image(text, url, title))
        return str(self.link(say("[picture: {words}]", words=text or escape(url)), url, title))

    def block_mermaidjs(self, code: str) -> str:
        """Show the source of a diagram."""
        return f"<pre><code>{escape(code)}</code></pre>"


def sanitize_html(rendered: str, source: str) -> str:
    """Return rendered HTML without what could run, load or overlay anything.

    Where something is left out, it says so, and `source` can be read.
    """
    clean = nh3.clean(
        rendered,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=allowed_value,
        set_tag_attribute_values=CHECKBOX,
        filter_style_properties=STYLES,
        url_schemes=SCHEMES,
        url_relative="deny",
    )
    is_shortened = bool(count_elements(rendered) - count_elements(clean))
    note = note_left_out(source) if is_shortened else ""
    return without_active_tex(clean) + note


def allowed_value(tag: str, attribute: str, value: str) -> str | None:
    """Keep links to the web, pictures that are inside the page, and the colours of code."""
    if attribute == "class":
        return value if COLORED.fullmatch(value) else None
    if attribute == "href":
        return value if is_web_address(value) else None
    if attribute == "src":
        return value if PICTURE.fullmatch(value) else None
    return value


def without_active_tex(html: str) -> str:
    """Show the commands of TeX that could link, style or load as words; code stays as it is."""
    pieces = CODE.split(html)
    pieces[::2] = [ACTIVE_TEX.sub(r"\\backslash \1", piece) for piece in pieces[::2]]
    return "".join(pieces)


def note_left_out(source: str) -> str:
    """Say that something is not shown, and show it as text."""
    sentence = say("Some of this cell could run or load something and is left out. As written:")
    return f"<details><summary>{escape(sentence)}</summary><pre>{escape(source)}</pre></details>"


def count_elements(html: str) -> Counter[str]:
    """Count the elements of a page, and the attributes of each that matter to a reader."""
    parser = ElementCounter(convert_charrefs=True)
    parser.feed(html)
    parser.close()
    return parser.counts


class ElementCounter(HTMLParser):
    """Counts elements and attributes, well enough to say that some are missing."""

    counts: Counter[str]

    def reset(self) -> None:
        """Start from zero."""
        super().reset()
        self.counts = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count one element."""
        self.counts[tag] += 1
        self.counts.update(f"{tag} {name}" for name, _ in attrs if name not in ("id", "class"))
