import pytest
import spacy

from patterns.mentions import Citation, Date

TEXT = "Ngày 05/7/2019, UBND tỉnh ban hành Kế hoạch số 45/KH-UBND; có 65/93 xã đạt chuẩn trong quý I/2020."


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    pipeline = spacy.blank("xx")
    for name in ("baocao_citations", "baocao_dates", "baocao_indicators"):
        pipeline.add_pipe(name)
    return pipeline


def test_factories_are_found_without_an_import(nlp: spacy.language.Language) -> None:
    assert nlp.pipe_names == ["baocao_citations", "baocao_dates", "baocao_indicators"]


def test_spans_are_labelled_and_carry_their_mention(nlp: spacy.language.Language) -> None:
    doc = nlp(TEXT)
    (citation,) = doc.spans["baocao_citations"]
    assert (citation.text, citation.label_) == ("Kế hoạch số 45/KH-UBND", "Kế hoạch")
    assert isinstance(citation._.citation, Citation)
    assert citation._.citation.date == "2019-07-05"
    dates = doc.spans["baocao_dates"]
    assert [(span.text, span.label_) for span in dates] == [
        ("Ngày 05/7/2019", "day"),
        ("quý I/2020", "quarter"),
    ]
    assert all(isinstance(span._.date, Date) for span in dates)


def test_a_mention_inside_a_token_takes_in_the_whole_token(nlp: spacy.language.Language) -> None:
    doc = nlp("đợt1/5/2019đã")
    assert all(span._.date.raw in span.text for span in doc.spans["baocao_dates"])


def test_a_text_without_mentions_gives_empty_groups(nlp: spacy.language.Language) -> None:
    doc = nlp("Nhân dân phấn khởi.")
    assert [len(doc.spans[key]) for key in nlp.pipe_names] == [0, 0, 0]
