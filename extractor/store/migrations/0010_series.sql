-- Figures of many reports put beside each other. All four tables are worked out from `indicators` after a batch, by
-- extractor.series, and may be dropped and filled again without loss.

create table concepts (  -- what is measured, whatever the words: one row a normal form of a label's subject
    id integer primary key,  -- the first 53 bits of the sha256 of its key
    key text not null unique,  -- entry of the catalogue | further words of the subject, in alphabetical order
    name text not null,  -- as the catalogue has it, else the commonest label
    indicator text,  -- id in the catalogue of indicators (patterns/data/indicators.toml)
    words text not null,  -- of name and key, small, each after a blank: what is searched; words_fold without marks
    words_fold text not null,
    group_id integer not null  -- the concept under which its series are filed: itself when it is put with no other
);
create index concepts_group on concepts (group_id);
create index concepts_indicator on concepts (indicator) where indicator is not null;

create table concept_links (  -- two concepts that are one, or may be: what a person may accept or split
    one integer not null references concepts (id) on delete cascade,
    other integer not null references concepts (id) on delete cascade,
    kind text not null check (kind in ('same', 'maybe')),
    likeness real not null,  -- 0 to 1
    reason text not null,
    primary key (one, other)
) without rowid;
create index concept_links_other on concept_links (other);

create table series (
    id integer primary key,  -- the first 53 bits of the sha256 of all that follows
    concept_id integer not null references concepts (id),
    place text,  -- "Quảng Ngãi", "huyện Lâm Hà", "cả nước"; null: the report does not say
    place_kind text,  -- country, province, district, commune, other
    within text,  -- the province of a district or commune
    scope text,  -- cấp tỉnh, cấp huyện, cấp xã; null: the place as a whole
    unit text,  -- canonical
    measure text not null,  -- level, share, growth, change, index, completion, rank
    base text  -- against what, where it is not the same period of the year before
);
create index series_concept on series (concept_id);
create index series_place on series (place, within);

create table observations (  -- one row a figure that has a subject
    indicator_id integer primary key references indicators (id) on delete cascade,
    document_id text not null references documents (id) on delete cascade,
    concept_id integer not null references concepts (id),  -- its own, before it was put with others
    series_id integer not null references series (id),
    label text not null,  -- of row and column together
    period_from text,  -- ISO days; null: neither the figure nor its report says
    period_to text,
    period_kind text,  -- year, half-year, nine-months, quarter, month, N-months, N-years, school-year, day; state, year-end
    period_stated integer not null check (period_stated in (0, 1)),  -- 0: that of the report as a whole
    year integer,  -- under which it is set in a table of years
    value real not null,  -- in the unit of the series; a fall is negative
    value_to real,
    denominator real,
    step real not null,  -- one unit in the last place that is written
    status text,  -- actual, estimate, plan
    accumulation text,  -- within (the period), cumulative (since before it), state (at its end)
    plausible integer not null check (plausible in (0, 1))
);
create index observations_series on observations (series_id, year);
create index observations_document on observations (document_id);
create index observations_concept on observations (concept_id);

create table series_documents (  -- documents whose observations are up to date, and the rules that made them
    document_id text primary key references documents (id) on delete cascade,
    rules text not null
) without rowid;

create table series_filing (  -- one row: on what the present filing rests
    id integer primary key check (id = 1),
    decisions text not null,  -- digest of what a person decided
    documents integer not null  -- how many had been observed
);

create view observations_with_source as
-- Every observation with its series and the place where it is written.
select
    o.indicator_id, c.name, c.indicator, s.place, s.place_kind, s.within, s.scope, s.measure, s.base, s.unit,
    o.year, o.period_from, o.period_to, o.period_kind, o.period_stated, o.value, o.value_to, o.denominator, o.status,
    o.accumulation, o.plausible, o.step, o.label, i.raw, i.value as written_value, i.unit as written_unit, i.approx,
    d.path, d.title, d.number, d.date as report_date, i.page, i.start, i."end", o.series_id, o.concept_id, o.document_id
from observations o
join series s on s.id = o.series_id
join concepts c on c.id = s.concept_id
join indicators i on i.id = o.indicator_id
join documents d on d.id = o.document_id;

create view series_overview as
-- Every series with how far it reaches.
select
    s.id, c.name, c.indicator, s.place, s.place_kind, s.within, s.scope, s.measure, s.base, s.unit,
    count(*) as observations, count(distinct o.year) as years, min(o.year) as first_year, max(o.year) as last_year,
    count(distinct o.document_id) as documents
from series s
join concepts c on c.id = s.concept_id
join observations o on o.series_id = s.id
group by s.id;
