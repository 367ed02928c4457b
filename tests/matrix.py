#!/usr/bin/python3
"""matrix.py FOLDER: the cells of matrix.t: role × state × action. What flows.md E4–E6 grants is written down here once more, by hand, so that our policy and our
handlers are held against something else than themselves. Routes nobody wrote a row for are held against the policy alone, and named."""
import hashlib
import os
import re
import subprocess
import sys
from ask import SRC, Person, Site, patterns, tell
from stamp import stamp

site, BUILD = Site(sys.argv[1]), os.environ['BUILD']
TOWN, OTHER, NOTICE, ORG, CLAIM = 999999, 563102, 9000001, 9001, 9101
L, W = '/lhota-nad-orlici', '/organizace/matice'

# --- people. Roles asleep: `weak` has them all here and gave no second factor; `foreign` has them all in another town; `banned` had them.

people = {
    'visitor': None,
    'person': Person(site, 'Pavel'),
    'known': Person(site, 'Vlasta Tajuplná', given='Vlasta', initial='T.', level=2),
    'owner': Person(site, 'Oldra'),
    'speaker': Person(site, 'Kamil'),
    'member': Person(site, 'Mirek'),
    'stranger': Person(site, 'Cyrda'),
    'claimant': Person(site, 'Cyril Skrytý', given='Cyril', initial='S.'),
    'clerk': Person(site, 'Karla', 'clerk'),
    'approver': Person(site, 'Alena', 'approver'),
    'coordinator': Person(site, 'Kuba', 'coordinator'),
    'manager': Person(site, 'Petra', 'manager'),
    'foreign': Person(site, 'Zdena', 'clerk approver coordinator manager', OTHER),
    'weak': Person(site, 'Vera', 'clerk approver manager moderator admin weak'),
    'banned': Person(site, 'Bohus', 'clerk approver manager moderator admin', standing='banned'),
    'moderator': Person(site, 'Milan', 'moderator'),
    'admin': Person(site, 'Sona', 'admin'),
    'partial': Person(site, 'Stana', 'moderator admin'),
}
EVERYBODY = set(people)
SIGNED_IN = EVERYBODY - {'visitor', 'banned'}
TOWN_POWER = {'clerk', 'approver'}
SITE = {'moderator', 'admin', 'partial'}

# --- what stands there before each cell

