"""Find in a page what a browser would run."""

import re
from html.parser import HTMLParser

RUNS = ("script", "style", "object", "embed", "iframe", "link", "meta", "base")
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "content")
TEXT = ("pre", "code", "textarea", "title")
FORMULA = re.compile(r"\\(href|style|cssId|class|unicode)\b")


class Finder(HTMLParser):
    """Collect where a mark stands that could run."""

    def __init__(self, mark: str) -> None:
        super().__init__(convert_charrefs=True)
        self.mark = mark
        self.open: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        for name, value in attrs:
            text = re.sub(r"[\x00-\x20]", "", value or "").lower()
            if self.mark not in text:
                continue
            if name.startswith("on") or tag in RUNS:
                self.found.append(f"<{tag} {name}>")
            elif name in ADDRESSES and text.startswith(("javascript:", "data:text", "vbscript:")):
                self.found.append(f"<{tag} {name}> with a program")

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if self.mark not in data:
            return
        inside = self.open[-1] if self.open else ""
        if inside in ("script", "style"):
            self.found.append(f"<{inside}>")
        elif not set(TEXT) & set(self.open) and r"\href{javascript:" in data:
            self.found.append("a formula with a program")


def running(html: str, mark: str) -> list[str]:
    """Return the places of a page in which something with the mark would run."""
    finder = Finder(mark)
    finder.feed(html)
    finder.close()
    return sorted(set(finder.found))
