-- GET /api/v1/earnings of one website, the last periods first; with period_from and period_to.
CREATE INDEX earning_website_end ON earning (website_id, period_end, id);
-- ?sort=total_earnings of one website.
CREATE INDEX earning_website_total ON earning (website_id, total_earnings, id);
-- The same for a superadmin who names no website, and ?writer_id= then.
CREATE INDEX earning_writer ON earning (writer_id, period_end, id);
CREATE INDEX earning_end ON earning (period_end, id);
CREATE INDEX earning_total ON earning (total_earnings, id);
