-- GET /api/v1/earnings of one website, the last periods first; with period_from and period_to.
CREATE INDEX earning_website_end ON earning (website_id, period_end, id);
-- ?sort=period_start and ?sort=total_earnings of one website.
CREATE INDEX earning_website_start ON earning (website_id, period_start, id);
CREATE INDEX earning_website_total ON earning (website_id, total_earnings, id);
-- A writer's own, and ?writer_id=, with a website and without: a writer writes for one.
CREATE INDEX earning_writer ON earning (writer_id, period_end, id);
-- The same for a superadmin who names no website.
CREATE INDEX earning_end ON earning (period_end, id);
CREATE INDEX earning_start ON earning (period_start, id);
CREATE INDEX earning_total ON earning (total_earnings, id);
