"""What reading a document remembers from one paragraph to the next: pages, fields, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.problems import Problem


class Pages:
    """The page count, from the marks that Word leaves where its pages ended when it last laid them out.

    `rendered` says that the document has such marks; without them pages cannot be told, and `shown` is None.
    A break set by hand is usually followed by Word's own mark for the same turn.
    """

    def __init__(self, *, rendered: bool) -> None:
        self.rendered = rendered
        self.number = 1
        self.last = 1
        self._turned_by_hand = False

    @property
    def shown(self) -> int | None:
        """The page that can be told to the reader."""
        return self.number if self.rendered else None

    def break_by_hand(self) -> None:
        """Turn at a page or section break."""
        self._turn()
        self._turned_by_hand = True

    def break_as_rendered(self) -> None:
        """Turn at Word's mark, unless it repeats a turn by hand."""
        if not self._turned_by_hand:
            self._turn()
        self._turned_by_hand = False

    def see_text(self) -> None:
        """Note that the page goes on with text."""
        self._turned_by_hand = False

    def _turn(self) -> None:
        self.number += 1
        self.last = max(self.last, self.number)


class Fields:
    """The complex fields that are open, from which only the result is text (`shows`).

    A field whose code does not end in its paragraph is broken: its text is shown rather than lost.
    """

    def __init__(self) -> None:
        self._in_result: list[bool] = []
        self.shows = True

    def mark(self, kind: str | None) -> None:
        """Take a w:fldChar: "begin", "separate" or "end"."""
        if kind == "begin":
            self._in_result.append(False)
        elif kind == "separate" and self._in_result:
            self._in_result[-1] = True
        elif kind == "end" and self._in_result:
            self._in_result.pop()
        self.shows = all(self._in_result)

    def end_paragraph(self) -> None:
        """Show from here on whatever is still open."""
        if not self.shows:
            self._in_result = [True] * len(self._in_result)
            self.shows = True


@dataclass(slots=True)
class Losses:
    """What the document holds and the report does not, counted to be told once a document."""

    hidden: int = 0
    symbols: int = 0
    graphics: int = 0
    objects: int = 0
    files: int = 0
    pages_with_text: set[int] = field(default_factory=set)
    pages_with_pictures: set[int] = field(default_factory=set)

    def problems(self, pages: Pages) -> tuple[Problem, ...]:
        """Tell what was counted."""
        told = [Problem(kind, message.format(n), advice) for n, kind, message, advice in self._counts() if n]
        for page in sorted(self.pages_with_pictures - self.pages_with_text):
            where = f"page {page}" if pages.rendered else "a page"
            told.append(
                Problem(
                    "page_without_text",
                    f"{where} holds only pictures, perhaps scans",
                    "save it as PDF and give that: its pages are then read from their pictures",
                    page=page if pages.rendered else None,
                )
            )
        return tuple(told)

    def _counts(self) -> tuple[tuple[int, str, str, str], ...]:
        return (
            (
                self.hidden,
                "hidden_text",
                "{} characters are formatted as hidden and were left out",
                "show hidden text in Word and decide whether it belongs to the report",
            ),
            (
                self.symbols,
                "lost_text",
                "{} signs of symbol fonts have no known meaning and stand as U+FFFD",
                "compare with the document in Word",
            ),
            (
                self.graphics,
                "unread_graphic",
                "{} charts or diagrams hold text that is not read",
                "look at them in Word; their figures may be in no table of the report",
            ),
            (
                self.objects,
                "unread_object",
                "{} embedded objects (worksheets, equations) are not read",
                "open them in Word and give an embedded worksheet as a file of its own",
            ),
            (
                self.files,
                "unread_part",
                "{} inserted files are not read",
                "open the document in Word and save it again, so that Word takes them in",
            ),
        )
