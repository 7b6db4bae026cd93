"""Names in archives: decoded whatever wrote them, never trusted, and safe where they are written.

Archives made on Windows hold names in the code page of its language without saying so.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

MOST_BYTES = 120  # of a file's name that is written
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
UNSAFE = re.compile(r'[<>:"/\\|?*]')
DRIVE = re.compile(r"[A-Za-z]:")
LEFT_BEHIND = ("__MACOSX", ".ipynb_checkpoints", ".git", "__pycache__", ".Trash")
LEFT_BEHIND_FILES = (".DS_Store", "Thumbs.db", "desktop.ini")


def is_hangul(sign: str) -> bool:
    """Return True if a character is a Korean syllable."""
    return "\uac00" <= sign <= "\ud7a3"


def is_cyrillic(sign: str) -> bool:
    """Return True if a character is a Cyrillic letter."""
    return "\u0400" <= sign <= "\u052f"


def is_latin(sign: str) -> bool:
    """Return True if a character is a letter of Western Europe."""
    return sign.isalpha() and unicodedata.name(sign, "").startswith("LATIN")


# KS X 1001 before the Russian code page: no byte pair of it is two Cyrillic letters there.
CODE_PAGES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("euc_kr", is_hangul),
    ("cp866", is_cyrillic),
    ("cp949", is_hangul),
    ("cp437", is_latin),
)


def decoded(raws: Sequence[bytes]) -> tuple[list[str], str]:
    """Return names as text, and the encoding that all of them were found to be in.

    Names that are in none of the known ones keep every byte visible, as in %FE.
    """
    for encoding, good in (("utf-8", None), *CODE_PAGES):
        names = decoded_in(raws, encoding)
        if names is not None and (good is None or all(plausible(name, good) for name in names)):
            return names, encoding
    return ["".join(chr(b) if b < 0x80 else f"%{b:02X}" for b in raw) for raw in raws], ""


def decoded_in(raws: Sequence[bytes], encoding: str) -> list[str] | None:
    """Return names in an encoding, None where one of them is not in it."""
    try:
        return [raw.decode(encoding) for raw in raws]
    except UnicodeDecodeError:
        return None


def plausible(name: str, good: Callable[[str], bool]) -> bool:
    """Return True if the foreign signs of a name are letters of one script, not mixed in a word."""
    foreign = [sign for sign in name if sign > "\x7f"]
    if not all(good(sign) for sign in foreign):
        return False
    mixed = re.search(r"[a-zA-Z][\u0400-\u052f]|[\u0400-\u052f][a-zA-Z]", name)
    return mixed is None


def why_refused(path: str) -> str:
    """Say why a path of an archive would leave its folder; nothing where it would not."""
    parts = re.split(r"[/\\]", path)
    if path.startswith(("/", "\\")):
        return "its name begins at the root of the disk"
    if DRIVE.match(path):
        return "its name begins with a drive letter"
    if ".." in parts:
        return "its name leads out of the folder (..)"
    return "its name holds a zero byte" if "\0" in path else ""


def with_slashes(paths: Iterable[str]) -> list[str]:
    r"""Return paths with `/` between folders, where a program of Windows wrote `\` in all."""
    names = list(paths)
    if not any("/" in path for path in names):
        names = [path.replace("\\", "/") for path in names]
    return ["/".join(part for part in path.split("/") if part not in ("", ".")) for path in names]


def is_left_behind(path: str) -> bool:
    """Return True if systems or programs left a file there, which nobody handed in."""
    *folders, name = path.split("/")
    in_folder = any(folder in LEFT_BEHIND for folder in folders)
    return in_folder or name in LEFT_BEHIND_FILES or name.startswith("._")


def safe_name(name: str, most: int = MOST_BYTES) -> str:
    """Return a file's name that every system can write, as near to the given one as can be.

    >>> safe_name("con.txt"), safe_name("a/b: c?.ipynb"), safe_name("..")
    ('_con.txt', 'a_b_ c_.ipynb', '_')
    """
    text = unicodedata.normalize("NFC", name)
    text = "".join("_" if unicodedata.category(sign).startswith("C") else sign for sign in text)
    text = UNSAFE.sub("_", text).strip().rstrip(". ") or "_"
    text = f"_{text}" if RESERVED.match(text) else text
    return shortened(text, most)


def shortened(name: str, most: int) -> str:
    """Cut a name to so many bytes, keeping its ending."""
    if len(name.encode()) <= most:
        return name
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        stem, ending = name, ""
    room = most - len(f"{dot}{ending}".encode()) if ending else most
    short = stem.encode()[:room].decode("utf-8", "ignore")
    return f"{short}.{ending}" if ending else short
