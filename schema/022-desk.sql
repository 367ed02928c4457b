-- The coordinators' desk (cgi-bin/dispatch): a column of the board is read in its order from an index, urgent first, then what stands still longest.
ALTER TABLE help_request
  ADD KEY by_desk (town_code, organisation_id, live, state, urgent DESC, changed_at, version),
  ADD KEY by_club (organisation_id, live, state, urgent DESC, changed_at, version),
  ADD KEY by_month (town_code, created_at);
