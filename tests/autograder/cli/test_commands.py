"""The commands as a person meets them: help, mistakes, exit codes."""

import click
import pytest
from click.testing import CliRunner

from autograder.cli.errors import for_people
from autograder.cli.main import COMMANDS, main
from autograder.sandbox.warm_process import WarmError


def run(*arguments):
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_help_lists_every_command_without_loading_any():
    printed = run("--help").output
    assert all(name in printed for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_knows_its_name(name):
    assert main.get_command(click.Context(main), name).name == name


def test_an_unknown_command_is_an_error():
    assert run("grad").exit_code == 2


@pytest.mark.parametrize("command", ["grade", "report"])
def test_a_folder_that_is_no_course_is_said_to_be_none(command, tmp_path):
    result = run(command, tmp_path)
    assert result.exit_code == 1
    assert "is not a course folder" in result.output
    assert "Traceback" not in result.output


def test_a_course_without_submissions_says_where_they_go(tmp_path):
    run("course", "new", tmp_path / "course", "--solutions", tmp_path)
    result = run("course", "new", tmp_path / "course", "--solutions", tmp_path)
    assert result.exit_code == 1
    assert "There is no lesson here" in result.output
    assert not (tmp_path / "course").exists()


def test_a_demo_never_replaces_a_folder_of_somebodys(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    result = run("demo", tmp_path)
    assert result.exit_code == 1
    assert "holds something else than a demo" in result.output
    assert (tmp_path / "thesis.txt").is_file()


def test_a_demo_of_one_lesson_and_some_students(tmp_path):
    printed = run("demo", tmp_path / "demo", "--students", 2, "--lesson", "00_start").output
    assert "2 students handed 2 notebooks in" in printed
    handed_in = (tmp_path / "demo" / "submitted").glob("*/*")
    assert [path.name for path in handed_in] == ["00_start", "00_start"]


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [("--lesson", "01_neurn", "Did you mean 01_neuron?"), ("--students", 999, "the whole class")],
)
def test_a_demo_that_cannot_be_made_leaves_an_earlier_one_alone(tmp_path, option, value, words):
    (tmp_path / "truth.json").write_text("[]", encoding="utf-8")
    (tmp_path / "course.toml").write_text("", encoding="utf-8")
    result = run("demo", tmp_path, option, value)
    assert result.exit_code != 0
    assert words in result.output
    assert (tmp_path / "truth.json").is_file()


def test_check_says_that_a_text_file_is_no_notebook(tmp_path):
    (tmp_path / "notes.ipynb").write_text("Dear diary", encoding="utf-8")
    result = run("check", tmp_path / "notes.ipynb")
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert "JSON" in result.output


def test_check_says_that_a_notebook_is_none_of_the_course(tmp_path):
    empty = '{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}'
    (tmp_path / "diary.ipynb").write_text(empty, encoding="utf-8")
    result = run("check", tmp_path / "diary.ipynb")
    assert result.exit_code == 1
    assert "neither its cells nor its name" in " ".join(result.output.split())
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", ["course new", "demo"])
def test_a_seed_below_zero_is_refused_before_anything_is_made(command, tmp_path):
    result = run(*command.split(), tmp_path / "course", "--seed", -1)
    assert result.exit_code == 2
    assert not (tmp_path / "course").exists()


def test_a_system_that_cannot_grade_is_told_without_a_traceback():
    def cannot_fork():
        raise WarmError("Grading needs a system that can fork.")

    with pytest.raises(click.ClickException, match="can fork"):
        for_people(cannot_fork)()
