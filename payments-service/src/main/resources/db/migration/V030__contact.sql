-- Where clients are reached, from writer-service. Personal data: a deletion there deletes the row. Looked up by id alone.
CREATE TABLE contact (
    id         uuid PRIMARY KEY,
    website_id text NOT NULL,
    full_name  text NOT NULL,
    email      text NOT NULL
);