def fixture():
    me = {name: who.id for name, who in people.items() if who}
    site.sql(f"""
        UPDATE town SET official = TRUE, official_mail = NULL WHERE code = {TOWN};
        INSERT INTO organisation (id, slug, name, legal_form, state, town_code, purpose, created_at) VALUES
          ({ORG}, 'matice', 'Matice', 'informal', 'draft', {TOWN}, 'Matice', '2026-01-01'),
          ({ORG + 1}, 'cizi', 'Cizí', 'association', 'verified', {TOWN}, 'Cizí', '2026-01-01');
        INSERT INTO organisation_member (organisation_id, person_id, role, since) VALUES ({ORG}, {me['owner']}, 'admin', '2026-01-01'),
          ({ORG}, {me['partial']}, 'admin', '2026-01-01'), ({ORG}, {me['speaker']}, 'coordinator', '2026-01-01'), ({ORG}, {me['member']}, 'member', '2026-01-01'),
          ({ORG + 1}, {me['stranger']}, 'admin', '2026-01-01');
        INSERT INTO helper_card (person_id, number, issued_at) VALUES ({me['known']}, 'vlasta22', '2026-01-01');
        INSERT INTO level_grant (id, person_id, level, town_code, organisation_id, granted_by, granted_at, until) VALUES
          (9201, {me['known']}, 2, {TOWN}, NULL, {me['clerk']}, '2026-01-01', '2028-01-01'),
          (9202, {me['known']}, 2, NULL, {ORG}, {me['owner']}, '2026-01-01', '2028-01-01');
        INSERT INTO invitation (id, town_code, organisation_id, roles, label, invited_by, created_at, expires_at) VALUES
          (9301, {TOWN}, NULL, 8, 'Nová', {me['manager']}, '2026-11-20', '2027-01-01'), (9302, NULL, {ORG}, 3, 'Nová', {me['owner']}, '2026-11-20', '2027-01-01');
        INSERT INTO token (hash, purpose, subject_id, created_at, expires_at) VALUES
          (UNHEX('{hash_of(INVITED)}'), 'join', 9301, '2026-11-20', '2027-01-01'), (UNHEX('{hash_of(INVITED_CLUB)}'), 'join', 9302, '2026-11-20', '2027-01-01');
        INSERT INTO board (town_code, kind, revision, changed_at) VALUES ({TOWN}, 'community', 1, '2026-11-01') ON DUPLICATE KEY UPDATE revision = revision;
        INSERT INTO source (id, town_code, kind, url, due_at) VALUES (9401, {TOWN}, 'information', 'https://zdroj.example.org/matice', '2030-01-01');
        INSERT INTO notice (id, town_code, kind, state, title, body, posted_at, changed_at, takedown_on) VALUES
          ({NOTICE}, {TOWN}, 'information', 'posted', 'Matice', 'Text.', '2026-11-01', '2026-11-01', '2026-12-24');
        INSERT INTO notice_version (notice_id, version, recorded_at, title) VALUES ({NOTICE}, 0, '2026-11-01', 'Předtím');
        INSERT INTO town_claim (id, town_code, person_id, state, duty, asked_at) VALUES ({CLAIM}, {TOWN}, {me['claimant']}, 'listed', 'tajemník', '2026-11-01'),
          ({CLAIM + 1}, {TOWN}, {me['manager']}, 'verified', 'starostka', '2026-01-01')""")


def hash_of(token):
    return hashlib.blake2b(bytes.fromhex(token), digest_size=32).hexdigest()


INVITED, INVITED_CLUB = '11' * 32, '22' * 32
fixture()

# How Vlasta is reached, sealed by the programs themselves: a mail from the makers of demo people, a telephone from a registration.
MAIL, PHONE = 'vlasta.u.potoka@dum.example', '601234987'
subprocess.run([f'{BUILD}/people'], input=f'{MAIL} Vlasta Tajuplná {TOWN} no\n', text=True, check=True, stdout=subprocess.DEVNULL)
watch = stamp(sys.argv[1] + '/keys', '/registrace', 'a' * 32, now=os.environ.get('SOUSEDE_NOW', ''))
site.ask('POST', '/registrace', None, dict(jmeno='Vlasta', telefon=PHONE, heslo='modrá lampa u potoka', souhlas='ano', **watch))
site.sql(f"UPDATE contact SET person_id = {people['known'].id}, confirmed_at = '2026-01-01'")
tell(site.one(f'SELECT COUNT(*) FROM contact WHERE person_id = {people["known"].id}') == '2', 'somebody has a mail and a telephone under seal')

# Rows that a question may write: when somebody was seen, how often they tried. Of the registers of places pages write only who runs a town (grants.t).
tables = sorted(row[0] for row in site.sql("""SELECT table_name FROM information_schema.tables WHERE table_schema = 'sousede' AND table_type = 'BASE TABLE'
    AND table_name NOT IN ('session', 'throttle', 'schema_version', 'region', 'district', 'town_alias', 'town', 'town_key', 'town_word', 'neighbour')"""))
names = {table: ', '.join(row[0] for row in site.sql(f"""SELECT column_name FROM information_schema.columns WHERE table_schema = 'sousede' AND table_name = '{table}'
    AND COALESCE(generation_expression, '') = ''""")) for table in tables}
site.sql('CREATE DATABASE kept')
for table in tables:
    site.sql(f'CREATE TABLE kept.{table} AS SELECT {names[table]} FROM {table}')


def sums():
    rows = site.sql('CHECKSUM TABLE ' + ', '.join(tables) + '; SELECT "sousede.town", SUM(official * code) FROM town')
    return dict((row[0].split('.')[1], row[1]) for row in rows)


