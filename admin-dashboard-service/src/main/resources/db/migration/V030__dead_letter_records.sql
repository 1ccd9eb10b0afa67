-- The whole record, so that it can be read and retried here: GET and POST …/operations/dead-letters/{id}. Null in what
-- arrived before this: those are in the dead-letter topic alone.
ALTER TABLE dead_letter
    ADD COLUMN type     text,
    ADD COLUMN revision text,
    ADD COLUMN value    bytea;
