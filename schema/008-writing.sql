-- Who wrote a notice here: people of the town for the town, people of a club for the club. What is brought in from feeds has neither.

ALTER TABLE notice
  ADD COLUMN author_id BIGINT NULL COMMENT 'who wrote it here; gone with the account',
  ADD KEY by_urgent (town_code, urgent, posted_at),
  ADD FOREIGN KEY (author_id) REFERENCES person (id) ON DELETE SET NULL;
