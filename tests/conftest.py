"""Settings of all tests: property tests are the same on every machine and know no clock."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# A slow machine must not fail a law, and a law that fails must fail for everybody. New examples each time:
# `uv run pytest --hypothesis-profile=explore`.
settings.register_profile(
    "default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile("default")
