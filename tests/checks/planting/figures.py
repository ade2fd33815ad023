"""Slips in figures."""

from tests.checks.planting.slip import Slip

SLIPS: tuple[Slip, ...] = ()
