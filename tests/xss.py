#!/usr/bin/python3
"""xss.py FOLDER: makes hostile texts (contexts × shapes × encodings, no list of somebody else's), sends each through every door words come in by: a feed, the form of a
notice, an organisation, a letter; and writes down for xss.js where they come out: pages.json, and as readers of feeds and mail show them, bare/*.html."""
import html
import json
import os
import re
import subprocess
import sys
import urllib.parse
from xml.sax.saxutils import escape, quoteattr
from ask import SRC, Person, Site, tell

# --- the texts

CALL = 'alert(1)'
SHAPES = [
    '<script>{}</script>', '<script src=data:,{}></script>', '<img src=x onerror={}>', '<img/src=x/onerror={}>', '<svg onload={}>', '<svg/onload={}//', '<body onload={}>',
    '<svg><script>{}</script></svg>', '<svg><a xlink:href="javascript:{}"><text>x</text></a></svg>', '<svg><animate onbegin={} attributeName=x dur=1s>',
    '<svg><set attributeName=href to=javascript:{} /></svg>', '<svg><foreignObject><img src=x onerror={}></foreignObject></svg>', '<svg><desc><img src=x onerror={}></desc></svg>',
    '<svg><title><style><img src=x onerror={}></style></title></svg>', '<svg><style><img src=x onerror={}></style></svg>', '<svg><![CDATA[><img src=x onerror={}>]]></svg>',
    '<math><mi xlink:href="javascript:{}">x</mi></math>', '<math><mtext><table><mglyph><style><img src=x onerror={}></style></mglyph></table></mtext></math>',
    '<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={}>', '<math><annotation-xml encoding="text/html"><style><img src=x onerror={}></style></annotation-xml></math>',
    '<math><mtext><option><FAKE><option></option><mglyph><svg><mtext><style><a title="</style><img src=x onerror={}>">', '<svg></p><style><a id="</style><img src=x onerror={}>">',
    '<noscript><p title="</noscript><img src=x onerror={}>">', '<template><s><template><s><img src=x onerror={}></s></template>', '<select><template><img src=x onerror={}>',
    '<table><td><a><table><img src=x onerror={}>', '<xmp><p title="</xmp><img src=x onerror={}>">', '<textarea><p title="</textarea><img src=x onerror={}>">',
    '<title><p title="</title><img src=x onerror={}>">', '<iframe src=javascript:{}></iframe>', '<iframe srcdoc="<img src=x onerror={}>"></iframe>', '<iframe><p title="</iframe><img src=x onerror={}>">',
    '<object data=javascript:{}></object>', '<embed src=javascript:{}>', '<form action=javascript:{}><button autofocus>x</button></form>', '<button formaction=javascript:{}>x</button>',
    '<input autofocus onfocus={}>', '<details open ontoggle={}>x</details>', '<video src=x onerror={}></video>', '<audio><source onerror={}></audio>', '<marquee onstart={}>x</marquee>',
    '<a href="javascript:{}">x</a>', '<a href=" javascript:{}">x</a>', '<a href="java&#10;script:{}">x</a>', '<a href="&#1;javascript:{}">x</a>', '<a href=javascript&colon;{}>x</a>',
    '<base href="javascript:/{}//">', '<meta http-equiv=refresh content="0;url=javascript:{}">', '<link rel=stylesheet href="data:text/css,*{{x:{}}}">', '<style>@import "javascript:{}";</style>',
    '<p style="background:url(javascript:{})" onmouseover={}>x</p>', '<!--><script>{}</script>-->', '<!-- --!><img src=x onerror={}>', '<![if !x]><script>{}</script><![endif]>', '<?xml version="1.0"?><script>{}</script>',
    '<scr<script>ipt>{}</scr</script>ipt>', '<<script>{}//<</script>', '<a/onclick={} href=x>x</a>', '<x contenteditable onblur={} tabindex=1 autofocus>', '{{{{constructor.constructor("{}")()}}}}', '`<script>{}</script>`',
    # What we use as marks of our own, and what no XML may hold.
    '&#xE001;img src=x onerror={} ', '&#57345;script&#62;{}&#57345;/script&#62;', '&#xE000;lt;img src=x onerror={} ', '\ue001img src=x onerror={} ', 'a&#1;b&#xFFFE;c&#xD800;d&#0;e {}', '[a](https://a.example/&#xFFFE;{})',
]
BREAKS = ['', '">', "'>", '</title>', '</textarea></select>', '-->', ']]>', '</style></script></xmp></noscript>', '\n\n    ', '</a></p></main>', '&lt;/p&gt;', '* ']
URLS = ['javascript:{}', 'JaVaScRiPt:{}', ' javascript:{}', 'java\tscript:{}', 'java&#x0A;script:{}', '&#106;avascript:{}', 'javascript&colon;{}', 'javascript:%61lert(1)//{}', '\\javascript:{}', 'data:text/html,<script>{}</script>',
        'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==', 'vbscript:{}', 'view-source:javascript:{}', '//zlo.example/{}', '\\\\zlo.example/{}', 'https:zlo.example/"onmouseover={}', "https://zlo.example/'onclick={}//", 'http://[javascript:{}]/']
