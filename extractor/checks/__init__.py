"""Checks of one report: citations, figures and structure that do not agree.

Each family is a folder of rules; each rule has a page under `pages/` that says what it finds, why, and what to do.
"""

from extractor.checks.checking import REPORT_RULES, check, check_with_registry
from extractor.checks.finding import Basis, Finding, Fix, Related, Severity, Spot
from extractor.checks.messages import Message
from extractor.checks.registry import Authority, RegistryError

__all__ = [
    "REPORT_RULES",
    "Authority",
    "Basis",
    "Finding",
    "Fix",
    "Message",
    "RegistryError",
    "Related",
    "Severity",
    "Spot",
    "check",
    "check_with_registry",
]
