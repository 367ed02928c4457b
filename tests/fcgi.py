#!/usr/bin/python3
"""Speaks FastCGI to a program's socket, well and badly.

fcgi.py SOCKET get PATH    one good request; prints the status
fcgi.py SOCKET hostile     each hostile stream, after each a good request: "NAME STATUS" lines, status of the good one
fcgi.py SOCKET hang        half a record, then nothing, until the program closes the connection
"""
import os
import random
import socket
import struct
import sys

BEGIN, ABORT, END, PARAMS, STDIN, VALUES = 1, 2, 3, 4, 5, 9


def record(kind, content=b"", request=1, version=1, length=None, padding=0):
    return struct.pack("!BBHHBx", version, kind, request, len(content) if length is None else length, padding) + content


def begin(role=1, flags=0):
    return record(BEGIN, struct.pack("!HB5x", role, flags))


def size(n):
    return struct.pack("!B", n) if n < 128 else struct.pack("!I", n | 0x80000000)


def pair(name, value):
    return size(len(name)) + size(len(value)) + name + value


def params(uri, method=b"GET", **more):
    pairs = {b"REQUEST_METHOD": method, b"REQUEST_URI": uri, b"SERVER_PROTOCOL": b"HTTP/1.1"}
    pairs.update({k.encode(): v for k, v in more.items()})
    return b"".join(pair(k, v) for k, v in pairs.items())


def request(uri, body=b"", **more):
    return begin() + record(PARAMS, params(uri, **more)) + record(PARAMS) + (record(STDIN, body) if body else b"") + record(STDIN)


def talk(path, data, close=True):
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(25)
        s.connect(path)
        answer = b""
        try:
            s.sendall(data)
            if close:
                s.shutdown(socket.SHUT_WR)
            while part := s.recv(65536):
                answer += part
        except OSError:
            pass
    return answer


def good(path, uri=b"/kadan/nastenka"):
    text = talk(path, request(uri), close=False)
    at = text.find(b"Status: ")
    return text[at + 8:at + 11].decode() if at >= 0 else "none"


LONG = struct.pack("!II", 0xFFFFFFFE, 0xC0000000)
STREAMS = {
    "nothing": b"",
    "zeros": b"\0" * 4096,
    "ones": b"\xff" * 4096,
    "http": b"GET / HTTP/1.1\r\nHost: x\r\n\r\n",
    "half-header": b"\x01\x01\x00",
    "version-2": record(BEGIN, b"\0\1\0" + b"\0" * 5, version=2),
    "no-begin": record(PARAMS, params(b"/")) + record(STDIN),
    "short-begin": record(BEGIN, b"\0\1"),
    "unknown-role": begin(role=7) + record(PARAMS) + record(STDIN),
    "authorizer": begin(role=2) + record(PARAMS, params(b"/")) + record(PARAMS),
    "unknown-type": record(77, b"x" * 100) + request(b"/kadan/nastenka"),
    "many-management": record(VALUES, pair(b"FCGI_MAX_CONNS", b""), request=0) * 50 + record(99, request=0) * 50,
    "abort": begin() + record(ABORT),
    "abort-late": begin() + record(PARAMS, params(b"/")) + record(PARAMS) + record(ABORT),
    "no-params": begin() + record(PARAMS) + record(STDIN),
    "no-stdin": begin() + record(PARAMS, params(b"/kadan/nastenka")) + record(PARAMS),
    "params-cut": begin() + record(PARAMS, params(b"/kadan/nastenka")[:20]) + record(PARAMS) + record(STDIN),
    "length-beyond": begin() + record(PARAMS, size(200) + size(200) + b"abc") + record(PARAMS) + record(STDIN),
    "length-huge": begin() + record(PARAMS, LONG + b"abc") + record(PARAMS) + record(STDIN),
    "length-sum": begin() + record(PARAMS, struct.pack("!II", 0xFFFFFFFE, 0xC0000000) + b"a" * 100) + record(STDIN),
    "record-cut": begin() + record(PARAMS, b"abc", length=60000),
    "nul-name": begin() + record(PARAMS, pair(b"A\0B", b"c\0d") + params(b"/kadan/nastenka")) + record(PARAMS) + record(STDIN),
    "crlf-value": request(b"/kadan/nastenka", HTTP_IF_NONE_MATCH=b"x\r\nSet-Cookie: a=b", HTTP_COOKIE=b"a=\r\n\r\nb"),
    "uri-binary": request(b"/\xff\x00\x01\x7f"),
    "uri-empty": request(b""),
    "method-odd": request(b"/", method=b"GET\0POST"),
    "many-params": begin() + record(PARAMS, b"".join(pair(b"HTTP_X%d" % i, b"v") for i in range(3000))) + record(PARAMS) + record(STDIN),
    "length-negative": request(b"/kadan/nastenka", method=b"POST", CONTENT_LENGTH=b"-1"),
    "length-words": request(b"/kadan/nastenka", method=b"POST", CONTENT_LENGTH=b"12abc"),
    "length-overflow": request(b"/kadan/nastenka", method=b"POST", CONTENT_LENGTH=b"99999999999999999999999"),
    "body-short": request(b"/kadan/nastenka", b"a=b", method=b"POST", CONTENT_LENGTH=b"5000", CONTENT_TYPE=b"application/x-www-form-urlencoded"),
    "two-requests": request(b"/kadan/nastenka") + request(b"/kadan/nastenka"),
    "other-id": begin() + record(PARAMS, params(b"/"), request=7) + record(STDIN, request=9),
}
chance = random.Random(1)
for n in range(20):
    noise = bytearray(request(b"/kadan/nastenka?deska=uredni"))
    for _ in range(6):
        noise[chance.randrange(len(noise))] = chance.randrange(256)
    STREAMS["noise-%d" % n] = bytes(noise)

path, verb = sys.argv[1:3]
if verb == "get":
    print(good(path, os.fsencode(sys.argv[3])))
elif verb == "hang":
    with socket.socket(socket.AF_UNIX) as s:
        s.connect(path)
        s.sendall(begin() + b"\x01\x04\x00")
        print("hanging", flush=True)
        while s.recv(4096):
            pass
    print("closed")
else:
    for name, stream in STREAMS.items():
        talk(path, stream)
        print(name, good(path), flush=True)
