-- Privacy: to which wording people agreed, how long everything is kept (flows.md E7), and what there is of a person (GDPR art. 30).
-- The page /soukromi/zaznam is made of these tables, jobs does what `retention` says, tests/privacy.t holds the catalogue complete.

CREATE TABLE wording (
  name VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'terms, news, precise_location',
  version INT NOT NULL,
  since DATE NOT NULL COMMENT 'first day it holds',
  PRIMARY KEY (name, version)
) COMMENT 'texts people agree to: who changes the words adds a row, and everybody is asked anew';
INSERT INTO wording (name, version, since) VALUES ('terms', 1, '2026-11-01');

ALTER TABLE person
  ADD COLUMN idle_told TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'letters about the coming end of an idle account since the last visit',
  ADD COLUMN idle_told_at DATETIME NULL,
  ADD KEY by_seen (seen_at);

-- What was vouched for in the name of a town stays when the clerk goes.
ALTER TABLE vouch
  DROP FOREIGN KEY vouch_ibfk_3,
  MODIFY COLUMN person_id BIGINT NULL COMMENT 'NULL: deleted the account since; then town_code is there';
ALTER TABLE vouch
  ADD CONSTRAINT vouch_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL;

CREATE TABLE processing (
  activity VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'the catalogues of words say what for, whose, who gets it',
  position TINYINT UNSIGNED NOT NULL,
  basis ENUM('contract', 'interest', 'task', 'duty') NOT NULL COMMENT 'GDPR art. 6 (1) b, f, e, c'
) COMMENT 'processing record: what is done with data of people';
INSERT INTO processing (activity, position, basis) VALUES
  ('account', 1, 'contract'), ('safety', 2, 'interest'), ('letters', 3, 'contract'), ('towns', 4, 'task'), ('organisations', 5, 'contract'),
  ('helpers', 6, 'contract'), ('notices', 7, 'task'), ('log', 8, 'interest');

CREATE TABLE processing_column (
  table_name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  column_name VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  activity VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  withheld ENUM('secret', 'hash', 'others') NULL COMMENT 'why it is not in the export of the person; NULL: it is',
  PRIMARY KEY (table_name, column_name),
  FOREIGN KEY (activity) REFERENCES processing (activity)
) COMMENT 'every column that refers to a person or is sealed';
INSERT INTO processing_column (table_name, column_name, activity, withheld) VALUES
  ('person', 'id', 'account', NULL),
  ('contact', 'person_id', 'account', NULL),
  ('contact', 'sealed', 'account', NULL),
  ('contact', 'address_hash', 'account', 'hash'),
  ('consent', 'person_id', 'account', NULL),
  ('credential', 'person_id', 'safety', 'secret'),
  ('second_factor', 'person_id', 'safety', NULL),
  ('second_factor', 'secret', 'safety', 'secret'),
  ('session', 'person_id', 'safety', NULL),
  ('session', 'network', 'safety', NULL),
  ('token', 'person_id', 'safety', 'secret'),
  ('token', 'detail', 'safety', 'secret'),
  ('throttle', 'bucket', 'safety', 'hash'),
  ('repeat_key', 'nonce', 'safety', 'hash'),
  ('outbox', 'person_id', 'letters', NULL),
  ('outbox', 'address', 'letters', 'secret'),
  ('outbox', 'address_hash', 'letters', 'hash'),
  ('outbox', 'detail', 'letters', 'secret'),
  ('membership', 'person_id', 'towns', NULL),
  ('town_claim', 'person_id', 'towns', NULL),
  ('claim_vote', 'person_id', 'towns', NULL),
  ('invitation', 'invited_by', 'towns', NULL),
  ('organisation_member', 'person_id', 'organisations', NULL),
  ('vouch', 'person_id', 'organisations', NULL),
  ('level_grant', 'person_id', 'helpers', NULL),
  ('level_grant', 'granted_by', 'helpers', 'others'),
  ('helper_card', 'person_id', 'helpers', NULL),
  ('notice', 'author_id', 'notices', NULL),
  ('event_log', 'actor_id', 'log', NULL),
  ('event_log', 'object_id', 'log', NULL),
  ('reveal_log', 'person_id', 'log', NULL),
  ('reveal_log', 'viewer_id', 'log', NULL);

CREATE TABLE retention (
  what VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'a row of the table of steps in jobs (cgi-bin/feed/retention.c)',
  town_code INT NOT NULL DEFAULT 0 COMMENT 'a town may keep its notices shorter or longer; 0 for everybody',
  amount INT NULL COMMENT 'NULL: kept',
  unit ENUM('day', 'month') NOT NULL,
  act ENUM('erase', 'hash', 'tell', 'redact') NOT NULL,
  activity VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (what, town_code),
  FOREIGN KEY (activity) REFERENCES processing (activity)
) COMMENT 'how long what is kept, and what happens then';
INSERT INTO retention (what, amount, unit, act, activity) VALUES
  ('unconfirmed', 30, 'day', 'erase', 'account'),
  ('idle-first', 18, 'month', 'tell', 'account'),
  ('idle-second', 23, 'month', 'tell', 'account'),
  ('idle', 24, 'month', 'erase', 'account'),
  ('session', 0, 'day', 'erase', 'safety'),
  ('token', 30, 'day', 'erase', 'safety'),
  ('throttle', 2, 'day', 'erase', 'safety'),
  ('repeat-key', 2, 'day', 'erase', 'safety'),
  ('letter', 30, 'day', 'erase', 'letters'),
  ('claim', 12, 'month', 'erase', 'towns'),
  ('invitation', 12, 'month', 'erase', 'towns'),
  ('level', 12, 'month', 'erase', 'helpers'),
  ('notice-personal', 0, 'day', 'redact', 'notices'),
  ('notice', NULL, 'month', 'redact', 'notices'),
  ('reveal-log', 12, 'month', 'erase', 'log'),
  ('log-actor', 12, 'month', 'hash', 'log'),
  ('log', 36, 'month', 'erase', 'log');
