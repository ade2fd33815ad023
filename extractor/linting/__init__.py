"""What a person sees of the findings: rules to choose from, settings, waivers, and formats to write them in."""

from extractor.linting.catalogue import Entry, catalogue
from extractor.linting.linted import LintedReport, Place, Told
from extractor.linting.linting import lint
from extractor.linting.settings import Settings, SettingsError, load_settings, with_options

__all__ = [
    "Entry",
    "LintedReport",
    "Place",
    "Settings",
    "SettingsError",
    "Told",
    "catalogue",
    "lint",
    "load_settings",
    "with_options",
]
