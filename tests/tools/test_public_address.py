"""`make public-address`: one place, from which everything else follows."""

import subprocess
from pathlib import Path

import pytest

from autograder.public_address import PublicAddress, urls_of_checkout
from tools import public_address

ROOT = Path(__file__).parents[2]
PLACEHOLDER = PublicAddress.of("https://github.com/OWNER/neuron-to-network")
REAL = PublicAddress.of("https://github.com/ann/neuron-to-network")
PAGE = "<!-- public address: badges -->\n<!-- end of public address -->\nClone {}.\nRead {}.\n"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="what git knows is asked of a checkout")
def test_every_file_of_the_project_agrees_with_its_address():
    assert public_address.disagreements(ROOT) == []


@pytest.fixture
def project(tmp_path):
    """Make a small project with the placeholder, which git knows."""
    urls = "".join(f'{name} = "{url}"\n' for name, url in PLACEHOLDER.urls.items())
    text = f'[project]\nname = "neuron-to-network"\n\n[project.urls]\n{urls}\n[tool.x]\n'
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    page = PAGE.format(PLACEHOLDER.repository, PLACEHOLDER.site)
    (tmp_path / "README.md").write_text(page, encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


def test_a_placeholder_agrees_shows_no_badge_and_is_told(project, capsys):
    assert public_address.main([], project) == 1
    assert "but the address is a placeholder" in capsys.readouterr().out
    assert "badge" not in (project / "README.md").read_text(encoding="utf-8").partition("-->\n")[2]


def test_setting_the_address_changes_every_place_and_shows_the_badges(project, capsys):
    assert public_address.main([REAL.repository], project) == 0
    assert (
        "All files agree with https://github.com/ann/neuron-to-network" in capsys.readouterr().out
    )
    page = (project / "README.md").read_text(encoding="utf-8")
    assert f"Clone {REAL.repository}." in page
    assert f"Read {REAL.site}." in page
    assert REAL.colab("lessons/en/00_start.ipynb") in page
    assert "OWNER" not in page
    assert urls_of_checkout(project) == REAL.urls


def test_it_can_be_set_again_and_taken_back(project):
    before = {file: file.read_bytes() for file in project.glob("[!.]*.*")}
    public_address.main([REAL.repository, "--site", "https://neurons.example.org"], project)
    public_address.main([PLACEHOLDER.repository], project)
    assert {file: file.read_bytes() for file in project.glob("[!.]*.*")} == before


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://github.com/bob/neuron-to-network/issues",
        "https://mybinder.org/v2/gh/bob/neuron-to-network/main",
        "https://colab.research.google.com/github/bob/neuron-to-network/blob/main/x.ipynb",
        "https://bob.github.io/neuron-to-network/start.html",
    ],
)
def test_a_file_that_names_another_address_is_named(project, capsys, elsewhere):
    with (project / "README.md").open("a", encoding="utf-8") as page:
        page.write(elsewhere)
    assert public_address.main([], project) == 1
    assert "README.md does not agree with https://github.com/OWNER" in capsys.readouterr().out


def test_what_is_no_address_changes_nothing(project, capsys):
    before = (project / "pyproject.toml").read_bytes()
    with pytest.raises(SystemExit):
        public_address.main(["github.com/ann"], project)
    assert "is no address of a repository" in capsys.readouterr().err
    assert (project / "pyproject.toml").read_bytes() == before
