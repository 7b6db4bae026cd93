"""What all tests share: property tests try the same examples at every run, however slow it is.

`HYPOTHESIS_PROFILE=search` lets them look for new ones.
"""

import os

from hypothesis import settings

# Before numpy is imported: the matrices are small, and test processes run beside each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
