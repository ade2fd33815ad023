"""Settings that hold for all tests."""

from hypothesis import settings

# Machines differ in speed, and a test that fails today must fail tomorrow: no deadlines, the same examples each run.
# `pytest --hypothesis-profile=explore` looks for new ones.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, derandomize=False, max_examples=2_000)
settings.load_profile("steady")
