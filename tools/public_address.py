"""Set the project's public address and rewrite what is made from it, or say whether all agree.

    python -m tools.public_address
    python -m tools.public_address https://github.com/NAME/PROJECT
    python -m tools.public_address https://github.com/NAME/PROJECT --site https://example.org/course/

The address stands in `[project.urls]` of pyproject.toml. From it are made: the addresses in each
file that git knows, the marked parts of Markdown files (`<!-- public address: badges -->`), which
are empty while there is only a placeholder, and the heads of the lessons. Without an address it is
said what disagrees; the exit code is 1 then, and while there is only the placeholder.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from autograder.public_address import PACKAGE, PublicAddress, urls_of_checkout

ROOT = Path(__file__).parents[1]
URLS = re.compile(r"(?<=^\[project\.urls\]\n)(?:\w+ = .*\n)+", re.M)
MARKED = re.compile(
    r"(?P<begin><!-- public address: (?P<name>badges|links) -->\n)"
    r".*?(?=<!-- end of public address -->)",
    re.DOTALL,
)
SLUG = r"(?:github\.com|/github|/gh|codespaces\.new)/([\w.-]+/NAME)\b"
SITE = r"\bhttps://[\w-]+\.github\.io/NAME\b"
FIRST = "00_start.ipynb"


def main(words: list[str] | None = None, root: Path = ROOT) -> int:
    """Set the address if one is given, then say what disagrees with it; return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("repository", nargs="?", help="https://github.com/NAME/PROJECT")
    parser.add_argument(
        "--site", default="", help="where the site is, if not at GitHub's own place"
    )
    options = parser.parse_args(words)
    if options.repository:
        try:
            set_address(root, PublicAddress.of(options.repository, options.site))
        except ValueError as error:
            parser.error(str(error))
    return report(root)


def set_address(root: Path, new: PublicAddress) -> None:
    """Write a new address wherever the present one stands, and make what follows from it."""
    old = address_of(root)
    for file, text in texts(root).items():
        if file.suffix == ".ipynb":  # `autograder build` makes these, and keeps work in them
            continue
        moved = text.replace(old.slug, new.slug).replace(old.site.rstrip("/"), new.site.rstrip("/"))
        changed = with_address(moved, new)
        if changed != text:
            file.write_bytes(changed.encode())
    if (root / "solutions").is_dir():
        subprocess.run([sys.executable, "-m", "autograder", "build"], cwd=root, check=True)


def with_address(text: str, address: PublicAddress) -> str:
    """Return a file's text with the address in `[project.urls]` and in its marked parts."""
    lines = "".join(f'{name} = "{url}"\n' for name, url in address.urls.items())
    return MARKED.sub(
        lambda part: part["begin"] + PARTS[part["name"]](address), URLS.sub(lines, text)
    )


def report(root: Path) -> int:
    """Print what disagrees with the address, and whether there is one; return the exit code."""
    address, wrong = address_of(root), disagreements(root)
    if wrong:
        print(
            "\n".join(wrong), f"Set it again: make public-address REPOSITORY={address.repository}"
        )
    elif address.is_known:
        print(f"All files agree with {address.repository} and {address.site}.")
    else:
        print("All files agree, but the address is a placeholder. Set it with:")
        print("    make public-address REPOSITORY=https://github.com/NAME/PROJECT")
    return int(bool(wrong) or not address.is_known)


def disagreements(root: Path) -> list[str]:
    """Return a line for each file that names another address, or not what follows from it."""
    address = address_of(root)
    return [
        f"{file.relative_to(root)} does not agree with {address.repository} and {address.site}."
        for file, text in texts(root).items()
        if others(text, address) or with_address(text, address) != text
    ]


def others(text: str, address: PublicAddress) -> set[str]:
    """Return the addresses in a text that are another repository or site of this project."""
    name = "|".join({re.escape(PACKAGE), re.escape(address.slug.partition("/")[2])})
    slugs = set(re.findall(SLUG.replace("NAME", f"(?:{name})"), text))
    sites = {f"{site}/" for site in re.findall(SITE.replace("NAME", f"(?:{name})"), text)}
    return (slugs - {address.slug}) | (sites - {address.site})


def address_of(root: Path) -> PublicAddress:
    """Return the address that stands in pyproject.toml."""
    urls = urls_of_checkout(root)
    return PublicAddress.of(urls["Repository"], urls["Homepage"])


def texts(root: Path) -> Mapping[Path, str]:
    """Return the text of each file that git knows, without tests and files that are not text."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, encoding="utf-8", check=True
    ).stdout.split("\0")
    return dict(readable(root / name for name in listed if name and not name.startswith("tests/")))


def readable(files: Iterator[Path]) -> Iterator[tuple[Path, str]]:
    """Yield the files that are text, with it."""
    for file in files:
        try:
            yield file, file.read_bytes().decode()
        except (OSError, UnicodeDecodeError):
            continue


def badges(address: PublicAddress) -> str:
    """Return the README's badges; nothing without an address."""
    picture = "https://img.shields.io/badge/start-{}-{}"
    lines = (
        f"[![{name}]({picture.format(name, colour)})]({url})\n"
        for name, url, colour in ways(address)
    )
    return "".join(lines) if address.is_known else ""


def links(address: PublicAddress) -> str:
    """Return the ways to begin in one line of links; nothing without an address."""
    line = " · ".join(f"[{name}]({url})" for name, url, _ in ways(address))
    return f"Open the first lesson at once: {line}\n" if address.is_known else ""


def ways(address: PublicAddress) -> tuple[tuple[str, str, str], ...]:
    """Return the ways to begin: name, address and colour."""
    return (
        ("browser", address.browser(FIRST), "F37726"),
        ("Colab", address.colab(f"lessons/en/{FIRST}"), "F9AB00"),
        ("Binder", address.binder, "579ACA"),
        ("Codespaces", address.codespaces, "24292E"),
    )


PARTS = {"badges": badges, "links": links}


if __name__ == "__main__":
    sys.exit(main())
