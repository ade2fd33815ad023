"""The batch engine: many files into one store, whatever any of them does to its worker."""

from extractor.pipeline import Extraction, read_report
from extractor.running.discovery import Discovery, Skipped, discover
from extractor.running.runner import MEMORY_A_WORKER, TIMEOUT, run
from extractor.running.summary import Progress, Step, Summary

__all__ = [
    "MEMORY_A_WORKER",
    "TIMEOUT",
    "Discovery",
    "Extraction",
    "Progress",
    "Skipped",
    "Step",
    "Summary",
    "discover",
    "read_report",
    "run",
]
