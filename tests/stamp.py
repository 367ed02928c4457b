#!/usr/bin/python3
"""stamp.py KEYS PATH ONCE SECONDS [NOW]: what a browser sends that opened a form of strangers (cgi-bin/web/guard.h) so many seconds ago and did its work."""
import hashlib
import re
import sys
import time
from datetime import datetime


def stamp(keys, path, once, age=10, now=''):
    with open(keys, encoding='ascii') as lines:
        index = bytes.fromhex(re.search(r'^index ([0-9a-f]+)', lines.read(), re.M).group(1))
    at = '%08x' % int((datetime.fromisoformat(now).timestamp() if now else time.time()) - int(age))
    mac = hashlib.blake2b(b'guard\0' + f'{path}\n{once}\n{at}'.encode(), key=index, digest_size=32).hexdigest()
    number = next(n for n in range(1 << 30) if int.from_bytes(hashlib.sha256(f'{at}{mac}:{n}'.encode()).digest()[:4], 'big') >> 17 == 0)
    return {'once': once, 'stamp': at + mac, 'prace': str(number)}


if __name__ == '__main__':
    for name, value in list(stamp(*sys.argv[1:]).items())[1:]:
        print(f'{name}={value}')
