"""The public address: what follows from it, and where it is read."""

import pytest

from autograder import public_address
from autograder.public_address import PublicAddress, urls_of_checkout

PLACEHOLDER = PublicAddress.of("https://github.com/OWNER/neuron-to-network")
REAL = PublicAddress.of("https://github.com/ann/neuron-to-network")


def test_a_placeholder_is_no_address_that_is_known():
    assert not PLACEHOLDER.is_known
    assert REAL.is_known


def test_an_address_as_it_is_copied_from_a_browser_or_for_cloning_is_understood():
    for copied in ("https://github.com/ann/neuron-to-network/", f"{REAL.repository}.git"):
        assert PublicAddress.of(copied) == REAL


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "ann/neurons",
        "https://github.com/ann",
        "https://example.org/a/b",
        f"{REAL.repository}/x",
    ],
)
def test_what_is_no_repository_is_refused_in_a_sentence(wrong):
    with pytest.raises(ValueError, match="is no address of a repository: write it as https://git"):
        PublicAddress.of(wrong)


def test_a_site_elsewhere_keeps_its_name():
    address = PublicAddress.of(REAL.repository, "https://neurons.example.org")
    assert address.urls["Documentation"] == "https://neurons.example.org/start.html"
    with pytest.raises(ValueError, match="is no address of a site: it begins with https://"):
        PublicAddress.of(REAL.repository, "neurons.example.org")


def test_each_way_to_open_a_lesson_names_the_repository():
    file = "lessons/en/00_start.ipynb"
    for url in (REAL.colab(file), REAL.kaggle(file), REAL.binder, REAL.codespaces):
        assert "ann/neuron-to-network" in url


def test_a_checkout_says_it_in_its_project_file():
    assert urls_of_checkout()["Repository"] == public_address.public_address().repository


def test_the_project_file_of_another_project_says_nothing(tmp_path):
    text = '[project]\nname = "other"\n[project.urls]\nRepository = "https://github.com/a/other"\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    assert urls_of_checkout(tmp_path) == {}


def test_an_installed_package_says_it_in_its_metadata(monkeypatch, tmp_path):
    folder = tmp_path / "neuron_to_network-9.dist-info"
    folder.mkdir()
    lines = [f"Project-URL: {name}, {url}" for name, url in REAL.urls.items()]
    head = ["Metadata-Version: 2.4", "Name: neuron-to-network", "Version: 9"]
    (folder / "METADATA").write_text("\n".join([*head, *lines, ""]), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(public_address, "urls_of_checkout", dict)
    assert public_address.public_address() == REAL


def test_without_either_there_is_the_placeholder(monkeypatch):
    monkeypatch.setattr(public_address, "urls_of_checkout", dict)
    monkeypatch.setattr(public_address, "urls_of_package", dict)
    assert public_address.public_address() == PLACEHOLDER
