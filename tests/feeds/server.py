#!/usr/bin/python3
"""A web server of feeds for tests: server.py FOLDER writes its port to FOLDER/port, each request to FOLDER/requests and when it
came to FOLDER/times.

/file/NAME        FOLDER/NAME with a strong ETag of its bytes and Last-Modified, 304 when asked conditionally
/plain/NAME       the same bytes without validators          /gzip/NAME   compressed
/status/CODE[/S]  that status, Retry-After: S                /to/URL      302 to the rest of the path, percent-decoded
/loop             302 to itself                              /hops/N/NAME N redirects, then /file/NAME
/huge             endless XML without a length               /announced   Content-Length of a gigabyte
/bomb             a gzip that unpacks to a gigabyte          /slow        a byte a second
/silent           no answer at all                           /headers     endless headers
/half             breaks off before its length is over
"""
import email.utils, gzip, hashlib, os, socket, sys, time, urllib.parse, zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

folder = sys.argv[1]


class Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *args):
        pass

    def note(self):
        with open(folder + '/requests', 'a') as log:
            fields = [self.path] + [f'{name}={self.headers[name]}' for name in
                                    ('User-Agent', 'If-None-Match', 'If-Modified-Since', 'Accept-Encoding') if self.headers[name]]
            log.write(' '.join(fields) + '\n')
        with open(folder + '/times', 'a') as log:
            log.write(f'at:{time.monotonic()} {self.path}\n')

    def answer(self, code, headers=(), body=b''):
        self.send_response(code)
        for name, value in headers:
            self.send_header(name, value)
        if code != 304:
            self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.note()
        verb, _, rest = self.path[1:].partition('/')
        try:
            getattr(self, 'do_' + verb.split('?')[0], self.do_unknown)(urllib.parse.unquote(rest))
        except (BrokenPipeError, ConnectionResetError):
            pass

    def do_unknown(self, rest):
        self.answer(404)

    def do_file(self, name):
        path = f'{folder}/{name}'
        if not os.path.exists(path):
            return self.answer(404)
        body = open(path, 'rb').read()
        tag = '"%s"' % hashlib.md5(body).hexdigest()
        date = email.utils.formatdate(os.stat(path).st_mtime, usegmt=True)
        headers = (('ETag', tag), ('Last-Modified', date))
        if self.headers['If-None-Match'] == tag:
            self.answer(304, headers)
        else:
            self.answer(200, headers, body)

    def do_plain(self, name):
        self.answer(200, (), open(f'{folder}/{name}', 'rb').read())

    def do_gzip(self, name):
        self.answer(200, (('Content-Encoding', 'gzip'),), gzip.compress(open(f'{folder}/{name}', 'rb').read()))

    def do_status(self, rest):
        code, _, after = rest.partition('/')
        self.answer(int(code), (('Retry-After', after),) if after else ())

    def do_to(self, url):
        self.answer(302, (('Location', url),))

    def do_loop(self, rest):
        self.answer(302, (('Location', '/loop'),))

    def do_hops(self, rest):
        n, _, name = rest.partition('/')
        self.answer(301, (('Location', f'/hops/{int(n) - 1}/{name}' if int(n) > 1 else f'/file/{name}'),))

    def stream(self, chunk, headers=()):
        self.send_response(200)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header('Connection', 'close')
        self.end_headers()
        self.close_connection = True
        while True:
            self.wfile.write(chunk)

    def do_huge(self, rest):
        self.wfile.flush()
        self.stream(b'<rss><channel>' + b'<item><title>x</title></item>' * 2000)

    def do_announced(self, rest):
        self.stream(b' ' * 65536, (('Content-Length', str(1 << 30)),))

    def do_bomb(self, rest):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        first, again = (packer.compress(b' ' * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
        body = first + again * 1023 + packer.flush()
        self.answer(200, (('Content-Encoding', 'gzip'),), body)

    def do_slow(self, rest):
        self.send_response(200)
        self.send_header('Content-Length', '1000')
        self.end_headers()
        for _ in range(60):
            self.wfile.write(b' ')
            self.wfile.flush()
            time.sleep(1)

    def do_silent(self, rest):
        time.sleep(60)

    def do_headers(self, rest):
        self.send_response(200)
        while True:
            self.send_header('X-Filler', 'x' * 1000)
            self.flush_headers()

    def do_half(self, rest):
        self.send_response(200)
        self.send_header('Content-Length', '1000')
        self.end_headers()
        self.wfile.write(b'<rss><channel>')
        self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True


server = Server(('127.0.0.1', 0), Handler)
with open(folder + '/port.new', 'w') as out:
    out.write(str(server.server_address[1]))
os.rename(folder + '/port.new', folder + '/port')
server.serve_forever()
