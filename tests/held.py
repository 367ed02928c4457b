#!/usr/bin/python3
"""held.py FOLDER: a hundred new members of a club, two of them at a time, post twenty notices with links each, as a program would."""
import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from ask import Site

ACCOUNTS, EACH, PATH = 100, 20, '/lhota-nad-orlici/nastenka/napsat'
site = Site(sys.argv[1])
tokens = [hashlib.sha256(b'spam %d' % n).digest() for n in range(ACCOUNTS)]
site.sql(';'.join(f"""INSERT INTO person (name, given, lang, created_at) VALUES ('Spam {n}', 'Spam', 'cs', '2026-11-22 07:00:00');
    SET @p = LAST_INSERT_ID();
    INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (71, @p, 'coordinator', '2026-11-22');
    INSERT INTO session (token_hash, person_id, created_at, expires_at, seen_at, fresh_at) VALUES
    (UNHEX('{hashlib.blake2b(token, digest_size=32).hexdigest()}'), @p, '2026-11-22', '2099-01-01', '2026-11-22 07:32:00', '2026-11-22 07:32:00')"""
                  for n, token in enumerate(tokens)))


def run(token):
    spammer = SimpleNamespace(cookie=f'__Host-s={token.hex()}', form=hashlib.blake2b(b'form\0', key=token, digest_size=32).hexdigest())
    forms = [{'deska': 'spolky', 'nazev': f'Výhra {n}', 'text': f'Vyhráli jste: https://vyhra.example/{n}'} for n in range(EACH)]
    return [site.ask('POST', PATH, spammer, form, remote='198.51.100.7').status for form in forms]


with ThreadPoolExecutor(2) as pool:
    codes = [code for answers in pool.map(run, tokens) for code in answers]
counts = {code: codes.count(code) for code in set(codes)}
print(counts)
sys.exit(counts != {303: 3 * ACCOUNTS, 422: (EACH - 3) * ACCOUNTS})
