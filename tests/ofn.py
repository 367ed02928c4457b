#!/usr/bin/python3
"""ofn.py OFN-FOLDER SCHEMA FILE…: files against a schema of the Open Formal Norms, e.g. úřední-desky/2021-07-20/schémata/úřední-deska.json.

The schemas name each other by IRIs with diacritics, so a store is filled with every schema of the folder under its NFC $id. What the
schema of boards does not demand though the norm does is checked here: each item has its url, and no two items one iri.
"""
import glob
import json
import sys
import unicodedata
import urllib.parse
import warnings

warnings.simplefilter('ignore', DeprecationWarning)
from jsonschema import Draft201909Validator, FormatChecker, RefResolver  # noqa: E402


def plain(iri):
    return unicodedata.normalize('NFC', urllib.parse.unquote(iri)).rstrip('#')


class Resolver(RefResolver):
    """Looks only into the store; what is foreign (GeoJSON) accepts everything."""

    def resolve(self, ref):
        iri = plain(urllib.parse.urljoin(self.resolution_scope, ref))
        return iri, self.store.get(iri, {})


def faults(schema, store, whole):
    resolver = Resolver(schema['$id'], schema, store=store)
    for error in Draft201909Validator(schema, resolver=resolver, format_checker=FormatChecker()).iter_errors(whole):
        yield f'{"/".join(map(str, error.absolute_path))}: {error.message[:300]}'
    items = whole.get('informace', []) if isinstance(whole, dict) else []
    for number, item in enumerate(items):
        if not str(item.get('url', '')).startswith('https://'):
            yield f'informace/{number}: no url'
    iris = [item.get('iri') for item in items]
    for iri in {iri for iri in iris if iris.count(iri) > 1}:
        yield f'two items with iri {iri}'


folder, wanted, *files = sys.argv[1:]
store = {}
for path in glob.glob(folder + '/*/2*/sch*/*.json'):
    with open(path, encoding='utf-8-sig') as file:
        schema = json.load(file)
    store[plain(schema['$id'])] = schema
bad = 0
for path in files:
    with open(path, encoding='utf-8') as file:
        whole = json.load(file)
    found = list(faults(store[plain('https://ofn.gov.cz/' + wanted)], store, whole))
    print('\n'.join(f'{path}: {fault}' for fault in found) or f'{path}: valid')
    bad += len(found)
sys.exit(1 if bad else 0)
