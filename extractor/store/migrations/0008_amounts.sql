-- Figures that can be compared: the amount in a canonical unit, what it measures of its subject and against what.
alter table indicators add column amount real;
alter table indicators add column amount_to real;
alter table indicators add column canonical_unit text;
alter table indicators add column measure text;
alter table indicators add column base text;

drop view indicators_with_place;
create view indicators_with_place as
-- Every figure with what it is a part of, its report, section, page and passage. A figure without a period of
-- its own is of the period that its report covers (report_from, report_to). Compare and sum by amount and
-- canonical_unit: "1,5 tỷ đồng" and "1.500 triệu đồng" are both 1500000000 "đồng".
select
    i.id, i.raw, i.value, i.value_to, i.denominator, i.unit, i.amount, i.amount_to, i.canonical_unit,
    i.label, i.column_label, i.scope, i.approx, i.status, i.measure, i.base,
    i.place, i.period_from, i.period_to, d.period_from as report_from, d.period_to as report_to,
    w.raw as part_of_raw, w.label as part_of_label, i.sheet, i.table_row, i.table_column,
    d.path, d.title, d.province, d.date as report_date,
    b.section, i.page, i.start, i."end", i.confidence, b.kind as block_kind, b.text as passage, i.document_id, i.block_id
from indicators i
join documents d on d.id = i.document_id
left join indicators w on w.id = i.part_of
left join blocks b on b.id = i.block_id;