FRAMES = ['[a]({})', '[a](<{}>)', '[a]({} "x onmouseover=alert(1)")', '![a]({})', '![<img src=x onerror=alert(1)>]({})', '<{}>', '[a][b]\n\n[b]: {}', '[![a]({})]({})', '<a href="{}">x</a>', "<a href='{}' target=_blank>x</a>", '<img src="{}" alt="x">']


def mixed(text):
    return ''.join(c.upper() if at % 2 else c for at, c in enumerate(text))


ENCODINGS = [
    lambda t: html.escape(t), lambda t: html.escape(html.escape(t)), lambda t: ''.join(f'&#{ord(c)};' if c in '<>"\'' else c for c in t),
    lambda t: ''.join(f'&#x{ord(c):x}' if c in '<>' else c for c in t), lambda t: urllib.parse.quote(t), lambda t: t.replace('<', '\uff1c').replace('>', '\uff1e'),
    lambda t: t.replace('<', '\\<').replace('(', '\\('), mixed, lambda t: t.replace(' ', '\t').replace('=', ' = '), lambda t: t.replace('<', '<\u200b', 1), lambda t: t.replace('<', '+ADw-').replace('>', '+AD4-'),
]
vectors = [outer + shape.format(CALL, CALL) for shape in SHAPES for outer in BREAKS]
vectors += [code(shape.format(CALL, CALL)) for shape in SHAPES for code in ENCODINGS]
vectors += [frame.replace('{}', url.format(CALL)) for url in URLS for frame in FRAMES]
vectors = list(dict.fromkeys(vectors))


def some(size, limit):
    """The texts in lots of `size`, each lot at most so many characters."""
    for at in range(0, len(vectors), size):
        yield '\n\n'.join(vectors[at:at + size])[:limit]


def in_xml(text):
    return escape(re.sub('[^\t\n\r\x20-\ufffd]', '?', text))


# --- the doors

site, folder = Site(sys.argv[1]), sys.argv[1]
build, town = os.environ['BUILD'], 'lhota-nad-orlici'
clerk, club = Person(site, 'Karla', 'clerk'), Person(site, 'Oldra')
site.sql('UPDATE town SET official = TRUE WHERE code = 999999')
paths = []


def program(*arguments):
    done = subprocess.run([f'{build}/jobs', *arguments], capture_output=True, text=True)
    return done.returncode == 0 or tell(False, f'jobs {arguments[0]} ends well', done.stderr[-1000:])


