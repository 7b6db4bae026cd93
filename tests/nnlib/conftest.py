"""Settings for the property tests: a slow machine must not make a true statement fail."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
