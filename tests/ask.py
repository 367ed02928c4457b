"""What tests in Python share: one FastCGI request to a program's socket, one open client of the database, invented people, lines of a test's plan."""
import hashlib
import os
import re
import secrets
import socket
import struct
import subprocess
import urllib.parse

BASE = os.environ.get('BASE', 'https://sousede.test')
SRC = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BITS = {'clerk': 8, 'approver': 16, 'coordinator': 32, 'moderator': 64, 'admin': 128, 'manager': 256}


def tell(good, what, *why):
    print('ok' if good else 'not ok', '-', what, flush=True)
    for line in [] if good else why:
        print('#  ', line, flush=True)
    return good


def patterns():
    rows = (line.split() for line in open(SRC + '/cgi-bin/etc/programs') if not line.startswith('#'))
    return [(row[0], re.compile(row[1])) for row in rows if row]


class Answer:
    def __init__(self, raw):
        head, _, self.body = raw.partition(b'\r\n\r\n')
        self.headers = {}
        for line in head.decode('utf-8', 'replace').split('\r\n'):
            name, _, text = line.partition(': ')
            self.headers.setdefault(name.lower(), []).append(text)
        self.status = int(self.headers.get('status', ['200'])[0][:3]) if raw else 0
        self.location = self.headers.get('location', [''])[0].removeprefix(BASE)

    def text(self):
        return self.body.decode('utf-8', 'replace')


def _record(kind, content=b''):
    return struct.pack('!BBHHBx', 1, kind, 1, len(content), 0) + content


def _size(n):
    return struct.pack('!B', n) if n < 128 else struct.pack('!I', n | 0x80000000)


class Site:
    def __init__(self, folder):
        self.folder, self.patterns = folder, patterns()
        self.socket = subprocess.check_output([SRC + '/schema/server', 'socket', folder + '/db'], text=True).strip()
        self.client = subprocess.Popen(['mariadb', '--no-defaults', '--default-character-set=utf8mb4', '-S', self.socket, '-u', 'root', '-N', '-B', '--raw', '-n', 'sousede'],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding='utf-8')

    def sql(self, text):
        """The rows of some statements, each row a list of texts; an error ends the test."""
        self.client.stdin.write(text.rstrip().rstrip(';') + ";\nSELECT '--that was all--';\n")
        self.client.stdin.flush()
        rows = []
        while (line := self.client.stdout.readline()) != '--that was all--\n':
            if not line or line.startswith('ERROR '):
                raise SystemExit(f'database: {line} in {text[:2000]}')
            rows.append(line.rstrip('\n').split('\t'))
        return rows

    def one(self, text):
        rows = self.sql(text)
        return rows[-1][0] if rows else None

    def program(self, path):
        return next(name for name, pattern in self.patterns if pattern.match(path))

    def ask(self, method, uri, who=None, form=None, headers=None, remote='192.0.2.1'):
        path, _, query = uri.partition('?')
        body = b''
        values = {'REQUEST_METHOD': method, 'REQUEST_URI': uri, 'QUERY_STRING': query, 'SERVER_PROTOCOL': 'HTTP/1.1', 'HTTP_HOST': 'sousede.test',
                  'HTTPS': 'on', 'REMOTE_ADDR': remote}
        if form is not None:
            form = {'token': who.form if who else '', 'once': secrets.token_hex(16), **form}
            body = urllib.parse.urlencode({name: text for name, text in form.items() if text is not None}, doseq=True).encode()
            values.update(CONTENT_TYPE='application/x-www-form-urlencoded', CONTENT_LENGTH=str(len(body)), HTTP_SEC_FETCH_SITE='same-origin')
        if who:
            values['HTTP_COOKIE'] = who.cookie
        values.update(headers or {})
        pairs = b''.join(_size(len(n)) + _size(len(v)) + n + v for n, v in ((n.encode(), v.encode()) for n, v in values.items()))
        stream = struct.pack('!BBHHBxHB5x', 1, 1, 1, 8, 0, 1, 0) + _record(4, pairs) + _record(4)
        stream += b''.join(_record(5, body[at:at + 60000]) for at in range(0, len(body), 60000)) + _record(5)
        return Answer(self._talk(self.program(path), stream))

    def _talk(self, program, stream):
        out = b''
        with socket.socket(socket.AF_UNIX) as s:
            s.settimeout(60)
            s.connect(f'{self.folder}/run/{program}.sock')
            s.sendall(stream)
            read = s.makefile('rb')
            while len(head := read.read(8)) == 8:
                kind, length, padding = head[1], int.from_bytes(head[4:6], 'big'), head[6]
                content = read.read(length)
                read.read(padding)
                if kind == 6:
                    out += content
                if kind == 3:
                    break
        return out


class Person:
    """Somebody signed in; roles as in lib.sh `as`."""

    def __init__(self, site, name, roles='', town=999999, **columns):
        token = hashlib.sha256(b'session of ' + name.encode()).digest()
        self.name, self.cookie = name, ('__Host-s=' if BASE.startswith('https:') else 's=') + token.hex()
        self.form = hashlib.blake2b(b'form\0', key=token, digest_size=32).hexdigest()
        words = roles.replace(',', ' ').split()
        bits = sum(BITS[word] for word in words if word != 'weak')
        at = f"'{os.environ['SOUSEDE_NOW'][:10]} 07:00'"
        more = {'name': name, 'given': name, 'lang': 'cs', 'roles': bits & 192, **columns}
        self.id = int(site.one(f"""INSERT INTO person ({', '.join(more)}, created_at) VALUES ({', '.join(repr(v) for v in more.values())}, {at});
            SELECT LAST_INSERT_ID()"""))
        site.sql(f"""INSERT INTO session (token_hash, person_id, created_at, expires_at, seen_at, fresh_at, strong)
            VALUES (UNHEX('{hashlib.blake2b(token, digest_size=32).hexdigest()}'), {self.id}, {at}, '2099-01-01', {at}, {at}, {int('weak' not in words)})""")
        if bits & 312:
            site.sql(f'INSERT INTO membership (person_id, town_code, roles) VALUES ({self.id}, {town}, {bits & 312})')
