#!/usr/bin/python3
"""Readers who never stop asking: load.py SOCKET READERS REQUESTS PATH… asks a web server on a UNIX socket.

REQUESTS 0 goes on until SIGTERM. Prints "STATUS COUNT" lines; an answer cut short counts as "short", a closed connection as "closed".
"""
import itertools
import signal
import socket
import sys
import threading

path, readers, requests, addresses = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]
over = threading.Event()
lock = threading.Lock()
counts, numbers = {}, itertools.count()


def ask(address):
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(30)
        s.connect(path)
        s.sendall(b"GET %s HTTP/1.1\r\nHost: sousede.test\r\nConnection: close\r\n\r\n" % address.encode())
        data = bytearray()
        while part := s.recv(65536):
            data += part
    head, _, body = bytes(data).partition(b"\r\n\r\n")
    if not head:
        return "closed"
    status = head.split(b" ")[1].decode()
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), None)
    return "short" if length is not None and length != len(body) else status


def read():
    while not over.is_set():
        n = next(numbers)
        if requests and n >= requests:
            return
        try:
            got = ask(addresses[n % len(addresses)])
        except OSError as problem:
            got = type(problem).__name__
        with lock:
            counts[got] = counts.get(got, 0) + 1


signal.signal(signal.SIGTERM, lambda *_: over.set())
threads = [threading.Thread(target=read) for _ in range(readers)]
for thread in threads:
    thread.start()
for thread in threads:
    while thread.is_alive():
        thread.join(0.1)
for status in sorted(counts):
    print(status, counts[status])
