-- Reports and what is decided about them: flows.md E6, DSA (EU) 2022/2065 articles 14, 16, 17 and 20.

-- What moderators see to, beside the state the author gave it. limited: on its page and the board, not in feeds and mails; hidden: for a time; removed: for good.
ALTER TABLE notice
  ADD COLUMN moderation ENUM('visible', 'limited', 'hidden', 'removed') NOT NULL DEFAULT 'visible',
  ADD COLUMN moderated_at DATETIME NULL COMMENT 'when that changed last',
  MODIFY COLUMN hangs BOOL AS (state IN ('posted', 'extended') AND moderation IN ('visible', 'limited')) STORED COMMENT 'for the indexes',
  ADD KEY by_moderation (town_code, moderation, moderated_at);

ALTER TABLE organisation
  ADD COLUMN moderation ENUM('visible', 'limited', 'hidden', 'removed') NOT NULL DEFAULT 'visible',
  ADD COLUMN moderated_at DATETIME NULL;

CREATE TABLE report_reason (
  code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'the catalogues have its words',
  position TINYINT UNSIGNED NOT NULL COMMENT 'in the form',
  priority TINYINT UNSIGNED NOT NULL COMMENT '1 danger, personal data, child · 2 illegal · 3 rules · 4 other',
  illegal BOOL NOT NULL COMMENT 'says that a law is broken: whoever says so gives a name and a mail (DSA 16.2 c)',
  nameless BOOL NOT NULL DEFAULT FALSE COMMENT '… but not here',
  danger BOOL NOT NULL DEFAULT FALSE COMMENT 'somebody may be in danger: first the page with 112 and 158',
  label VARCHAR(120) NULL COMMENT 'words of a code that the catalogues do not know'
) COMMENT 'why something is reported';
INSERT INTO report_reason (code, position, priority, illegal, nameless, danger) VALUES
  ('danger', 1, 1, FALSE, FALSE, TRUE),
  ('child_abuse', 2, 1, TRUE, TRUE, TRUE),
  ('personal_data', 3, 1, FALSE, FALSE, FALSE),
  ('fraud_suspected', 4, 2, TRUE, FALSE, FALSE),
  ('illegal', 5, 2, TRUE, FALSE, FALSE),
  ('offensive', 6, 3, FALSE, FALSE, FALSE),
  ('commercial', 7, 3, FALSE, FALSE, FALSE),
  ('wrong_board', 8, 4, FALSE, FALSE, FALSE),
  ('duplicate', 9, 4, FALSE, FALSE, FALSE),
  ('expired', 10, 4, FALSE, FALSE, FALSE),
  ('other', 11, 4, FALSE, FALSE, FALSE);

CREATE TABLE report_target (
  priority TINYINT UNSIGNED NOT NULL PRIMARY KEY,
  minutes INT NOT NULL COMMENT 'from the report to its decision'
) COMMENT 'how soon a report is to be decided';
INSERT INTO report_target VALUES (1, 120), (2, 1440), (3, 4320), (4, 10080);

CREATE TABLE report (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'its number',
  state ENUM('received', 'triaged', 'in_hand', 'decided', 'appealed', 'final', 'merged') NOT NULL DEFAULT 'received',
  target ENUM('notice', 'organisation', 'person', 'page') NOT NULL,
  target_id BIGINT NOT NULL DEFAULT 0 COMMENT '0 for a page',
  town_code INT NULL COMMENT 'where the target is at home',
  place VARCHAR(1000) NOT NULL COMMENT 'exact address of what is meant',
  reason VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  priority TINYINT UNSIGNED NOT NULL,
  explanation VARBINARY(9000) NOT NULL COMMENT 'sealed: people write here what they should not',
  reporter_id BIGINT NULL,
  reporter_name VARBINARY(600) NULL COMMENT 'sealed',
  contact VARBINARY(600) NULL COMMENT 'sealed mail; the result goes there',
  lang ENUM('cs', 'en', 'uk') NOT NULL DEFAULT 'cs',
  origin BINARY(32) NOT NULL COMMENT 'keyed hash of the person or the network: who reports twice is one reporter',
  trusted BOOL NOT NULL DEFAULT FALSE COMMENT 'a verified person: one is enough to hide what is dangerous',
  link_hash BINARY(32) NOT NULL UNIQUE COMMENT 'BLAKE2b of the link that shows its state to whoever sent it',
  created_at DATETIME NOT NULL,
  due_at DATETIME NOT NULL,
  merged_into BIGINT NULL COMMENT 'the first open report of the same target',
  moderator_id BIGINT NULL COMMENT 'who has it in hand, then who decided',
  locked_until DATETIME NULL,
  final_at DATETIME NULL,
  version INT NOT NULL DEFAULT 1,
  open_target VARCHAR(40) CHARACTER SET ascii AS (IF(state IN ('received', 'triaged', 'in_hand') AND target_id, CONCAT(target, ' ', target_id), NULL)) STORED,
  UNIQUE KEY one_open (open_target),
  KEY by_queue (state, priority, due_at),
  KEY by_target (target, target_id),
  KEY by_first (merged_into),
  KEY by_lock (state, locked_until),
  FOREIGN KEY (reason) REFERENCES report_reason (code),
  FOREIGN KEY (merged_into) REFERENCES report (id),
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (reporter_id) REFERENCES person (id) ON DELETE SET NULL,
  FOREIGN KEY (moderator_id) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'hlášení';

CREATE TABLE decision (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'public: /rozhodnuti/ID',
  report_id BIGINT NULL COMMENT 'NULL on own initiative',
  reviews BIGINT NULL COMMENT 'the decision that was appealed against',
  target ENUM('notice', 'organisation', 'person', 'page') NOT NULL,
  target_id BIGINT NOT NULL,
  town_code INT NULL,
  before_it VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'moderation or standing before',
  action VARCHAR(10) CHARACTER SET ascii NOT NULL COMMENT 'none, limited, hidden, removed, restored; of persons normal, warned, limited, suspended, banned',
  reason VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ground VARCHAR(200) NOT NULL COMMENT 'law or rule of the terms',
  facts VARCHAR(1000) NOT NULL COMMENT 'for the author and the reporter; not public',
  summary VARCHAR(300) NULL COMMENT 'public, names nobody',
  automated BOOL NOT NULL DEFAULT FALSE,
  until DATETIME NULL COMMENT 'of the measure; NULL for good',
  ended BOOL NOT NULL DEFAULT FALSE COMMENT 'the measure was for a time, and it is over',
  state ENUM('decided', 'appealed', 'final') NOT NULL DEFAULT 'decided',
  appeal_until DATETIME NULL COMMENT 'NULL cannot be appealed',
  appeal_by ENUM('author', 'reporter') NULL,
  appeal_text VARBINARY(9000) NULL COMMENT 'sealed',
  appealed_at DATETIME NULL,
  outcome ENUM('upheld', 'changed') NULL COMMENT 'of the appeal',
  moderator_id BIGINT NULL COMMENT 'internal',
  decided_at DATETIME NOT NULL,
  KEY by_day (decided_at),
  KEY by_report (report_id),
  KEY by_target (target, target_id),
  KEY by_appeal (state, appeal_until),
  KEY by_until (ended, until),
  FOREIGN KEY (report_id) REFERENCES report (id),
  FOREIGN KEY (reviews) REFERENCES decision (id),
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (moderator_id) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'rozhodnutí';
