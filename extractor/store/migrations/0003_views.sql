-- The common questions, by name. A view that changes is dropped and made again in a migration of its own.

create view documents_overview as
-- One row a report: what it is and how much was found in it.
select
    d.id, d.path, d.format, d.type, d.number, d.title, d.issuer, d.province, d.place, d.date,
    d.period_from, d.period_to, d.signer, d.pages, length(d.text) as characters,
    (select count(*) from citations c where c.document_id = d.id) as citations,
    (select count(*) from dates t where t.document_id = d.id) as dates,
    (select count(*) from indicators i where i.document_id = d.id) as indicators,
    (select count(*) from footnotes f where f.document_id = d.id) as footnotes,
    (select count(*) from problems p where p.document_id = d.id) as problems,
    (select count(*) from files f where f.document_id = d.id) as paths
from documents d;

create view files_overview as
-- One row a path ever met: read, failed or gone, and why.
select
    f.path,
    case when x.path is not null then 'failed' when f.gone_run_id is not null then 'gone' else 'read' end as state,
    f.document_id, x.kind, x.message, x.advice
from files f left join failures x on x.path = f.path
union all
select x.path, 'failed', null, x.kind, x.message, x.advice
from failures x where x.path not in (select path from files);

create view citations_with_place as
-- Every citation with its report, section, page and the passage it stands in.
select
    c.id, c.raw, c.type, c.number, c.year, c.symbol, c.code, c.form, c.date, c.issuer, c.subject,
    c.cited_document_id, d.path, d.title, d.province, d.date as report_date,
    b.section, c.page, c.start, c."end", b.kind as block_kind, b.text as passage, c.document_id, c.block_id
from citations c
join documents d on d.id = c.document_id
left join blocks b on b.id = c.block_id;

create view dates_with_place as
-- Every date and period with its report, section, page and passage.
select
    t.id, t.raw, t.kind, t.from_date, t.to_date, t.resolved_from, t.resolved_to,
    d.path, d.title, d.province, d.date as report_date,
    b.section, t.page, t.start, t."end", b.kind as block_kind, b.text as passage, t.document_id, t.block_id
from dates t
join documents d on d.id = t.document_id
left join blocks b on b.id = t.block_id;

create view indicators_with_place as
-- Every figure with what it is a part of, its report, section, page and passage. A figure without a period of
-- its own is of the period that its report covers (report_from, report_to).
select
    i.id, i.raw, i.value, i.value_to, i.denominator, i.unit, i.label, i.column_label, i.scope, i.approx, i.status,
    i.place, i.period_from, i.period_to, d.period_from as report_from, d.period_to as report_to,
    w.raw as part_of_raw, w.label as part_of_label, i.sheet, i.table_row, i.table_column,
    d.path, d.title, d.province, d.date as report_date,
    b.section, i.page, i.start, i."end", b.kind as block_kind, b.text as passage, i.document_id, i.block_id
from indicators i
join documents d on d.id = i.document_id
left join indicators w on w.id = i.part_of
left join blocks b on b.id = i.block_id;

create view most_cited_documents as
-- The documents that the archive leans on, those cited by most reports first.
select id, code, type, number, year, symbol, date, issuer, subject, reports, mentions, key
from cited_documents
order by reports desc, mentions desc, key;

create view citing_reports as
-- Who cites what: one row a report and cited document, with the first place where it does.
select
    k.id as cited_document_id, k.code, k.type, k.date as cited_date, d.id as document_id, d.path, d.title,
    d.province, d.date as report_date, count(*) as mentions, min(c.start) as start, min(c.page) as page
from citations c
join cited_documents k on k.id = c.cited_document_id
join documents d on d.id = c.document_id
group by k.id, d.id;

create view outline as
-- The headings of every report in order: its table of contents.
select b.id, d.path, b.level, b.label, b.text as heading, b.page, b.start, b.document_id
from blocks b
join documents d on d.id = b.document_id
where b.kind = 'heading'
order by d.path, b.start;

create view footnotes_with_text as
-- Every footnote: its mark, the passage that carries it and what it says.
select
    f.id, d.path, f.label, f.section, f.page, f.marker_start, m.text as passage, n.text as body,
    n.page as body_page, f.document_id, f.block_id, f.body_id
from footnotes f
join documents d on d.id = f.document_id
left join blocks m on m.id = f.block_id
left join blocks n on n.id = f.body_id;

create view problems_by_document as
-- What could not be read or understood, counted a report and kind, with one example and what to do.
select
    d.path, p.kind, count(*) as problems, min(p.page) as first_page, min(p.message) as example, min(p.advice) as advice,
    p.document_id
from problems p
join documents d on d.id = p.document_id
group by p.document_id, p.kind;
