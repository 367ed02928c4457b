-- People: how they are reached, how they sign in, what they are trusted with, and what was done in whose name. flows.md E0, E4, E7.
-- Contacts are sealed (seal.h): the database holds neither the key nor a phone, a mail or a street in clear.

ALTER TABLE person
  ADD COLUMN given VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'as others see it: first name',
  ADD COLUMN initial VARCHAR(4) NOT NULL DEFAULT '' COMMENT 'and initial',
  ADD COLUMN full_name BOOL NOT NULL DEFAULT FALSE COMMENT 'the person lets others see the whole name',
  ADD COLUMN town_code INT NULL,
  ADD COLUMN part VARCHAR(80) NULL COMMENT 'part of the town',
  ADD COLUMN about VARCHAR(500) NULL COMMENT 'what I can do, in own words',
  ADD COLUMN languages VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'comma separated ISO 639-1',
  ADD COLUMN transport SET('foot', 'bike', 'motorcycle', 'car', 'van') NOT NULL DEFAULT '',
  ADD COLUMN times SET('morning', 'afternoon', 'evening', 'weekend') NOT NULL DEFAULT '',
  ADD COLUMN told ENUM('now', 'daily', 'weekly', 'never') NOT NULL DEFAULT 'now' COMMENT 'how news is told; what concerns the account is told at once',
  ADD COLUMN level TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'helper level 0–3 (E4)',
  ADD COLUMN standing ENUM('normal', 'warned', 'limited', 'suspended', 'banned') NOT NULL DEFAULT 'normal' COMMENT 'E6',
  ADD COLUMN standing_until DATETIME NULL,
  ADD COLUMN seen_at DATETIME NULL COMMENT 'last day of activity, for E7',
  ADD COLUMN erased_at DATETIME NULL COMMENT 'the person deleted the account; only this row remains',
  ADD COLUMN version INT NOT NULL DEFAULT 1,
  ADD KEY by_town (town_code, level),
  ADD FOREIGN KEY (town_code) REFERENCES town (code);

