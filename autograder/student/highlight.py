"""Python source as HTML, in colours if pygments (which IPython brings) is there."""

from html import escape

try:
    from pygments import highlight  # type: ignore[import-untyped]  # ships no types
    from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]  # ships no types
    from pygments.lexers import PythonLexer  # type: ignore[import-untyped]  # ships no types
except ImportError:  # without IPython the source is shown in one colour
    highlight = None

# Ground and words are both set, so that the colours can be read on a dark page too.
BOX = (
    "background:#f7f7f7;color:#1b1b1b;border-radius:4px;padding:8px 12px;margin:0;"
    "overflow:auto;line-height:1.4"
)


def code_html(source: str) -> str:
    """Return the source as one `pre` element with inline colours."""
    if highlight is None:
        return f'<pre style="{BOX}">{escape(source)}</pre>'
    formatter = HtmlFormatter(noclasses=True, nowrap=True)
    return f'<pre style="{BOX}">{highlight(source, PythonLexer(), formatter)}</pre>'
