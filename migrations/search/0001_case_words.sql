-- The search index: one row for each case, its rowid the id of the case. Only keyed digests stand in it, never a word
-- (docs/search.md). scope: who may find it; words: what everybody in that scope may read; inner: what only administrators
-- and secret desks read of an anonim case. Contentless: what was indexed cannot be read back.
CREATE VIRTUAL TABLE case_words USING fts5(scope, words, inner, content='', contentless_delete=1, detail=column, tokenize='unicode61');
--> statement-breakpoint
-- How far the fold over `history.id` of the other database has come; deleting the row rebuilds the index.
CREATE TABLE search_marks (
  from_id INTEGER PRIMARY KEY NOT NULL,
  to_id INTEGER NOT NULL
);
