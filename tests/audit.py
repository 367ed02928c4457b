# Every route that only some may use, and that changes something, writes into the log who did it: read from the tables of routes and of the policy, through calls.
import glob, re, sys
src = sys.argv[1]
OWN = {'/ucet/mail', '/ucet/profil'}   # nothing but one's own words; a new address is logged when its link is used
policy = dict(re.findall(r'\{ "([a-z.-]+)", ([A-Z_| ]+) \}', open(src + '/cgi-bin/web/policy.c').read()))
missing = []
checked = 0
for program in sorted(glob.glob(src + '/cgi-bin/*.c')):
    name = program.split('/')[-1][:-2]
    files = [program] + glob.glob(f'{src}/cgi-bin/help/crisis.c') + glob.glob(f'{src}/cgi-bin/help/delivery.c') + glob.glob(f'{src}/cgi-bin/help/depot.c') + glob.glob(f'{src}/cgi-bin/{name}/*.c') + [f'{src}/cgi-bin/web/trust.c', f'{src}/cgi-bin/account/leave.c']
    bodies = {}
    for file in files:
        text = open(file).read()
        for head, body in re.findall(r'^[a-z][^\n;=]*?(\w+)\([^\n]*\)\n\{\n(.*?)^\}', text, re.S | re.M):
            bodies.setdefault(head, []).append((file, body))
    def logs(function, file, seen):
        found = bodies.get(function, [])
        found = [one for one in found if one[0] == file] or found
        for where, body in found:
            if re.search(r'event_log_(add|as)\(|INTO event_log', body):
                return True
            for call in set(re.findall(r'\w+', body)) & bodies.keys():
                if (call, where) not in seen and logs(call, where, seen | {(call, where)}):
                    return True
        return False
    for path, action, handler in re.findall(r'\{ POST, "([^"]+)", "([^"]+)", "[^"]+", (\w+)', open(program).read()):
        roles = set(policy[action].split(' | '))
        if 'VISITOR' in roles or path in OWN:
            continue
        checked += 1
        if not logs(handler, None, set()):
            missing.append(f'{name} {path} {handler}')
print(checked)
print('\n'.join(missing))
