#!/usr/bin/python3
"""held.py BOARD SOCKET: a hundred new members of a club, two of them at a time, post twenty notices with links each, by plain CGI, as a program would."""
import hashlib
import os
import secrets
import subprocess
import sys
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

board, socket = sys.argv[1:]
ACCOUNTS, EACH, PATH = 100, 20, '/lhota-nad-orlici/nastenka/napsat'
tokens = [hashlib.sha256(b'spam %d' % n).digest() for n in range(ACCOUNTS)]
rows = ';'.join(f"""INSERT INTO person (name, given, lang, created_at) VALUES ('Spam {n}', 'Spam', 'cs', '2026-11-22 07:00:00');
    SET @p = LAST_INSERT_ID();
    INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (71, @p, 'coordinator', '2026-11-22');
    INSERT INTO session (token_hash, person_id, created_at, expires_at, seen_at, fresh_at) VALUES
    (UNHEX('{hashlib.blake2b(token, digest_size=32).hexdigest()}'), @p, '2026-11-22', '2099-01-01', '2026-11-22 07:32:00', '2026-11-22 07:32:00')"""
                for n, token in enumerate(tokens))
subprocess.run(['mariadb', '--no-defaults', '-S', socket, '-u', 'root', 'sousede'], input=rows, text=True, check=True)


def post(token, n):
    form = hashlib.blake2b(b'form\0', key=token, digest_size=32).hexdigest()
    body = urllib.parse.urlencode({'deska': 'spolky', 'nazev': f'Výhra {n}', 'text': f'Vyhráli jste: https://vyhra.example/{n}', 'token': form,
                                   'once': secrets.token_hex(16)}).encode()
    answer = subprocess.run([board], input=body, stdout=subprocess.PIPE, check=True, env={
        **os.environ, 'GATEWAY_INTERFACE': 'CGI/1.1', 'REQUEST_METHOD': 'POST', 'REQUEST_URI': PATH, 'PATH_INFO': PATH, 'QUERY_STRING': '', 'HTTPS': 'on',
        'SERVER_PROTOCOL': 'HTTP/1.1', 'SERVER_NAME': 'sousede.test', 'REMOTE_ADDR': '198.51.100.7', 'HTTP_SEC_FETCH_SITE': 'same-origin',
        'HTTP_COOKIE': f'__Host-s={token.hex()}', 'CONTENT_TYPE': 'application/x-www-form-urlencoded', 'CONTENT_LENGTH': str(len(body))}).stdout
    return answer.split(b'Status: ')[1][:3].decode()


def run(token):
    return [post(token, n) for n in range(EACH)]


with ThreadPoolExecutor(2) as pool:
    codes = [code for answers in pool.map(run, tokens) for code in answers]
counts = {code: codes.count(code) for code in set(codes)}
print(counts)
sys.exit(counts != {'303': 3 * ACCOUNTS, '422': (EACH - 3) * ACCOUNTS})
