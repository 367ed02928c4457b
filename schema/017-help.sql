-- Neighbourly help: requests, offers, and the answers between them. flows.md E0, E1, E2, E7.
-- Whoever is in need is never here in clear: full names, telephones, mails and streets are sealed (seal.h); what all may see is first name and initial.

CREATE TABLE help_category (
  code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'the catalogues have its words; also the word in ?s-cim=',
  position TINYINT UNSIGNED NOT NULL,
  icon VARCHAR(20) CHARACTER SET ascii NOT NULL COMMENT 'symbol of the sprite',
  crisis BOOL NOT NULL DEFAULT FALSE COMMENT 'only where a town is in crisis mode',
  min_level TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'helper level it asks for by itself (E4)',
  offered BOOL NOT NULL DEFAULT TRUE COMMENT 'an admin may withdraw it'
) COMMENT 'what help is asked for and offered';
INSERT INTO help_category (code, position, icon, crisis, min_level) VALUES
  ('odvoz', 1, 'car', FALSE, 0), ('nakup', 2, 'basket', FALSE, 0), ('zahrada', 3, 'leaf', FALSE, 0), ('opravy', 4, 'tools', FALSE, 0),
  ('technika', 5, 'phone', FALSE, 0), ('doucovani', 6, 'book', FALSE, 0), ('zvirata', 7, 'leaf', FALSE, 0), ('popovidat', 8, 'cup', FALSE, 0),
  ('jine', 9, 'plus', FALSE, 0),
  ('rousky', 20, 'people', TRUE, 0), ('jidlo', 21, 'basket', TRUE, 0), ('leky', 22, 'help', TRUE, 2), ('rozvoz', 23, 'car', TRUE, 1), ('pristresi', 24, 'house', TRUE, 1);

