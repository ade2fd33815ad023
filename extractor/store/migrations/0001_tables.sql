-- The archive: what each report says, where it says so, and how the file was read.
--
-- A document is a file's content (id: its sha256). It gets a serial number once and for all; the rows below
-- it have id = serial << 24 | place in the document, so that reading it again gives the same ids.
-- "start" and "end" count code points of documents.text; pages and lines count from 1.

create table serials (
    document_id text primary key,
    serial integer not null unique
) without rowid;

create table documents (
    id text primary key,  -- sha256 of the file, in hexadecimal
    serial integer not null unique references serials (serial),
    path text not null,  -- the first, by name, of the paths under which the content is known (see files)
    format text not null,
    title text,
    type text,  -- "Báo cáo"
    number text,  -- the whole number-symbol: "169/QĐ-BLĐTBXH"
    issuer text,
    province text,
    place text,  -- of issue
    date text,  -- ISO day
    period_from text,  -- ISO days of the period that the report says it covers
    period_to text,
    signer text,
    signer_title text,
    pages integer,
    language text,
    encoding text,
    parser text not null,  -- engine and version that read the file
    version text not null,  -- of the extractor
    configuration text not null,  -- digest of the rules and vocabularies that were in force
    text text not null
);
create index documents_date on documents (date);
create index documents_province on documents (province);
create index documents_path on documents (path);

create table runs (
    id integer primary key,
    started text not null,  -- ISO, UTC
    finished text,  -- null while it runs, or when it was killed
    state text not null default 'running' check (state in ('running', 'finished', 'interrupted', 'failed')),
    version text not null,
    configuration text not null,
    options text not null,  -- JSON: paths, workers, timeout, memory, force
    found integer,  -- files met; the five counts below add up to it when the run finished
    stored integer,
    unchanged integer,
    failed integer,
    skipped integer,  -- hidden files, lock files of Word, the database itself
    gone integer,  -- known files that are no longer in the folders given (not among the found)
    pages integer
);

create table files (
    path text primary key,  -- absolute; bytes that are no UTF-8 are written \xNN
    document_id text not null references documents (id) on delete cascade,
    gone_run_id integer references runs (id)  -- the run that no longer found it; its rows are kept
) without rowid;
create index files_document on files (document_id);

create table failures (
    path text primary key,  -- a failure goes when the file can be read
    kind text not null,
    message text not null,
    advice text not null,
    document_id text,  -- sha256 of the content that failed, when the file could be opened
    run_id integer references runs (id)
) without rowid;

create table blocks (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    kind text not null,
    level integer,  -- of a heading, 1 for the outermost
    label text,  -- "II", "7.1", "a", "5"
    section text,  -- the headings that it stands under, outermost first, joined by " › "
    section_id integer references blocks (id) deferrable initially deferred,  -- the innermost of them
    lead_id integer references blocks (id) deferrable initially deferred,  -- what introduces its list
    page integer,
    sheet text,
    start integer not null,
    "end" integer not null,
    text text not null
);
create index blocks_document on blocks (document_id, start);
create index blocks_section on blocks (section_id) where section_id is not null;
create index blocks_lead on blocks (lead_id) where lead_id is not null;

create table origins (  -- where each run of a block stands in the source file
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer not null references blocks (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    page integer,
    line integer,
    "offset" integer,  -- code points from the start of the decoded file
    x0 real,  -- PDF points from the page's top left corner
    top real,
    x1 real,
    bottom real,
    part text  -- part and paragraph of a package: "word/footnotes.xml#3"
);
create index origins_document on origins (document_id, start);
create index origins_block on origins (block_id);

create table cells (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer not null references blocks (id) on delete cascade,
    "row" integer not null,  -- counts from 0
    "column" integer not null,
    row_span integer not null,
    column_span integer not null,
    start integer not null,
    "end" integer not null,
    text text not null
);
create index cells_document on cells (document_id, start);
create index cells_block on cells (block_id);

create table footnotes (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer references blocks (id) on delete cascade,  -- where the mark stands
    body_id integer references blocks (id) on delete cascade,  -- what it says; null when there is no body
    label text not null,
    marker_start integer,  -- null when no mark was found
    marker_end integer,
    section text,
    page integer
);
create index footnotes_document on footnotes (document_id, marker_start);
create index footnotes_block on footnotes (block_id) where block_id is not null;
create index footnotes_body on footnotes (body_id) where body_id is not null;

create table facts (  -- what the report says of itself, with its evidence
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer references blocks (id) on delete cascade,
    name text not null,
    value text not null,
    start integer,
    "end" integer,
    page integer
);
create index facts_document on facts (document_id);
create index facts_block on facts (block_id) where block_id is not null;

create table recipients (  -- the lines under "Nơi nhận"
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    name text not null
);
create index recipients_document on recipients (document_id);
create index recipients_name on recipients (name);

create table cited_documents (  -- one row a distinct document over the whole archive
    id integer primary key,  -- the first 53 bits of the sha256 of its key
    key text not null unique,
    type text,  -- each column: the value that most of its citations state, the first by code point among equals
    number text,
    year integer,
    symbol text,
    code text,
    date text,
    issuer text,
    subject text,
    mentions integer not null default 0,
    reports integer not null default 0  -- distinct documents that cite it
);
create index cited_documents_code on cited_documents (code);

create table citations (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer references blocks (id) on delete cascade,
    cited_document_id integer references cited_documents (id),  -- null: the mention does not settle which
    start integer not null,
    "end" integer not null,
    page integer,
    raw text not null,
    type text,
    number text,
    year integer,
    symbol text,
    code text,
    form text not null,
    date text,
    issuer text,
    subject text,
    date_start integer,
    date_end integer,
    issuer_start integer,
    issuer_end integer,
    subject_start integer,
    subject_end integer
);
create index citations_document on citations (document_id, start);
create index citations_block on citations (block_id);
create index citations_cited on citations (cited_document_id);
create index citations_code on citations (code);

create table dates (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer references blocks (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    page integer,
    raw text not null,
    kind text not null,
    from_date text,  -- null for a relative date
    to_date text,
    resolved_from text,  -- what the report's own date settles about a relative one
    resolved_to text
);
create index dates_document on dates (document_id, start);
create index dates_block on dates (block_id);
create index dates_from on dates (from_date);

create table indicators (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer references blocks (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    page integer,
    raw text not null,
    value real,
    value_to real,
    denominator real,
    unit text,
    label text,
    scope text,
    period_from text,
    period_to text,
    approx text,
    part_of integer references indicators (id) deferrable initially deferred,
    status text,
    place text,
    column_label text,
    sheet text,
    table_row integer,
    table_column text
);
create index indicators_document on indicators (document_id, start);
create index indicators_block on indicators (block_id);
create index indicators_part on indicators (part_of) where part_of is not null;
create index indicators_label on indicators (label);

create table problems (
    id integer primary key,
    document_id text not null references documents (id) on delete cascade,
    block_id integer references blocks (id) on delete cascade,
    kind text not null,
    message text not null,
    advice text not null,
    page integer,
    line integer,
    start integer,
    "end" integer
);
create index problems_document on problems (document_id);
create index problems_block on problems (block_id) where block_id is not null;
create index problems_kind on problems (kind);

create table pending (  -- work left for after the batch: serials to be indexed, cited documents to be settled
    task text not null check (task in ('index', 'settle')),
    id integer not null,
    primary key (task, id)
) without rowid;
