"""What a report says of itself: letterhead, title, signature and recipients, each with its evidence."""

from extractor.structure.facts.gathering import gather_facts

__all__ = ["gather_facts"]
