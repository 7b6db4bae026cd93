"""The pages hold what they promise: links lead somewhere, commands exist, Python runs."""

import re
import shlex
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from autograder.cli.main import main
from tests.autograder.conftest import hand_in, installed_course, short_course  # noqa: F401 - fixtures

ROOT = Path(__file__).parents[1]
DOCS = sorted((ROOT / "docs").glob("*.md"))
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS]
FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.S | re.M)
LINK = re.compile(r"(?<!`)!?\[[^\]\n]*(?:\n[^\]\n]*)?\]\(([^)\s]+)\)")
INDENTED = re.compile(r"^    \S.*$", re.M)
MADE_BY = re.compile(r"^(?:\S*/)?autograder\s")
WITH_PYTHON = ("scripting.md", "exercise.md")


def blocks(page, language):
    """Return the fenced blocks of a language."""
    return [
        text for kind, text in FENCE.findall(page.read_text(encoding="utf-8")) if kind == language
    ]


def prose(page):
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def links(page):
    """Return the links to files; the build of the site holds those to its pages of lessons."""
    found = [one for one in LINK.findall(prose(page)) if "://" not in one]
    return [one for one in found if not one.startswith("lessons/")]


def anchors(page):
    """Return the names by which a page's headings are found."""
    heads = re.findall(r"^#+ (.+)$", prose(page), re.M)
    words = (re.sub(r"[^\w\- ]", "", head.lower()).strip() for head in heads)
    return {re.sub(r"\s+", "-", one) for one in words}


def shell_lines(page):
    """Return what somebody would type: in `sh` blocks, and indented in the README."""
    lines = [line for text in blocks(page, "sh") for line in text.splitlines()]
    if page.parent == ROOT:
        lines += INDENTED.findall(page.read_text(encoding="utf-8"))
    return [line.strip() for line in lines if line.strip()]


def commands(page):
    """Return each call of `autograder`, as words; comments are left out."""
    typed = [line for line in shell_lines(page) if MADE_BY.match(line)]
    inner = [
        one for line in shell_lines(page) for one in re.findall(r"\$\((autograder [^)]+)\)", line)
    ]
    spoken = re.findall(r"`(autograder [a-z][^`]*)`", prose(page))
    return [shlex.split(one, comments=True)[1:] for one in (*typed, *inner, *spoken)]


def called(words):
    """Return the command that words call, and what they pass to it."""
    command, rest = main, list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        name = rest.pop(0)
        found = command.get_command(click.Context(command), name)
        if found is None:
            raise click.UsageError(f"there is no command {name}")
        command = found
    return command, rest


def mistake(words):
    """Return what is wrong with a call, which is not made; a file may be absent."""
    try:
        command, rest = called(words)
        if rest:  # called, not only named
            command.parse_args(click.Context(command), rest)
    except click.UsageError as error:
        absent = isinstance(error, click.BadParameter) and "does not exist" in str(error)
        return "" if absent else str(error)
    return ""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_heading_of_the_repository(page):
    for link in links(page):
        path, _, anchor = unquote(link).partition("#")
        target = (page.parent / path) if path else page
        assert target.exists(), f"{link}: there is no such file"
        if anchor:
            assert anchor in anchors(target), f"{link}: there is no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_that_a_page_names_exists(page):
    mistakes = {
        " ".join(words): mistake(words)
        for words in commands(page)
        if not any(word.isupper() for word in words[:1])  # `autograder COMMAND --help`
    }
    assert not any(mistakes.values()), mistakes


def test_a_command_option_or_value_that_does_not_exist_is_a_mistake():
    assert mistake(["grade", "autumn", "--dry-run"]) == ""
    assert "--wet-run" in mistake(["grade", "autumn", "--wet-run"])
    assert "xls" in mistake(["export", "autumn", "--format", "xls"])
    assert mistake(["gradd", "autumn"]) == "there is no command gradd"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_that_a_page_names_exists(page):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in shell_lines(page):
        if line.startswith("make "):
            assert f"\n{line.split()[1]}:" in makefile, line


def test_python_stands_only_on_pages_whose_blocks_run_here():
    assert sorted(WITH_PYTHON) == [page.name for page in DOCS if blocks(page, "python")]


def test_the_worked_exercise_is_true(capsys):
    run(ROOT / "docs" / "exercise.md", {})
    assert "The hard tanh goes down to -1." in capsys.readouterr().out


@pytest.mark.slow
def test_the_script_grades_a_class(short_course, hand_in, capsys):  # noqa: F811 - fixtures
    hand_in("ann")
    run(ROOT / "docs" / "scripting.md", {"folder": short_course.folder, "__name__": "__main__"})
    assert capsys.readouterr().out.splitlines() == [
        "0 of 1",
        "1 of 1",
        "ann 01_neuron graded 4.0",
        "1 submissions wait for points by hand.",
    ]
    assert (short_course.folder / "report.html").is_file()


def run(page, names):
    """Run the Python of a page, one block after the other."""
    for text in blocks(page, "python"):
        exec(compile(text, page.name, "exec"), names)
