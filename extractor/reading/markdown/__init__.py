"""Markdown as OCR services and converters emit it: bytes → Reading, each run with its place in the source."""

from extractor.reading.markdown.reading import read_elements

__all__ = ["read_elements"]
