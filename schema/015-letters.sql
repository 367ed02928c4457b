-- A decision's facts may have a thousand letters, each of which takes up to twelve bytes where the letter waits.
ALTER TABLE outbox MODIFY COLUMN detail VARBINARY(16000) NULL COMMENT 'sealed: what the template needs and no table keeps (a link, a code); erased once sent';
