-- The desk of the site: settings its admins change, and what jobs say of themselves.
-- What is not here is in the programs: throttle_limit holds only what an admin decided otherwise than cgi-bin/web/throttle.c does.

CREATE TABLE throttle_limit (
  action VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'a row of the table in throttle.c',
  network_count INT UNSIGNED NOT NULL COMMENT '0 none',
  network_seconds INT UNSIGNED NOT NULL,
  subject_count INT UNSIGNED NOT NULL COMMENT 'of an account, an address, a town',
  subject_seconds INT UNSIGNED NOT NULL
) COMMENT 'how often: limits an admin changed';

CREATE TABLE notice_rule (
  kind ENUM('information', 'community', 'crisis') NOT NULL PRIMARY KEY,
  hangs_days SMALLINT UNSIGNED NOT NULL COMMENT 'what the form of a new notice begins with',
  urgent_a_week TINYINT UNSIGNED NOT NULL COMMENT 'how many urgent ones a town may post in a week'
) COMMENT 'kinds of notices people write';
INSERT INTO notice_rule VALUES ('information', 30, 2), ('community', 30, 0), ('crisis', 30, 0);

CREATE TABLE category_offer (
  slug VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  offered BOOL NOT NULL DEFAULT TRUE
) COMMENT 'categories offered to whoever writes a notice; towns have their own besides';
INSERT INTO category_offer (slug, name) VALUES ('doprava', 'Doprava'), ('kultura', 'Kultura'), ('odpady', 'Odpady'), ('skola', 'Škola a školka'),
  ('sport', 'Sport'), ('voda-a-energie', 'Voda a energie'), ('zastupitelstvo', 'Zastupitelstvo'), ('ztraty-a-nalezy', 'Ztráty a nálezy');

CREATE TABLE sensitive_category (
  code VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'the catalogues have its words',
  position TINYINT UNSIGNED NOT NULL,
  min_level TINYINT UNSIGNED NOT NULL COMMENT 'helper level 0–3 (E4)'
) COMMENT 'help that asks for trust: who may give it';
INSERT INTO sensitive_category VALUES ('home', 1, 2), ('keys', 2, 2), ('money', 3, 2), ('medicine', 4, 2), ('children', 5, 2);

CREATE TABLE job_round (
  name VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'clock, archive, mail, feeds',
  position TINYINT UNSIGNED NOT NULL,
  every_seconds INT UNSIGNED NOT NULL COMMENT 'a round that is later than three times this is late',
  done_at DATETIME NULL COMMENT 'the last round ended, to the minute',
  did BIGINT NOT NULL DEFAULT 0 COMMENT 'what the last round that did anything did'
) COMMENT 'when each of the jobs ran last';
INSERT INTO job_round (name, position, every_seconds) VALUES ('clock', 1, 300), ('mail', 2, 300), ('feeds', 3, 300), ('archive', 4, 3600);
