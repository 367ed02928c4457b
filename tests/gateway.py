#!/usr/bin/python3
"""An SMS gateway for stories: HTTPS on a free port of 127.0.0.1, written to FOLDER/port. Each request becomes FOLDER/N.request (path, headers it looks at,
body). It answers with the status in FOLDER/answer (200 without it); `silent` says nothing.      gateway.py FOLDER"""
import http.server, os, ssl, sys, time

folder = sys.argv[1]


class Gateway(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers['Content-Length'])).decode()
        number = sum(name.endswith('.request') for name in os.listdir(folder)) + 1
        with open(f'{folder}/{number}.new', 'w') as out:
            print(self.path, self.headers['Content-Type'], self.headers['Authorization'], body, sep='\n', file=out)
        os.rename(f'{folder}/{number}.new', f'{folder}/{number}.request')
        answer = open(folder + '/answer').read().strip() if os.path.exists(folder + '/answer') else '200'
        if answer == 'silent':
            time.sleep(3600)
        self.send_response(int(answer))
        self.send_header('Content-Length', '2')
        self.end_headers()
        self.wfile.write(b'ok')

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Gateway)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder + '/cert.pem', folder + '/key.pem')
server.socket = context.wrap_socket(server.socket, server_side=True)
with open(folder + '/port.new', 'w') as out:
    print(server.server_port, file=out)
os.rename(folder + '/port.new', folder + '/port')
server.serve_forever()
