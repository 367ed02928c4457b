-- What proves an organisation beside a town's word: mail at its own domain, documents that somebody saw. flows.md E4.

ALTER TABLE organisation
  ADD COLUMN submitted_at DATETIME NULL COMMENT 'waits for a decision since',
  ADD COLUMN proof_domain VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'its people read mail at this domain, that of its web',
  ADD COLUMN proof_at DATETIME NULL,
  ADD COLUMN document_on DATE NULL COMMENT 'the day its documents were seen; no copy is kept',
  ADD KEY by_wait (state, submitted_at);

CREATE TABLE organisation_code (
  organisation_id BIGINT NOT NULL PRIMARY KEY,
  domain VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hash BINARY(32) NOT NULL,
  tries TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'wrong ones; five and it is over',
  until DATETIME NOT NULL,
  FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE
) COMMENT 'a code under way to an address at the domain of the organisation';
