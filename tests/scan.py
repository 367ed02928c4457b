#!/usr/bin/python3
"""scan.py FOLDER REPORT: gathers every address and form of the site from its programs' own tables of routes, then lets sqlmap and wapiti at them; see tests/scan."""
import concurrent.futures
import datetime
import html
import json
import os
import re
import subprocess
import sys
import time
import urllib.parse
from xml.etree import ElementTree

os.environ.setdefault('SOUSEDE_NOW', datetime.datetime.now().strftime('%Y-%m-%dT%H:%M:%S+01:00'))
from ask import BASE, Person, Site, patterns, tell

site, folder, report = Site(sys.argv[1]), sys.argv[1], open(sys.argv[2], 'w')
build, began = os.environ['BUILD'], time.time()
slice_of, slices = map(int, os.environ.get('SLICE', '1/1').split('/'))
only = re.compile(os.environ.get('ONLY', '.'))
tools = os.environ.get('SCAN', 'sqlmap wapiti')
JOBS = int(os.environ.get('JOBS', '2'))

# Whoever asks ten times a minute is stopped elsewhere (security.t); here each question must be heard.
site.sql("""CREATE TRIGGER unthrottled BEFORE INSERT ON throttle FOR EACH ROW SET NEW.count = 0;
    CREATE TRIGGER unthrottled_too BEFORE UPDATE ON throttle FOR EACH ROW SET NEW.count = 0;
    UPDATE town SET official = TRUE WHERE code = 999999""")
roles = {'visitor': None, 'person': Person(site, 'Oldra', level=1), 'clerk': Person(site, 'Karla', 'clerk approver coordinator'), 'manager': Person(site, 'Petra', 'manager'),
         'admin': Person(site, 'Sona', 'admin moderator')}
site.sql(f"""
    INSERT INTO organisation (id, slug, name, legal_form, state, town_code, purpose, created_at) VALUES (9001, 'sken', 'Sken', 'association', 'verified', 999999, 'Sken', '2026-01-01');
    INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES (9001, {roles['person'].id}, 'admin', '2026-01-01');
    INSERT INTO helper_card (person_id, number, issued_at) VALUES ({roles['person'].id}, 'sken2222', '2026-01-01');
    INSERT INTO notice (id, town_code, kind, state, title, body, posted_at, changed_at, takedown_on) VALUES
      (9000001, 999999, 'information', 'posted', 'Sken', 'Text.', '2026-11-01', '2026-11-01', '2030-12-24')""")
# What a scanner may have undone by doing what it was allowed to.
SAME = [row[0] for row in site.sql("""SELECT table_name FROM information_schema.tables WHERE table_schema = 'sousede' AND table_name IN
    ('session', 'person', 'membership', 'organisation', 'organisation_member', 'town', 'notice')""")]
columns = {table: ', '.join(row[0] for row in site.sql(f"""SELECT column_name FROM information_schema.columns WHERE table_schema = 'sousede' AND table_name = '{table}'
    AND COALESCE(generation_expression, '') = ''""")) for table in SAME}
site.sql('CREATE DATABASE kept;' + ''.join(f'CREATE TABLE kept.{table} AS SELECT {columns[table]} FROM {table};' for table in SAME))


def restore():
    site.sql('SET foreign_key_checks = 0;' + ''.join(f'REPLACE INTO {table} ({columns[table]}) SELECT {columns[table]} FROM kept.{table};' for table in SAME if table != 'town') +
             'SET foreign_key_checks = 1')


PLACES = {':town': 'lhota-nad-orlici', ':id': '9000001'}
WORDS = {'/organizace': 'sken', '/karta': 'sken2222', '/kraj': 'ustecky', '/okres': 'chomutov', '/:town/archiv': '2026-11', '/registrace': 'posta', '/vlozit/barva': 'abc'}
VALUES = {'mail': 'sken@obec.example', 'phone': '601234987', 'date': '2030-12-01', 'moment': '2030-12-01T10:00', 'number': '1', 'decimal': '1', 'colour': 'aabbcc',
          'secret': 'modrá lampa u potoka', 'tick': 'ano'}


def address(route):
    stem = route.split('/:word')[0]
    return re.sub(':town|:id', lambda m: PLACES[m[0]], route.replace(':word', WORDS.get(stem, '11' * 32)))


def fields(text):
    """Names and fitting values of the forms of a page document, and of what its HTML carries hidden."""
    found = {}
    for field in ElementTree.fromstring(text).iter('field'):
        options = [option.get('value') or option.text or '' for option in field.iter('option')]
        found[field.get('name')] = options[0] if options else VALUES.get(field.get('type'), field.get('value') or 'sken')
    return found


def hidden(text):
    inputs = re.findall(r'<input[^>]*type="hidden"[^>]*>', text)
    pairs = [(re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)) for tag in inputs]
    return {name[1]: html.unescape(value[1]) for name, value in pairs if name and value}


# --- the list: (role, method, path, values)

FREE = {'token', 'once', 'razitko'}
targets, pages, forms = [], {role: [] for role in roles}, {}
for program in sorted({name for name, _ in patterns()}):
    for line in subprocess.check_output([f'{build}/{program}', 'routes'], text=True).splitlines():
        method, route, action, name, formats = line.split()[:5]
        path = address(route)
        best = None
        for role, who in roles.items():
            if method == 'GET' and int(formats) & 1:
                answer = site.ask('GET', path, who)
                if answer.status == 200:
                    pages[role].append(path)
                    document = site.ask('GET', path + '.xml' if path != '/' else '/index.xml', who)
                    forms[name] = forms.get(name, {}) | (fields(document.body) if document.status == 200 else {}) | hidden(answer.text())
                    # A GET of a form to be posted only fills it in from the address: what it may carry is asked once, with the POST.
                    best = best or (role, method, path, {} if int(formats) & 1024 else {key: value for key, value in forms[name].items() if key not in FREE})
            elif method == 'POST' and role != 'visitor':
                best = (role, method, path, None) if site.ask('POST', path, who, {}).status not in (403,) or not best else best
        restore()
        if method == 'GET' and not best:
            best = ('visitor', method, path, {})
        if best:
            targets.append((*best, name, route))
