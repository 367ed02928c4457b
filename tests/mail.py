#!/usr/bin/python3
"""A mail server for stories (aiosmtpd of Debian): STARTTLS, sign-in, and it answers as it is told.

mail.py FOLDER [--plain]   listens on a free port of 127.0.0.1, written to FOLDER/port; each message it took becomes FOLDER/N.eml with its envelope in
                           FOLDER/N.env. What the file FOLDER/answer says happens next:  ok · rcpt LINE · data LINE (after the message) · auth (refused)
                           · silent (takes the message, says nothing) · cut (closes the connection in the middle of it)
mail.py --read FILE WHAT   what a mail program makes of a message: a header's name, text, html, or defects
mail.py --read-all FOLDER  the same for each N.eml into N.subject, N.text, N.html, N.defects
"""
import asyncio, os, ssl, sys
from email import message_from_bytes, policy


def defects_of(raw, message):
    found = [d for p in message.walk() for d in p.defects]
    found += [d for p in message.walk() for h in p.values() for d in getattr(h, 'defects', [])]
    found += ['a line over 78 bytes'] * any(len(line) > 78 for line in raw.split(b'\r\n'))
    found += ['a bare line end'] * (raw.replace(b'\r\n', b'').count(b'\n') + raw.replace(b'\r\n', b'').count(b'\r') > 0)
    found += ['a byte over 127'] * any(b > 127 for b in raw)
    return '\n'.join(map(str, found))


def read(path, what):
    with open(path, 'rb') as file:
        raw = file.read()
    message = message_from_bytes(raw, policy=policy.default)
    if what == 'defects':
        return defects_of(raw, message)
    if what in ('text', 'html'):
        return message.get_body((('plain' if what == 'text' else 'html'),)).get_content().replace('\r\n', '\n')
    return '\n'.join(message.get_all(what, []))


class Handler:
    def __init__(self, folder):
        self.folder, self.count = folder, sum(name.endswith('.eml') for name in os.listdir(folder))

    def answer(self):
        try:
            word, _, line = open(self.folder + '/answer').read().strip().partition(' ')
        except FileNotFoundError:
            word, line = 'ok', ''
        return word, line

    async def handle_RCPT(self, server, session, envelope, address, options):
        word, line = self.answer()
        if word == 'rcpt':
            return line
        envelope.rcpt_tos.append(address)
        return '250 2.1.5 Ok'

    def keep(self, session, envelope):
        self.count += 1
        name = f'{self.folder}/{self.count}'
        with open(name + '.env', 'w') as out:
            print('from', envelope.mail_from, file=out)
            print('to', *envelope.rcpt_tos, file=out)
            print('helo', session.host_name, file=out)
            print('tls', 'yes' if session.ssl else 'no', file=out)
            print('user', session.who.decode() if hasattr(session, 'who') else '-', file=out)
        with open(name + '.new', 'wb') as out:
            out.write(envelope.original_content)
        os.rename(name + '.new', name + '.eml')

    async def handle_DATA(self, server, session, envelope):
        word, line = self.answer()
        if word == 'data':
            return line
        if word == 'cut':
            server.transport.abort()
            return '451 cut'
        self.keep(session, envelope)
        if word == 'silent':
            await asyncio.sleep(3600)
        return '250 2.0.0 Ok: kept'


def serve(folder, plain):
    from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
    handler = Handler(folder)

    def sign_in(server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and data == LoginPassword(b'posta', 'heslo s mezerou'.encode())
        if good:
            session.who = data.login
        return AuthResult(success=good and handler.answer()[0] != 'auth', handled=False)

    async def main():
        context = None
        if not plain:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(folder + '/cert.pem', folder + '/key.pem')
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(handler, tls_context=context, require_starttls=bool(context), authenticator=sign_in,
                                                       auth_required=bool(context), loop=loop, hostname='mail.test'), '127.0.0.1',
                                          int(os.environ.get('PORT', 0)))
        with open(folder + '/port.new', 'w') as out:
            print(server.sockets[0].getsockname()[1], file=out)
        os.rename(folder + '/port.new', folder + '/port')
        await server.serve_forever()
    asyncio.run(main())


if sys.argv[1] == '--read':
    print(read(*sys.argv[2:]), end='' if sys.argv[3] in ('text', 'html', 'defects') else '\n')
elif sys.argv[1] == '--read-all':
    for name in os.listdir(sys.argv[2]):
        stem, end = os.path.splitext(sys.argv[2] + '/' + name)
        for what in ('subject', 'text', 'html', 'defects') * (end == '.eml'):
            with open(stem + '.' + what, 'w') as out:
                print(read(stem + '.eml', what), file=out, end='')
else:
    serve(sys.argv[1], '--plain' in sys.argv)
