-- Sealed contacts are walked in the order of one key when keys are changed.
ALTER TABLE help_contact ADD COLUMN id BIGINT NOT NULL AUTO_INCREMENT UNIQUE FIRST;
