-- Cells of a spreadsheet: the stored number, of which the text is what is shown, and whether it is hidden.
alter table cells add column value real;
alter table cells add column hidden integer not null default 0 check (hidden in (0, 1));