def differ(one, other):
    return ' '.join(table for table in one if one[table] != other[table])


pristine = sums()


def back(now):
    """Every row as fixture() left it."""
    changed = differ(now, pristine).split()
    if 'town' in changed:
        changed.remove('town')
        site.sql(f'UPDATE town SET official = TRUE WHERE code = {TOWN}')
    site.sql('SET foreign_key_checks = 0;' + ''.join(
        f'DELETE FROM {table}; INSERT INTO {table} ({names[table]}) SELECT {names[table]} FROM kept.{table};' for table in changed) + 'SET foreign_key_checks = 1')


# --- asking

cells = refusals = 0
# What may be read of a person, and by whom, on which pages: contacts by nobody else (a form begins with one's own), a whole name where one works with the person.
ONE_S_OWN = [(re.compile(re.escape(MAIL).replace('@', '(@|%40|&#64;)'), re.I), {'known': '/ucet|/pomoc/potrebuji'}),
             (re.compile(r'[\s.-]*'.join(PHONE[at:at + 3] for at in (0, 3, 6))), {'known': '/ucet|/pomoc/potrebuji'}),
             (re.compile('Tajupln'), dict.fromkeys(('clerk', 'coordinator', 'manager', 'owner', 'speaker', 'partial'), '/pomocnici') | {'known': '/'}),
             (re.compile('Skryt'), dict.fromkeys(('clerk', 'approver', 'coordinator', 'manager', 'admin', 'partial'), '/prevzit') | {'claimant': '/'})]
leaks, read = [], 0
REFUSED = {403, 404, 409, 410}


def is_refused(answer):
    return answer.status in REFUSED or (answer.status == 303 and re.match(r'/(prihlaseni|ucet/overeni)\?zpet=', answer.location))


def keep(role, method, path, answer):
    global read
    read += 1
    text = answer.text()
    for pattern, readers in ONE_S_OWN:
        if (found := pattern.search(text)) and not (role in readers and re.search(readers[role], path)):
            leaks.append(f'{role} {method} {path}: {text[max(0, found.start() - 60):found.end() + 20]!r}')


def group(what, method, path, form, states, rules, done=(200, 303)):
    """One action in every state of its object by everybody. rules: (roles, states[, statuses]) that may; everybody else, and they in other states, are refused."""
    global cells, refusals
    for state, prepare in states.items():
        prepare += '; DELETE FROM throttle; UPDATE session SET renew = FALSE'
        wrong = []
        before = None
        for role, who in people.items():
            site.sql(prepare)
            before = before or sums()
            cells += 1
            statuses = next((rule[2] if len(rule) > 2 else done for rule in rules if role in rule[0] and (rule[1] == '*' or state in rule[1])), None)
            answer = site.ask(method, path, who, form)
            keep(role, method, path, answer)
            after = sums()
            if statuses and (answer.status not in statuses or is_refused(answer)):
                wrong.append(f'{role} may and got {answer.status} {answer.location}')
            if not statuses:
                refusals += 1
                if not is_refused(answer) or (method == 'POST' and role in ('visitor', 'banned') and answer.status != 403):
                    wrong.append(f'{role} may not and got {answer.status} {answer.location}')
            if after != before:
                if not statuses or method == 'GET' or 303 not in statuses and differ(after, before) not in WRITTEN:
                    wrong.append(f'{role} changed {differ(after, before)}')
                back(after)
        back(before)
        tell(not wrong, f'{state}: {what}', *wrong)


# What answers without a redirect and writes all the same: a wrong code is counted, a code to be printed is kept.
WRITTEN = ('town_claim', 'event_log town_claim', 'repeat_key town_claim', 'event_log repeat_key town_claim')

# --- notices (E5)

def notice(**columns):
    return f'UPDATE notice SET ' + ', '.join(f'{name} = {text!r}' if text is not None else f'{name} = NULL' for name, text in columns.items()) + f' WHERE id = {NOTICE}'


