-- What nobody of the town reads in three working days the site reads (flows.md E5).
ALTER TABLE notice
  ADD COLUMN site_reads_at DATETIME NULL COMMENT 'waiting to be read: since when moderators of the site are asked to, as nobody of the town did or could',
  ADD KEY by_site_reads (site_reads_at);

-- Rights grew: no role holds in a session until it has another token (web/session.h).
ALTER TABLE session ADD COLUMN renew BOOL NOT NULL DEFAULT FALSE COMMENT 'rights grew since the token was given';
