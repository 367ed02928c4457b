-- Reports are kept as the table says, too (flows.md E7); photos and keys of people (011), where they are, stand in the catalogue.

INSERT INTO retention (what, amount, unit, act, activity) VALUES ('report', 12, 'month', 'erase', 'safety');
INSERT IGNORE INTO processing_column (table_name, column_name, activity, withheld)
SELECT c.table_name, c.column_name, IF(c.table_name = 'second_factor', 'safety', 'helpers'),
       CASE c.column_name WHEN 'credential' THEN 'secret' WHEN 'approved_by' THEN 'others' END
  FROM information_schema.columns c
 WHERE c.table_schema = DATABASE() AND CONCAT(c.table_name, '.', c.column_name) IN
       ('file.person_id', 'file_part.bytes', 'photo_approval.approved_by', 'second_factor.credential');
