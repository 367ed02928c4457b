-- The stock of a crisis: depots of a town, what they hold, every move in and out (product.md A4).

CREATE TABLE depot (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  town_code INT NOT NULL,
  name VARCHAR(60) NOT NULL,
  place VARCHAR(150) NOT NULL COMMENT 'a public place',
  hours VARCHAR(80) NOT NULL DEFAULT '' COMMENT 'when somebody is there',
  created_at DATETIME NOT NULL,
  UNIQUE KEY by_town (town_code, name),
  FOREIGN KEY (town_code) REFERENCES town (code)
) COMMENT 'where a town keeps what it gives out; locked while its stock changes';

CREATE TABLE depot_item (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  depot_id BIGINT NOT NULL,
  name VARCHAR(60) NOT NULL,
  UNIQUE KEY by_depot (depot_id, name),
  FOREIGN KEY (depot_id) REFERENCES depot (id)
) COMMENT 'what a depot holds or has held';

CREATE TABLE depot_move (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id BIGINT NOT NULL,
  amount INT NOT NULL COMMENT 'pieces: in above zero, out below; their sum is what is left',
  note VARCHAR(200) NOT NULL DEFAULT '',
  delivery_id BIGINT NULL COMMENT 'which took it, or brought it back',
  person_id BIGINT NULL COMMENT 'who wrote it down',
  at DATETIME NOT NULL,
  KEY by_item (item_id, amount),
  KEY by_delivery (delivery_id),
  KEY by_time (at),
  FOREIGN KEY (item_id) REFERENCES depot_item (id),
  FOREIGN KEY (delivery_id) REFERENCES delivery (id) ON DELETE SET NULL,
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'what came into a depot and went out; a row is never changed, only forgotten who wrote it and why';

INSERT INTO processing_column (table_name, column_name, activity, withheld) VALUES ('depot_move', 'person_id', 'help', 'others');
INSERT INTO retention (what, amount, unit, act, activity) VALUES ('depot-move', 12, 'month', 'redact', 'help');