notices = {state: notice(state=state) for state in ('draft', 'approval', 'posted', 'extended', 'taken_down', 'archived', 'redacted', 'cancelled')}
notices |= {
    'scheduled': notice(state='scheduled', posted_at='2026-12-01'),
    'personal and down': notice(state='taken_down', personal_data=1, takendown_at='2026-11-10'),
    'brought in': notice(source_id=9401),
    'copy': f"INSERT IGNORE INTO board (town_code, kind, changed_at) VALUES ({TOWN}, 'official_copy', '2026-01-01');" + notice(kind='official_copy'),
    "the club's": f"UPDATE organisation SET state = 'verified' WHERE id = {ORG};" + notice(kind='community', organisation_id=ORG),
    "the club's, scheduled": f"UPDATE organisation SET state = 'verified' WHERE id = {ORG};" + notice(kind='community', organisation_id=ORG, state='scheduled', posted_at='2026-12-01'),
    "a suspended club's": f"UPDATE organisation SET state = 'suspended' WHERE id = {ORG};" + notice(kind='community', organisation_id=ORG),
    "in an unverified town": f'UPDATE town SET official = FALSE WHERE code = {TOWN}',
    "in another town": f"INSERT IGNORE INTO board (town_code, kind, changed_at) VALUES ({OTHER}, 'information', '2026-01-01'); " + notice(town_code=OTHER),
}
CLUB = {'owner', 'speaker', 'partial'}
PUBLIC = ('posted', 'extended', 'brought in', 'copy', "the club's", "a suspended club's", 'in an unverified town', 'taken_down', 'archived', 'cancelled')
edit = [(TOWN_POWER, ('approval', 'posted', 'extended', 'scheduled')), (CLUB, ("the club's", "the club's, scheduled"))]
down = edit + [(TOWN_POWER | {'moderator', 'partial'}, ('posted', 'extended', "the club's", "a suspended club's"))]
words = dict(nazev='Opraveno', text='Jiný text.', visi='2026-12-24', verze='1')
at = f'{L}/nastenka/{NOTICE}'
group('reads a notice', 'GET', at, None, notices, [(EVERYBODY, PUBLIC), (TOWN_POWER, ('approval', 'scheduled')), (CLUB, ("the club's, scheduled",))])
group('opens its form', 'GET', at + '/upravit', None, notices, edit)
group('changes it', 'POST', at + '/upravit', words, notices, edit, (303,))
group('opens the form of take-down', 'GET', at + '/sejmout', None, notices, down)
group('takes it down', 'POST', at + '/sejmout', dict(duvod='neplati', verze='1'), notices, down, (303,))
group('lets it through', 'POST', f'{L}/nastenka/cekajici', dict(oznameni=str(NOTICE), verze='1', rozhodnuti='vyvesit'), {key: notices[key] for key in ('draft', 'approval', 'posted')},
      [(TOWN_POWER | {'moderator', 'partial'}, ('approval',))], (303,))
group('calls it off', 'POST', at + '/sejmout', dict(duvod='omyl', verze='1'), {key: notices[key] for key in ('posted', 'extended', 'taken_down', 'copy')},
      [({'approver'}, ('posted', 'extended'), (303,)), ({'clerk', 'moderator', 'partial'}, ('posted', 'extended'), (422,))])
clubs = {'verified': f"UPDATE organisation SET state = 'verified' WHERE id = {ORG}", 'suspended': f"UPDATE organisation SET state = 'suspended' WHERE id = {ORG}",
         'active_unverified': f"UPDATE organisation SET state = 'active_unverified' WHERE id = {ORG}",
         'unverified town': f"UPDATE town SET official = FALSE WHERE code = {TOWN}"}
group("writes on the town's board", 'POST', L + '/nastenka/napsat', dict(deska='obec', nazev='Nové', text='Text.'), clubs,
      [(TOWN_POWER, ('verified', 'suspended', 'active_unverified'), (303,)), (CLUB, ('verified',), (422,)), ({'stranger'}, '*', (422,))])
