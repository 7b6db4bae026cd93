"""Hold the site to its links: python -m tools.site.links site.

Each link inside leads to a file that is there and, after a #, to a place in it; no page loads
anything from elsewhere. `lite/`, a program of its own, is held to being there, with the notebook
that a link opens.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

LITE = "lite"
ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.I)
OTHER = re.compile(r"^(?:data|mailto|javascript):", re.I)
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
SAID_ONLY = {"canonical", "next", "prev", "index", "search", "author", "license"}  # not loaded
OF_STYLES = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


class Page(HTMLParser):
    """What a page links to, what it loads, and the places in it that a link can name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links, self.loads, self.places = list[str](), list[str](), {"", "top"}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element links to, loads and is called."""
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        relation = set(given.get("rel", "").split())
        if LOADED.get(tag) in given and not (tag == "link" and relation & SAID_ONLY):
            self.loads.append(given[LOADED[tag]])
        elif tag == "a" and "href" in given:
            self.links.append(given["href"])


@dataclass(frozen=True)
class Site:
    """A folder of pages."""

    folder: Path
    read: dict[Path, Page] = field(default_factory=dict)

    @cached_property
    def pages(self) -> list[Path]:
        """The pages, without those of the program in `lite/` and the theme's templates."""
        files = sorted(self.folder.rglob("*.html"))
        return [file for file in files if self.room(file) not in (LITE, "_static")]

    def room(self, file: Path) -> str:
        """Return the first folder on the way to a file of the site."""
        return file.relative_to(self.folder).parts[0]

    def page(self, file: Path) -> Page:
        """Return a page, which is read once."""
        if file not in self.read:
            self.read[file] = Page(file.read_text(encoding="utf-8"))
        return self.read[file]

    def faults(self) -> Iterator[str]:
        """Yield a line for each link that leads nowhere, and for what comes from elsewhere."""
        for file in self.pages:
            name, page = file.relative_to(self.folder), self.page(file)
            for link in sorted({*page.links, *page.loads}):
                if (
                    not OTHER.match(link)
                    and not ELSEWHERE.match(link)
                    and self.is_broken(file, link)
                ):
                    yield f"{name}: {link} leads nowhere."
            for link in sorted({link for link in page.loads if ELSEWHERE.match(link)}):
                yield f"{name}: {link} is loaded from elsewhere."
        yield from self.faults_of_styles()

    def faults_of_styles(self) -> Iterator[str]:
        """Yield a line for each thing that a style loads from elsewhere."""
        for file in sorted(self.folder.rglob("*.css")):
            if self.room(file) == LITE:
                continue
            for link, imported in OF_STYLES.findall(file.read_text(encoding="utf-8")):
                if ELSEWHERE.match(link or imported):
                    yield f"{file.name}: {link or imported} is loaded from elsewhere."

    def is_broken(self, file: Path, link: str) -> bool:
        """Return True if a link inside the site leads nowhere."""
        parts = urlsplit(link)
        target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
        if target.is_dir():
            target /= "index.html"
        if not target.is_file() or not target.is_relative_to(self.folder):
            return True
        if self.room(target) == LITE:
            opened = dict(parse_qsl(parts.query)).get("path", "")
            return not (self.folder / LITE / "files" / opened).exists()
        wanted = unquote(parts.fragment)
        return bool(wanted) and target.suffix == ".html" and wanted not in self.page(target).places


def main(folder: Path) -> int:
    """Print the faults of a site; return the exit code."""
    site = Site(folder.resolve())
    faults = list(site.faults())
    if not (folder / LITE).exists():  # the pages alone
        faults = [fault for fault in faults if f"{LITE}/lab/" not in fault]
    print("\n".join(faults) or f"{len(site.pages)} pages, and every link leads somewhere.")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
