"""What a reader hands on → a report: paragraphs joined, sections, footnotes, letterhead and facts, for all formats."""

from extractor.structure.assembling import assemble

__all__ = ["assemble"]