group("writes on the clubs' board", 'POST', L + '/nastenka/napsat', dict(deska='spolky', nazev='Nové', text='Text.'), clubs,
      [(CLUB, ('verified',)), (TOWN_POWER, ('verified', 'suspended', 'active_unverified'), (422,)), ({'stranger'}, '*')], (303,))

# --- organisations (E4)

STATES = ('draft', 'active_unverified', 'submitted', 'verified', 'returned', 'rejected', 'suspended', 'closed')
organisations = {state: f"UPDATE organisation SET state = '{state}' WHERE id = {ORG}" for state in STATES}
OWNERS, MEMBERS = {'owner', 'partial'}, {'owner', 'partial', 'speaker', 'member'}
group('reads the page of an organisation', 'GET', W, None, organisations,
      [(EVERYBODY, ('active_unverified', 'submitted', 'verified', 'returned', 'suspended')), (MEMBERS, '*')])
group('opens its desk', 'GET', W + '/sprava', None, organisations, [(MEMBERS | SITE, '*')])
group('makes it public', 'POST', W + '/zverejnit', {}, organisations, [(OWNERS, ('draft',))], (303,))
group('asks to verify it', 'POST', W + '/podat', {}, organisations, [(OWNERS, ('active_unverified', 'returned'))], (303,))
group('closes it', 'POST', W + '/ukoncit', {}, organisations, [(OWNERS, set(STATES) - {'suspended', 'closed'})], (303,))
# Nobody decides on an organisation of their own (E6).
for word, of in dict(overit=('submitted',), vratit=('submitted',), zamitnout=('submitted',), pozastavit=('verified',), obnovit=('suspended',),
                     ukoncit=('verified', 'suspended', 'rejected')).items():
    group(f'decides: {word}', 'POST', W + '/rozhodnout', dict(rozhodnuti=word, duvod='Protože.'), organisations, [({'moderator', 'admin'}, of)], (303,))
group('vouches as a neighbour', 'POST', W + '/zarucit', {}, organisations, [({'known'}, ('active_unverified', 'submitted'))], (303,))
proven = {'proven': f"UPDATE organisation SET state = 'submitted', legal_form = 'association', proof_domain = 'matice.example', proof_at = '2026-11-22', submitted_at = '2026-11-22' WHERE id = {ORG}",
          'submitted': f"UPDATE organisation SET state = 'submitted', legal_form = 'association', submitted_at = '2026-11-22' WHERE id = {ORG}",
          'proven, a draft': f"UPDATE organisation SET legal_form = 'association', proof_domain = 'matice.example', proof_at = '2026-11-22' WHERE id = {ORG}"}
group('objects for the town', 'POST', L + '/organizace/matice/namitka', {}, proven, [({'clerk', 'manager'}, ('proven',))], (303,))
group('objects for the site', 'POST', W + '/namitka', {}, proven, [({'moderator', 'admin'}, ('proven',))], (303,))
group('vouches for the town', 'POST', L + '/organizace/matice', {}, organisations, [({'clerk', 'manager'}, ('active_unverified', 'submitted'))], (303,))
group('invites to it', 'POST', W + '/lide', dict(mail='nova@obec.example', jmeno='Nová', role='clen'), organisations, [(OWNERS, set(STATES) - {'closed'})], (303,))
group('changes a role in it', 'POST', f'{W}/lide/{people["member"].id}', dict(role='koordinator'), organisations, [(OWNERS, set(STATES) - {'closed'})], (303,))
group('leaves it', 'POST', W + '/odejit', {}, organisations, [(MEMBERS, '*')], (303,))
SPEAKERS = OWNERS | {'speaker'}
group('sees its helpers', 'GET', W + '/pomocnici', None, organisations, [(SPEAKERS, ('verified',))])
group('gives a level in its name', 'POST', W + '/pomocnici', dict(cislo='vlasta22', uroven='2'), organisations, [(SPEAKERS, ('verified',))], (303,))
group('takes a level it gave', 'POST', W + '/pomocnici/9202', {}, organisations, [(SPEAKERS, ('verified',))], (303,))

