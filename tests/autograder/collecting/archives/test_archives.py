"""No archive writes outside its folder, fills the disk or hides what it holds."""

import io
import os
import random
import struct
import tarfile
import zlib
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from autograder.collecting.archives.entries import Bounds, CollectError, staging
from autograder.collecting.archives.names import decoded, safe_name
from autograder.collecting.archives.sources import open_source


@pytest.fixture
def opened(tmp_path):
    """Open a source and return the contents by path, and the problems."""

    def opened(source, **bounds):
        with staging(Bounds(**bounds)) as stage:
            found = open_source(source, stage)
            return {one.path: one.file.read_bytes() for one in found.entries}, found.problems

    return opened


@pytest.fixture
def zipped(tmp_path):
    def zipped(*files, name="a.zip"):
        path = tmp_path / name
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            for info, content in files:
                archive.writestr(info, content)
        return path

    return zipped


def link(name):
    info = ZipInfo(name)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return info


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("/etc/cron.d/x.ipynb", "root of the disk"),
        ("../../x.ipynb", "leads out of the folder"),
        ("a/../../x.ipynb", "leads out of the folder"),
        ("C:/x.ipynb", "drive letter"),
        ("c:x.ipynb", "drive letter"),
    ],
)
def test_a_path_that_leads_out_is_left_in_the_archive(opened, zipped, name, why):
    files, problems = opened(zipped((name, "bad"), ("good.ipynb", "good")))
    assert files == {"good.ipynb": b"good"}
    assert len(problems) == 1
    assert why in problems[0]


def test_windows_separators_are_folders_and_lead_nowhere_either(opened, zipped):
    files, problems = opened(zipped(("a\\b.ipynb", "good"), ("..\\..\\x.ipynb", "bad")))
    assert files == {"a/b.ipynb": b"good"}
    assert "leads out" in problems[0]


def test_links_in_zips_are_left(opened, zipped):
    files, problems = opened(zipped((link("x.ipynb"), "/etc/passwd"), ("y.ipynb", "y")))
    assert files == {"y.ipynb": b"y"}
    assert "it is a link" in problems[0]


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE]
)
def test_links_and_devices_in_tars_are_left(opened, tmp_path, kind):
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        odd = tarfile.TarInfo("odd.ipynb")
        odd.type, odd.linkname = kind, "/etc/passwd"
        archive.addfile(odd)
        good = tarfile.TarInfo("good.ipynb")
        good.size = 4
        archive.addfile(good, io.BytesIO(b"good"))
        out = tarfile.TarInfo("../out.ipynb")
        archive.addfile(out)
    files, problems = opened(path)
    assert files == {"good.ipynb": b"good"}
    assert len(problems) == 2


def test_links_in_folders_are_left(opened, tmp_path):
    (tmp_path / "f" / "sub").mkdir(parents=True)
    (tmp_path / "f" / "x.ipynb").symlink_to("/etc/passwd")
    (tmp_path / "f" / "loop").symlink_to(tmp_path)
    (tmp_path / "f" / "sub" / "y.ipynb").write_bytes(b"y")
    os.mkfifo(tmp_path / "f" / "pipe.ipynb")
    files, problems = opened(tmp_path / "f")
    assert files == {"sub/y.ipynb": b"y"}
    assert len(problems) == 3


def test_a_file_that_grows_out_of_all_proportion_is_left(opened, zipped):
    files, problems = opened(
        zipped(("bomb.ipynb", "0" * 3_000_000), ("y.ipynb", "y")), ratio_counts_from=1_000_000
    )
    assert files == {"y.ipynb": b"y"}
    assert "200 times its size" in problems[0]


def test_all_files_together_are_bounded(opened, zipped):
    many = zipped(*((f"{number}.ipynb", os.urandom(1000)) for number in range(50)))
    assert len(opened(many, bytes=10_500)[0]) == 10
    files, problems = opened(many, entries=7)
    assert len(files) == 7
    assert "43 further files were left" in problems[0]


