-- GET /api/v1/writers. Each index ends in what its list is sorted by and the id, so that a page is read off its
-- beginning: the newest first (created_at), and by rating. Those of one website begin with it, also where a level
-- implies it: PostgreSQL takes the two for independent, and would expect fewer rows than there are.

-- All of one website, and of all websites.
CREATE INDEX writer_profile_website_newest ON writer_profile (website_id, created_at, id);
CREATE INDEX writer_profile_website_rating ON writer_profile (website_id, rating, id);
CREATE INDEX writer_profile_newest ON writer_profile (created_at, id);
CREATE INDEX writer_profile_rating ON writer_profile (rating, id);
-- ?is_active=
CREATE INDEX writer_profile_active_newest ON writer_profile (website_id, is_active, created_at, id);
CREATE INDEX writer_profile_active_rating ON writer_profile (website_id, is_active, rating, id);
-- ?level_id=, of one website and of all.
CREATE INDEX writer_profile_website_level_newest ON writer_profile (website_id, level_id, created_at, id);
CREATE INDEX writer_profile_website_level_rating ON writer_profile (website_id, level_id, rating, id);
CREATE INDEX writer_profile_level_newest ON writer_profile (level_id, created_at, id);
CREATE INDEX writer_profile_level_rating ON writer_profile (level_id, rating, id);
-- ?status=, of one website and of all.
CREATE INDEX writer_profile_website_status_newest ON writer_profile (website_id, status, created_at, id);
CREATE INDEX writer_profile_website_status_rating ON writer_profile (website_id, status, rating, id);
CREATE INDEX writer_profile_status_newest ON writer_profile (status, created_at, id);
-- ?is_available_for_auto_assignments=
CREATE INDEX writer_profile_available_newest
    ON writer_profile (website_id, is_available_for_auto_assignments, created_at, id);
CREATE INDEX writer_profile_available_rating
    ON writer_profile (website_id, is_available_for_auto_assignments, rating, id);