# --- towns (E4)

def town(official, **claims):
    rows = [f'UPDATE town SET official = {official} WHERE code = {TOWN}']
    for which, columns in claims.items():
        rows.append(f"UPDATE town_claim SET {columns} WHERE id = {CLAIM + (which == 'held')}")
    return ';'.join(rows)


nobody = dict(held="state = 'listed'")
code = f"state = 'code_sent', code_hash = UNHEX('{'33' * 32}'), code_until = '2026-12-01', way = 'mail'"
towns = {
    'listed': town(0, **nobody),
    'claimed': town(0, mine="state = 'claimed'", **nobody),
    'code_sent': town(0, mine=code, **nobody),
    'verified': town(1, held="check_on = '2027-01-01'"),
    'suspended': town(0, held="state = 'suspended', check_on = '2027-01-01'"),
    'suspended, check missed': town(0, held="state = 'suspended', check_on = '2026-11-01'"),
    'handed_over': town(0, held="state = 'handed_over'"),
    'rival': town(1, mine="state = 'claimed', rival = 1, vote_until = '2026-12-01'", held="check_on = '2027-01-01'"),
    'rival accepted': town(1, mine="rival = 1, accepted = 1, vote_until = '2026-12-01', " + code, held="check_on = '2027-01-01'"),
}
FREE = ('listed', 'verified', 'suspended', 'suspended, check missed', 'handed_over')
prevzit = L + '/prevzit'
group('reads who runs the page', 'GET', prevzit, None, towns, [(EVERYBODY, '*')])
group('claims the town', 'POST', prevzit, dict(funkce='tajemník'), towns, [(SIGNED_IN - {'manager'}, FREE)], (303,))
group('types a code', 'POST', prevzit + '/kod', dict(kod='ABCDE-23456'), towns, [({'claimant'}, ('code_sent', 'rival accepted'))], (422,))
group('withdraws the claim', 'POST', prevzit + '/zrusit', {}, towns, [({'claimant'}, ('claimed', 'code_sent', 'rival', 'rival accepted'))], (303,))
group('votes on a rival', 'POST', prevzit + '/hlas', dict(hlas='ano'), towns, [({'manager'}, ('rival',))], (303,))
group('says that the office is still there', 'POST', prevzit + '/trva', {}, towns, [({'manager'}, ('verified', 'suspended, check missed', 'rival', 'rival accepted'))], (303,))
ADMINS = {'admin', 'partial'}
group('prints the code', 'POST', prevzit + '/dopis', dict(zpusob='posta'), towns, [(ADMINS, ('claimed', 'code_sent', 'rival accepted'))], (200,))
group('suspends the town', 'POST', prevzit + '/pozastavit', dict(duvod='Protože.'), towns, [(ADMINS, ('verified', 'rival', 'rival accepted'))], (303,))
group('restores it', 'POST', prevzit + '/obnovit', {}, towns, [(ADMINS, ('suspended', 'suspended, check missed'))], (303,))
held = {key: towns[key] for key in ('verified', 'suspended', 'rival')}
PEOPLE = {'clerk', 'approver', 'coordinator', 'manager'}
group('sees the people of the town', 'GET', L + '/lide', None, held, [(PEOPLE | ADMINS, '*')])
group('invites somebody', 'POST', L + '/lide', dict(mail='nova@obec.example', jmeno='Nová', role='urednik'), held, [({'manager'}, '*')], (303,))
group('changes roles', 'POST', f'{L}/lide/{people["clerk"].id}', dict(role='schvalovatel', bylo='8'), held, [({'manager'}, '*')], (303,))
group('takes an invitation back', 'POST', L + '/lide/pozvanka/9301', {}, held, [({'manager'}, '*')], (303,))
group('leaves the town', 'POST', L + '/lide/odejit', {}, held, [(PEOPLE, '*')], (303,))
group('sees helpers of the town', 'GET', L + '/pomocnici', None, held, [({'clerk', 'coordinator', 'manager'}, ('verified', 'rival'))])
group('gives a level', 'POST', L + '/pomocnici', dict(cislo='vlasta22', uroven='2'), held, [({'clerk', 'coordinator', 'manager'}, ('verified', 'rival'))], (303,))
group('takes a level', 'POST', L + '/pomocnici/9201', {}, held, [({'clerk', 'coordinator', 'manager'}, ('verified', 'rival'))], (303,))
invitations = {'open': '', 'accepted': "UPDATE invitation SET state = 'accepted'", 'withdrawn': "UPDATE invitation SET state = 'withdrawn'",
               'expired': "UPDATE token SET expires_at = '2026-11-21'", 'used': "UPDATE token SET used_at = '2026-11-21'"}
