-- What does not agree: in one report (found when it is read), or between reports (found after the batch). Of a
-- document's ids, the lower half is for findings of the first kind, the upper half for those of the second.
create table findings (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer references blocks (id) on delete cascade,
    rule text not null,  -- "REF001"; `baocao rule REF001` says what it looks for
    severity text not null check (severity in ('error', 'warning', 'info')),
    basis text not null check (basis in ('page', 'reports', 'norm', 'registry')),
    start integer not null,
    "end" integer not null,
    page integer,
    message text not null,  -- English; its template and arguments put it into other languages
    template text not null,
    arguments text not null,  -- JSON object
    expected text,  -- what would agree, as it would be written
    found text,
    fix_start integer,  -- the only possible correction: `fix` for this span of the text
    fix_end integer,
    fix text
);
create index findings_document on findings (document_id, start);
create index findings_block on findings (block_id) where block_id is not null;
create index findings_rule on findings (rule, severity);

create table finding_places (  -- the other places that a finding speaks of, in its own report or in another
    id integer primary key,
    finding_id integer not null references findings (id) on delete cascade,
    document_id text not null references documents (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    page integer,
    note text,
    template text,
    arguments text
);
create index finding_places_finding on finding_places (finding_id);
create index finding_places_document on finding_places (document_id);

create table comparing (  -- whether the reports are to be compared with each other anew: something has changed
    id integer primary key check (id = 1),
    wanted integer not null check (wanted in (0, 1)),
    configuration text  -- of the rules by which they were last compared
);
insert into comparing (id, wanted) values (1, 1);

create view findings_with_place as
-- Every finding with its report, page, the words it points at and the passage they stand in.
select
    f.id, f.severity, f.rule, f.message, f.expected, f.found, f.fix, f.basis,
    substr(d.text, f.start + 1, f."end" - f.start) as raw, d.path, d.title, d.province, d.date as report_date,
    b.section, f.page, f.start, f."end", b.kind as block_kind, b.text as passage, f.document_id, f.block_id
from findings f
join documents d on d.id = f.document_id
left join blocks b on b.id = f.block_id;

create view findings_by_document as
-- How many findings of each rule a report has, the gravest first, with one example.
select
    d.path, f.severity, f.rule, count(*) as findings, min(f.page) as first_page, min(f.message) as example,
    f.document_id
from findings f
join documents d on d.id = f.document_id
group by f.document_id, f.severity, f.rule
order by d.path, case f.severity when 'error' then 1 when 'warning' then 2 else 3 end, f.rule;

drop view documents_overview;
create view documents_overview as
-- One row a report: what it is, how much was found in it and what does not agree.
select
    d.id, d.path, d.format, d.type, d.number, d.title, d.issuer, d.province, d.place, d.date,
    d.period_from, d.period_to, d.signer, d.pages, length(d.text) as characters,
    (select count(*) from citations c where c.document_id = d.id) as citations,
    (select count(*) from dates t where t.document_id = d.id) as dates,
    (select count(*) from indicators i where i.document_id = d.id) as indicators,
    (select count(*) from footnotes f where f.document_id = d.id) as footnotes,
    (select count(*) from findings f where f.document_id = d.id and f.severity = 'error') as errors,
    (select count(*) from findings f where f.document_id = d.id and f.severity = 'warning') as warnings,
    (select count(*) from findings f where f.document_id = d.id and f.severity = 'info') as infos,
    (select count(*) from problems p where p.document_id = d.id) as problems,
    (select count(*) from files f where f.document_id = d.id) as paths
from documents d;
