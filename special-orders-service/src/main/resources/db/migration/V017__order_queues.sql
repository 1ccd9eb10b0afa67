-- GET /api/v1/special-orders/approval-queue: what waits for a decision, of one website and of all.
CREATE INDEX special_order_website_to_approve ON special_order (website_id, created_at, id)
    WHERE NOT approved AND status IN ('inquiry', 'awaiting_approval');
CREATE INDEX special_order_to_approve ON special_order (created_at, id)
    WHERE NOT approved AND status IN ('inquiry', 'awaiting_approval');
-- GET /api/v1/special-orders/estimated-queue: what waits for a price, of one website and of all.
CREATE INDEX special_order_website_to_estimate ON special_order (website_id, created_at, id)
    WHERE order_type = 'estimated' AND total_cost IS NULL AND status = 'inquiry';
CREATE INDEX special_order_to_estimate ON special_order (created_at, id)
    WHERE order_type = 'estimated' AND total_cost IS NULL AND status = 'inquiry';
