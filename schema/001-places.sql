-- Places and people: municipalities with their divisions, and the bare minimum of a person and a session.
-- Times are UTC DATETIME; days that mean a Prague calendar day are DATE. Keys and slugs compare byte by byte.

CREATE TABLE region (
  code CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'NUTS3, CZ010',
  slug VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'address: /kraj/SLUG',
  name VARCHAR(60) NOT NULL
) COMMENT 'the 14 regions';

CREATE TABLE district (
  code CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'LAU1, CZ0201',
  slug VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'address: /okres/SLUG',
  name VARCHAR(60) NOT NULL,
  region_code CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  FOREIGN KEY (region_code) REFERENCES region (code)
) COMMENT 'the 77 districts, Praha among them';

CREATE TABLE town (
  code INT NOT NULL PRIMARY KEY COMMENT 'RÚIAN code of the municipality, six digits',
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE COMMENT 'address: /SLUG; name, else name-district, else name-code',
  name VARCHAR(80) NOT NULL COLLATE utf8mb4_uca1400_czech_as_ci,
  name_folded VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'text_fold of the name, for search',
  type ENUM('capital', 'statutory', 'city', 'market', 'village') NOT NULL COMMENT 'hlavní město, statutární město, město, městys, obec',
  district_code CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  orp_code SMALLINT UNSIGNED NOT NULL COMMENT 'ČSÚ CISORP of the municipality with extended powers',
  orp VARCHAR(60) NOT NULL,
  ico CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'IČO of the municipality',
  lat DOUBLE NOT NULL COMMENT 'RÚIAN definition point, WGS84',
  lon DOUBLE NOT NULL,
  point POINT NOT NULL COMMENT 'POINT(lon, lat), for nearness',
  population INT UNSIGNED NOT NULL COMMENT 'ČSÚ, 31 December 2023',
  official BOOL NOT NULL DEFAULT FALSE COMMENT 'the town runs its page; else boards are unofficial copies',
  invented BOOL NOT NULL DEFAULT FALSE COMMENT 'a town for demonstration; never a neighbour of real ones',
  ended_on DATE NULL COMMENT 'day the municipality ended in RÚIAN; its page stays',
  KEY by_name (name_folded, population),
  KEY by_district (district_code, name),
  SPATIAL KEY by_point (point),
  FOREIGN KEY (district_code) REFERENCES district (code)
) COMMENT 'all municipalities; facts © ČÚZK RÚIAN (CC BY 4.0), ČSÚ Malý lexikon obcí 2024';

CREATE TABLE town_alias (
  slug VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'former address, redirects for ever',
  town_code INT NOT NULL,
  FOREIGN KEY (town_code) REFERENCES town (code)
) COMMENT 'addresses of renamed towns';

CREATE TABLE town_word (
  word VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'folded name from its first or a later word on, then the district: "budejovice ceske budejovice"',
  letters TINYINT UNSIGNED NOT NULL COMMENT 'how much of word is the name',
  whole BOOL NOT NULL COMMENT 'from the first word on',
  population INT UNSIGNED NOT NULL COMMENT 'of the town, for the order',
  town_code INT NOT NULL,
  PRIMARY KEY (word, town_code),
  FOREIGN KEY (town_code) REFERENCES town (code) ON DELETE CASCADE
) COMMENT 'for finding names by how they begin; made by places.sql';

CREATE TABLE town_key (
  word VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'the name part of a town_word with at most one letter left out',
  town_code INT NOT NULL,
  PRIMARY KEY (word, town_code),
  FOREIGN KEY (town_code) REFERENCES town (code) ON DELETE CASCADE
) COMMENT 'for names with one letter wrong: two words one error apart always share such a key; made by places.sql';

CREATE TABLE neighbour (
  town_code INT NOT NULL,
  metres INT UNSIGNED NOT NULL COMMENT 'between definition points, great circle',
  neighbour_code INT NOT NULL,
  PRIMARY KEY (town_code, metres, neighbour_code),
  FOREIGN KEY (town_code) REFERENCES town (code) ON DELETE CASCADE,
  FOREIGN KEY (neighbour_code) REFERENCES town (code) ON DELETE CASCADE
) COMMENT 'the nearest towns of each town, nearest first';

CREATE TABLE person (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(80) NOT NULL COMMENT 'as shown',
  lang ENUM('cs', 'en', 'uk') NOT NULL DEFAULT 'cs',
  roles TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'roles on the whole site: 64 moderator, 128 admin',
  created_at DATETIME NOT NULL
) COMMENT 'who acts; contacts and credentials have tables of their own';

CREATE TABLE membership (
  person_id BIGINT NOT NULL,
  town_code INT NOT NULL,
  roles TINYINT UNSIGNED NOT NULL COMMENT 'bits of enum role: 8 clerk, 16 approver, 32 coordinator',
  PRIMARY KEY (person_id, town_code),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
  FOREIGN KEY (town_code) REFERENCES town (code)
) COMMENT 'roles of a person in a town';

CREATE TABLE session (
  token_hash BINARY(32) NOT NULL PRIMARY KEY COMMENT 'BLAKE2b of the token in the cookie',
  person_id BIGINT NOT NULL,
  created_at DATETIME NOT NULL,
  expires_at DATETIME NOT NULL,
  KEY by_person (person_id),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'signed-in browsers';
