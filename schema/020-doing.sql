-- Doing what was promised: who opened a contact, what a party reports, how long all of it is kept (flows.md E1, E2, E7).

CREATE TABLE help_look (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  request_id BIGINT NOT NULL,
  viewer_id BIGINT NULL COMMENT 'NULL: deleted the account since',
  capacity ENUM('helper', 'coordinator') NOT NULL,
  at DATETIME NOT NULL,
  KEY by_request (request_id, id),
  KEY by_viewer (viewer_id),
  KEY by_age (at),
  FOREIGN KEY (request_id) REFERENCES help_request (id) ON DELETE CASCADE,
  FOREIGN KEY (viewer_id) REFERENCES person (id) ON DELETE SET NULL
) COMMENT 'the sealed contacts of a request were opened: its sides see it without an account, too';

ALTER TABLE report ADD COLUMN party BOOL NOT NULL DEFAULT FALSE COMMENT 'of a response: one of the two reports it, so their messages may be opened';

INSERT INTO processing_column (table_name, column_name, activity, withheld) VALUES ('help_look', 'viewer_id', 'help', NULL);
INSERT INTO retention (what, amount, unit, act, activity) VALUES
  ('help-contact', 30, 'day', 'erase', 'help'),
  ('help-message', 6, 'month', 'erase', 'help'),
  ('help-request', 12, 'month', 'redact', 'help'),
  ('help-offer', 90, 'day', 'erase', 'help');
UPDATE processing_column SET withheld = NULL WHERE table_name = 'help_message' AND column_name = 'text';
