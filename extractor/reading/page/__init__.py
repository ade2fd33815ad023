"""Pages → elements: words with their places become lines, paragraphs, columns, tables and footnotes.

A PDF's text layer and an OCR engine both give words, rules and sizes; all that follows is geometry, and here.
"""
