-- Whom we believe: towns that run their pages, organisations, helpers and their cards. flows.md E4.

ALTER TABLE membership
  MODIFY COLUMN roles SMALLINT UNSIGNED NOT NULL COMMENT 'bits of enum role: 8 clerk, 16 approver, 32 coordinator, 256 admin of the town';

ALTER TABLE town
  ADD COLUMN official_mail VARCHAR(254) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'public register: mail of the office; the code goes there',
  ADD COLUMN data_box CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'public register';

CREATE TABLE town_claim (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  town_code INT NOT NULL,
  person_id BIGINT NOT NULL,
  state ENUM('claimed', 'code_sent', 'verified', 'suspended', 'handed_over', 'listed') NOT NULL COMMENT 'listed: came to nothing, or nobody is left; the town is as if never claimed',
  duty VARCHAR(80) NOT NULL COMMENT 'what the person does for the town',
  rival BOOL NOT NULL DEFAULT FALSE COMMENT 'somebody else holds the town: its admins vote',
  accepted BOOL NULL COMMENT 'how they voted; NULL not yet',
  vote_until DATETIME NULL,
  way ENUM('mail', 'data_box', 'post') NULL COMMENT 'how the code went',
  code_hash BINARY(32) NULL,
  tries TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'wrong codes; five and it is over',
  asked_at DATETIME NOT NULL,
  code_until DATETIME NULL,
  verified_at DATETIME NULL,
  check_on DATE NULL COMMENT 'the day its admins must have said that they are still there',
  open_town INT AS (IF(state IN ('claimed', 'code_sent'), town_code, NULL)) STORED,
  held_town INT AS (IF(state IN ('verified', 'suspended'), town_code, NULL)) STORED,
  UNIQUE KEY one_open (open_town),
  UNIQUE KEY one_holds (held_town),
  KEY by_check (state, check_on),
  KEY by_person (person_id),
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'who says to act for a town, and whom it is believed; at most one asks and one holds at a time';

CREATE TABLE claim_vote (
  claim_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  yes BOOL NOT NULL,
  at DATETIME NOT NULL,
  PRIMARY KEY (claim_id, person_id),
  FOREIGN KEY (claim_id) REFERENCES town_claim (id) ON DELETE CASCADE,
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'what admins of a town say of a rival claim';

CREATE TABLE organisation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'address: /organizace/SLUG',
  name VARCHAR(120) NOT NULL,
  legal_form ENUM('association', 'public_benefit', 'institute', 'foundation', 'church', 'school', 'town_run', 'informal') NOT NULL,
  ico CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  state ENUM('draft', 'active_unverified', 'submitted', 'verified', 'returned', 'rejected', 'suspended', 'closed') NOT NULL DEFAULT 'draft',
  town_code INT NOT NULL COMMENT 'where it is at home',
  purpose VARCHAR(1000) NOT NULL,
  web VARCHAR(300) NULL, mail VARCHAR(254) NULL, phone VARCHAR(20) NULL COMMENT 'public, as the organisation wants them shown',
  register_state ENUM('wanted', 'found', 'ended', 'unknown') NULL COMMENT 'what ARES says of the IČO; wanted: to be asked, NULL no IČO',
  register_name VARCHAR(300) NULL COMMENT 'name in the register',
  register_town INT NULL COMMENT 'seat in the register',
  register_at DATETIME NULL COMMENT 'asked last',
  verified_at DATETIME NULL,
  reason VARCHAR(500) NULL COMMENT 'of the last decision that was not in its favour',
  created_at DATETIME NOT NULL,
  version INT NOT NULL DEFAULT 1,
  believed BOOL AS (IF(state IN ('verified', 'suspended'), 1, NULL)) STORED,
  UNIQUE KEY one_verified (ico, believed),
  KEY by_town (town_code, state, name),
  KEY by_register (register_state, register_at),
  FOREIGN KEY (town_code) REFERENCES town (code)
) COMMENT 'spolky, školy, farnosti, sousedské skupiny';

CREATE TABLE organisation_member (
  organisation_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  role ENUM('admin', 'coordinator', 'member') NOT NULL,
  since DATETIME NOT NULL,
  PRIMARY KEY (organisation_id, person_id),
  KEY by_person (person_id),
  FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'who belongs to an organisation';

CREATE TABLE vouch (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  organisation_id BIGINT NOT NULL,
  town_code INT NULL COMMENT 'in the name of this town; NULL a person for herself',
  person_id BIGINT NOT NULL,
  at DATETIME NOT NULL,
  UNIQUE KEY once (organisation_id, person_id),
  FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'who says that an organisation is what it says';

CREATE TABLE invitation (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  town_code INT NULL,
  organisation_id BIGINT NULL,
  roles SMALLINT UNSIGNED NOT NULL COMMENT 'bits of enum role in a town; in an organisation 1 admin, 2 coordinator, 3 member',
  label VARCHAR(80) NOT NULL COMMENT 'whom, in words of who invited; the address itself is not kept',
  invited_by BIGINT NOT NULL,
  state ENUM('open', 'accepted', 'withdrawn') NOT NULL DEFAULT 'open',
  created_at DATETIME NOT NULL,
  expires_at DATETIME NOT NULL,
  KEY by_town (town_code, state),
  KEY by_organisation (organisation_id, state),
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
  FOREIGN KEY (invited_by) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'who was asked to join; the link is a token of the purpose join';

CREATE TABLE helper_card (
  person_id BIGINT NOT NULL PRIMARY KEY,
  number CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'on the card and in its address /karta/NUMBER; lower case',
  issued_at DATETIME NOT NULL,
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'volunteer cards; a lost one gets a new number';

CREATE TABLE level_grant (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  level TINYINT UNSIGNED NOT NULL COMMENT '2 known, 3 document checked',
  town_code INT NULL COMMENT 'given by a town …',
  organisation_id BIGINT NULL COMMENT '… or by an organisation',
  granted_by BIGINT NOT NULL,
  granted_at DATETIME NOT NULL,
  until DATE NOT NULL COMMENT 'last day',
  seen_on DATE NULL COMMENT 'level 3: the day the documents were seen; no copy is kept',
  revoked_at DATETIME NULL,
  KEY by_person (person_id, until),
  KEY by_until (until),
  CHECK ((town_code IS NULL) <> (organisation_id IS NULL)),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (organisation_id) REFERENCES organisation (id)
) COMMENT 'who vouched for a helper, for how long';

ALTER TABLE notice
  ADD COLUMN organisation_id BIGINT NULL COMMENT 'the organisation that posted it',
  ADD KEY by_organisation (organisation_id, hangs, posted_at, id),
  ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id);
