-- Who of the programs may touch what. Run by the administrator in the database of the site, again after each migration:
--   mariadb sousede < schema/grants.sql
-- The accounts cannot sign in until the operator gives them passwords:
--   ALTER USER sousede_web@localhost IDENTIFIED BY '…';
-- Shared hosting has one account for everything and needs none of this.

CREATE USER IF NOT EXISTS
  sousede_admin@localhost IDENTIFIED VIA mysql_native_password USING 'invalid',
  sousede_web@localhost IDENTIFIED VIA mysql_native_password USING 'invalid',
  sousede_account@localhost IDENTIFIED VIA mysql_native_password USING 'invalid',
  sousede_jobs@localhost IDENTIFIED VIA mysql_native_password USING 'invalid';

-- web: the page programs home, board, embed. Reads what is public; of people only what is shown; a session only to know who asks.
GRANT SELECT ON region TO sousede_web@localhost;
GRANT SELECT ON district TO sousede_web@localhost;
GRANT SELECT ON town TO sousede_web@localhost;
GRANT SELECT ON town_alias TO sousede_web@localhost;
GRANT SELECT ON town_key TO sousede_web@localhost;
GRANT SELECT ON town_word TO sousede_web@localhost;
GRANT SELECT ON neighbour TO sousede_web@localhost;
GRANT SELECT ON board TO sousede_web@localhost;
GRANT SELECT ON category TO sousede_web@localhost;
GRANT SELECT ON source TO sousede_web@localhost;
GRANT SELECT ON notice TO sousede_web@localhost;
GRANT SELECT ON attachment TO sousede_web@localhost;
GRANT SELECT ON notice_version TO sousede_web@localhost;
GRANT SELECT (id, name, given, initial, full_name, lang, roles, level, standing, town_code, erased_at) ON person TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO sousede_web@localhost;
GRANT UPDATE (official) ON town TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON town_claim TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON claim_vote TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON organisation TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_member TO sousede_web@localhost;
GRANT SELECT, INSERT, DELETE ON vouch TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_code TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON invitation TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON helper_card TO sousede_web@localhost;
GRANT SELECT ON file TO sousede_web@localhost;
GRANT SELECT ON file_part TO sousede_web@localhost;
GRANT SELECT, INSERT, DELETE ON photo_approval TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON level_grant TO sousede_web@localhost;
GRANT UPDATE (level) ON person TO sousede_web@localhost;
GRANT SELECT, UPDATE (seen_at) ON session TO sousede_web@localhost;
GRANT UPDATE (seen_at, idle_told) ON person TO sousede_web@localhost;
GRANT SELECT ON contact TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON token TO sousede_web@localhost;
GRANT INSERT ON outbox TO sousede_web@localhost;
GRANT INSERT ON reveal_log TO sousede_web@localhost;
GRANT INSERT ON event_log TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON throttle TO sousede_web@localhost;
GRANT SELECT, INSERT ON repeat_key TO sousede_web@localhost;

-- Notices are written by the pages, never deleted by them.
GRANT INSERT, UPDATE ON notice TO sousede_web@localhost;
GRANT INSERT ON notice_version TO sousede_web@localhost;
GRANT INSERT, UPDATE ON board TO sousede_web@localhost;
GRANT INSERT, UPDATE ON category TO sousede_web@localhost;
GRANT SELECT (standing, standing_until, told, created_at) ON person TO sousede_web@localhost;
-- Reports and decisions: written by the pages, never deleted by them; a banned person is signed out.
GRANT SELECT ON report_reason TO sousede_web@localhost;
GRANT SELECT ON report_target TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON report TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON decision TO sousede_web@localhost;
GRANT UPDATE (standing, standing_until) ON person TO sousede_web@localhost;
GRANT UPDATE (expires_at, renew) ON session TO sousede_web@localhost;
GRANT SELECT (id, state, reason, place, created_at, reporter_id), UPDATE (reporter_name, contact) ON report TO sousede_account@localhost;
GRANT SELECT, UPDATE ON report TO sousede_jobs@localhost;
GRANT SELECT, UPDATE ON decision TO sousede_jobs@localhost;
GRANT UPDATE (standing, standing_until) ON person TO sousede_jobs@localhost;
-- Forms and their limits, for both.
GRANT SELECT, INSERT, UPDATE, DELETE ON repeat_key TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON throttle TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON repeat_key TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE ON throttle TO sousede_account@localhost;
GRANT SELECT, DELETE ON throttle TO sousede_jobs@localhost;
GRANT SELECT, DELETE ON repeat_key TO sousede_jobs@localhost;
GRANT INSERT ON event_log TO sousede_web@localhost;

