-- The deposit that estimated orders of a website ask for, where it is not the usual half. The id is the website's own.
-- GET /api/v1/deposit-settings pages over the primary key.
CREATE TABLE deposit_setting (
    id         uuid         PRIMARY KEY,
    website_id text         NOT NULL,
    percentage numeric(5,2) NOT NULL
               CONSTRAINT deposit_setting_percentage CHECK (percentage > 0 AND percentage <= 100),
    updated_at timestamptz  NOT NULL,
    version    bigint       NOT NULL,
    CONSTRAINT deposit_setting_one_per_website CHECK (website_id = id::text)
);
