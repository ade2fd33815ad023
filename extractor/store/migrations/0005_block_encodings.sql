-- The encoding that a block's letters were stored in before they were Unicode, and how certain that is (0 to 1);
-- null where all letters are ASCII or the format leaves no choice. documents.encoding is that of most of the text.
alter table blocks add column encoding text;
alter table blocks add column certainty real;
