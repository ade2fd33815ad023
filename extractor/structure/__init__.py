"""Reading → Report for all formats: joining, sections, footnotes, letterhead and facts."""

from extractor.structure.assembling import assemble

__all__ = ["assemble"]