-- Neighbourly help: the pages write it, jobs match and forget; account reads what is one's own.
GRANT SELECT ON help_category TO sousede_web@localhost;
GRANT SELECT ON danger_word TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON town_help TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON help_request TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON help_contact TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON offer TO sousede_web@localhost;
GRANT SELECT, INSERT, DELETE ON offer_category TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON response TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE (read_at) ON help_message TO sousede_web@localhost;
GRANT SELECT, INSERT ON help_note TO sousede_web@localhost;
GRANT SELECT, INSERT, DELETE ON help_block TO sousede_web@localhost;
GRANT SELECT ON help_category TO sousede_jobs@localhost;
GRANT SELECT, UPDATE ON town_help TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON help_request TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON help_contact TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON offer TO sousede_jobs@localhost;
GRANT SELECT, DELETE ON offer_category TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON response TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON help_message TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE (text), DELETE ON help_note TO sousede_jobs@localhost;
GRANT SELECT, DELETE ON help_block TO sousede_jobs@localhost;
GRANT SELECT ON help_category TO sousede_account@localhost;
GRANT SELECT, UPDATE ON help_request TO sousede_account@localhost;
GRANT SELECT, UPDATE ON help_contact TO sousede_account@localhost;
GRANT SELECT, UPDATE ON offer TO sousede_account@localhost;
GRANT SELECT, UPDATE ON response TO sousede_account@localhost;
GRANT SELECT ON town_help TO sousede_account@localhost;
GRANT SELECT, DELETE ON help_block TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE ON help_category TO sousede_admin@localhost;
-- Crisis: who joins by role; deliveries.
GRANT SELECT, INSERT, UPDATE, DELETE ON crisis_helper TO sousede_web@localhost;
GRANT SELECT, INSERT, UPDATE ON delivery TO sousede_web@localhost;
GRANT SELECT, UPDATE, DELETE ON crisis_helper TO sousede_jobs@localhost;
GRANT SELECT, UPDATE, DELETE ON delivery TO sousede_jobs@localhost;
GRANT SELECT, INSERT ON depot TO sousede_web@localhost;
GRANT UPDATE (name) ON depot TO sousede_web@localhost; -- what a lock of the row asks for
GRANT SELECT, INSERT ON depot_item TO sousede_web@localhost;
GRANT SELECT, INSERT ON depot_move TO sousede_web@localhost;
GRANT UPDATE (note) ON depot_move TO sousede_web@localhost; -- likewise
GRANT SELECT, UPDATE (note, person_id) ON depot_move TO sousede_jobs@localhost;
GRANT SELECT ON crisis_helper TO sousede_account@localhost;
GRANT SELECT, UPDATE ON delivery TO sousede_account@localhost;
-- Doing: who opened a contact; leaving releases promises and takes one's words along.
GRANT SELECT, INSERT ON help_look TO sousede_web@localhost;
GRANT SELECT (at), DELETE ON help_look TO sousede_jobs@localhost;
GRANT SELECT ON help_look TO sousede_account@localhost;
GRANT DELETE ON help_contact TO sousede_account@localhost;
GRANT SELECT, DELETE ON help_message TO sousede_account@localhost;
GRANT SELECT (request_id), DELETE ON help_note TO sousede_account@localhost;

-- How long what is kept, for the record of processing.
GRANT SELECT ON wording TO sousede_web@localhost;
GRANT SELECT ON processing TO sousede_web@localhost;
GRANT SELECT ON processing_column TO sousede_web@localhost;
GRANT SELECT ON retention TO sousede_web@localhost;

