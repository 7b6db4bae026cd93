"""Progress on a hosted machine lies where it outlives the machine."""

import sys
import types

import pytest

from autograder.student import hosted
from autograder.student import progress_file as files


@pytest.fixture(autouse=True)
def without_a_choice(monkeypatch, tmp_path):
    monkeypatch.delenv("NEURON_TO_NETWORK_PROGRESS")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(files, "user_data_dir", lambda name, appauthor: str(tmp_path / "machine"))


@pytest.fixture
def drive(monkeypatch, tmp_path):
    """Pretend to be Colab; return where its Drive will be mounted."""
    monkeypatch.setitem(sys.modules, "google.colab", types.ModuleType("google.colab"))
    monkeypatch.setattr(hosted, "DRIVE", tmp_path / "drive")
    return tmp_path / "drive"


def test_on_colab_it_lies_on_the_drive_from_when_that_is_mounted(drive, tmp_path):
    assert files.progress_path() == tmp_path / "machine" / "progress.json"
    drive.mkdir()
    assert files.progress_path() == drive / "neuron-to-network" / "progress.json"


def test_a_folder_of_that_name_elsewhere_is_no_drive(monkeypatch, tmp_path):
    monkeypatch.setattr(hosted, "DRIVE", tmp_path)
    assert hosted.lasting_folder() is None


def test_on_kaggle_it_lies_in_the_folder_that_can_be_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(hosted, "KAGGLE_FOLDER", tmp_path)
    assert hosted.lasting_folder() is None
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Interactive")
    assert files.progress_path() == tmp_path / "neuron-to-network" / "progress.json"


def test_a_choice_and_a_folder_of_the_students_own_come_first(drive, monkeypatch, tmp_path):
    drive.mkdir()
    (tmp_path / ".lessons").mkdir()
    assert files.progress_path() == tmp_path / ".lessons" / "progress.json"
    monkeypatch.setenv("NEURON_TO_NETWORK_PROGRESS", str(tmp_path / "mine.json"))
    assert files.progress_path() == tmp_path / "mine.json"