def test_a_size_that_the_archive_understates_changes_nothing(opened, zipped):
    path = zipped(("x.ipynb", "0" * 100_000))
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 100_000), struct.pack("<L", 10)))
    files, problems = opened(path)
    assert sum(map(len, files.values())) <= 10
    assert problems or files == {"x.ipynb": b"0" * 10}


def test_an_archive_in_an_archive_is_opened_once(opened, zipped, tmp_path):
    deepest = zipped(("z.ipynb", "z"), name="deepest.zip").read_bytes()
    inner = zipped(("y.ipynb", "y"), ("deepest.zip", deepest), name="inner.zip").read_bytes()
    files, _ = opened(zipped(("inner.zip", inner), name="outer.zip"))
    assert files["inner.zip/y.ipynb"] == b"y"
    assert "inner.zip/deepest.zip" in files
    assert "inner.zip/deepest.zip/z.ipynb" not in files


def test_an_archive_with_a_password_says_so(opened, zipped):
    path = zipped(("x.ipynb", "x"))
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    files, problems = opened(path)
    assert files == {}
    assert "protected with a password" in problems[0]


def test_half_a_zip_gives_what_is_whole(opened, zipped):
    path = zipped(*((f"{n}.ipynb", os.urandom(2000)) for n in range(4)))
    whole, _ = opened(path)
    path.write_bytes(path.read_bytes()[:7000])
    files, problems = opened(path)
    assert files == {f"{n}.ipynb": whole[f"{n}.ipynb"] for n in range(3)}
    assert "is damaged" in problems[0]
    assert any("3.ipynb was left in the archive: it is not whole" in one for one in problems)


def test_half_a_streamed_zip_gives_what_is_whole(opened, tmp_path):
    class Stream(io.RawIOBase):
        data = b""

        def writable(self):
            return True

        def write(self, more):
            self.data += bytes(more)
            return len(more)

    stream = Stream()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("one.ipynb", b"one" * 100)
        archive.writestr("two.ipynb", os.urandom(500))
    path = tmp_path / "half.zip"
    path.write_bytes(stream.data[:300])
    assert opened(path)[0] == {"one.ipynb": b"one" * 100}


def test_one_spoiled_file_does_not_spoil_the_others(opened, zipped):
    path = zipped(("x.ipynb", os.urandom(3000)), ("y.ipynb", b"y"))
    data = bytearray(path.read_bytes())
    data[1000] ^= 255
    path.write_bytes(data)
    files, problems = opened(path)
    assert files == {"y.ipynb": b"y"}
    assert "it is damaged" in problems[0]


def test_half_a_tar_gives_what_came_before(opened, tmp_path):
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        for n in range(3):
            info = tarfile.TarInfo(f"{n}.ipynb")
            info.size = 100_000
            archive.addfile(info, io.BytesIO(os.urandom(100_000)))
    path = tmp_path / "half.tar.gz"
    path.write_bytes(whole.getvalue()[:250_000])
    files, problems = opened(path)
    assert sorted(files) == ["0.ipynb", "1.ipynb"]
    assert "could not be read to its end" in problems[0]


@pytest.mark.parametrize(
    ("names", "encoding"),
    [
        (("Айгүл/работа.ipynb", "김지우"), "utf-8"),
        (("Иванов Пётр", "Lee Ann"), "cp866"),
        (("김지우_1", "박서연"), "euc_kr"),
        (("Zoé Müller", "Ann"), "cp437"),
        (("똠방각하", "김"), "cp949"),
    ],
)
def test_names_are_read_in_the_encoding_that_wrote_them(names, encoding):
    assert decoded([name.encode(encoding) for name in names]) == (list(names), encoding)


def test_names_in_no_known_encoding_keep_every_byte_visible():
    assert decoded([b"a\xfe\x01"]) == (["a%FE\x01"], "")


def test_a_zip_of_old_windows_is_read_and_says_so(opened, tmp_path, zipped):
    path = zipped(("AAAAAA.ipynb", "x"))
    path.write_bytes(path.read_bytes().replace(b"AAAAAA", "Иванов".encode("cp866")))
    files, problems = opened(path)
    assert list(files) == ["Иванов.ipynb"]
    assert "read as cp866" in problems[0]


