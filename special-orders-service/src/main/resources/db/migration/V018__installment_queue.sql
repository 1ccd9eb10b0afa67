-- GET /api/v1/special-orders/installments by due date: of one website, with a status; of all websites.
CREATE INDEX installment_website_due ON installment (website_id, due_at, id) WHERE status <> 'void';
CREATE INDEX installment_website_status_due ON installment (website_id, status, due_at, id);
CREATE INDEX installment_due ON installment (due_at, id) WHERE status <> 'void';
CREATE INDEX installment_status_due ON installment (status, due_at, id);
-- ?client_id=, ?writer_id=, ?predefined_type_id=.
CREATE INDEX installment_client ON installment (client_id, due_at, id);
CREATE INDEX installment_writer ON installment (writer_id, due_at, id);
CREATE INDEX installment_predefined_type ON installment (predefined_type_id, due_at, id);
