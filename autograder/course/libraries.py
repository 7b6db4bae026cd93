"""Libraries that a course lets its students use, beside NumPy and Matplotlib.

What the grading environment has is simply allowed. What it has not is put into a folder of the
course, by pip or uv, with every package that the environment has held at its version.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from autograder.course.folder import SETTINGS, Course, CourseError

FOLDER = Path("libraries") / "site-packages"  # what ends so, students' code may read
COMMAND = "autograder course libraries"


def libraries_folder(course: Course) -> Path:
    """Return the folder of the libraries that belong to a course alone."""
    return course.folder.resolve() / FOLDER


def name_of(library: str) -> str:
    """Return a library's name without its version, as package indexes compare names.

    >>> name_of("Scikit_Learn==1.5.0")
    'scikit-learn'
    """
    return re.sub(r"[-_.]+", "-", library.partition("==")[0]).lower()


def is_met(library: str, found: Distribution) -> bool:
    """Return True if a distribution is the library that is asked for, in its version."""
    _, _, version = library.partition("==")
    return name_of(found.name or "") == name_of(library) and version in ("", found.version)


def found_libraries(course: Course, paths: Iterable[str]) -> dict[str, Distribution]:
    """Return the distributions that a course asks for and that lie in these folders."""
    installed = [one for one in distributions(path=list(paths)) if one.name]
    return {
        library: one
        for library in course.libraries
        for one in reversed(installed)  # Python takes the first of a name
        if is_met(library, one)
    }


def everywhere(course: Course) -> list[str]:
    """Return the folders in which a worker looks for libraries: the environment's come first."""
    return [*sys.path, str(libraries_folder(course))]


def missing_libraries(course: Course) -> tuple[str, ...]:
    """Return the libraries that a course asks for and that are not installed."""
    if not course.libraries:
        return ()
    found = found_libraries(course, everywhere(course))
    return tuple(library for library in course.libraries if library not in found)


def require_libraries(course: Course) -> None:
    """Raise CourseError where a library that the course asks for is not installed."""
    missing = missing_libraries(course)
    if missing:
        are = "which is" if len(missing) == 1 else "which are"
        raise CourseError(
            f"{course.folder / SETTINGS} asks for {', '.join(missing)}, {are} not installed, so "
            f"work that imports it would fail. Run `{COMMAND} {course.folder}` once, or take it "
            "out of `libraries`."
        )


def library_versions(course: Course) -> dict[str, str]:
    """Return the version of each library that a course asks for and has."""
    found = found_libraries(course, everywhere(course)) if course.libraries else {}
    return {name_of(library): one.version for library, one in found.items()}


def library_modules(course: Course) -> tuple[str, ...]:
    """Return the modules that a worker imports before it forks, so that no submission waits."""
    found = found_libraries(course, everywhere(course)) if course.libraries else {}
    return tuple(dict.fromkeys(name for one in found.values() for name in modules_of(one)))


def modules_of(distribution: Distribution) -> Iterator[str]:
    """Yield the names under which a distribution is imported.

    Source: importlib.metadata's own `packages_distributions`.
    """
    listed = (distribution.read_text("top_level.txt") or "").split()
    parts = [file.parts for file in distribution.files or ()]
    names = listed or sorted({path[0] for path in parts if path[-1] == "__init__.py"})
    yield from (name for name in names if name.isidentifier() and not name.startswith("_"))


def install_libraries(course: Course) -> tuple[str, ...]:
    """Install the libraries that a course asks for and the environment has not; return these.

    The folder is made anew and changes in one step. Raises CourseError with the installer's words.
    """
    in_environment = found_libraries(course, sys.path) if course.libraries else {}
    wanted = [library for library in course.libraries if library not in in_environment]
    place = libraries_folder(course).parent
    if not wanted:
        shutil.rmtree(place, ignore_errors=True)
        return ()
    with tempfile.TemporaryDirectory(dir=course.folder, prefix=".libraries-") as unfinished:
        new = Path(unfinished) / place.name
        install_into(new / FOLDER.name, wanted, Path(unfinished) / "constraints.txt")
        shutil.rmtree(place, ignore_errors=True)
        new.replace(place)
    return tuple(wanted)


def install_into(folder: Path, wanted: Iterable[str], constraints: Path) -> None:
    """Let pip or uv put libraries into a folder; raises CourseError where that fails."""
    folder.mkdir(parents=True)
    constraints.write_text("\n".join(pins()), encoding="utf-8", newline="\n")
    command = [*installer(), "--target", str(folder), "--constraint", str(constraints), *wanted]
    done = subprocess.run(  # noqa: S603 - ours
        command, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        last = "\n".join(done.stderr.strip().splitlines()[-3:])
        raise CourseError(f"The libraries could not be installed; the installer said:\n{last}")


def pins() -> list[str]:
    """Return the versions of all that is installed: a library must fit them."""
    installed = {name_of(one.name): one.version for one in distributions() if one.name}
    return [f"{name}=={version}" for name, version in sorted(installed.items())]


def installer() -> list[str]:
    """Return the command of this environment's pip, else of uv or of a pip that is on the PATH."""
    quiet = ["--quiet", "--disable-pip-version-check"]
    if any(name_of(one.name or "") == "pip" for one in distributions()):
        return [sys.executable, "-m", "pip", "install", *quiet]
    uv, pip = shutil.which("uv"), shutil.which("pip")
    if uv is not None:
        return [uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", sys.executable]
    if pip is not None:
        return [pip, "--python", sys.executable, "install", *quiet]
    raise CourseError("Neither pip nor uv is there to install libraries: install one of them.")