def test_the_extra_field_with_the_name_in_utf8_comes_first(opened, tmp_path, zipped):
    info = ZipInfo("BBBB.ipynb")
    name = "김지우.ipynb".encode()
    body = struct.pack("<BL", 1, zlib.crc32(b"BBBB.ipynb")) + name
    info.extra = struct.pack("<HH", 0x7075, len(body)) + body
    assert list(opened(zipped((info, "x")))[0]) == ["김지우.ipynb"]


def test_two_names_that_are_one_on_some_systems_are_both_taken_and_noted(opened, zipped):
    files, problems = opened(zipped(("A/Zo\u00eb.ipynb", "1"), ("a/Zoe\u0308.ipynb", "2")))
    assert sorted(files.values()) == [b"1", b"2"]
    assert "have the same name" in problems[0]


def test_what_systems_leave_among_files_is_not_handed_in(opened, zipped):
    junk = ("__MACOSX/._x.ipynb", ".DS_Store", "a/.ipynb_checkpoints/x-checkpoint.ipynb")
    assert opened(zipped(*((name, "") for name in junk)))[0] == {}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("nul.ipynb", "_nul.ipynb"),
        ("a\nb\x07.ipynb", "a_b_.ipynb"),
        ("trailing. ", "trailing"),
        ("п" * 200 + ".ipynb", "п" * 57 + ".ipynb"),
        ("", "_"),
    ],
)
def test_a_name_is_made_safe_before_it_is_written(name, safe):
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty: the download was probably broken off"),
        (b"Dear professor,\nI attach", "is no archive.*begins with “Dear professor,”"),
        (b"Rar!\x1a\x07\x01", "is a RAR archive"),
        (b"7z\xbc\xaf\x27\x1c..", "is a 7-Zip archive"),
        (bytes(600), "nothing but zero bytes"),
        (b"<html>Sign in", "begins with “<html>Sign in”"),
    ],
)
def test_what_is_no_archive_is_told_by_its_first_bytes(tmp_path, opened, content, complaint):
    (tmp_path / "a.zip").write_bytes(content)
    with pytest.raises(CollectError, match=complaint):
        opened(tmp_path / "a.zip")


def test_what_is_not_there_is_told(opened):
    with pytest.raises(CollectError, match="does not exist"):
        opened(Path("nowhere.zip"))


def spoil(data, rng):
    """Change, take away or put in some bytes."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 2, 5, 20))):
        at = rng.randrange(len(made))
        made[at : at + rng.randrange(3)] = rng.randbytes(rng.randrange(3))
    return bytes(made)


def an_archive(kind):
    """Return the bytes of a small archive."""
    made = io.BytesIO()
    files = {"Ann_6_assignsubmission_file_/01.ipynb": b"x" * 500, "b/c.txt": bytes(range(256))}
    if isinstance(kind, int):
        with ZipFile(made, "w", kind) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return made.getvalue()
    with tarfile.open(fileobj=made, mode=kind) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()


@pytest.mark.parametrize("kind", [0, 8, 12, 14, "w", "w:gz", "w:bz2", "w:xz"])
def test_spoiled_bytes_end_in_files_problems_or_a_sentence(tmp_path, kind):
    rng = random.Random(5)
    good = an_archive(kind)
    path = tmp_path / "a.zip"
    for _ in range(150):
        path.write_bytes(spoil(good, rng))
        with staging() as stage, suppress(CollectError):
            found = open_source(path, stage)
            assert found.entries or found.problems


def test_a_full_disk_is_not_taken_for_a_damaged_archive(tmp_path, zipped):
    path = zipped(("a.ipynb", "x"))
    with staging() as stage:
        (stage.folder / "1").symlink_to("/dev/full")
        with pytest.raises(CollectError, match=r"No space left on device.*Make room"):
            open_source(path, stage)
