#!/usr/bin/python3
"""readers.py feedparser|newsboat|sfeed FILE: what a reader makes of a feed, one line per item: id, title, link, day.

feedparser is asked here; newsboat is run on a cache of its own, which is then read; sfeed's TSV is only put in the same columns.
"""
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import warnings

warnings.simplefilter('ignore', DeprecationWarning)


def by_feedparser(path):
    import feedparser
    with open(path, 'rb') as file:
        feed = feedparser.parse(file.read())
    if feed.bozo:
        sys.exit(f'feedparser: {feed.bozo_exception!r}')
    for entry in feed.entries:
        yield entry.id, entry.title, entry.link, time.strftime('%Y-%m-%d', entry.published_parsed)


def by_newsboat(path):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + '/urls', 'w') as urls:
            urls.write(f'file://{path}\n')
        environment = {**os.environ, 'HOME': folder, 'TERM': 'dumb'}
        subprocess.run(['newsboat', '-q', '-u', folder + '/urls', '-c', folder + '/cache', '-C', '/dev/null', '-x', 'reload'],
                       env=environment, check=True, stdout=subprocess.DEVNULL)
        cache = sqlite3.connect(folder + '/cache')
        for guid, title, url, date in cache.execute('SELECT guid, title, url, pubDate FROM rss_item ORDER BY id'):
            yield guid, title, url, time.strftime('%Y-%m-%d', time.gmtime(date))


def by_sfeed(path):
    with open(path, 'rb') as file:
        out = subprocess.run(['sfeed', 'https://reader.example/'], stdin=file, check=True, capture_output=True).stdout.decode()
    for line in out.splitlines():
        date, title, link, _, _, identity = line.split('\t')[:6]
        yield identity, title, link, time.strftime('%Y-%m-%d', time.gmtime(int(date)))


for item in sorted({'feedparser': by_feedparser, 'newsboat': by_newsboat, 'sfeed': by_sfeed}[sys.argv[1]](sys.argv[2])):
    print('\t'.join(item))
