"""Where a hosted machine keeps files, while everything else on it is gone after a day.

Colab shows the student's Drive as a folder, once that is mounted. Kaggle keeps one folder, if the
student says so in its settings.
"""

import os
import sys
from pathlib import Path

COLAB = "google.colab"  # loaded in every kernel there
DRIVE = Path("/content/drive/MyDrive")  # where Colab's own button mounts it
KAGGLE = "KAGGLE_KERNEL_RUN_TYPE"  # set in every kernel there
KAGGLE_FOLDER = Path("/kaggle/working")
OWN_NAME = "neuron-to-network"


def lasting_folder() -> Path | None:
    """Return the folder in which what is kept outlives this machine; None where that is no matter.

    It may not be there yet.
    """
    if COLAB in sys.modules and DRIVE.is_dir():
        return DRIVE / OWN_NAME
    if KAGGLE in os.environ and KAGGLE_FOLDER.is_dir():
        return KAGGLE_FOLDER / OWN_NAME
    return None
