-- Tombstones of what was hidden are read by time, as those of what was taken down.
ALTER TABLE notice
  DROP KEY by_moderation,
  ADD KEY by_moderated (town_code, moderated_at);
