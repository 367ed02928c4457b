-- Lists of requests and offers by nearness: towns within a circle, nearest first, then what is asked and offered in each.
-- by_near covers what a list counts by, so that counting reads no rows; by_change answers "what changed last here" with one of them.

ALTER TABLE help_request
  ADD KEY by_near (town_code, listed, visibility, category, moderation, urgent, when_kind, from_at, to_at),
  ADD KEY by_change (town_code, changed_at);
ALTER TABLE offer
  ADD KEY by_change (town_code, changed_at);
