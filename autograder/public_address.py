"""Where the project is to be found in public, and what follows from it.

It stands in one place, `[project.urls]` of pyproject.toml, as a placeholder until the project is
public. An installed package has it in its metadata.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from autograder.texts import packages

PACKAGE = "neuron-to-network"
PLACEHOLDER = "OWNER"
GITHUB = "https://github.com/"
BRANCH = "main"


@dataclass(frozen=True)
class PublicAddress:
    """The address of the repository and of the site; addresses of folders end in a slash.

    >>> address = PublicAddress.of("https://github.com/ann/neurons")
    >>> address.site
    'https://ann.github.io/neurons/'
    >>> address.colab("lessons/en/01_neuron.ipynb")
    'https://colab.research.google.com/github/ann/neurons/blob/main/lessons/en/01_neuron.ipynb'
    """

    repository: str
    site: str

    @classmethod
    def of(cls, repository: str, site: str = "") -> "PublicAddress":
        """Return the address for a repository; the site is GitHub's own where none is named.

        Raises ValueError for what is no repository of GitHub.
        """
        repository = repository.strip().removesuffix("/").removesuffix(".git")
        owner, _, name = repository.removeprefix(GITHUB).partition("/")
        if not (repository.startswith(GITHUB) and owner and name) or "/" in name:
            raise ValueError(
                f"{repository!r} is no address of a repository: write it as {GITHUB}NAME/PROJECT."
            )
        if site and not site.startswith("https://"):
            raise ValueError(f"{site!r} is no address of a site: it begins with https://.")
        return cls(repository, f"{site or f'https://{owner}.github.io/{name}'}".rstrip("/") + "/")

    @property
    def slug(self) -> str:
        """The owner and the name of the repository, with a slash between."""
        return self.repository.removeprefix(GITHUB)

    @property
    def is_known(self) -> bool:
        """Whether this is a real address: no longer the placeholder."""
        return not self.slug.startswith(f"{PLACEHOLDER}/")

    @property
    def urls(self) -> Mapping[str, str]:
        """What stands in `[project.urls]`."""
        return {
            "Homepage": self.site,
            "Documentation": f"{self.site}start.html",
            "Repository": self.repository,
            "Issues": f"{self.repository}/issues",
            "Changelog": f"{self.repository}/blob/{BRANCH}/CHANGELOG.md",
        }

    def colab(self, file: str) -> str:
        """Return where Colab opens a notebook of the repository."""
        return f"https://colab.research.google.com/github/{self.slug}/blob/{BRANCH}/{file}"

    def kaggle(self, file: str) -> str:
        """Return where Kaggle opens a notebook of the repository."""
        return f"https://kaggle.com/kernels/welcome?src={self.repository}/blob/{BRANCH}/{file}"

    def lesson(self, name: str, item: str = "", language: str = "en") -> str:
        """Return the page of a lesson on the site, at an exercise, question or written answer.

        >>> PublicAddress.of("https://github.com/ann/nn").lesson("01_neuron", "neuron.net_input")
        'https://ann.github.io/nn/lessons/en/01_neuron.html#neuron-net_input'
        """
        page = f"{self.site}lessons/{language}/{name}.html"
        return f"{page}#{item.replace('.', '-')}" if item else page

    def browser(self, lesson: str) -> str:
        """Return where the site opens a lesson in the browser, with nothing installed."""
        return f"{self.site}lite/lab/index.html?path={lesson}"

    @property
    def binder(self) -> str:
        """Where Binder starts the repository, with the first lesson open."""
        return self.binder_lesson("00_start.ipynb")

    def binder_lesson(self, lesson: str) -> str:
        """Return where Binder starts the repository with a lesson open."""
        return (
            f"https://mybinder.org/v2/gh/{self.slug}/{BRANCH}?urlpath=lab/tree/my-lessons/{lesson}"
        )

    @property
    def codespaces(self) -> str:
        """Where GitHub starts the repository in a Codespace."""
        return f"https://codespaces.new/{self.slug}"


def public_address() -> PublicAddress:
    """Return the address from the checkout that this is, or from the installed package."""
    urls = urls_of_checkout() or urls_of_package()
    repository = urls.get("Repository", f"{GITHUB}{PLACEHOLDER}/{PACKAGE}")
    return PublicAddress.of(repository, urls.get("Homepage", ""))


def urls_of_checkout(folder: Path | None = None) -> dict[str, str]:
    """Return what pyproject.toml says; nothing where this is no checkout of the project."""
    try:
        text = ((folder or packages()) / "pyproject.toml").read_text(encoding="utf-8")
        project = tomllib.loads(text)["project"]
    except (OSError, LookupError, ValueError):
        return {}
    urls: dict[str, str] = project.get("urls", {}) if project.get("name") == PACKAGE else {}
    return urls


def urls_of_package() -> dict[str, str]:
    """Return what the installed package's metadata say; nothing where it is not installed."""
    try:
        lines = metadata(PACKAGE).get_all("Project-URL") or []
    except PackageNotFoundError:
        return {}
    return {name.strip(): url.strip() for name, _, url in (line.partition(",") for line in lines)}