-- account: registration, sign-in and settings, the only one that reads credentials.
GRANT SELECT ON region TO sousede_account@localhost;
GRANT SELECT ON district TO sousede_account@localhost;
GRANT SELECT ON town TO sousede_account@localhost;
GRANT SELECT ON town_alias TO sousede_account@localhost;
GRANT SELECT ON board TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON contact TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON credential TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON second_factor TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE ON token TO sousede_account@localhost;
GRANT INSERT ON outbox TO sousede_account@localhost;
GRANT SELECT, INSERT ON reveal_log TO sousede_account@localhost;
GRANT SELECT, INSERT ON event_log TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE ON throttle TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE ON repeat_key TO sousede_account@localhost;
GRANT SELECT, INSERT, UPDATE ON consent TO sousede_account@localhost;
-- What one may read of oneself, and what has to be left when an account is deleted.
GRANT SELECT ON wording TO sousede_account@localhost;
GRANT SELECT (id, town_code, kind, state, author_id, posted_at) ON notice TO sousede_account@localhost;
GRANT UPDATE (official) ON town TO sousede_account@localhost;
GRANT UPDATE (revision, changed_at) ON board TO sousede_account@localhost;
GRANT SELECT, UPDATE (state, person_id, duty) ON town_claim TO sousede_account@localhost;
GRANT SELECT ON claim_vote TO sousede_account@localhost;
GRANT SELECT, UPDATE (state, version) ON organisation TO sousede_account@localhost;
GRANT SELECT, DELETE ON organisation_member TO sousede_account@localhost;
GRANT SELECT, DELETE ON vouch TO sousede_account@localhost;
GRANT SELECT ON invitation TO sousede_account@localhost;
GRANT SELECT ON helper_card TO sousede_account@localhost;
GRANT SELECT ON level_grant TO sousede_account@localhost;
GRANT SELECT (id, kind, person_id, channel, created_at, state, sent_at, address_hash), DELETE ON outbox TO sousede_account@localhost;
GRANT SELECT, INSERT, DELETE ON file TO sousede_account@localhost;
GRANT SELECT, INSERT, DELETE ON file_part TO sousede_account@localhost;
GRANT SELECT, INSERT, DELETE ON photo_approval TO sousede_account@localhost;

-- admin: the desk. Alone reads the log of acts and changes settings; of letters only their fate, never to whom and what.
GRANT SELECT ON region TO sousede_admin@localhost;
GRANT SELECT ON district TO sousede_admin@localhost;
GRANT SELECT ON town TO sousede_admin@localhost;
GRANT SELECT ON town_alias TO sousede_admin@localhost;
GRANT SELECT ON board TO sousede_admin@localhost;
GRANT SELECT ON source TO sousede_admin@localhost;
GRANT SELECT (id, town_code, kind, state, hangs, slug, title, source_id, site_reads_at) ON notice TO sousede_admin@localhost;
GRANT SELECT (id, name, given, initial, full_name, lang, roles, level, standing, standing_until, town_code, created_at, erased_at) ON person TO sousede_admin@localhost;
GRANT SELECT (seen_at), UPDATE (seen_at, idle_told) ON person TO sousede_admin@localhost;
GRANT SELECT ON membership TO sousede_admin@localhost;
GRANT SELECT, UPDATE (seen_at) ON session TO sousede_admin@localhost;
GRANT SELECT ON town_claim TO sousede_admin@localhost;
GRANT SELECT ON organisation TO sousede_admin@localhost;
GRANT SELECT ON level_grant TO sousede_admin@localhost;
GRANT SELECT ON vouch TO sousede_admin@localhost;
GRANT SELECT (id, kind, ref_id, channel, state, created_at, due_at, tries, owner, leased_until, sent_at, problem, kept), UPDATE (state, due_at, since, owner, leased_until)
  ON outbox TO sousede_admin@localhost;
