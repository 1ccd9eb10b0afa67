-- Orders with what they cost. The type's name, and the price of its duration, are copies: editing a type changes no order.
CREATE TABLE special_order (
    id                    uuid          PRIMARY KEY,
    website_id            text          NOT NULL,
    client_id             uuid          NOT NULL,
    writer_id             uuid,
    order_type            text          NOT NULL
                          CONSTRAINT special_order_type CHECK (order_type IN ('predefined', 'estimated')),
    predefined_type_id    uuid,
    predefined_type_name  text,
    inquiry_details       text          NOT NULL,
    duration_days         integer       CONSTRAINT special_order_days CHECK (duration_days > 0),
    price_per_day         numeric(12,2),
    total_cost            numeric(12,2),
    deposit_required      numeric(12,2),
    admin_approved_cost   numeric(12,2),
    currency              text          NOT NULL,
    approved              boolean       NOT NULL,
    approved_at           timestamptz,
    status                text          NOT NULL
                          CONSTRAINT special_order_status CHECK (status IN (
                              'inquiry', 'awaiting_approval', 'in_progress', 'on_hold', 'completed', 'cancelled')),
    hold_cause            text
                          CONSTRAINT special_order_hold_cause CHECK (hold_cause IN ('staff', 'payment_expired')),
    completion_method     text
                          CONSTRAINT special_order_completion CHECK (completion_method IN (
                              'with_files', 'without_files', 'by_admin')),
    admin_notes           text,
    writer_pay_amount     numeric(12,2),
    writer_pay_percentage numeric(5,2),
    -- What the two queues hold, as columns of their own: how many rows a sum of conditions leaves, the planner cannot
    -- tell, since they depend on one another.
    to_approve            boolean       NOT NULL GENERATED ALWAYS AS (
                              NOT approved AND status IN ('inquiry', 'awaiting_approval')) STORED,
    to_estimate           boolean       NOT NULL GENERATED ALWAYS AS (
                              order_type = 'estimated' AND total_cost IS NULL AND status = 'inquiry') STORED,
    created_at            timestamptz   NOT NULL,
    updated_at            timestamptz   NOT NULL,
    completed_at          timestamptz,
    version               bigint        NOT NULL,
    CONSTRAINT special_order_of_its_website UNIQUE (website_id, id),
    CONSTRAINT special_order_of_type FOREIGN KEY (website_id, predefined_type_id)
        REFERENCES predefined_type (website_id, id),
    CONSTRAINT special_order_predefined CHECK (
        (order_type = 'predefined') = (predefined_type_id IS NOT NULL)
        AND (order_type = 'predefined') = (predefined_type_name IS NOT NULL)),
    CONSTRAINT special_order_approved CHECK (
        approved = (approved_at IS NOT NULL) AND approved = (admin_approved_cost IS NOT NULL)),
    CONSTRAINT special_order_started_when_approved CHECK (
        approved OR status NOT IN ('in_progress', 'on_hold', 'completed')),
    CONSTRAINT special_order_held CHECK ((status = 'on_hold') = (hold_cause IS NOT NULL)),
    CONSTRAINT special_order_completed CHECK (
        (status = 'completed') = (completed_at IS NOT NULL)
        AND (status = 'completed') = (completion_method IS NOT NULL)),
    CONSTRAINT special_order_one_pay CHECK (writer_pay_amount IS NULL OR writer_pay_percentage IS NULL)
);
