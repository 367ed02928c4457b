-- Photos of people, and who agreed that they stand on a helper's card.

CREATE TABLE file (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name BINARY(16) NOT NULL UNIQUE COMMENT 'random; the same bytes kept again have another',
  person_id BIGINT NOT NULL COMMENT 'whose it is and whose quota it uses',
  kind ENUM('photo') NOT NULL,
  media_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  bytes INT NOT NULL,
  sha256 BINARY(32) NOT NULL,
  width SMALLINT UNSIGNED NOT NULL,
  height SMALLINT UNSIGNED NOT NULL,
  alt VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what it shows, for who does not see it',
  added_at DATETIME NOT NULL,
  photo_of BIGINT AS (IF(kind = 'photo', person_id, NULL)) STORED,
  UNIQUE KEY one_photo (photo_of),
  KEY by_person (person_id),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'files of people; the bytes are in file_part';

CREATE TABLE file_part (
  file_id BIGINT NOT NULL,
  part SMALLINT UNSIGNED NOT NULL,
  bytes VARBINARY(7900) NOT NULL COMMENT 'short enough to stay in its page: what lies outside of pages makes a full disk fatal',
  PRIMARY KEY (file_id, part),
  FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE CASCADE
) COMMENT 'the bytes of a file, in order';

CREATE TABLE photo_approval (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  file_id BIGINT NOT NULL,
  town_code INT NULL COMMENT 'by a town …',
  organisation_id BIGINT NULL COMMENT '… or by an organisation',
  approved_by BIGINT NOT NULL,
  at DATETIME NOT NULL,
  UNIQUE KEY by_town (file_id, town_code),
  UNIQUE KEY by_organisation (file_id, organisation_id),
  CHECK ((town_code IS NULL) <> (organisation_id IS NULL)),
  FOREIGN KEY (file_id) REFERENCES file (id) ON DELETE CASCADE,
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
) COMMENT 'who says that the photo shows the helper it vouches for; a new photo begins without';

INSERT INTO processing_column (table_name, column_name, activity, withheld) VALUES
  ('file', 'person_id', 'helpers', NULL),
  ('file_part', 'bytes', 'helpers', NULL),
  ('photo_approval', 'approved_by', 'helpers', 'others');