GRANT SELECT, INSERT ON event_log TO sousede_admin@localhost;
GRANT SELECT, INSERT, UPDATE ON throttle TO sousede_admin@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON repeat_key TO sousede_admin@localhost;
GRANT SELECT ON job_round TO sousede_admin@localhost;
GRANT SELECT, UPDATE ON job_round TO sousede_jobs@localhost;
-- Settings: the desk changes them, the others read them where they use them.
GRANT SELECT, INSERT, UPDATE ON throttle_limit TO sousede_admin@localhost;
GRANT SELECT, INSERT, UPDATE ON notice_rule TO sousede_admin@localhost;
GRANT SELECT, INSERT, UPDATE ON category_offer TO sousede_admin@localhost;
GRANT SELECT, INSERT, UPDATE ON sensitive_category TO sousede_admin@localhost;
GRANT SELECT, UPDATE (amount, unit) ON retention TO sousede_admin@localhost;
GRANT SELECT, INSERT, UPDATE ON report_reason TO sousede_admin@localhost;
GRANT SELECT, UPDATE (minutes) ON report_target TO sousede_admin@localhost;
GRANT SELECT (id, state, due_at) ON report TO sousede_admin@localhost;
GRANT SELECT ON throttle_limit TO sousede_web@localhost;
GRANT SELECT ON throttle_limit TO sousede_account@localhost;
GRANT SELECT ON notice_rule TO sousede_web@localhost;
GRANT SELECT ON category_offer TO sousede_web@localhost;
GRANT SELECT ON sensitive_category TO sousede_web@localhost;

-- jobs: brings feeds in, posts and takes down, refreshes places, delivers mail. Nothing of sessions and credentials.
GRANT SELECT ON schema_version TO sousede_jobs@localhost;
GRANT SELECT, UPDATE (level) ON person TO sousede_jobs@localhost;
GRANT SELECT, UPDATE ON town_claim TO sousede_jobs@localhost;
GRANT SELECT ON membership TO sousede_jobs@localhost;
GRANT SELECT, UPDATE ON organisation TO sousede_jobs@localhost;
GRANT SELECT ON organisation_member TO sousede_jobs@localhost;
GRANT SELECT ON vouch TO sousede_jobs@localhost;
GRANT SELECT ON level_grant TO sousede_jobs@localhost;
GRANT INSERT ON event_log TO sousede_jobs@localhost;
GRANT SELECT, UPDATE (bounced_at, sealed) ON contact TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE ON region TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE ON district TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON town TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON town_alias TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON town_key TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON town_word TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON neighbour TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE ON board TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON category TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON source TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON notice TO sousede_jobs@localhost;
GRANT SELECT, INSERT ON notice_version TO sousede_jobs@localhost;
GRANT SELECT, INSERT, UPDATE, DELETE ON attachment TO sousede_jobs@localhost;
-- Retention and idle accounts: jobs forgets what has been kept long enough; of sessions and tokens it sees only when they end.
GRANT SELECT ON retention TO sousede_jobs@localhost;
GRANT SELECT, DELETE, UPDATE (idle_told, idle_told_at) ON person TO sousede_jobs@localhost;
GRANT DELETE ON membership TO sousede_jobs@localhost;
GRANT DELETE ON organisation_member TO sousede_jobs@localhost;
GRANT DELETE ON vouch TO sousede_jobs@localhost;
GRANT SELECT (expires_at), DELETE ON session TO sousede_jobs@localhost;
GRANT SELECT (expires_at), DELETE ON token TO sousede_jobs@localhost;
GRANT SELECT (at), DELETE ON reveal_log TO sousede_jobs@localhost;
GRANT SELECT, UPDATE (actor_id, object_id, note), DELETE ON event_log TO sousede_jobs@localhost;
GRANT DELETE ON town_claim TO sousede_jobs@localhost;
GRANT SELECT (created_at, expires_at, state), DELETE ON invitation TO sousede_jobs@localhost;
GRANT DELETE ON level_grant TO sousede_jobs@localhost;
GRANT SELECT, UPDATE (title, summary, body) ON notice_version TO sousede_jobs@localhost;
