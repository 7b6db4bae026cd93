"""Recognize markdown that can only be read: nothing in it runs, loads or overlays anything.

The judgement goes by the tokens that nbconvert parses, because nbconvert makes the pages that
graders and students open.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from typing import Any

from nbconvert.filters.markdown_mistune import MarkdownWithMath

Token = Mapping[str, Any]
Attachments = Mapping[str, Mapping[str, str]]

READ_ONLY = {
    *("text", "paragraph", "block_text", "blank_line", "linebreak", "softbreak", "thematic_break"),
    *("emphasis", "strong", "strikethrough", "codespan", "block_quote", "block_code"),
    *("list", "list_item", "task_list_item", "def_list", "def_list_head", "def_list_item"),
    *("table", "table_head", "table_body", "table_row", "table_cell"),
    *("inline_math", "block_math", "latex_environment", "heading", "link", "image"),
}
LINE_BREAK = re.compile(r"<br ?/?>")
WEB_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]*", re.IGNORECASE)
PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*")
LANGUAGE = re.compile(r"(?!mermaid)[\w+#.-]*")  # nbconvert writes a mermaid block unescaped
ACTIVE_TEX = re.compile(r"\\(href|style|class|cssId|data|require|unicode|includegraphics)(?![a-z])")


def is_plain_markdown(
    source: str, attachments: Attachments, reserved: Collection[str] = ()
) -> bool:
    """Return True if markdown can be shown as it is.

    `reserved` are the ids of the page's own elements, which no heading may take.
    """
    if ACTIVE_TEX.search(unescape(source)):
        return False
    tokens = MarkdownWithMath(renderer=None)(source)  # type: ignore[arg-type]  # tokens are wanted
    return all(is_plain_token(token, attachments, reserved) for token in walk(tokens))


def walk(tokens: Any) -> Iterator[Token]:
    """Yield all tokens, those inside others too."""
    for token in tokens:
        yield token
        yield from walk(token.get("children", ()))


def is_plain_token(token: Token, attachments: Attachments, reserved: Collection[str]) -> bool:
    """Return True if one token can only be read; its children are not looked at."""
    kind, attributes = token["type"], token.get("attrs", {})
    if kind == "inline_html":
        return LINE_BREAK.fullmatch(token["raw"]) is not None
    if kind == "link":
        return is_web_address(attributes["url"])
    if kind == "image":
        return is_embedded_picture(attributes["url"], attachments)
    if kind == "block_code":
        return LANGUAGE.fullmatch((attributes.get("info") or "").strip()) is not None
    if kind == "heading":
        return not any(name in anchor(token) for name in reserved)
    return kind in READ_ONLY


def is_web_address(url: str) -> bool:
    """Return True if a link leads to the web or to mail: nothing that runs in this page."""
    return WEB_ADDRESS.fullmatch(unescape(url)) is not None


def is_embedded_picture(url: str, attachments: Attachments) -> bool:
    """Return True if a picture is in the notebook, so that no server learns who looks at it."""
    if url.startswith("attachment:"):
        return bool(attachments.get(url.removeprefix("attachment:")))
    return PICTURE.fullmatch(url) is not None


def anchor(heading: Token) -> str:
    """Return the id that nbconvert gives to a heading."""
    text = "".join(token.get("raw", "") for token in walk(heading["children"]))
    return unescape(text).replace(" ", "-")
