#!/usr/bin/python3
"""A device with a passkey, and a browser before it, as tests need them: also such as lie.   passkey.py FILE create|get ORIGIN CHALLENGE [NAME=VALUE…]
FILE keeps the key between calls. Prints the fields of the form, NAME=VALUE a line. What may be bent:
alg=es256|eddsa|rs256 (create), origin, type, challenge, host, cross=yes, flags (hex), counter, owner, id, signature, signer=FILE of another key, client=JSON.
After --each every NAME=VALUE is one answer bent in this alone, into FILE.1, FILE.2 …"""
import base64
import hashlib
import json
import os
import sys
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

file, act, origin, challenge, *rest = sys.argv[1:]
each = rest[1:] if rest[:1] == ['--each'] else []


def cbor(value):
    """As much of CBOR as a public key needs."""
    head = lambda kind, n: bytes([kind << 5 | n]) if n < 24 else bytes([kind << 5 | 24, n]) if n < 256 else bytes([kind << 5 | 25]) + n.to_bytes(2, 'big')
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    return head(5, len(value)) + b''.join(cbor(key) + cbor(each) for key, each in value.items())


def cose(public):
    if isinstance(public, ec.EllipticCurvePublicKey):
        point = public.public_numbers()
        return cbor({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, 'big'), -3: point.y.to_bytes(32, 'big')})
    if isinstance(public, rsa.RSAPublicKey):
        numbers = public.public_numbers()
        return cbor({1: 3, 3: -257, -1: numbers.n.to_bytes(256, 'big'), -2: numbers.e.to_bytes(3, 'big')})
    return cbor({1: 1, 3: -8, -1: 6, -2: public.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)})


def sign(private, data):
    if isinstance(private, ec.EllipticCurvePrivateKey):
        return private.sign(data, ec.ECDSA(hashes.SHA256()))
    return private.sign(data, padding.PKCS1v15(), hashes.SHA256()) if isinstance(private, rsa.RSAPrivateKey) else private.sign(data)


def load(name):
    kept = json.load(open(name))
    return kept, serialization.load_pem_private_key(kept['key'].encode(), None)


makers = {'es256': lambda: ec.generate_private_key(ec.SECP256R1()), 'eddsa': ed25519.Ed25519PrivateKey.generate, 'rs256': lambda: rsa.generate_private_key(65537, 2048)}


def make(kind):
    private = makers[kind]()
    json.dump({'id': os.urandom(32).hex(), 'counter': 0, 'key': private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode()}, open(file, 'w'))


def answer(bent):
    """The fields of the form, and the counter afterwards."""
    kept, private = load(file)
    kept['counter'] = int(bent.get('counter', kept['counter'] + 1))
    text = base64.urlsafe_b64encode(bytes.fromhex(bent.get('challenge', challenge))).decode().rstrip('=')
    said = {'type': bent.get('type', f'webauthn.{act}'), 'challenge': text, 'origin': bent.get('origin', origin), 'crossOrigin': bent.get('cross') == 'yes'}
    client = bent.get('client', json.dumps(said)).encode()
    host = bent.get('host', origin.split('//')[1].split(':')[0])
    flags = int(bent.get('flags', '45' if act == 'create' else '05'), 16)
    device = hashlib.sha256(host.encode()).digest() + bytes([flags]) + kept['counter'].to_bytes(4, 'big')
    fields = {'udaje': client.hex()}
    if act == 'create':
        raw = bytes.fromhex(kept['id'])
        device += bytes(16) + len(raw).to_bytes(2, 'big') + raw + cose(private.public_key())
    else:
        signer = load(bent['signer'])[1] if 'signer' in bent else private
        signature = sign(signer, device + hashlib.sha256(client).digest()).hex()
        fields |= {'klic': bent.get('id', kept['id']), 'podpis': bent.get('signature', signature), 'osoba': bent.get('owner', '')}
    json.dump(kept, open(file, 'w'))
    return ''.join(f'{name}={value}\n' for name, value in {**fields, 'zarizeni': device.hex()}.items())


if act == 'create' and not os.path.exists(file):
    make(dict(pair.split('=', 1) for pair in rest if pair.startswith('alg=')).get('alg', 'es256'))
for n, lie in enumerate(each, 1):
    open(f'{file}.{n}', 'w').write(answer(dict([lie.split('=', 1)])))
if not each:
    print(answer(dict(pair.split('=', 1) for pair in rest)), end='')
