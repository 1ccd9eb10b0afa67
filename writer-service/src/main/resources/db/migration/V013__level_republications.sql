-- Changes of levels that their writers' events do not show yet. Written with the change; worked off in batches, each
-- of which moves after_id on; gone when the last writer is published.
CREATE TABLE level_republication (
    id         uuid PRIMARY KEY,
    website_id text NOT NULL,
    level_id   uuid NOT NULL,
    after_id   uuid
);
-- All changes of one level that wait, in the order in which they are locked to be worked off as one.
CREATE INDEX level_republication_level ON level_republication (level_id, id);
