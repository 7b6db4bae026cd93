"""A warm process at each level that cuts its workers off from the machine."""

import pytest

from autograder.sandbox.levels import FULL, RESTRICTED
from tests.autograder.sandbox.starting import started


@pytest.fixture(scope="module", params=[RESTRICTED, FULL])
def closed(request):
    with started(request.param) as warm:
        yield warm
