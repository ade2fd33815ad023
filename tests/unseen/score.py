"""How the finds agree with reports that no rule was written for.

`python tests/unseen/score.py [--errors N]` prints a table for each set. `dev` may be looked at: `--errors`
shows what was missed there, found too much or read otherwise, up to N a class. Of `sealed` only totals are
printed, by this module's own choice, so that no rule can be fitted to it: it tells whether rules that were
made on other texts hold. Matching and fields are those of the annotation contract.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from corpus.fields import Record
from corpus.gold import annotate
from corpus.markup import read_source
from corpus.source import Source
from corpus.writers import WRITERS
from extractor.extraction import extract
from extractor.reading import read

HERE = Path(__file__).parent
SETS = ("dev", "sealed")
SHOWN = "dev"


def folded(value: object) -> str:
    """Fold case, spaces, dashes and quotes, which change no meaning."""
    text = unicodedata.normalize("NFC", "" if value is None else str(value)).casefold().strip()
    text = re.sub(r"[‐-―−]", "-", text)
    text = re.sub(r"[\"'“”‘’*_]", "", text)
    return re.sub(r"\s+", " ", re.sub(r"\s*([-/&.,])\s*", r"\1", text))


def number(value: object) -> float | None:
    """A number as it is compared, None for none."""
    return None if value is None else round(float(str(value)), 6)


def alike(least: float) -> Callable[[object, object], bool]:
    """Whether two phrases share words: their token F1 is at least so much."""

    def compare(wanted: object, got: object) -> bool:
        one, other = (set(re.findall(r"\w+", folded(phrase))) for phrase in (wanted, got))
        return one == other or 2 * len(one & other) >= least * (len(one) + len(other)) > 0

    return compare


def same(wanted: object, got: object) -> bool:
    """Whether two values fold to the same words."""
    return folded(wanted) == folded(got)


def citation_key(row: Record) -> Hashable:
    """Citations are paired by type, number, year and symbol."""
    return *(folded(row[name]) for name in ("type", "year", "symbol")), folded(row["number"]).lstrip("0")


def date_key(row: Record) -> Hashable:
    """Dates are paired by their bounds, relative ones by their words."""
    return folded(row["raw"]) if row["kind"] == "relative" else (row["from"], row["to"])


def indicator_key(row: Record) -> Hashable:
    """Indicators are paired by value, denominator and unit."""
    return number(row["value"]), number(row["denominator"]), folded(row["unit"])


KEYS: dict[str, Callable[[Record], Hashable]] = {
    "citations": citation_key,
    "dates": date_key,
    "indicators": indicator_key,
}
FIELDS: dict[str, dict[str, Callable[[object, object], bool]]] = {
    "citations": {"date": same, "code": same, "form": same, "issuer": alike(0.6), "subject": alike(0.6)},
    "dates": {"kind": same},
    "indicators": {
        "label": alike(0.5),
        "scope": same,
        "approx": same,
        "period": lambda wanted, got: wanted == got,
        "part_of": lambda wanted, got: number(wanted) == number(got),
    },
}


@dataclass(slots=True)
class Difference:
    """One thing in which the finds differ from the gold of the report `name`."""

    kind: str
    name: str
    what: str
    raw: str
    wanted: object = None
    got: object = None


@dataclass(slots=True)
class Tally:
    """Counts of one kind over a set, and where finds and gold differ."""

    gold: int = 0
    found: int = 0
    paired: int = 0
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    differences: list[Difference] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.paired / (self.gold + self.found) if self.gold + self.found else 0.0

    def share(self, name: str) -> float:
        """The share of pairs whose field is right."""
        return self.right[name] / self.paired if self.paired else 0.0


def gold_rows(source: Source) -> dict[str, list[Record]]:
    """The gold of a report by kind, with the value of the whole in place of its offset."""
    gold = annotate(source)
    values = {row["start"]: row["value"] for row in gold.indicators}
    indicators = [
        row | {"period": _bounds(row["period"]), "part_of": values.get(row["part_of"])}
        for row in gold.indicators
    ]
    return {"citations": list(gold.references), "dates": list(gold.dates), "indicators": indicators}


def _bounds(period: object) -> tuple[object, object]:
    return (period["from"], period["to"]) if isinstance(period, dict) else (None, None)


def found_rows(source: Source) -> dict[str, list[Record]]:
    """What is found in a report that has been written as Markdown and read again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{source.name}.md")
        path.write_bytes(WRITERS["md"](source))
        mentions = extract(read(path))
    dates = [asdict(found) | {"from": found.from_date, "to": found.to_date} for found in mentions.dates]
    indicators = [
        asdict(found)
        | {
            "period": (found.period_from, found.period_to),
            "part_of": None if found.part_of is None else mentions.indicators[found.part_of].value,
        }
        for found in mentions.indicators
    ]
    return {"citations": list(map(asdict, mentions.citations)), "dates": dates, "indicators": indicators}


