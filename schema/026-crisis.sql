-- Crisis mode: who joins by role, and deliveries with their addresses under seal (product.md A1–A4).

CREATE TABLE crisis_helper (
  town_code INT NOT NULL,
  person_id BIGINT NOT NULL,
  roles SET('courier', 'driver', 'caregiver', 'seamstress', 'dispatcher', 'supplier') NOT NULL,
  transport SET('foot', 'bike', 'motorcycle', 'car', 'van') NOT NULL DEFAULT '',
  text VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'what I can do, for coordinators',
  show_phone BOOL NOT NULL DEFAULT FALSE COMMENT 'coordinators may see my telephone',
  ready_until DATETIME NULL COMMENT 'ready now, until midnight; NULL: not now',
  created_at DATETIME NOT NULL,
  changed_at DATETIME NOT NULL,
  version INT NOT NULL DEFAULT 1,
  PRIMARY KEY (town_code, person_id),
  KEY by_person (person_id),
  KEY by_ready (ready_until),
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE
) COMMENT 'who helps in a crisis and as what';

CREATE TABLE delivery (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  state ENUM('new', 'assigned', 'picking', 'delivering', 'delivered', 'archived') NOT NULL DEFAULT 'new',
  town_code INT NOT NULL,
  request_id BIGINT NULL COMMENT 'whose request it fulfils; its helper is the courier then',
  items VARCHAR(200) NOT NULL COMMENT 'what is carried: nothing about who gets it',
  recipient VARBINARY(600) NULL COMMENT 'sealed ("help"): name',
  phone VARBINARY(600) NULL COMMENT 'sealed ("help")',
  address VARBINARY(600) NULL COMMENT 'sealed ("help"): where to',
  pickup VARBINARY(600) NULL COMMENT 'sealed ("help"): where from',
  note VARBINARY(3000) NULL COMMENT 'sealed ("help"): for the courier',
  lang ENUM('cs', 'en', 'uk') NOT NULL DEFAULT 'cs' COMMENT 'of who gets it',
  entered_by BIGINT NULL,
  courier_id BIGINT NULL COMMENT 'sees the addresses while it is hers',
  reserved_by BIGINT NULL COMMENT 'dispatcher who assigns it now',
  reserved_until DATETIME NULL,
  created_at DATETIME NOT NULL,
  assigned_at DATETIME NULL,
  ended_at DATETIME NULL COMMENT 'delivered or archived',
  changed_at DATETIME NOT NULL,
  version INT NOT NULL DEFAULT 1,
  KEY by_board (town_code, state, changed_at),
  KEY by_courier (courier_id, state),
  KEY by_request (request_id, state),
  KEY by_reservation (reserved_until),
  KEY by_end (ended_at),
  FOREIGN KEY (town_code) REFERENCES town (code),
  FOREIGN KEY (request_id) REFERENCES help_request (id) ON DELETE SET NULL,
  FOREIGN KEY (entered_by) REFERENCES person (id) ON DELETE SET NULL,
  FOREIGN KEY (courier_id) REFERENCES person (id) ON DELETE SET NULL,
  FOREIGN KEY (reserved_by) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'rozvoz: something brought from one place to another';

INSERT INTO processing_column (table_name, column_name, activity, withheld) VALUES
  ('crisis_helper', 'person_id', 'help', NULL),
  ('delivery', 'courier_id', 'help', NULL), ('delivery', 'entered_by', 'help', 'others'), ('delivery', 'reserved_by', 'help', 'others'),
  ('delivery', 'recipient', 'help', 'secret'), ('delivery', 'phone', 'help', 'secret'), ('delivery', 'address', 'help', 'secret'),
  ('delivery', 'pickup', 'help', 'secret'), ('delivery', 'note', 'help', 'secret');
INSERT INTO retention (what, amount, unit, act, activity) VALUES
  ('delivery-contact', 7, 'day', 'erase', 'help'),
  ('delivery', 12, 'month', 'erase', 'help'),
  ('crisis-helper', 90, 'day', 'erase', 'help');
