"""Bad input: a clear sentence, nothing lost, nothing outside the course, what was done shown."""

import hashlib
import io
import json
import os
import re
import tarfile
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from click.testing import CliRunner

from autograder.cli.main import main

ANN = "Айгүл Нұрлан_5_assignsubmission_file_/01_neuron.ipynb"
KIM = "김지우_6_assignsubmission_file_/01_neuron.ipynb"


@dataclass(frozen=True)
class Case:
    """What is made and collected, what must be said, and how the command ends."""

    about: str
    make: object
    says: str
    code: int = 0
    options: tuple[str, ...] = ()


def raw(content, name="download.zip"):
    """Make a file with this content."""

    def make(desk):
        (desk.downloads / name).write_bytes(content)
        return [desk.downloads / name]

    return make


def zipped(*names, content=None, **others):
    """Make a zip file of good notebooks under these names, and of other files."""

    def make(desk):
        files = {name: desk.notebook() for name in names}
        return [desk.zip({**files, **(content or {}), **others})]

    return make


def cut(part, *names):
    """Make a zip file whose end is missing."""

    def make(desk):
        (path,) = zipped(*names, content={"pad.bin": os.urandom(4000)})(desk)
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
        return [path]

    return make


def replaced(placeholder, name, *more):
    """Make a zip file in which a name is written in other bytes of the same length."""

    def make(desk):
        (path,) = zipped(f"{placeholder}_5_assignsubmission_file_/01_neuron.ipynb", *more)(desk)
        path.write_bytes(path.read_bytes().replace(placeholder.encode(), name))
        return [path]

    return make


def spoiled(desk):
    (path,) = zipped(ANN, KIM)(desk)
    data = bytearray(path.read_bytes())
    data[300] ^= 255
    path.write_bytes(data)
    return [path]


