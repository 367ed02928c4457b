-- Passkeys: keys that devices of people keep, beside codes of an app.

ALTER TABLE second_factor
  ADD COLUMN credential VARBINARY(1023) NULL COMMENT 'passkey: credential id, by which a browser finds the key' AFTER credential_hash,
  ADD COLUMN algorithm SMALLINT NULL COMMENT 'passkey: of the signature, a number of COSE' AFTER credential;

INSERT INTO processing_column (table_name, column_name, activity, withheld) VALUES ('second_factor', 'credential', 'safety', 'secret');
