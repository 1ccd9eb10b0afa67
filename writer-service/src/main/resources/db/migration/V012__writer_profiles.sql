-- Who writes on a website: one profile for each account of role writer, which can then neither be deleted nor take
-- another role. Nothing here is ever deleted: a writer who leaves is closed.
CREATE SEQUENCE writer_registration START 10001;

CREATE TABLE writer_profile (
    id                                uuid           PRIMARY KEY,
    website_id                        text           NOT NULL,
    website                           uuid           GENERATED ALWAYS AS (website_id::uuid) STORED,
    writer_id                         uuid           NOT NULL,
    account_role                      text           NOT NULL DEFAULT 'writer' CHECK (account_role = 'writer'),
    registration_id                   text           NOT NULL DEFAULT 'W-' || nextval('writer_registration')
                                                     CONSTRAINT writer_profile_registration_unique UNIQUE,
    pen_name                          text           NOT NULL,
    level_id                          uuid,
    status                            text           NOT NULL
                                                     CHECK (status IN ('applied', 'active', 'on_break', 'probation',
                                                                       'suspended', 'closed')),
    status_reason                     text,
    status_changed_at                 timestamptz    NOT NULL,
    -- May work. Computed, so that the two never say different things.
    is_active                         boolean        NOT NULL
                                                     GENERATED ALWAYS AS (status IN ('active', 'probation')) STORED,
    is_available_for_auto_assignments boolean        NOT NULL,
    availability_message              text,
    availability_changed_at           timestamptz    NOT NULL,
    -- rating is the mean of the reviews, to two decimals; the points keep it exact.
    rating                            numeric(3, 2)  NOT NULL CHECK (rating BETWEEN 0 AND 5),
    reviews                           integer        NOT NULL CHECK (reviews >= 0),
    review_points                     bigint         NOT NULL CHECK (review_points BETWEEN reviews AND 5 * reviews),
    completed_orders                  integer        NOT NULL CHECK (completed_orders >= 0),
    active_orders                     integer        NOT NULL CHECK (active_orders >= 0),
    total_earnings                    numeric(14, 2) NOT NULL CHECK (total_earnings >= 0),
    time_zone                         text           NOT NULL,
    skills                            text[]         NOT NULL,
    subjects                          text[]         NOT NULL,
    introduction                      text,
    payment_schedule                  text           NOT NULL CHECK (payment_schedule IN ('bi_weekly', 'monthly')),
    verified                          boolean        NOT NULL,
    last_active_at                    timestamptz,
    created_at                        timestamptz    NOT NULL,
    updated_at                        timestamptz    NOT NULL,
    version                           bigint         NOT NULL,
    -- GET /api/v1/writers?writer_id=, and every look-up of a writer's profile; one profile for each account.
    CONSTRAINT writer_profile_one_for_an_account UNIQUE (website_id, writer_id),
    CONSTRAINT writer_profile_of_a_writer FOREIGN KEY (website_id, writer_id, account_role)
        REFERENCES account (website_id, id, role),
    CONSTRAINT writer_profile_level_exists FOREIGN KEY (website_id, level_id) REFERENCES writer_level (website_id, id)
);
-- A writer's profile by the account alone, whose website other services' deletions do not name.
CREATE INDEX writer_profile_writer ON writer_profile (writer_id);
-- All writers of a level, in the order of their ids: to publish them again, and the foreign key's own look-up.
CREATE INDEX writer_profile_level ON writer_profile (level_id, id);