CREATE TABLE contact (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  kind ENUM('mail', 'phone') NOT NULL,
  sealed VARBINARY(600) NOT NULL COMMENT 'seal_close of the address',
  address_hash BINARY(32) NOT NULL COMMENT 'seal_index of the normalised address: finds it, does not tell it',
  confirmed_at DATETIME NULL,
  bounced_at DATETIME NULL COMMENT 'delivery failed for good',
  UNIQUE KEY by_address (kind, address_hash, person_id),
  KEY by_person (person_id),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'how a person is reached; one confirmed holder of an address at a time';

CREATE TABLE credential (
  person_id BIGINT NOT NULL PRIMARY KEY,
  password_hash VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'Argon2id, libsodium''s own string',
  changed_at DATETIME NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'only the account program may read it';

CREATE TABLE second_factor (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  kind ENUM('totp', 'passkey', 'recovery') NOT NULL,
  label VARCHAR(60) NOT NULL DEFAULT '',
  secret VARBINARY(600) NOT NULL COMMENT 'totp: sealed secret; passkey: public key; recovery: BLAKE2b of the code',
  credential_hash BINARY(32) NULL COMMENT 'passkey: BLAKE2b of the credential id',
  counter BIGINT NOT NULL DEFAULT 0 COMMENT 'totp: last step used; passkey: signature counter',
  created_at DATETIME NOT NULL,
  used_at DATETIME NULL,
  KEY by_person (person_id, kind),
  UNIQUE KEY by_credential (credential_hash),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'only the account program may read it';

ALTER TABLE session
  ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT UNIQUE COMMENT 'to name a session in a list without its hash',
  ADD COLUMN seen_at DATETIME NULL COMMENT 'to the hour',
  ADD COLUMN fresh_at DATETIME NULL COMMENT 'when the password was last given: changes of credentials want it young',
  ADD COLUMN strong BOOL NOT NULL DEFAULT FALSE COMMENT 'a second factor was given',
  ADD COLUMN agent VARCHAR(120) NOT NULL DEFAULT '' COMMENT 'browser, shortened, so that the person knows it',
  ADD COLUMN network VARBINARY(16) NULL COMMENT '/24 or /48';

CREATE TABLE token (
  hash BINARY(32) NOT NULL PRIMARY KEY COMMENT 'BLAKE2b of the token in the link',
  purpose ENUM('confirm', 'reset', 'change_mail', 'undo_mail', 'invite', 'claim', 'appeal', 'unsubscribe', 'join') NOT NULL,
  person_id BIGINT NULL,
  subject_id BIGINT NULL COMMENT 'what it acts on, by purpose',
  detail VARBINARY(600) NULL COMMENT 'sealed, by purpose: a new address',
  code_hash BINARY(32) NULL COMMENT 'the same as a code to be read over the telephone',
  tries TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of the code; five and it is dead',
  created_at DATETIME NOT NULL,
  expires_at DATETIME NOT NULL,
  used_at DATETIME NULL,
  KEY by_person (person_id, purpose),
  KEY by_subject (purpose, subject_id),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'personal links and one-time codes; a use consumes its siblings of the same purpose and person';

CREATE TABLE throttle (
  bucket BINARY(32) NOT NULL COMMENT 'BLAKE2b of what is counted: action and account, network (/64), target',
  window_start DATETIME NOT NULL,
  count INT NOT NULL DEFAULT 1,
  PRIMARY KEY (bucket, window_start),
  KEY by_window (window_start)
) COMMENT 'INSERT … ON DUPLICATE KEY UPDATE count = count + 1; jobs forgets old windows';

CREATE TABLE repeat_key (
  nonce BINARY(32) NOT NULL PRIMARY KEY COMMENT 'BLAKE2b of session, form and its one-time field',
  answer VARCHAR(300) NOT NULL COMMENT 'where the first submission led',
  at DATETIME NOT NULL,
  KEY by_time (at)
) COMMENT 'double submission does one thing';

CREATE TABLE event_log (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME NOT NULL,
  object VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'notice, town, organisation, person, report, setting …',
  object_id BIGINT NOT NULL,
  action VARCHAR(40) CHARACTER SET ascii NOT NULL COMMENT 'row of the policy table, or what jobs did',
  state_from VARCHAR(30) NULL, state_to VARCHAR(30) NULL,
  actor_id BIGINT NULL COMMENT 'NULL the system; hashed away after 12 months',
  reason_code VARCHAR(30) NULL,
  note VARCHAR(500) NULL,
  KEY by_object (object, object_id, id),
  KEY by_actor (actor_id, id)
) COMMENT 'append only: no account may UPDATE or DELETE it but jobs'' retention';

CREATE TABLE reveal_log (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME NOT NULL,
  person_id BIGINT NOT NULL COMMENT 'whose contact was opened; sees this row',
  viewer_id BIGINT NOT NULL,
  what VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'phone, mail, street, name',
  reason VARCHAR(60) NOT NULL COMMENT 'the object it was opened for',
  KEY by_person (person_id, id),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'every look at a sealed field';

CREATE TABLE consent (
  person_id BIGINT NOT NULL,
  wording VARCHAR(30) CHARACTER SET ascii NOT NULL COMMENT 'terms, news, precise_location',
  version INT NOT NULL,
  given_at DATETIME NOT NULL,
  withdrawn_at DATETIME NULL,
  PRIMARY KEY (person_id, wording, version),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'consent with the version of the wording it was given to';

CREATE TABLE outbox (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(40) CHARACTER SET ascii NOT NULL COMMENT 'template of mail.xsl: account.confirm, org.code …',
  ref_id BIGINT NOT NULL COMMENT 'what it is about',
  person_id BIGINT NOT NULL DEFAULT 0 COMMENT 'to whom; 0: to the sealed address',
  channel ENUM('mail', 'sms') NOT NULL DEFAULT 'mail',
  address VARBINARY(600) NULL COMMENT 'sealed, when it is not a contact of the person; erased once sent',
  address_hash BINARY(32) NULL COMMENT 'seal_index of that address: a bounce finds the contact by it',
  what_hash BINARY(32) NOT NULL COMMENT 'seal_index of day, address and detail: the same thing is told once a day, a new link is a new thing',
  lang ENUM('cs', 'en', 'uk') NOT NULL DEFAULT 'cs',
  detail VARBINARY(4000) NULL COMMENT 'sealed: what the template needs and no table keeps (a link, a code); erased once sent',
  created_at DATETIME NOT NULL,
  state ENUM('waiting', 'handed', 'sent', 'failed', 'unknown') NOT NULL DEFAULT 'waiting'
    COMMENT 'handed: the last bytes are on their way; unknown: nobody can say whether the server took them, so it is not sent again by itself',
  due_at DATETIME NOT NULL,
  tries INT NOT NULL DEFAULT 0,
  owner CHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  leased_until DATETIME NULL,
  sent_at DATETIME NULL,
  message_id VARCHAR(120) CHARACTER SET ascii NULL COMMENT 'given before the first try, the same at each: receivers recognise a repetition',
  problem VARCHAR(300) NULL,
  UNIQUE KEY by_what (kind, ref_id, person_id, channel, what_hash),
  KEY by_due (state, due_at),
  KEY by_person (person_id)
) COMMENT 'what people are to be told; written in the transaction of the change, drained by jobs';
