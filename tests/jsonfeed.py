#!/usr/bin/python3
"""jsonfeed.py FILE: what JSON Feed 1.1 demands of a feed, and what readers need. Prints each fault; exit 1 when there is one."""
import datetime
import json
import re
import sys

faults = []


def need(good, what):
    if not good:
        faults.append(what)


def no_twins(pairs):
    keys = [key for key, _ in pairs]
    need(len(keys) == len(set(keys)), f'a key twice among {keys}')
    return dict(pairs)


def text(thing, key, where, must=True):
    need(key in thing or not must, f'{where}: no {key}')
    need(key not in thing or isinstance(thing[key], str) and thing[key].strip(), f'{where}: {key} is no text')


def address(thing, key, where, must=True):
    text(thing, key, where, must)
    need(re.fullmatch(r'https?://[!-~]+', str(thing.get(key, 'https://x'))), f'{where}: {key} is no absolute address: {thing.get(key)}')


def moment(thing, key, where):
    try:
        need(datetime.datetime.fromisoformat(thing[key]).tzinfo, f'{where}: {key} has no offset')
    except (KeyError, ValueError, TypeError) as error:
        need(False, f'{where}: {key}: {error!r}')


def authors(thing, where):
    need('author' not in thing, f'{where}: author is of version 1.0')
    for author in thing.get('authors', []):
        need(set(author) & {'name', 'url', 'avatar'}, f'{where}: an author without anything')
        need(set(author) <= {'name', 'url', 'avatar'}, f'{where}: unknown key of an author')


def known(thing, keys, where):
    for key in thing:
        need(key in keys or re.fullmatch(r'_[A-Za-z0-9]+', key), f'{where}: unknown key {key}')


def item(thing, number):
    where = f'items[{number}]'
    known(thing, {'id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary', 'image', 'banner_image', 'date_published',
                  'date_modified', 'authors', 'tags', 'language', 'attachments'}, where)
    for key in ('id', 'title', 'summary', 'language'):
        text(thing, key, where)
    for key in ('id', 'url'):
        address(thing, key, where)
    address(thing, 'external_url', where, must=False)
    need('content_html' in thing or 'content_text' in thing, f'{where}: no content')
    need(not re.search(r'<\s*(script|iframe|form|style|object|embed)|\son[a-z]+=|javascript:', thing.get('content_html', ''), re.I),
         f'{where}: content_html may do something')
    moment(thing, 'date_published', where)
    moment(thing, 'date_modified', where)
    authors(thing, where)
    need(all(isinstance(tag, str) and tag for tag in thing.get('tags', [])), f'{where}: a tag is no text')
    for attachment in thing.get('attachments', []):
        known(attachment, {'url', 'mime_type', 'title', 'size_in_bytes', 'duration_in_seconds'}, where)
        address(attachment, 'url', where)
        need(re.fullmatch(r'[a-z]+/[a-zA-Z0-9.+-]+.*', attachment.get('mime_type', '')), f'{where}: attachment without mime_type')
        need(isinstance(attachment.get('size_in_bytes', 0), int), f'{where}: size_in_bytes is no number')


def feed(whole):
    known(whole, {'version', 'title', 'home_page_url', 'feed_url', 'description', 'user_comment', 'next_url', 'icon', 'favicon', 'authors',
                  'language', 'expired', 'hubs', 'items'}, 'feed')
    need(whole.get('version') == 'https://jsonfeed.org/version/1.1', 'feed: version')
    text(whole, 'title', 'feed')
    for key in ('home_page_url', 'feed_url'):
        address(whole, key, 'feed')
    address(whole, 'next_url', 'feed', must=False)
    need(whole.get('next_url') != whole.get('feed_url'), 'feed: next_url is feed_url')
    authors(whole, 'feed')
    need(isinstance(whole.get('items'), list), 'feed: items')
    for number, thing in enumerate(whole.get('items', [])):
        item(thing, number)
    ids = [thing.get('id') for thing in whole.get('items', [])]
    need(len(ids) == len(set(ids)), 'feed: two items with one id')


with open(sys.argv[1], 'rb') as file:
    raw = file.read()
need(not raw.startswith(b'\xef\xbb\xbf'), 'a byte order mark')
feed(json.loads(raw.decode('utf-8'), object_pairs_hook=no_twins))
print('\n'.join(faults) or 'JSON Feed 1.1')
sys.exit(1 if faults else 0)
