"""Canvas: what "Download Submissions" of an assignment gives.

Facts from Canvas's public source, lib/content_zipper.rb: a file is named after the student's
sortable name in small letters without any sign between ("Doe, Jane" is doejane), `_LATE` if it
is late, the student's number, the file's number, and its own name; a text or a link ends in
`_text.html` or `_link.html`; where names are hidden, `anon_` and a code stand for the student. A
file sent again under the same name has -1, -2 … before its ending. Times in the zip are those of
the download.
"""

import re

from autograder.collecting.archives.entries import Entry
from autograder.collecting.layouts.claim import Claim, Source, components

# Signs of vowels are part of a name in many scripts, but not of \w.
FILE = re.compile(
    r"(?P<name>[^\s/.]*?)(?P<late>_LATE)?_(?P<number>\d+)_(?P<sent>\d+)_(?P<file>.+)", re.DOTALL
)
PAGE = re.compile(
    r"(?P<name>[^\s/.]*?)(?P<late>_LATE)?_(?P<number>\d+)_(?P<file>(?:text|link)\.html)"
)
HIDDEN = re.compile(
    r"(?P<late>LATE_)?(?P<name>anon_[A-Za-z0-9]+)_(?P<sent>\d+)_(?P<file>.+)", re.DOTALL
)
AGAIN = re.compile(r"-(\d+)(?=(?:\.\w+)?$)")


def read(source: Source) -> list[Claim]:
    """Return who handed in which file."""
    claims = (claim(entry) for entry in source.unpacked.entries)
    return [claim for claim in claims if claim is not None]


def claim(entry: Entry) -> Claim | None:
    """Read one file's path, None where it is not of this layout."""
    for part, rest in components(entry):
        match = HIDDEN.fullmatch(part) or FILE.fullmatch(part) or PAGE.fullmatch(part)
        if match:
            told = match.groupdict()
            return Claim(
                entry,
                (told["name"],),
                number=told.get("number") or "",
                login="" if told.get("number") else told["name"],
                file_name=(rest or told["file"]).rpartition("/")[2],
                late=bool(told["late"]),
                sent=(again(told["file"]), int(told.get("sent") or 0)),
                returns=part,
            )
    return None


def again(file_name: str) -> int:
    """Return how often a file of this name was sent before."""
    again = AGAIN.search(file_name)
    return int(again[1]) if again else 0
