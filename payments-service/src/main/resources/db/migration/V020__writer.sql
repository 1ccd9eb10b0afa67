-- The writers that this service has heard of: the level by which their tips are split. Kept per profile, as writer-service
-- publishes them, since a profile's deletion names nothing but the profile.
CREATE TABLE writer (
    id             uuid          PRIMARY KEY,
    website_id     text          NOT NULL,
    writer_id      uuid          NOT NULL,
    level_id       uuid,
    level_name     text,
    tip_percentage numeric(5, 2) CONSTRAINT writer_percentage_within_bounds CHECK (tip_percentage BETWEEN 0 AND 100),
    active         boolean       NOT NULL,
    CONSTRAINT writer_level_whole CHECK (num_nulls(level_id, level_name, tip_percentage) IN (0, 3))
);

-- POST /api/v1/tips: the writer whom it is for. Not unique: a new profile may be heard of before the old one's deletion.
CREATE INDEX writer_account ON writer (website_id, writer_id, id);
