-- Writers ask for orders, which another service has.
CREATE TABLE order_request (
    id           uuid        PRIMARY KEY,
    website_id   text        NOT NULL,
    website      uuid        GENERATED ALWAYS AS (website_id::uuid) STORED,
    writer_id    uuid        NOT NULL,
    order_id     uuid        NOT NULL,
    reason       text        NOT NULL,
    status       text        NOT NULL CHECK (status IN ('open', 'approved', 'rejected', 'withdrawn')),
    feedback     text,
    requested_at timestamptz NOT NULL,
    decided_at   timestamptz CHECK ((decided_at IS NULL) = (status = 'open')),
    decided_by   uuid,
    -- Of an approved one: the order has a writer by now, so that active_orders counts it.
    taken_up     boolean     NOT NULL,
    updated_at   timestamptz NOT NULL,
    version      bigint      NOT NULL,
    CONSTRAINT order_request_of_a_writer FOREIGN KEY (website_id, writer_id)
        REFERENCES writer_profile (website_id, writer_id)
);

-- One open request of a writer for an order. The order stands first, so that no list of a writer's takes it for its own.
CREATE UNIQUE INDEX order_request_open_once ON order_request (website_id, order_id, writer_id) WHERE status = 'open';
-- One writer for an order.
CREATE UNIQUE INDEX order_request_approved_once ON order_request (website_id, order_id) WHERE status = 'approved';
-- How many approved orders of a writer no order shows yet: the limit of active orders, at each approval.
CREATE INDEX order_request_not_taken_up ON order_request (website_id, writer_id)
    WHERE status = 'approved' AND NOT taken_up;