def compare(kind: str, name: str, gold: Sequence[Record], found: Sequence[Record], tally: Tally) -> None:
    """Pair the mentions of one report, one to one in text order, and count."""
    waiting: dict[Hashable, list[Record]] = defaultdict(list)
    for row in found:
        waiting[KEYS[kind](row)].append(row)
    tally.gold += len(gold)
    tally.found += len(found)
    for row in gold:
        if not (same_key := waiting[KEYS[kind](row)]):
            tally.differences.append(Difference(kind, name, "missed", str(row["raw"]), KEYS[kind](row)))
            continue
        other = same_key.pop(0)
        tally.paired += 1
        for column, agree in FIELDS[kind].items():
            right = agree(row[column], other[column])
            tally.right[column] += right
            if not right:
                tally.differences.append(
                    Difference(kind, name, column, str(row["raw"]), row[column], other[column])
                )
    for rows in waiting.values():
        for row in rows:
            tally.differences.append(Difference(kind, name, "extra", str(row["raw"]), None, KEYS[kind](row)))


def score(set_name: str) -> dict[str, Tally]:
    """The tallies of a set by kind; the differences of a set that is not shown are dropped."""
    tallies = {kind: Tally() for kind in KEYS}
    for path in sorted((HERE / set_name).glob("*.report")):
        source = read_source(path)
        gold, found = gold_rows(source), found_rows(source)
        for kind, tally in tallies.items():
            compare(kind, source.name, gold[kind], found[kind], tally)
    if set_name != SHOWN:
        for tally in tallies.values():
            tally.differences.clear()
    return tallies


def table(set_name: str, tallies: dict[str, Tally]) -> Iterator[str]:
    """One line a kind: counts, precision, recall, F1, and the fields among the paired."""
    for kind, tally in tallies.items():
        precision, recall = tally.paired / (tally.found or 1), tally.paired / (tally.gold or 1)
        fields = "  ".join(f"{name} {tally.share(name):.3f}" for name in FIELDS[kind])
        yield (
            f"{set_name:6} {kind:10} gold {tally.gold:4} found {tally.found:4}  "
            f"P {precision:.3f} R {recall:.3f} F1 {tally.f1:.3f}   {fields}"
        )


def main() -> None:
    """Print the tables of both sets and, when asked, the differences of the one that is shown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show up to N a class, of dev only"
    )
    errors = parser.parse_args().errors
    for set_name in SETS:
        tallies = score(set_name)
        print("\n".join(table(set_name, tallies)))
        for tally in tallies.values():
            shown: dict[str, int] = defaultdict(int)
            for difference in tally.differences if set_name == SHOWN else ():
                shown[difference.what] += 1
                if shown[difference.what] <= errors:
                    print("  ", json.dumps(asdict(difference), ensure_ascii=False, default=str))


if __name__ == "__main__":
    main()