def locked(desk):
    (path,) = zipped(ANN)(desk)
    data = bytearray(path.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    return [path]


def bomb(desk):
    path = desk.downloads / "download.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr(ANN, bytes(25_000_000))
        archive.writestr(KIM, desk.notebook())
    return [path]


def linked(desk):
    path = desk.downloads / "download.zip"
    info = ZipInfo(ANN)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    with ZipFile(path, "w") as archive:
        archive.writestr(info, "/etc/passwd")
        archive.writestr(KIM, desk.notebook())
    return [path]


def tar(hard_link=False, part=1.0):
    def make(desk):
        path = desk.downloads / "download.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            for name, content in ((KIM, desk.notebook()), ("pad.bin", os.urandom(300_000))):
                info = tarfile.TarInfo(name)
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
            if hard_link:
                info = tarfile.TarInfo(ANN)
                info.type, info.linkname = tarfile.LNKTYPE, "/etc/passwd"
                archive.addfile(info)
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
        return [path]

    return make


def folder(*names, name="download", **contents):
    def make(desk):
        for file, content in {**dict.fromkeys(names, desk.notebook()), **contents}.items():
            path = desk.downloads / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        (desk.downloads / name).mkdir(exist_ok=True)
        return [desk.downloads / name]

    return make


def folder_with_a_link(desk):
    (made,) = folder(KIM)(desk)
    (made / "x.ipynb").symlink_to("/etc/passwd")
    return [made]


def notebook(change, name=ANN):
    """Make a zip file with one notebook that was changed as bytes."""
    return lambda desk: [desk.zip({name: change(desk.notebook())})]


def translated(content):
    data = json.loads(content)
    for cell in data["cells"]:
        if cell["cell_type"] == "markdown":
            cell["source"] = "Нейрон складывает."
    return json.dumps(data, ensure_ascii=False).encode()


def nested(inner):
    """Make a zip file in which somebody handed an archive in."""

    def make(desk):
        path = desk.zip(
            {"01_neuron.ipynb": desk.notebook(), "deeper.zip": b"PK\x05\x06" + bytes(18)}
        )
        content = inner(path.read_bytes())
        return [desk.zip({ANN.replace("01_neuron.ipynb", "all.zip"): content}, "outer.zip")]

    return make


def with_roster(text, name="roster.csv"):
    """Make a good zip file and a list of students beside it."""

    def make(desk):
        (desk.downloads / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return zipped(ANN)(desk)

    return make


def with_students(text):
    """Make a good zip file, and break the course's own roster."""

    def make(desk):
        (desk.course.folder / "students.csv").write_text(text, encoding="utf-8")
        return zipped(ANN)(desk)

    return make


def with_settings(rows):
    def make(desk):
        path = desk.course.folder / "course.toml"
        path.write_text(path.read_text(encoding="utf-8") + rows, encoding="utf-8")
        return zipped(ANN)(desk)

    return make


def with_table(text):
    def make(desk):
        (desk.downloads / "table.csv").write_text(text, encoding="utf-8")
        return [*zipped(ANN)(desk), desk.downloads / "table.csv"]

    return make


def with_linked_student(desk):
    (desk.downloads / "elsewhere").mkdir()
    (desk.course.folder / "submitted" / "aigul").symlink_to(desk.downloads / "elsewhere")
    return zipped(ANN)(desk)


ROSTER = ("--roster", "roster.csv")
PDF = "Айгүл Нұрлан_5_assignsubmission_file_/report.pdf"
TEXT = "Айгүл Нұрлан_5_assignsubmission_onlinetext_/onlinetext.html"
CASES = (
    Case("a text called zip", raw(b"Dear all,"), "is no archive.*begins with “Dear all,”", 1),
    Case("a page to sign in", raw(b"<!DOCTYPE html>"), "begins with “<!DOCTYPE html>”", 1),
    Case("an empty file", raw(b""), "is empty: the download was probably broken off", 1),
    Case("zero bytes", raw(bytes(999)), "nothing but zero bytes", 1),
    Case("a RAR archive", raw(b"Rar!\x1a\x07"), "is a RAR archive. Unpack it", 1),
    Case("a 7-Zip archive", raw(b"7z\xbc\xaf\x27\x1c"), "is a 7-Zip archive", 1),
    Case("an empty zip", zipped(), "is empty: nobody has handed anything in", 1),
    Case("a file that is not there", lambda desk: [desk.downloads / "no.zip"], "does not exist", 1),
    Case("an empty folder", folder(), "is empty: nobody has handed anything in", 1),
    Case("half a zip", cut(0.75, ANN, KIM), "is damaged: it was probably cut off"),
    Case("a tenth of a zip", cut(0.04, ANN), "holds nothing that could be read.*damaged", 1),
    Case("one spoiled file", spoiled, r"left in the archive: it is damaged"),
    Case("half a tar", tar(part=0.5), "could not be read to its end"),
    Case("a password", locked, "protected with a password", 1),
    Case("a bomb", bomb, "unpacks to more than 200 times its size"),
    Case("a path out", zipped(KIM, f"../../{ANN}"), "leads out of the folder"),
    Case("a path from the root", zipped(KIM, f"/tmp/{ANN}"), "root of the disk"),
    Case("a drive", zipped(KIM, f"C:/{ANN}"), "drive letter"),
    Case("a link in a zip", linked, "left in the archive: it is a link"),
    Case("a hard link in a tar", tar(hard_link=True), "left in the archive: it is a link"),
    Case("a link in a folder", folder_with_a_link, "x.ipynb was left in the folder: it is a link"),
    Case("photos", zipped(**{"DCIM/1.jpg": b"x"}), "no file is named as Moodle, .*right file", 1),
    Case("the lessons themselves", zipped("lessons/en/01_neuron.ipynb"), "no file is named as", 1),
    Case("one notebook", raw(b"{}", "homework.ipynb"), "no file is named as", 1),
    Case("another platform", zipped(ANN), "as Canvas names it", 1, ("--platform", "canvas")),
    Case("names in another case", zipped(KIM, KIM.upper()), "have the same name; both were taken"),
    Case("names in cp866", replaced("Q" * 12, "Иванов Пётр ".encode("cp866")), "read as cp866"),
    Case("names in EUC-KR", replaced("Q" * 6, "김지우".encode("euc_kr")), "read as euc_kr"),
    Case("names in no encoding", replaced("QQ", b"\xfe\x01"), "are in no known encoding"),
    Case("control signs", zipped(KIM.replace("01_", "\x1b[2J\n01_")), "Notebooks: 1"),
    Case("a sign that turns text round", zipped(ANN.replace("А", "\u202e")), r"<U\+202E>"),
    Case("a name of 240 bytes", zipped(ANN.replace("01", "01_" + "n" * 200)), "Notebooks: 1"),
    Case("a reserved name", zipped(ANN.replace("01_neuron", "con")), "Notebooks: 1"),
    Case("markup", zipped(ANN.replace("Айгүл", "<script>")), "nobody in the roster"),
    Case("an unknown student", zipped(ANN.replace("Айгүл", "Айгулъ")), "Perhaps aigul"),
    Case(
        "two students of one name",
        with_students("id,name\na1,Айгүл Нұрлан\na2,Нұрлан Айгүл\n"),
        "2 students of the roster are called Айгүл Нұрлан. Perhaps a1 .* or a2",
    ),
    Case(
        "two of one name in what came",
        zipped(ANN, ANN.replace("_5_", "_7_")),
        "several people who handed in are called Айгүл Нұрлан",
    ),
    Case(
        "a group of nobody", zipped(ANN.replace("Айгүл Нұрлан", "Team 9")), "nobody in the roster"
    ),
    Case(
        "another assignment",
        zipped(ANN),
        "it is a notebook of 01_neuron, not of 02_perceptron",
        0,
        ("--assignment", "02_perceptron"),
    ),
    Case(
        "another course",
        zipped(content={ANN.replace("01_neuron", "thesis"): b'{"cells": []}'}),
        "neither its cells nor its name are of an assignment",
    ),
    Case("another language", notebook(translated), "notebook is in another language; it is taken"),
    Case("half a notebook", notebook(lambda b: b[:500]), "It can't be read: .*cut off"),
    Case(
        "half a notebook without a name",
        notebook(lambda b: b[:500], ANN.replace("01_neuron", "hw")),
        r"it can't be read .* and hw.ipynb names no assignment",
    ),
    Case("an empty notebook", notebook(lambda b: b""), "It can't be read: The file is empty"),
    Case("an archive named notebook", notebook(lambda b: b"PK\x03\x04"), "is a ZIP archive, not a"),
    Case("a notebook in UTF-16", notebook(lambda b: b.decode().encode("utf-16")), "Notebooks: 1"),
    Case(
        "a notebook named as another",
        zipped(ANN.replace("01_neuron", "02_perceptron")),
        "It was named 02_perceptron.ipynb, but is a notebook of 01_neuron",
    ),
    Case("a document instead", zipped(KIM, **{PDF: b"%PDF-1.7"}), "Other files.*report.pdf"),
    Case("text with a script", zipped(KIM, **{TEXT: b"<script>"}), "Other files.*onlinetext"),
    Case("an archive within", nested(lambda b: b), r"Other files.*\(1\).*deeper.zip"),
    Case("a damaged archive within", nested(lambda b: b[:80]), "all.zip/ is damaged"),
    Case("an archive within that is none", nested(lambda b: b"hello"), "all.zip/ is no archive"),
    Case("a roster without names", with_roster("Grade\n5\n"), "has the columns “Grade”", 1, ROSTER),
    Case("an empty roster", with_roster(""), "roster.csv is empty", 1, ROSTER),
    Case("a workbook as roster", with_roster(b"PK\x03\x04"), "is an Excel workbook", 1, ROSTER),
    Case("a roster not in UTF-8", with_roster(b"name\n\xc0\xe9\n"), "not in UTF-8", 1, ROSTER),
    Case("the course's roster broken", with_students("id\n,\nx,y,z\n"), "a row needs an id", 1),
    Case("an id twice", with_students("id\nann\nann\n"), "the id ann stands in two rows", 1),
    Case("an id that leads out", with_students("id,name\n../../x,Ann\n"), "can't name a folder", 1),
    Case("another table", with_table("Student,ID\nAnn,7\n"), "is no grading worksheet", 1),
    Case("a bad match", zipped(ANN), "--match wants NAME=ID", 1, ("--match", "Айгүл")),
    Case("a match with nobody", zipped(ANN), "no student of that id", 1, ("--match", "A=b")),
    Case(
        "no such assignment", zipped(ANN), "no assignment 01_neurn", 1, ("--assignment", "01_neurn")
    ),
    Case("a bad deadline", with_settings("01_neuron = 'soon'\n"), "must be a date and a time", 1),
    Case(
        "a deadline of nothing",
        with_settings("09_none = 2026-10-01T00:00:00Z\n"),
        "names 09_none, which is no assignment",
        1,
    ),
    Case("a student's folder that is a link", with_linked_student, "is a link, and links are not"),
)


def tree(folder):
    """Return every file below a folder with its content's hash."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_bad_input_is_told_and_nothing_is_lost(desk, case, monkeypatch):
    sources = case.make(desk)
    before = tree(desk.downloads)
    monkeypatch.chdir(desk.downloads)
    monkeypatch.setenv("COLUMNS", "1000")
    arguments = ["collect", desk.course.folder, *sources, *case.options]
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    printed = " ".join(result.output.split())
    assert_said(case, result, printed)
    assert tree(desk.downloads) == before
    if result.exit_code == 0:
        assert_kept(desk, sources)


def assert_said(case, result, printed):
    assert re.search(case.says, printed), printed
    assert result.exit_code == case.code, printed
    assert "Traceback" not in printed


def assert_kept(desk, sources):
    """Every original is in the course as it came, and everything in it is in its place."""
    kept = set(tree(desk.course.folder / "collected").values())
    for source in sources:
        if source.is_file() and source.suffix != ".csv":
            assert hashlib.sha256(source.read_bytes()).hexdigest() in kept
    assert all(path.is_relative_to(desk.course.folder) for path in tree(desk.course.folder))


def test_there_are_at_least_fifty_cases_with_different_words():
    assert len(CASES) >= 50
    assert len({case.about for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.about)
def test_a_dry_run_of_bad_input_writes_nothing(desk, case, monkeypatch):
    sources = case.make(desk)
    before = tree(desk.course.folder)
    monkeypatch.chdir(desk.downloads)
    arguments = ["collect", desk.course.folder, *sources, *case.options, "--dry-run", "--json"]
    result = CliRunner().invoke(main, [str(one) for one in arguments])
    assert tree(desk.course.folder) == before
    assert result.exit_code in (0, 1)
    if result.exit_code == 0:
        assert json.loads(result.stdout)["dry_run"] is True


def test_one_bad_source_does_not_keep_the_others_from_being_collected(desk):
    good = desk.zip({ANN: desk.notebook()}, "good.zip")
    (desk.downloads / "bad.zip").write_bytes(b"hello")
    done = desk.collect(desk.downloads / "bad.zip", good)
    assert [one.student for one in done.collected] == ["aigul"]
    assert "is no archive" in done.received[0].failure


def test_what_was_put_aside_comes_home_when_the_roster_knows_the_student(desk):
    source = desk.zip({"Anna Newcomer_9_assignsubmission_file_/01_neuron.ipynb": desk.notebook()})
    (left,) = desk.collect(source).unmatched
    kept = desk.course.folder / left.kept
    assert kept.read_bytes() == desk.notebook()
    done = desk.collect(source, add_students=True)
    assert (done.students_added, done.unmatched) == (["anna-newcomer"], [])
    assert not kept.exists()
    assert desk.submitted("anna-newcomer") == desk.notebook()


def test_what_is_put_aside_never_takes_the_place_of_another_file(desk):
    names = ("ab:c.ipynb", "ab?c.ipynb", "ab*c.ipynb")
    files = {name: f'{{"cells": [{n}]}}' for n, name in enumerate(names)}
    done = desk.collect(desk.zip({KIM: desk.notebook(), **files}))
    kept = {(desk.course.folder / one.kept).read_text(encoding="utf-8") for one in done.unmatched}
    assert kept == set(files.values())


def test_paths_in_the_archive_never_name_where_anything_is_written(desk):
    before = tree(Path(desk.course.folder.parent))
    names = (f"../{ANN}", "..\\..\\evil.ipynb", "/evil.ipynb", f"a/../../{KIM}")
    desk.collect(desk.zip({KIM: desk.notebook(), **dict.fromkeys(names, b"{}")}))
    new = set(tree(Path(desk.course.folder.parent))) - set(before)
    places = {
        path.relative_to(desk.course.folder).parts[0]
        for path in new
        if path != desk.downloads / "download.zip"
    }
    assert places <= {"submitted", "attempts", "collected", ".grading.lock"}