for what, token in (('town', INVITED), ('organisation', INVITED_CLUB)):
    group(f'reads an invitation to a {what}', 'GET', '/pozvanka/' + token, None, invitations, [(EVERYBODY, '*')])
    group(f'accepts an invitation to a {what}', 'POST', '/pozvanka/' + token, {}, invitations, [(SIGNED_IN, ('open',))], (303,))

# --- every route of every program, by the policy: roles it does not name are refused, and whoever it names gets an answer

policy = dict(re.findall(r'^\t\{ "([a-z.]+)", ([A-Z_| ]+) \},', open(SRC + '/cgi-bin/web/policy.c').read(), re.M))
BITS = {'VISITOR': EVERYBODY, 'PERSON': SIGNED_IN, 'CLERK': {'clerk'}, 'APPROVER': {'approver'}, 'COORDINATOR': {'coordinator'}, 'TOWN_ADMIN': {'manager'},
        'MODERATOR': {'moderator', 'partial'}, 'ADMIN': ADMINS, 'AUTHOR': set()}
PICTURE = 32768   # enum in web/route.h: such a row answers by its suffix alone
routes = []
for name in sorted({name for name, _ in patterns()}):
    for line in subprocess.check_output([f'{BUILD}/{name}', 'routes'], text=True).splitlines():
        method, path, action, _, formats = line.split()
        routes.append((method, path + '.jpg' * (int(formats) == PICTURE), action))
wrong = []
before = sums()
for method, route, action in routes:
    path = route.replace(':town', 'lhota-nad-orlici').replace(':id', '1').replace(':word', 'abc')
    allowed = set().union(*(BITS[word.strip()] for word in policy[action].split('|')))
    for role, who in people.items():
        if role in allowed and method == 'POST':
            continue
        cells += 1
        site.sql('DELETE FROM throttle')
        answer = site.ask(method, path, who, None if method == 'GET' else dict(text='x'))
        keep(role, method, path, answer)
        if role in allowed and not 200 <= answer.status < 500:
            wrong.append(f'{role} may {method} {path} and got {answer.status}')
        if role not in allowed:
            refusals += 1
            if not (answer.status == 403 or method == 'GET' and answer.status == 303 and is_refused(answer)):
                wrong.append(f'{role} may not {method} {path} and got {answer.status}')
    after = sums()
    if after != before:
        wrong.append(f'{method} {path} changed {differ(after, before)}')
        back(after)
tell(not wrong, f'{len(routes)} routes answer by the policy', *wrong)

# --- what nobody reads

tell(not leaks, f'{read} answers say no more of a person than they let others see', *leaks[:20])
dump = subprocess.run(['mariadb-dump', '--no-defaults', '-S', site.socket, '-u', 'root', '--hex-blob', 'sousede'], capture_output=True, text=True, check=True).stdout
tell('Matice' in dump and not any(pattern.search(dump) for pattern, _ in ONE_S_OWN[:2]), 'a copy of the database tells neither mail nor telephone')
tell(cells >= 700 and refusals >= 500, f'{cells} cells were asked for, {refusals} of them refusals')
print('the end')
