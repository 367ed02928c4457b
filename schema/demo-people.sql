-- What the invented people of demo-people.txt are trusted with: a clerk, an approver who administers the town, a club, a moderator of the site.
-- Running it again changes nothing.
SET NAMES utf8mb4;
SET @town = 999999;
-- Who claims the town gets the code here: the letter is a file (./serve).
UPDATE town SET official_mail = 'podatelna@example.org' WHERE code = @town;

INSERT INTO membership (person_id, town_code, roles)
SELECT id, @town, CASE name WHEN 'Klára Novotná' THEN 8 ELSE 8 | 16 | 256 END FROM person
 WHERE town_code = @town AND name IN ('Klára Novotná', 'Petr Dvořák')
ON DUPLICATE KEY UPDATE roles = VALUES(roles);
UPDATE person SET roles = 64 | 128 WHERE town_code = @town AND name = 'Tomáš Holub';

-- A report to decide, about an invented notice of neighbours. Its explanation is empty: only the site itself can seal one.
INSERT INTO report (state, target, target_id, town_code, place, reason, priority, explanation, origin, link_hash, created_at, due_at)
SELECT 'triaged', 'notice', n.id, @town, CONCAT('/lhota-nad-orlici/nastenka/', n.id, '-', n.slug), 'wrong_board', 4, '', UNHEX(SHA2('demo', 256)), UNHEX(SHA2('demo', 256)),
  UTC_TIMESTAMP(), UTC_TIMESTAMP() + INTERVAL 7 DAY
  FROM notice n WHERE n.town_code = @town AND n.kind = 'community' AND n.state = 'posted' AND NOT EXISTS (SELECT 1 FROM report) ORDER BY n.id LIMIT 1;

INSERT IGNORE INTO organisation (slug, name, legal_form, state, town_code, purpose, verified_at, created_at)
VALUES ('hasici-lhota', 'Hasiči Lhota', 'association', 'verified', @town, 'Hasíme, zachraňujeme a jednou za rok pořádáme ples.', UTC_TIMESTAMP(), UTC_TIMESTAMP());
INSERT IGNORE INTO organisation_member (organisation_id, person_id, role, since)
SELECT o.id, p.id, 'admin', UTC_TIMESTAMP() FROM organisation o JOIN person p ON p.town_code = @town AND p.name = 'Hana Veselá' WHERE o.slug = 'hasici-lhota';
