-- What is due when. Client, writer, type and currency are the order's, kept here so that lists of installments need no
-- join; payment_… is what was last heard of the installment's payment.
CREATE TABLE installment (
    id                 uuid          PRIMARY KEY,
    website_id         text          NOT NULL,
    order_id           uuid          NOT NULL,
    client_id          uuid          NOT NULL,
    writer_id          uuid,
    order_type         text          NOT NULL,
    predefined_type_id uuid,
    currency           text          NOT NULL,
    number             integer       NOT NULL,
    kind               text          NOT NULL CONSTRAINT installment_kind CHECK (kind IN ('deposit', 'installment')),
    amount             numeric(12,2) NOT NULL CONSTRAINT installment_amount CHECK (amount > 0),
    due_on             date          NOT NULL,
    due_at             timestamptz   NOT NULL,
    status             text          NOT NULL CONSTRAINT installment_status CHECK (status IN ('unpaid', 'paid', 'void')),
    paid_at            timestamptz,
    paid_by            text          CONSTRAINT installment_paid_by CHECK (paid_by IN ('payment', 'override')),
    payment_id         uuid,
    payment_paid       boolean       NOT NULL,
    payment_refunded   boolean       NOT NULL,
    payment_cancelled  boolean       NOT NULL,
    payment_expired    boolean       NOT NULL,
    CONSTRAINT installment_of_order FOREIGN KEY (website_id, order_id) REFERENCES special_order (website_id, id),
    CONSTRAINT installment_paid CHECK (
        (status = 'paid') = (paid_at IS NOT NULL) AND (status = 'paid') = (paid_by IS NOT NULL)),
    -- Also the look-up of an order's installments.
    CONSTRAINT installment_number_unique UNIQUE (order_id, number)
);
