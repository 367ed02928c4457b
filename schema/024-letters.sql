-- Letters once more: what people want daily or weekly leaves as one letter, and what failed can be sent again for a while.
ALTER TABLE outbox
  MODIFY COLUMN state ENUM('waiting', 'handed', 'sent', 'failed', 'unknown', 'gathered') NOT NULL DEFAULT 'waiting'
    COMMENT 'handed: the last bytes are on their way; unknown: nobody can say whether the server took them, so it is not sent again by itself; gathered: is in a digest',
  ADD COLUMN gather BOOL NOT NULL DEFAULT FALSE COMMENT 'news of somebody who wants them daily or weekly: what is due together is one letter',
  ADD COLUMN since DATETIME NULL COMMENT 'when it was sent again: given up three days after this, not after created_at',
  ADD COLUMN kept BOOL AS (detail IS NOT NULL AND (person_id <> 0 OR address IS NOT NULL)) VIRTUAL COMMENT 'what it says is still there: it can be sent again';
INSERT INTO retention (what, amount, unit, act, activity) VALUES ('letter-failed', 14, 'day', 'erase', 'letters');
