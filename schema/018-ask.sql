-- Asking for help: confirmation, dangerous words, weekly requests (flows.md E1).
ALTER TABLE token MODIFY COLUMN purpose ENUM('confirm', 'reset', 'change_mail', 'undo_mail', 'invite', 'claim', 'appeal', 'unsubscribe', 'join', 'help') NOT NULL;

CREATE TABLE danger_word (
  word VARCHAR(40) NOT NULL PRIMARY KEY COMMENT 'beginning of one or more words, lower case without accents (text_fold)'
) COMMENT 'where these stand in a request, 112, 155 and 158 are shown before it is sent';
INSERT INTO danger_word (word) VALUES
  ('infarkt'), ('mrtvic'), ('nedych'), ('nemuze dychat'), ('nemuzu dychat'), ('dusi se'), ('dusim se'), ('krvac'), ('bezvedom'), ('neni pri vedomi'), ('ztratil vedomi'),
  ('ztratila vedomi'), ('otrav'), ('predavkov'), ('sebevra'), ('zabiju se'), ('nechci zit'), ('ublizit si'), ('bolest na hrudi'), ('bolesti na hrudi'), ('hori nam'), ('hori mi'),
  ('horime'), ('pozar'), ('unika plyn'), ('unik plynu'), ('topi se'), ('bije me'), ('mlati me'), ('vyhrozuje'), ('znasiln'), ('napadl me'), ('napadla me'),
  ('heart attack'), ('stroke'), ('not breathing'), ('cannot breathe'), ('can t breathe'), ('bleeding'), ('unconscious'), ('suicid'), ('kill myself'), ('chest pain'), ('gas leak'),
  ('on fire'), ('beats me'), ('threatens me'),
  ('інфаркт'), ('інсульт'), ('не дихає'), ('непритомн'), ('кровотеч'), ('самогуб'), ('пожеж'), ('отруєн'), ('б є мене'), ('погрожує');

ALTER TABLE help_request ADD KEY by_weekly (when_kind, to_at);
