-- How sure the OCR engine was of what was read from a picture, from 0 to 1: of each word, and of a mention its
-- least sure word. Null for text that is stored as such.
alter table origins add column confidence real;
alter table citations add column confidence real;
alter table dates add column confidence real;
alter table indicators add column confidence real;

drop view citations_with_place;
create view citations_with_place as
-- Every citation with its report, section, page and the passage it stands in.
select
    c.id, c.raw, c.type, c.number, c.year, c.symbol, c.code, c.form, c.date, c.issuer, c.subject,
    c.cited_document_id, d.path, d.title, d.province, d.date as report_date,
    b.section, c.page, c.start, c."end", c.confidence, b.kind as block_kind, b.text as passage, c.document_id, c.block_id
from citations c
join documents d on d.id = c.document_id
left join blocks b on b.id = c.block_id;

drop view dates_with_place;
create view dates_with_place as
-- Every date and period with its report, section, page and passage.
select
    t.id, t.raw, t.kind, t.from_date, t.to_date, t.resolved_from, t.resolved_to,
    d.path, d.title, d.province, d.date as report_date,
    b.section, t.page, t.start, t."end", t.confidence, b.kind as block_kind, b.text as passage, t.document_id, t.block_id
from dates t
join documents d on d.id = t.document_id
left join blocks b on b.id = t.block_id;

drop view indicators_with_place;
create view indicators_with_place as
-- Every figure with what it is a part of, its report, section, page and passage. A figure without a period of
-- its own is of the period that its report covers (report_from, report_to).
select
    i.id, i.raw, i.value, i.value_to, i.denominator, i.unit, i.label, i.column_label, i.scope, i.approx, i.status,
    i.place, i.period_from, i.period_to, d.period_from as report_from, d.period_to as report_to,
    w.raw as part_of_raw, w.label as part_of_label, i.sheet, i.table_row, i.table_column,
    d.path, d.title, d.province, d.date as report_date,
    b.section, i.page, i.start, i."end", i.confidence, b.kind as block_kind, b.text as passage, i.document_id, i.block_id
from indicators i
join documents d on d.id = i.document_id
left join indicators w on w.id = i.part_of
left join blocks b on b.id = i.block_id;
