-- What a cited document does to another in the words of a report ("Kế hoạch số 12/KH-UBND triển khai Nghị định …").
create table citation_relations (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    source_id integer references citations (id) deferrable initially deferred,  -- null: the report itself, or a thing without a number
    target_id integer not null references citations (id) deferrable initially deferred,
    kind text not null,  -- implements, based_on, follows, amends, replaces, repeals, issued_with, guides, details, inspects, reviews
    start integer not null,  -- of the words that say so
    "end" integer not null,
    raw text not null
);
create index citation_relations_document on citation_relations (document_id, start);
create index citation_relations_source on citation_relations (source_id) where source_id is not null;
create index citation_relations_target on citation_relations (target_id);

create view citation_relations_with_documents as
-- One row a relation, with both documents as cited and the report that says so; no source is the report itself.
select
    r.id, s.raw as source, s.code as source_code, s.cited_document_id as source_document_id, r.kind, r.raw as words,
    t.raw as target, t.code as target_code, t.cited_document_id as target_document_id,
    d.path, d.title, d.date as report_date, r.start, r."end", b.section, t.page, b.text as passage, r.document_id
from citation_relations r
join citations t on t.id = r.target_id
left join citations s on s.id = r.source_id
join documents d on d.id = r.document_id
left join blocks b on b.id = t.block_id;
