"""The batch engine: many files into one store, whatever any of them does to its worker."""

from extractor.running.discovery import Discovery, Skipped, discover
from extractor.running.runner import MEMORY_A_WORKER, TIMEOUT, run
from extractor.running.summary import Progress, Step, Summary
from extractor.running.worker import Extraction, read_report

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
