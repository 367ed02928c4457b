#!/usr/bin/python3
"""People who ask and help all at once: load-help.py SOCKET KEYS DATABASE PEOPLE SECONDS NOW asks the web server on a UNIX socket.

What gets no answer is sent again as a browser does: the same form, the same `once`. Prints a line "OBJECT ID STATES" for each write that was acknowledged:
what event_log must hold of it (states of which one stands there), "message RESPONSE SIDE", or "asked MAIL-HASH". PEOPLE: lines "PERSON COOKIE TOKEN".
"""
import hashlib
import random
import re
import secrets
import socket
import subprocess
import sys
import threading
import time
import urllib.parse

from stamp import stamp

server, keys, database, people, seconds, now = sys.argv[1:]
end, lock, town = time.monotonic() + int(seconds), threading.Lock(), '/lhota-nad-orlici'
with open(keys, encoding='ascii') as lines:
    index = bytes.fromhex(re.search(r'^index ([0-9a-f]+)', lines.read(), re.M).group(1))
with open(people, encoding='utf-8') as lines:
    sessions = [line.split() for line in lines]


def mark(purpose, text):
    return hashlib.blake2b(f'{purpose}\0{text}'.encode(), key=index, digest_size=32).hexdigest()


def acknowledged(*what):
    with lock:
        print(*what, flush=True)


def pick(columns, rest):
    """One random row; none while the database is away."""
    got = subprocess.run(['mariadb', '--no-defaults', '-S', database, '-u', 'root', '-N', '-B', '-e', f'SELECT {columns} FROM {rest} ORDER BY RAND() LIMIT 1', 'sousede'],
                         capture_output=True, text=True, check=False).stdout.split()
    return got or None


def link(kind, path, number, nonce):
    return f'/{path}/{number}-{mark("help-link", f"{kind} {number} {nonce.lower()}")[:32]}'


def answer(path, body, cookie):
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(30)
        s.connect(server)
        s.sendall(f'POST {path} HTTP/1.1\r\nHost: sousede.test\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n{cookie}'
                  f'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n{body}'.encode())
        data = bytearray()
        while part := s.recv(65536):
            data += part
    return int(bytes(data).split(b' ', 2)[1]) if data else 0


def post(path, session=None, **fields):
    """True when it was done and said so."""
    fields.setdefault('once', secrets.token_hex(16))
    if session:
        fields['token'] = session[2]
    body, cookie = urllib.parse.urlencode(fields), f'Cookie: {session[1]}\r\n' if session else ''
    for _ in range(100):
        try:
            status = answer(path, body, cookie)
        except OSError:
            status = 0
        if status and status < 500:
            with lock:
                counts[status] = counts.get(status, 0) + 1
            return status == 303
        with lock:
            counts['again'] = counts.get('again', 0) + 1
        time.sleep(0.1)
    return False


def ask():
    mail = f'{secrets.token_hex(6)}@example.org'
    path = f'{town}/pomoc/potrebuji'
    if not post(path, druh='nakup', pro='ja', nazev='Velký nákup', kdy='brzy', jmeno='Marie Hájková', mail=mail, lidi=random.choice('1123'),
                **stamp(keys, path, secrets.token_hex(16), 10, now)):
        return
    acknowledged('asked', mark('mail', mail))
    asked = pick('request_id, HEX(nonce)', f"help_contact WHERE mail_hash = UNHEX('{mark('mail', mail)}')")
    if asked and post(link('requester', 'prosba', *asked) + '/potvrdit'):
        acknowledged('request', asked[0], 'open')


def apply():
    session = random.choice(sessions)
    request = pick('id', "help_request WHERE state = 'open' AND code <> ''")
    if request and post(f'{town}/pomoc/{request[0]}/pomohu', session):
        acknowledged('apply', request[0], session[0])


def of_answer(state, then, tail='', **fields):
    """A helper presses something by her link."""
    got = pick('a.id, HEX(a.nonce)', f"response a JOIN help_request q ON q.id = a.request_id WHERE {state}")
    if got and post(link('response', 'odpoved', *got) + tail, **fields):
        acknowledged(then[0], got[0], then[1])


def of_request(where, then, tail='', **fields):
    """Who asks presses something by hers."""
    got = pick('c.request_id, HEX(c.nonce), a.id', f"help_contact c JOIN help_request q ON q.id = c.request_id JOIN response a ON a.request_id = q.id WHERE {where}")
    if got and post(link('requester', 'prosba', *got[:2]) + tail.replace('ANSWER', got[2]), **fields):
        acknowledged(then[0], got[0] if then[0] == 'request' else got[2], then[1])


ACTS = [
    (ask, 4), (apply, 5),
    (lambda: of_answer("a.state = 'invited'", ('response', 'accepted,superseded'), co='ano'), 5),
    (lambda: of_answer("a.state = 'invited'", ('response', 'declined,superseded'), co='ne'), 1),
    (lambda: of_answer("a.state IN ('applied', 'accepted')", ('response', 'left,superseded'), co='odejit'), 1),
    (lambda: of_answer("a.state = 'accepted'", ('message', 'helper'), '/zpravy', zprava='Přijdu v osm.'), 2),
    (lambda: of_answer("a.state = 'accepted' AND q.state = 'filled'", ('begun', 'underway'), '/zacit'), 2),
    (lambda: of_answer("a.state = 'accepted' AND q.state = 'underway'", ('begun', 'done_claimed'), '/hotovo'), 2),
    (lambda: of_request("a.state = 'applied'", ('response', 'accepted,superseded'), '/pomocnik/ANSWER', co='prijmout'), 4),
    (lambda: of_request("a.state = 'applied'", ('response', 'refused'), '/pomocnik/ANSWER', co='odmitnout'), 1),
    (lambda: of_request("a.state = 'accepted'", ('message', 'requester'), '/zpravy/ANSWER', zprava='Zvoňte dvakrát.'), 2),
    (lambda: of_request("q.state IN ('open', 'filled', 'underway')", ('request', 'closed'), '/stahnout', duvod='vyreseno'), 1),
    (lambda: of_request("q.state = 'done_claimed'", ('request', 'closed'), '/hotovo', jak='ano', diky='Děkuji moc.'), 2),
]


def live():
    while time.monotonic() < end:
        random.choices([act for act, _ in ACTS], [weight for _, weight in ACTS])[0]()


counts = {}
threads = [threading.Thread(target=live) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(' '.join(f'{status}:{count}' for status, count in sorted(counts.items(), key=str)), file=sys.stderr)
