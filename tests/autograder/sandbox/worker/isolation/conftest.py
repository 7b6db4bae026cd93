"""A warm process at each level that cuts its workers off from the machine."""

from contextlib import closing

import pytest

from autograder.sandbox.levels import FULL, RESTRICTED
from autograder.sandbox.warm_process import WarmError, WarmProcess


@pytest.fixture(scope="module", params=[RESTRICTED, FULL])
def closed(request):
    warm = WarmProcess(wanted=request.param, highest=request.param)
    try:
        warm.start()
    except WarmError as error:
        pytest.skip(str(error))
    with closing(warm):
        yield warm
