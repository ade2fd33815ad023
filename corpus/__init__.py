"""Reports composed for this project: demo, tests and gold at once.

Names of provinces, districts and towns and the central documents that the reports cite are facts; the
people, the local documents and every figure are invented, and no sentence is taken from another text. Do
not use the reports as a source on the places they name.

Layout::

    sources/<report>.report       a report: its text with the mentions marked in it (see markup.py)
    <report>.md .docx .pdf …      the files that `python -m corpus.build` writes from it
    gold/<report>/*.jsonl         its citations, dates and indicators; facts.json, what it says of itself
    manifest.toml                 every file and what was planted in it: slips, restated figures, other units

`gold.py` tells how hard cases were decided. A new output format is one module in `writers/` and one
line in its table.
"""
