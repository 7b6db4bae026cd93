"""Put the lessons into the wheel: in the repository they lie beside the packages, to be read."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

LESSONS = Path("lessons")
PLACE = Path("neuron_to_network", "notebooks")


class BuildWithLessons(build_py):
    """Build the packages, and copy the lessons into one of them."""

    def run(self) -> None:
        """Copy them last; an editable installation reads them where they are."""
        super().run()
        if not self.editable_mode:
            place = Path(self.build_lib) / PLACE
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(LESSONS, place)


setup(cmdclass={"build_py": BuildWithLessons})
