"""A search held to places, years and kinds."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.store import Filters, Store

ALL = {"lam-dong-2018", "lam-dong-2019", "thai-binh-2018", "no-facts"}
LAM_DONG = {"lam-dong-2018", "lam-dong-2019"}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), ALL),
        (Filters(place="Lâm Đồng"), LAM_DONG),
        (Filters(place="lam dong"), LAM_DONG),
        (Filters(place="lâm dông"), set()),
        (Filters(place="da lat"), LAM_DONG),
        (Filters(place="Bình"), {"thai-binh-2018"}),
        (Filters(place="inh"), set()),
        (Filters(from_year=2018), {"lam-dong-2019", "thai-binh-2018"}),
        (Filters(to_year=2017), {"lam-dong-2018"}),
        (Filters(from_year=2019), set()),
        (Filters(place="lam dong", from_year=2018, to_year=2018), {"lam-dong-2019"}),
        (Filters(document_type="nghị quyết"), {"thai-binh-2018"}),
        (Filters(block_kind="paragraph"), ALL),
        (Filters(block_kind="heading"), set()),
    ],
)
def test_a_search_is_held_to_its_filters(store: Store, filters: Filters, found: set[str]) -> None:
    hits = store.search("dùng nước sạch", filters=filters)
    assert {Path(hit.path).stem for hit in hits} == found
    assert store.count("dùng nước sạch", filters=filters) == len(hits)
