"""Scores on the hand-made gold beside the checkout, read without the readers."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "../shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not beside the checkout")


@pytest.fixture(scope="module")
def gold() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold", HERE / "gold.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("binh-thuan-2021-qcdc", 0.99),
        ("bldtbxh-2025-qd169", 0.99),
        ("an-giang-2002-qd522", 0.99),
        ("cong-nghiep-2007-02", 0.97),
    ],
)
def test_dates(gold: ModuleType, name: str, least: float) -> None:
    result = gold.score("dates", name)
    assert result["f1"] >= least
    assert result["fields"]["kind"] >= 0.98


@pytest.mark.parametrize("name", ["binh-thuan-2021-qcdc", "bldtbxh-2025-qd169", "an-giang-2002-qd522"])
def test_citations(gold: ModuleType, name: str) -> None:
    result = gold.score("citations", name)
    assert result["f1"] >= 0.99
    least = {"date": 0.98, "code": 0.98, "form": 0.98, "issuer": 0.95, "subject": 0.85}
    assert {field: share for field, share in result["fields"].items() if share < least[field]} == {}


def test_a_report_that_cites_nothing_gives_no_citation(gold: ModuleType) -> None:
    assert gold.rows("citations", "cong-nghiep-2007-02") == []
