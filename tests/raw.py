#!/usr/bin/python3
"""Sends hostile bytes to a web server on a UNIX socket and prints one line per case: name, first status answered or "closed"."""
import socket
import sys

HOST = b"Host: sousede.test\r\n"
CASES = {
    "two-lengths": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "length-and-chunked": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "unknown-coding": b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "no-host": b"GET / HTTP/1.1\r\n\r\n",
    "two-hosts": b"GET / HTTP/1.1\r\n" + HOST + b"Host: evil.test\r\n\r\n",
    "foreign-host": b"GET / HTTP/1.1\r\nHost: evil.test\r\n\r\n",
    "nul-in-header": b"GET / HTTP/1.1\r\n" + HOST + b"X-A: a\0b\r\n\r\n",
    "bare-cr": b"GET / HTTP/1.1\r\n" + HOST + b"X-A: a\rX-B: b\r\n\r\n",
    "nul-in-path": b"GET /%00 HTTP/1.1\r\n" + HOST + b"\r\n",
    "raw-nul-in-path": b"GET /\0 HTTP/1.1\r\n" + HOST + b"\r\n",
    "not-utf8": b"GET /%ff%fe HTTP/1.1\r\n" + HOST + b"\r\n",
    "raw-not-utf8": b"GET /\xff\xfe HTTP/1.1\r\n" + HOST + b"\r\n",
    "broken-escape": b"GET /%zz HTTP/1.1\r\n" + HOST + b"\r\n",
    "not-utf8-query": b"GET /hledat?obec=%ff HTTP/1.1\r\n" + HOST + b"\r\n",
    "climbing": b"GET /../../etc/passwd HTTP/1.1\r\n" + HOST + b"\r\n",
    "climbing-files": b"GET /s/..%2f..%2fschema/grants.sql HTTP/1.1\r\n" + HOST + b"\r\n",
    "trace": b"TRACE / HTTP/1.1\r\n" + HOST + b"\r\n",
    "invented-method": b"FOO / HTTP/1.1\r\n" + HOST + b"\r\n",
    "put": b"PUT /kadan HTTP/1.1\r\n" + HOST + b"Content-Length: 1\r\n\r\na",
    "long-header": b"GET / HTTP/1.1\r\n" + HOST + b"X-A: " + b"a" * 40000 + b"\r\n\r\n",
    "long-address": b"GET /" + b"a" * 40000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "long-path": b"GET /" + b"a" * 1100 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "long-query": b"GET /hledat?obec=" + b"a" * 5000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "many-parameters": b"GET /hledat?" + b"a&" * 1000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "underscore-header": b"GET /stav HTTP/1.1\r\n" + HOST + b"X_Forwarded_For: 1.2.3.4\r\nProxy: http://evil.test/\r\n\r\n",
    "nonsense": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\r\n\r\n",
}


def ask(path, request):
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(20)
        s.connect(path)
        try:
            s.sendall(request)
            data = s.recv(4096)
        except OSError:
            data = b""
    return data.split(b" ")[1].decode() if data.startswith(b"HTTP/") else "closed"


for name in sys.argv[2:] or CASES:
    print(name, ask(sys.argv[1], CASES[name]), flush=True)