CREATE TABLE town_help (
  town_code INT NOT NULL PRIMARY KEY,
  mode ENUM('auto', 'dispatched') NOT NULL DEFAULT 'auto' COMMENT 'auto: jobs invites in waves; dispatched: only the coordinator does',
  review BOOL NOT NULL DEFAULT FALSE COMMENT 'requests are read before they are public',
  crisis BOOL NOT NULL DEFAULT FALSE COMMENT 'crisis categories, review of everything',
  crisis_since DATETIME NULL,
  crisis_by BIGINT NULL,
  phone VARCHAR(20) NULL COMMENT 'public: who has no internet calls here',
  hours VARCHAR(80) NULL COMMENT 'when somebody answers it',
  version INT NOT NULL DEFAULT 1,
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (crisis_by) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'how a town helps; no row: the defaults';

CREATE TABLE help_request (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'spoken and printed: letters and digits without look-alikes; finds, opens nothing',
  state ENUM('draft', 'unconfirmed', 'review', 'open', 'reserved', 'filled', 'underway', 'done_claimed', 'closed', 'hidden') NOT NULL,
  outcome ENUM('fulfilled', 'partly', 'unfulfilled', 'withdrawn', 'expired', 'rejected', 'removed') NULL COMMENT 'of closed',
  town_code INT NOT NULL COMMENT 'where help is needed',
  part VARCHAR(80) NULL COMMENT 'part of the town, public',
  category VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title VARCHAR(80) NOT NULL,
  text VARCHAR(1000) NOT NULL DEFAULT '',
  text160 VARCHAR(160) NULL COMMENT 'for SMS, by a coordinator; NULL: made of the title',
  given VARCHAR(60) NOT NULL DEFAULT '' COMMENT 'public: first name of who needs help, or name of the institution',
  initial VARCHAR(4) NOT NULL DEFAULT '',
  for_whom ENUM('self', 'other', 'institution') NOT NULL DEFAULT 'self',
  place VARBINARY(600) NULL COMMENT 'sealed ("help"): street and house',
  lat DOUBLE NOT NULL COMMENT 'public: rounded to about 1 km, of the town or its part',
  lon DOUBLE NOT NULL,
  when_kind ENUM('asap', 'by', 'window', 'weekly') NOT NULL DEFAULT 'asap',
  from_at DATETIME NULL COMMENT 'window: its start; weekly: the next time',
  to_at DATETIME NULL COMMENT 'by: until then; window and weekly: its end',
  series_id BIGINT NULL COMMENT 'weekly: the first of the series',
  slots_needed TINYINT UNSIGNED NOT NULL DEFAULT 1 COMMENT 'people wanted, 1–50',
  slots_filled TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'responses accepted; changed only under the lock of this row',
  urgent BOOL NOT NULL DEFAULT FALSE,
  involves SET('home', 'keys', 'money', 'medicine', 'children') NOT NULL DEFAULT '' COMMENT 'what it involves: sensitive_category',
  min_level TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of the helper; the highest of category and involves',
  languages VARCHAR(40) NOT NULL DEFAULT '' COMMENT 'comma separated ISO 639-1 of who needs help; "" only the language of the country',
  visibility ENUM('public', 'local_members', 'verified_helpers', 'coordinators') NOT NULL DEFAULT 'public',
  auto_accept BOOL NOT NULL DEFAULT FALSE COMMENT 'whoever applies and is verified (level 2) is accepted at once',
  consent ENUM('own', 'declared_by_proxy') NOT NULL DEFAULT 'own',
  entered ENUM('web', 'phone', 'poster') NOT NULL DEFAULT 'web',
  entered_by BIGINT NULL COMMENT 'clerk or coordinator who wrote it down on the telephone',
  organisation_id BIGINT NULL COMMENT 'who handles it; NULL: the town',
  coordinator_id BIGINT NULL COMMENT 'whose it is among the coordinators',
  reserved_by BIGINT NULL,
  reserved_until DATETIME NULL,
  wave TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'waves of invitations so far',
  wave_due DATETIME NULL COMMENT 'jobs invites the next ones then; NULL: nobody does by itself',
  renew_count TINYINT UNSIGNED NOT NULL DEFAULT 0,
  reminded_at DATETIME NULL COMMENT 'that it expires tomorrow, since the last renewal',
  expires_at DATETIME NULL,
  closed_note VARCHAR(300) NULL,
  hours DECIMAL(5, 1) NULL COMMENT 'told with done',
  hidden_from VARCHAR(20) CHARACTER SET ascii NULL COMMENT 'state before hidden',
  moderation ENUM('visible', 'limited', 'hidden', 'removed') NOT NULL DEFAULT 'visible',
  moderated_at DATETIME NULL,
  created_at DATETIME NOT NULL,
  opened_at DATETIME NULL COMMENT 'first public',
  first_yes_at DATETIME NULL COMMENT 'first response accepted',
  underway_at DATETIME NULL,
  done_at DATETIME NULL COMMENT 'done_claimed',
  closed_at DATETIME NULL,
  changed_at DATETIME NOT NULL,
  version INT NOT NULL DEFAULT 1,
  listed BOOL AS (state IN ('open', 'reserved') AND moderation IN ('visible', 'limited')) STORED COMMENT 'for the indexes of public lists; visibility decides besides',
  live BOOL AS (state NOT IN ('draft', 'closed')) STORED COMMENT 'for the coordinators'' board',
  KEY by_list (town_code, listed, visibility, category, opened_at),
  KEY by_newest (listed, visibility, opened_at),
  KEY by_board (town_code, live, state, changed_at),
  KEY by_handler (organisation_id, live, state, changed_at),
  KEY by_wave (wave_due),
  KEY by_expiry (live, expires_at),
  KEY by_reservation (reserved_until),
  KEY by_closed (state, closed_at),
  KEY by_series (series_id),
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (category) REFERENCES help_category (code),
  FOREIGN KEY (series_id) REFERENCES help_request (id),
  FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  FOREIGN KEY (entered_by) REFERENCES person (id) ON DELETE SET NULL,
  FOREIGN KEY (coordinator_id) REFERENCES person (id) ON DELETE SET NULL,
  FOREIGN KEY (reserved_by) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'prosba o pomoc';

CREATE TABLE help_contact (
  request_id BIGINT NOT NULL,
  role ENUM('requester', 'proxy') NOT NULL COMMENT 'who needs help; who asks in her name',
  person_id BIGINT NULL COMMENT 'has an account: also sees the request there',
  name VARBINARY(600) NOT NULL COMMENT 'sealed ("help"): full name',
  phone VARBINARY(600) NULL COMMENT 'sealed ("help")',
  mail VARBINARY(600) NULL COMMENT 'sealed ("help")',
  phone_hash BINARY(32) NULL COMMENT 'seal_index("phone", …): finds, does not tell',
  mail_hash BINARY(32) NULL COMMENT 'seal_index("mail", …)',
  lang ENUM('cs', 'en', 'uk') NOT NULL DEFAULT 'cs',
  nonce BINARY(8) NOT NULL COMMENT 'of the personal link (help/link.h); another one and the old links are dead',
  confirmed_at DATETIME NULL,
  PRIMARY KEY (request_id, role),
  KEY by_phone (phone_hash),
  KEY by_mail (mail_hash),
  KEY by_person (person_id),
  FOREIGN KEY (request_id) REFERENCES help_request (id) ON DELETE CASCADE,
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'who asks; erased 30 days after the request is closed (E7)';

CREATE TABLE offer (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL COMMENT 'who helps, or who answers for the organisation',
  organisation_id BIGINT NULL COMMENT 'the organisation offers',
  state ENUM('draft', 'unconfirmed', 'active', 'paused', 'expired', 'withdrawn', 'removed') NOT NULL,
  town_code INT NOT NULL,
  lat DOUBLE NOT NULL COMMENT 'public: rounded to about 1 km',
  lon DOUBLE NOT NULL,
  radius_km TINYINT UNSIGNED NOT NULL DEFAULT 5 COMMENT '1–50',
  text VARCHAR(500) NOT NULL DEFAULT '',
  days TINYINT UNSIGNED NOT NULL DEFAULT 127 COMMENT 'bits: 1 Monday … 64 Sunday',
  hour_from TINYINT UNSIGNED NOT NULL DEFAULT 0,
  hour_to TINYINT UNSIGNED NOT NULL DEFAULT 24,
  transport SET('foot', 'bike', 'motorcycle', 'car', 'van') NOT NULL DEFAULT '',
  languages VARCHAR(40) NOT NULL DEFAULT '',
  max_parallel TINYINT UNSIGNED NOT NULL DEFAULT 2,
  max_per_month TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT '0 no limit',
  notice_hours TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'wants to know so long before',
  inexhaustible BOOL NOT NULL DEFAULT FALSE COMMENT 'no limits: a shop, a company',
  ask_me ENUM('now', 'digest', 'never') NOT NULL DEFAULT 'now' COMMENT 'never: only my own search',
  show_phone BOOL NOT NULL DEFAULT FALSE COMMENT 'who is helped and the coordinators see my telephone',
  valid_until DATE NOT NULL,
  asked_valid_at DATETIME NULL COMMENT '"still true?" was sent for this valid_until',
  paused_until DATE NULL,
  last_asked_at DATETIME NULL COMMENT 'least recently asked are asked first',
  nonce BINARY(8) NOT NULL COMMENT 'of the personal link',
  ended_at DATETIME NULL,
  created_at DATETIME NOT NULL,
  changed_at DATETIME NOT NULL,
  version INT NOT NULL DEFAULT 1,
  moderation ENUM('visible', 'limited', 'hidden', 'removed') NOT NULL DEFAULT 'visible',
  moderated_at DATETIME NULL,
  active BOOL AS (state = 'active' AND moderation IN ('visible', 'limited')) STORED,
  KEY by_town (town_code, active, changed_at),
  KEY by_person (person_id, state),
  KEY by_organisation (organisation_id, state),
  KEY by_validity (state, valid_until),
  KEY by_pause (state, paused_until),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id) REFERENCES organisation (id),
  FOREIGN KEY (town_code) REFERENCES town (code)
) COMMENT 'nabídka pomoci';

CREATE TABLE offer_category (
  offer_id BIGINT NOT NULL,
  category VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (offer_id, category),
  KEY by_category (category, offer_id),
  FOREIGN KEY (offer_id) REFERENCES offer (id) ON DELETE CASCADE,
  FOREIGN KEY (category) REFERENCES help_category (code)
);

CREATE TABLE response (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL COMMENT 'the helper',
  offer_id BIGINT NULL COMMENT 'by which offer found; NULL: applied from a list',
  state ENUM('suggested', 'invited', 'declined', 'lapsed', 'applied', 'accepted', 'refused', 'superseded', 'left', 'dropped', 'done', 'no_show') NOT NULL,
  wave TINYINT UNSIGNED NOT NULL DEFAULT 0,
  metres INT UNSIGNED NULL COMMENT 'between the towns, when found',
  why VARCHAR(60) CHARACTER SET ascii NOT NULL DEFAULT '' COMMENT 'comma separated codes of the explanation: car, language, before',
  asked_at DATETIME NULL,
  answer_until DATETIME NULL COMMENT 'of invited: then lapsed',
  answered_at DATETIME NULL,
  reason VARCHAR(30) CHARACTER SET ascii NULL,
  hours DECIMAL(5, 1) NULL,
  thanks VARCHAR(300) NULL COMMENT 'words of who was helped, to the helper only',
  again_requester BOOL NULL COMMENT 'gladly again',
  again_helper BOOL NULL,
  feedback_at DATETIME NULL COMMENT 'both were asked how it was',
  no_show_disputed BOOL NOT NULL DEFAULT FALSE,
  nonce BINARY(8) NOT NULL COMMENT 'of the personal link',
  ended_at DATETIME NULL,
  version INT NOT NULL DEFAULT 1,
  pair BOOL AS (IF(state IN ('suggested', 'invited', 'applied', 'accepted'), TRUE, NULL)) STORED,
  UNIQUE KEY one_live (request_id, person_id, pair),
  KEY by_request (request_id, state),
  KEY by_person (person_id, state),
  KEY by_answer (state, answer_until),
  FOREIGN KEY (request_id) REFERENCES help_request (id) ON DELETE CASCADE,
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY (offer_id) REFERENCES offer (id) ON DELETE SET NULL
) COMMENT 'odpověď: a helper and a request; one live response of a pair';

CREATE TABLE help_message (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  response_id BIGINT NOT NULL,
  side ENUM('requester', 'helper', 'coordinator') NOT NULL COMMENT 'who wrote',
  text VARBINARY(9000) NOT NULL COMMENT 'sealed ("message")',
  at DATETIME NOT NULL,
  read_at DATETIME NULL,
  via ENUM('page', 'mail') NOT NULL DEFAULT 'page',
  message_hash BINARY(32) NULL UNIQUE COMMENT 'of the letter it came in: the same letter twice is one message',
  KEY by_response (response_id, id),
  FOREIGN KEY (response_id) REFERENCES response (id) ON DELETE CASCADE
) COMMENT 'between the two, without their addresses';

CREATE TABLE help_note (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_id BIGINT NOT NULL,
  written_by BIGINT NULL,
  kind ENUM('note', 'call', 'handover') NOT NULL DEFAULT 'note',
  helper_id BIGINT NULL COMMENT 'call: to whom; NULL: to who needs help',
  text VARBINARY(3000) NOT NULL COMMENT 'sealed ("note")',
  at DATETIME NOT NULL,
  KEY by_request (request_id, id),
  FOREIGN KEY (request_id) REFERENCES help_request (id) ON DELETE CASCADE,
  FOREIGN KEY (written_by) REFERENCES person (id) ON DELETE SET NULL,
  FOREIGN KEY (helper_id) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'for coordinators only: notes, who called whom, hand-overs';

CREATE TABLE help_block (
  helper_id BIGINT NOT NULL,
  contact_hash BINARY(32) NOT NULL COMMENT 'phone_hash or mail_hash of the other one, who need not have an account',
  by_whom ENUM('helper', 'requester') NOT NULL,
  at DATETIME NOT NULL,
  PRIMARY KEY (helper_id, contact_hash, by_whom),
  FOREIGN KEY (helper_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'these two never meet';

ALTER TABLE report MODIFY COLUMN target ENUM('notice', 'organisation', 'person', 'page', 'request', 'offer', 'response') NOT NULL;
ALTER TABLE decision MODIFY COLUMN target ENUM('notice', 'organisation', 'person', 'page', 'request', 'offer', 'response') NOT NULL;

INSERT INTO processing (activity, position, basis) VALUES ('help', 9, 'contract');
INSERT INTO processing_column (table_name, column_name, activity, withheld) VALUES
  ('town_help', 'crisis_by', 'towns', 'others'),
  ('help_request', 'place', 'help', 'secret'), ('help_request', 'entered_by', 'help', 'others'), ('help_request', 'coordinator_id', 'help', 'others'),
  ('help_request', 'reserved_by', 'help', 'others'),
  ('help_contact', 'person_id', 'help', NULL), ('help_contact', 'name', 'help', NULL), ('help_contact', 'phone', 'help', NULL), ('help_contact', 'mail', 'help', NULL),
  ('help_contact', 'phone_hash', 'help', 'hash'), ('help_contact', 'mail_hash', 'help', 'hash'),
  ('offer', 'person_id', 'help', NULL), ('response', 'person_id', 'help', NULL),
  ('help_message', 'text', 'help', 'secret'), ('help_note', 'written_by', 'help', 'others'), ('help_note', 'helper_id', 'help', 'others'), ('help_note', 'text', 'help', 'others'),
  ('help_block', 'helper_id', 'help', NULL), ('help_block', 'contact_hash', 'help', 'hash');
