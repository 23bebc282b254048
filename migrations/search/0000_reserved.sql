-- The search index of part "casework" lives here; until then the database only has to exist.
SELECT 1;
