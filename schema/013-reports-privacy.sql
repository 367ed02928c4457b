-- What the tables of 006 hold of people, for the processing record, the export and the end of an account (009).

INSERT INTO processing_column (table_name, column_name, activity, withheld) VALUES
  ('report', 'reporter_id', 'safety', NULL),
  ('report', 'reporter_name', 'safety', 'secret'),
  ('report', 'contact', 'safety', 'secret'),
  ('report', 'explanation', 'safety', 'secret'),
  ('report', 'moderator_id', 'safety', 'others'),
  ('decision', 'moderator_id', 'safety', 'others'),
  ('decision', 'appeal_by', 'safety', 'others'),
  ('decision', 'appeal_text', 'safety', 'secret');