tell(len(targets) > 100, f'{len(targets)} addresses and forms of {len(set(t[5] for t in targets))} routes')


def sqlmap(target):
    role, method, path, values, name, route = target
    who = roles[role]
    values = dict(forms.get(name, {}) if values is None else values)
    values = {key: value for key, value in values.items() if key not in FREE} or ({'sken': '1'} if method == 'POST' else {})
    # What of the path comes from the table's own words is not a parameter.
    marked = '/'.join(part + '*' if of.startswith(':') else part for part, of in zip(path.split('/'), route.split('/')))
    headers = 'Sec-Fetch-Site: same-origin' + (f'\nCookie: {who.cookie}' if who else '')
    command = ['sqlmap', '--batch', '--level', '3', '--risk', '2', '--dbms', 'mysql', '--technique', 'BEUT', '--disable-coloring', '--flush-session', '--threads', '2',
               '--headers', headers, '--output-dir', f'{folder}/sqlmap/{abs(hash(target[:3] + (route,)))}', '--ignore-code', '*', '--time-sec', '3', '--timeout', '20', '--retries', '1',
               '--skip', 'user-agent,referer,host,token,once']
    url = BASE + (marked if method == 'GET' and not values else path)
    if method == 'GET':
        command += ['-u', url + ('?' + urllib.parse.urlencode(values) if values else '')]
    else:
        free = {'token': who.form if who else '', 'once': '5c' * 16}
        command += ['-u', url, '--data', urllib.parse.urlencode(values | free), '--randomize', 'once']
    if not values and '*' not in url:
        return target, 'no parameter', 0, 0
    start = time.time()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
        said = done.stdout + done.stderr
    except subprocess.TimeoutExpired as late:
        said = (late.stdout or b'').decode() + ' TIME IS UP'
    bad = 'identified the following injection point' in said or ' is vulnerable' in said
    verdict = 'FOUND\n' + said[-3000:] if bad else 'not in time' if 'TIME IS UP' in said else 'nothing' if 'do not appear to be injectable' in said else 'not asked: ' + said[-300:].strip()
    return target, verdict, len(values) or url.count('*'), time.time() - start


def wapiti(role):
    who, out = roles[role], f'{folder}/wapiti-{role}.json'
    # Not asked: nikto, wapp, wp_enum, drupal_enum, takeover and buster want lists from the network; ssrf and xxe an outside listener (import.t and hostile.t hold
    # those); http_headers wants X-Frame-Options and TLS here (security.t holds the headers).
    modules = 'backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,methods,permanentxss,redirect,shellshock,sql,xss'
    command = ['wapiti', '-u', BASE + '/', '--scope', 'folder', '-d', '0', '-m', modules, '-f', 'json', '-o', out, '--flush-session', '--no-bugreport', '-v', '0', '-S', 'normal', '-t', '20',
               '--max-attack-time', os.environ.get('WAPITI_SECONDS', '240'), '--store-session', f'{folder}/wapiti-{role}']
    for path in pages[role]:
        if (role == 'visitor' or not re.search('odhlaseni', path)) and only.search(path):
            command += ['-s', BASE + path]
    if who:
        command += ['-H', f'Cookie: {who.cookie}']
    start = time.time()
    subprocess.run(command, capture_output=True, text=True, timeout=3600, stdin=subprocess.DEVNULL)
    try:
        found = json.load(open(out))
    except OSError:
        return role, ['wapiti wrote no report'], time.time() - start
    return role, [f'{kind}: {each["method"]} {each["path"]} {each["info"]} {each.get("parameter") or ""}' for part in ('vulnerabilities', 'anomalies') for kind, list_of in found[part].items()
                  for each in list_of], time.time() - start


# Pages of accounts answer slowly on purpose (guard.h); what is quick comes first.
mine = [t for n, t in sorted(enumerate(targets), key=lambda pair: bool(re.match('account', pair[1][4]))) if n % slices == slice_of - 1 and only.search(f'{t[1]} {t[2]}')]
asked, problems, unasked = 0, [], []
with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
    if 'sqlmap' in tools:
        for target, verdict, parameters, seconds in (done.result() for done in concurrent.futures.as_completed([pool.submit(sqlmap, target) for target in mine])):
            restore()
            asked += parameters
            print(f'sqlmap {target[0]:8} {target[1]:4} {target[2]} {parameters} parameters {seconds:.0f} s: {verdict}', file=report, flush=True)
            if verdict.startswith('FOUND'):
                problems.append(f'{target[:3]}: {verdict}')
            if verdict.startswith('not '):
                unasked.append(f'{target[:3]}: {verdict}')
        tell(not problems, f'sqlmap: {asked} parameters of {len(mine)} addresses and forms, nothing found', *problems)
        tell(len(unasked) * 20 <= len(mine), f'sqlmap: {len(unasked)} of them could not be asked', *unasked)
    if 'wapiti' in tools:
        for role, found, seconds in pool.map(wapiti, roles):
            print(f'wapiti {role}: {len(pages[role])} pages {seconds:.0f} s', *found, sep='\n  ', file=report, flush=True)
            tell(not found, f'wapiti as {role}: {len(pages[role])} pages, nothing found', *found[:20])
print(f'{time.time() - began:.0f} s in all', file=report)
print('the end')
