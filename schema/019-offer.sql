-- What matching and the calendar of help look for, by index at country size.
ALTER TABLE offer ADD KEY by_reach (town_code, active, radius_km);
ALTER TABLE help_request
  ADD COLUMN gap_told_at DATETIME NULL COMMENT 'coordinators know that somebody is missing and it begins within a day',
  ADD KEY by_start (state, from_at);
ALTER TABLE response ADD KEY by_feedback (state, feedback_at, ended_at);
