"""Slips among the citations of one report, and in its structure."""

from tests.checks.planting.slip import Slip

SLIPS: tuple[Slip, ...] = ()
