-- Notice boards. A board is a town and a kind; a notice hangs on one board. flows.md E5 has the states.

CREATE TABLE board (
  town_code INT NOT NULL,
  kind ENUM('official_copy', 'information', 'community', 'crisis') NOT NULL,
  revision BIGINT NOT NULL DEFAULT 1 COMMENT 'grows with everything a reader could see change, take-down by time included; part of the ETag',
  changed_at DATETIME NOT NULL COMMENT 'when the revision grew; Last-Modified',
  PRIMARY KEY (town_code, kind),
  KEY by_change (changed_at),
  FOREIGN KEY (town_code) REFERENCES town (code)
) COMMENT 'a board exists since its first notice';

CREATE TABLE category (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  town_code INT NOT NULL,
  slug VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '?kategorie=SLUG',
  name VARCHAR(120) NOT NULL,
  UNIQUE KEY by_slug (town_code, slug),
  FOREIGN KEY (town_code) REFERENCES town (code)
) COMMENT 'names a town gives to kinds of notices; free, there is no code list (OFN agenda)';

CREATE TABLE source (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  town_code INT NOT NULL,
  kind ENUM('official_copy', 'information', 'community', 'crisis') NOT NULL COMMENT 'board its items go to',
  url VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  url_hash BINARY(32) AS (UNHEX(SHA2(url, 256))) STORED,
  title VARCHAR(200) NULL COMMENT 'what the feed calls itself',
  page VARCHAR(2000) NULL COMMENT 'page for people the feed belongs to',
  format ENUM('ofn', 'rss', 'atom', 'ics') NULL COMMENT 'as recognised at the last success',
  state ENUM('active', 'paused') NOT NULL DEFAULT 'active',
  etag VARCHAR(300) NULL, last_modified VARCHAR(100) NULL COMMENT 'validators as the server sent them',
  body_hash BINARY(32) NULL COMMENT 'BLAKE2b of the last good copy: the same bytes need no reading',
  tried_at DATETIME NULL COMMENT 'last request',
  good_at DATETIME NULL COMMENT 'last success, 304 included',
  due_at DATETIME NOT NULL COMMENT 'next request, not before',
  failures INT NOT NULL DEFAULT 0 COMMENT 'in a row; the wait doubles with each',
  problem VARCHAR(300) NULL COMMENT 'why the last try failed, as a code and a detail',
  items INT NOT NULL DEFAULT 0 COMMENT 'in the last good copy',
  owner CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'process that holds the lease',
  leased_until DATETIME NULL,
  UNIQUE KEY by_url (town_code, kind, url_hash),
  KEY by_due (state, due_at),
  FOREIGN KEY (town_code) REFERENCES town (code)
) COMMENT 'feeds of towns that jobs brings in';

CREATE TABLE notice (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'public and immutable: /o/ID',
  town_code INT NOT NULL,
  kind ENUM('official_copy', 'information', 'community', 'crisis') NOT NULL,
  state ENUM('draft', 'approval', 'scheduled', 'posted', 'extended', 'taken_down', 'archived', 'redacted', 'cancelled') NOT NULL,
  hangs BOOL AS (state IN ('posted', 'extended')) STORED COMMENT 'for the indexes',
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'of the title; decoration in the address',
  title VARCHAR(500) NOT NULL,
  summary VARCHAR(500) NULL COMMENT 'plain text',
  body MEDIUMTEXT NULL COMMENT 'CommonMark',
  category_id INT NULL,
  originator VARCHAR(200) NULL COMMENT 'whose notice it is when not the town''s own (původce)',
  reference VARCHAR(200) NULL COMMENT 'číslo jednací',
  file_mark VARCHAR(200) NULL COMMENT 'spisová značka',
  issued_on DATE NULL,
  posted_at DATETIME NOT NULL COMMENT 'real or planned start',
  posted_day_only BOOL NOT NULL DEFAULT FALSE COMMENT 'the source told only the day',
  takedown_on DATE NULL COMMENT 'planned: hangs to the end of this Prague day; NULL unknown',
  takendown_at DATETIME NULL COMMENT 'real',
  changed_at DATETIME NOT NULL COMMENT 'last significant change: Atom updated',
  urgent BOOL NOT NULL DEFAULT FALSE,
  personal_data BOOL NOT NULL DEFAULT FALSE COMMENT 'names people: after take-down only 410 remains',
  event_from DATETIME NULL, event_to DATETIME NULL COMMENT 'event_to is exclusive',
  event_all_day BOOL NOT NULL DEFAULT FALSE,
  place VARCHAR(300) NULL, lat DOUBLE NULL, lon DOUBLE NULL,
  link VARCHAR(2000) NULL COMMENT 'the notice at its source, or where more is',
  source_id INT NULL COMMENT 'brought in from this feed',
  source_key BINARY(32) NULL COMMENT 'BLAKE2b of its identity there: iri, else url, else reference, title and day',
  source_hash BINARY(32) NULL COMMENT 'BLAKE2b of everything read: equal means nothing to write',
  missing TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'successful fetches in a row without this item; three take it down',
  corrects_id BIGINT NULL,
  attachments SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'how many, so that lists need no join',
  search_text MEDIUMTEXT COLLATE utf8mb4_bin NOT NULL DEFAULT '' COMMENT 'text_fold of title, summary, body, reference, originator',
  version INT NOT NULL DEFAULT 1,
  KEY by_board (town_code, hangs, posted_at, id),
  KEY by_kind (town_code, hangs, kind, posted_at, id),
  KEY by_category (town_code, hangs, category_id, posted_at, id),
  KEY by_due_down (hangs, takedown_on),
  KEY by_due_up (state, posted_at),
  KEY by_event (town_code, hangs, event_from),
  KEY by_takendown (town_code, takendown_at),
  UNIQUE KEY by_source (source_id, source_key),
  FOREIGN KEY (town_code, kind) REFERENCES board (town_code, kind),
  FOREIGN KEY (category_id) REFERENCES category (id),
  FOREIGN KEY (source_id) REFERENCES source (id),
  FOREIGN KEY (corrects_id) REFERENCES notice (id)
) COMMENT 'oznámení';

CREATE TABLE notice_version (
  notice_id BIGINT NOT NULL,
  version INT NOT NULL,
  recorded_at DATETIME NOT NULL COMMENT 'when the next version replaced this one',
  title VARCHAR(500) NOT NULL, summary VARCHAR(500) NULL, body MEDIUMTEXT NULL,
  takedown_on DATE NULL, source_hash BINARY(32) NULL,
  PRIMARY KEY (notice_id, version),
  FOREIGN KEY (notice_id) REFERENCES notice (id) ON DELETE CASCADE
) COMMENT 'what a notice said before it was changed; nothing posted is overwritten';

CREATE TABLE attachment (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  notice_id BIGINT NOT NULL,
  position SMALLINT UNSIGNED NOT NULL,
  title VARCHAR(300) NOT NULL,
  url VARCHAR(2000) NOT NULL COMMENT 'at the source; own files come later',
  media_type VARCHAR(100) CHARACTER SET ascii NULL,
  bytes BIGINT NULL COMMENT 'NULL unknown',
  UNIQUE KEY by_notice (notice_id, position),
  FOREIGN KEY (notice_id) REFERENCES notice (id) ON DELETE CASCADE
) COMMENT 'přílohy';
