-- Full-text search over blocks; rowid is blocks.id. The index keeps no text of its own (content=''): `body` is
-- fed with extractor.store.folding.with_marks(text), `body_fold` with without_marks(text), and both are taken
-- out again with the same words. Whoever changes one of the two must add a migration that fills it anew.
create virtual table blocks_search using fts5 (
    body,
    body_fold,
    content = '',
    tokenize = 'unicode61 remove_diacritics 0'
);

insert or ignore into pending (task, id)
select 'index', serial from documents;