def feeds():
    items = ''.join(f'''<item><title>{in_xml(v)}</title><link>https://zdroj.example.org/{n}?{in_xml(urllib.parse.quote(v))}</link><guid isPermaLink="false">x{n}</guid>
        <pubDate>Sun, 01 Nov 2026 08:00:00 GMT</pubDate><category>{in_xml(vectors[n % 40])}</category><author>{in_xml(v)}</author><description>{in_xml(v)}</description>
        <enclosure url={quoteattr('https://zdroj.example.org/' + in_xml(v) + '.pdf')} type="application/pdf" length="1"/></item>''' for n, v in enumerate(vectors))
    open(folder + '/feed.rss', 'w').write(f'<rss version="2.0"><channel><title>{in_xml(vectors[0])}</title><link>https://zdroj.example.org/</link>{items}</channel></rss>')
    entries = ''.join(f'''<entry><id>tag:zdroj.example.org,2026:{n}</id><title type="html">{in_xml(v)}</title><updated>2026-11-01T08:00:00Z</updated>
        <link href={quoteattr(in_xml(URLS[n % len(URLS)].format(CALL)))}/><content type="html">{in_xml(v)}</content></entry>''' for n, v in enumerate(vectors))
    open(folder + '/feed.atom', 'w').write(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><id>tag:x</id><updated>2026-11-01T08:00:00Z</updated>{entries}</feed>')
    deed = [{'typ': ['Informace na úřední desce'], 'iri': f'https://zdroj.example.org/i/{n}', 'url': f'https://zdroj.example.org/d/{n}', 'název': {'cs': v}, 'popis': {'cs': v},
             'vyvěšení': {'datum': '2026-11-02'}, 'dokument': [{'název': {'cs': v}, 'url': 'https://zdroj.example.org/' + urllib.parse.quote(v)}]} for n, v in enumerate(vectors)]
    json.dump({'typ': 'Úřední deska', 'iri': 'https://zdroj.example.org/', 'informace': deed}, open(folder + '/feed.json', 'w'))
    for name in ('rss', 'atom', 'json'):
        program('import', f'{folder}/feed.{name}', '--town', {'rss': 'kadan', 'atom': 'most', 'json': 'jirkov'}[name])
    got = site.one("SELECT COUNT(*) FROM notice n JOIN town t ON t.code = n.town_code WHERE t.slug IN ('kadan', 'most', 'jirkov')")
    tell(int(got) > 2.5 * len(vectors), f'{got} notices came from three feeds')
    paths.extend(f'/{slug}/archiv/2026-11' for slug in ('kadan', 'most', 'jirkov'))
    # Pages of single notices: every seventh, so that all shapes and breaks are among them.
    paths.extend(row[0] for row in site.sql("""SELECT CONCAT('/', t.slug, '/nastenka/', n.id, IF(n.slug = '', '', '-'), n.slug) FROM notice n JOIN town t ON t.code = n.town_code
        WHERE t.slug IN ('kadan', 'jirkov') AND n.id % 41 = 0"""))


def boards():
    posted = 0
    for n, text in enumerate(some(30, 9000)):
        line = ' '.join(vectors[n * 30 % len(vectors)].split())
        answer = site.ask('POST', f'/{town}/nastenka/napsat', clerk, dict(deska='obec', nazev=f'N {line}'[:100], shrnuti=line[:150], kategorie=f'K {line}'[:60], misto=line[:200], text=text))
        posted += answer.status == 303
        if answer.status == 303:
            paths.append(answer.location)
        site.sql('DELETE FROM throttle')
    tell(posted > 40, f'{posted} notices were written')
    paths.extend([f'/{town}/nastenka', f'/vlozit/{town}?deska=obec', f'/{town}', f'/{town}/archiv/2026-11'])
    paths.extend(f'/{town}/nastenka?q={urllib.parse.quote(v)}' for v in vectors[::61])
    paths.extend(f'/hledat?q={urllib.parse.quote(v)}' for v in vectors[::71])


def clubs():
    founded = 0
    for n, text in enumerate(some(14, 990)):
        line = ' '.join(vectors[(n * 14 + 3) % len(vectors)].split())
        answer = site.ask('POST', '/organizace/zalozit', club, dict(nazev=f'O {line}'[:120], forma='sousede', obec=town, ucel=text, web=f'https://a.example/{line}'[:300], mail='a@b.example', telefon='601234987'))
        founded += answer.status == 303
        if answer.status == 303:
            paths.append(answer.location.removesuffix('/sprava'))
    site.sql("UPDATE organisation SET state = 'active_unverified'")
    tell(founded > 80, f'{founded} organisations were founded')
    paths.append(f'/{town}/organizace')


def letters():
    kinds = re.findall(r"match=\"page\[@kind='([^']*)'\]", open(SRC + '/xsl/mail.xsl').read())
    open(os.environ['SOUSEDE_CONF'], 'a').write(f'[mail]\nfrom = posta@sousede.test\nfolder = {folder}/mail\n')
    good = 0
    lots = list(some(12, 1200))
    for n, text in enumerate(lots):
        line = ' '.join(vectors[(n * 12 + 5) % len(vectors)].split())
        kind = kinds[n % len(kinds)] if n % 2 else 'report.decided'
        pairs = [f'{name}={text if name == "reason" else line[:120]}' for name in 'town who what name reason action duty number address'.split()]
        good += program('mail', 'try', f'n{n}@dum.test', ('cs', 'en', 'uk')[n % 3], kind, *pairs, 'link=https://sousede.test/x', 'code=1', 'until=2026-12-24')
    site.sql("UPDATE outbox SET ref_id = (SELECT MIN(id) FROM notice)")
    program('--once')
    subprocess.run([SRC + '/tests/mail.py', '--read-all', folder + '/mail'], check=True)
    found = [open(f'{folder}/mail/{name}').read() for name in sorted(os.listdir(folder + '/mail')) if name.endswith('.html')]
    tell(len(found) == good >= 40, f'{len(found)} letters were written')
    for n, text in enumerate(found):
        open(f'{folder}/bare/letter-{n}.html', 'w').write(text)


def readers():
    """What feed readers show: the HTML of every item, one after another, in a page without any policy."""
    from xml.etree import ElementTree
    for slug in ('kadan', 'most', 'jirkov', town):
        for kind in ('atom', 'rss', 'json'):
            answer = site.ask('GET', f'/{slug}/archiv/2026-11.{kind}')
            if kind == 'json':
                parts = [item.get('content_html', '') for item in json.loads(answer.text())['items']]
            else:
                # In RSS a description is HTML, in Atom a text unless it says otherwise.
                meant = {'rss': ('encoded', 'description'), 'atom': ('content', 'summary')}[kind]
                parts = [part.text or '' for part in ElementTree.fromstring(answer.body).iter()
                         if part.tag.split('}')[-1] in meant and part.get('type', 'html' if kind == 'rss' else 'text') == 'html']
            tell(len(parts) > 40, f'{slug}.{kind}: {len(parts)} texts')
            open(f'{folder}/bare/{slug}.{kind}.html', 'w').write('<!DOCTYPE html><meta charset="utf-8"><body>' + '\n'.join(parts))


for name in ('bare', 'mail'):
    os.makedirs(f'{folder}/{name}', exist_ok=True)
tell(len(vectors) >= 1000, f'{len(vectors)} hostile texts')
for door in (feeds, boards, clubs, letters, readers):
    door()
json.dump(paths, open(folder + '/pages.json', 'w'))
print('the end')
