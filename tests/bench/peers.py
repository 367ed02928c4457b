"""Everything the measurements run beside each other: databases, programs, web servers, peers. All of it listens on 127.0.0.1 or on sockets in one folder."""
import glob
import hashlib
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent.parent
HERE = SOURCE / "tests" / "bench"
NOW = "2026-11-22T08:32:00+01:00"
PROGRAMS = sorted({line.split()[0] for line in (SOURCE / "cgi-bin/etc/programs").read_text().splitlines() if line and line[0] != "#"})


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, **options).stdout


class Ground:
    """A folder, what runs in it, and the ports it takes."""

    def __init__(self, folder, build, port):
        self.folder, self.build, self.port = Path(folder), Path(build).resolve(), port
        self.running, self.databases = {}, []
        self.log = open(self.folder / "log", "ab")

    def start(self, name, *command, **env):
        options = {"cwd": self.folder, "env": {**os.environ, "SOUSEDE_NOW": NOW, **env}}
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
                                   start_new_session=True, **options)
        self.running[name] = process
        return process

    def stop(self, name):
        process = self.running.pop(name, None)
        if process and process.poll() is None:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def close(self):
        for name in reversed(list(self.running)):
            self.stop(name)
        for database in self.databases:
            subprocess.run([SOURCE / "schema/server", "stop", database, "--kill"], check=False)

    def wait_for(self, path):
        end = time.monotonic() + 30
        while not Path(path).exists():
            if time.monotonic() > end:
                raise SystemExit(f"bench: {path} never came; see {self.folder}/log")
            time.sleep(0.02)

    # databases

    def country(self, name, scale, ready=None):
        """A database with a country at this scale, served as ./serve would serve it."""
        folder = Path(ready) if ready else self.folder / name
        self.databases.append(folder)
        server = SOURCE / "schema/server"
        if not ready:
            run(SOURCE / "tests/country", folder, scale, env={**os.environ, "SOUSEDE_NOW": NOW})
        run(server, "stop", folder)
        options = {**os.environ, "SOUSEDE_DB_OPTIONS": "--innodb-log-file-size=256M"}
        run(server, "start", folder, env=options)
        run(SOURCE / "schema/fill", folder, env=options)   # one made before may lack the newest migrations
        return folder

    def sql(self, database, statement, name="sousede"):
        return run(SOURCE / "schema/server", "sql", database, name, "-N", "-B", "--raw", "-e", statement)

    def socket(self, database):
        return run(SOURCE / "schema/server", "socket", database).strip()

    # the site

    def user(self):
        """nginx gives up root's rights and then reaches no folder of ours."""
        return f"user {run('id', '-un').strip()} {run('id', '-gn').strip()};" if os.getuid() == 0 else ""

    def configure(self, name, database, port):
        path = self.folder / f"{name}.conf"
        path.write_text(f"[site]\nbase = http://127.0.0.1:{port}\nshare = {self.build}/share/sousede\ncontact = redakce@sousede.test\n"
                        f"operator = Sousedé z.s.\n[db]\nsocket = {self.socket(database)}\nname = sousede\nuser = root\npassword =\n"
                        f"[jobs]\nfetch_private = yes\nfetch_pause_ms = 0\n")
        return path

    def programs(self, name, conf, workers=2):
        sockets = self.folder / name
        sockets.mkdir()
        for program in PROGRAMS:
            self.start(f"{name}-{program}", self.build / program, "--listen", sockets / f"{program}.sock", "--workers", workers, SOUSEDE_CONF=str(conf))
            self.wait_for(sockets / f"{program}.sock")
        return sockets

    def nginx(self, name, port, sockets, cache, inside=""):
        """The site's own configuration of nginx; `inside` joins its server block, so that peers have the same log, headers and limits."""
        run_dir = self.folder / f"nginx-{name}"
        run_dir.mkdir()
        etc = SOURCE / "cgi-bin/etc"
        site = run(etc / "fill", etc / "nginx.conf.in", f"listen=127.0.0.1:{port}", "names=~.", f"htdocs={SOURCE}/htdocs", "tls=",
                   f"sockets={sockets}", f"cache={run_dir}/cache", "zone=pages", f"log={run_dir}/access.log")
        if not cache:
            site = site.replace("fastcgi_cache pages;", "fastcgi_cache off;")
        (run_dir / "site.conf").write_text(site.replace("server_tokens off;", "server_tokens off;\n" + inside))
        (run_dir / "nginx.conf").write_text(run(etc / "fill", etc / "nginx-alone.conf.in", f"listen=127.0.0.1:{port}", f"run={run_dir}",
                                                f"site={run_dir}/site.conf", f"user={self.user()}"))
        self.start(f"nginx-{name}", "nginx", "-p", run_dir, "-e", run_dir / "error.log", "-c", run_dir / "nginx.conf")
        self.wait_for(run_dir / "nginx.pid")
        return run_dir

    # peers

    def compile(self):
        flags = run("pkg-config", "--cflags", "--libs", "fcgi", "libmariadb", "libxml-2.0", "libxslt").split()
        for name in ("hello", "bare", "cgi", "spawn"):
            run("gcc", "-std=gnu17", "-O2", "-o", self.folder / name, HERE / f"{name}.c", *flags)
        shutil.copy(HERE / "bare.xsl", self.folder)

    def statements(self, database, conf, path):
        """What the server executed for one page, as it executed it."""
        self.sql(database, "SET GLOBAL log_output = 'TABLE', general_log = 0; TRUNCATE mysql.general_log; SET GLOBAL general_log = 1")
        page = run(self.build / "board", "get", path, env={**os.environ, "SOUSEDE_CONF": str(conf), "SOUSEDE_NOW": NOW})
        ran = self.sql(database, "SET GLOBAL general_log = 0; SELECT CONCAT(argument, '\\0') FROM mysql.general_log"
                       " WHERE command_type = 'Execute' AND argument LIKE 'SELECT%' ORDER BY event_time")
        return page.partition("\n\n")[2], [text.strip() for text in ran.split("\0") if text.strip()]

    def frame(self, database, conf, path):
        """For page.php: the statements, and what of the page does not depend on their rows."""
        page, ran = self.statements(database, conf, path)
        build = (self.build / "share/sousede/build").read_text().strip()

        def one(mark):
            return next(text for text in ran if mark in text)

        def quoted(text):
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        select = {"place": one("FROM town t"), "categories": one("FROM category c"), "counts": one("GROUP BY kind"), "list": one("ORDER BY n.posted_at")}
        values = {"above": page[:page.index('<nav class="tabs"')], "below": page[page.index('<nav class="pager"'):], "socket": self.socket(database), "build": build}
        (self.folder / "frame.php").write_text("<?php\n" + "".join(f"${name} = {quoted(value)};\n" for name, value in values.items()) +
                                               "$select = [" + ", ".join(f"{quoted(name)} => {quoted(text)}" for name, text in select.items()) + "];\n")
        (self.folder / "list.sql").write_text(select["list"])
        shutil.copy(HERE / "page.php", self.folder)

    def fastcgi_peers(self, database):
        env = {"BENCH_SHEET": str(self.folder / "bare.xsl"), "BENCH_SQL": str(self.folder / "list.sql"), "BENCH_SOCKET": self.socket(database)}
        self.start("hello", self.folder / "hello", self.folder / "hello.sock")
        self.start("bare", self.folder / "bare", self.folder / "bare.sock", **env)
        self.wait_for(self.folder / "bare.sock")

    def php(self):
        """php-fpm with as many workers as our programs have."""
        (self.folder / "fpm.conf").write_text(f"[global]\nerror_log = {self.folder}/log\ndaemonize = no\n[www]\nuser = {run('id', '-un').strip()}\n"
                                              f"listen = {self.folder}/fpm.sock\npm = static\npm.max_children = 2\n")
        fpm = sorted(glob.glob("/usr/sbin/php-fpm*"))[-1]
        self.start("php", fpm, "-R", "-F", "-y", self.folder / "fpm.conf")
        self.wait_for(self.folder / "fpm.sock")

    def wordpress(self, database, port):
        """Debian's WordPress with its theme, twenty posts, nothing asked of other machines."""
        wordpress = self.folder / "wordpress"
        shutil.copytree("/usr/share/wordpress", wordpress, symlinks=False, ignore_dangling_symlinks=True)
        self.sql(database, "CREATE DATABASE wordpress CHARACTER SET utf8mb4", "mysql")
        (wordpress / "wp-config.php").write_text(f"""<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:{self.socket(database)}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); $table_prefix = 'wp_';
define('WP_HOME', 'http://127.0.0.1:{port}/wordpress'); define('WP_SITEURL', WP_HOME);
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
""")
        (self.folder / "install.php").write_text(f"""<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1:{port}'; $_SERVER['REQUEST_URI'] = '/wordpress/';
function wp_new_blog_notification() {{}}
require '{wordpress}/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Nástěnka', 'spravce', 'spravce@obec.example', true, '', 'heslo-pro-mereni');
wp_delete_post(1, true);
update_option('posts_per_page', 20);
for ($i = 1; $i <= 20; $i++)
    wp_insert_post(['post_title' => "Záměr pronájmu č. $i", 'post_content' => '<p>Nabídky přijímá podatelna do konce měsíce.</p>', 'post_status' => 'publish']);
echo wp_count_posts()->publish;
""")
        if run("php", "-d", "error_reporting=E_ERROR", self.folder / "install.php").strip() != "20":
            raise SystemExit("bench: WordPress has not its twenty posts")

    def locations(self):
        """The peers in the same server as the site, with the very variables the site's programs are given."""
        names = {"REQUEST_METHOD": "$request_method", "REQUEST_URI": "$request_uri", "QUERY_STRING": "$query_string", "CONTENT_TYPE": "$content_type",
                 "CONTENT_LENGTH": "$content_length", "SERVER_PROTOCOL": "$server_protocol", "SERVER_NAME": "$server_name", "REMOTE_ADDR": "$remote_addr"}

        def location(path, socket, **more):
            given = " ".join(f"fastcgi_param {name} {value};" for name, value in {**names, **more}.items())
            return f"location = {path} {{ {given} fastcgi_pass unix:{self.folder}/{socket}.sock; }}\n"
        text = location("/hello", "hello") + location("/bare", "bare") + location("/php", "fpm", SCRIPT_FILENAME=f"{self.folder}/page.php")
        # Without the port in its host, which Debian's fastcgi_params leave out, WordPress redirects to the very address that was asked.
        text += location("/wordpress/", "fpm", SCRIPT_FILENAME=f"{self.folder}/wordpress/index.php", SCRIPT_NAME="/wordpress/index.php", HTTP_HOST="$http_host")
        return text + f"location /static/ {{ alias {self.folder}/static/; }}\n"

    def session(self, database):
        """The cookie of somebody signed in."""
        token = hashlib.sha256(b"bench").digest()
        digest = hashlib.blake2b(token, digest_size=32).hexdigest()
        self.sql(database, "INSERT IGNORE INTO person (id, name, created_at) VALUES (1, 'Zkušební osoba', '2026-01-01');"
                 f"INSERT IGNORE INTO session (token_hash, person_id, created_at, expires_at) VALUES (UNHEX('{digest}'), 1, '2026-11-22 07:00:00', '2099-01-01')")
        return f"s={token.hex()}"

    # figures of processes

    def family(self, name):
        """The supervisor (or server) and its children."""
        pid = self.running[name].pid
        children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split()
        return [pid] + [int(child) for child in children]


def memory(pids, *fields):
    """Sum of fields of smaps_rollup, kB."""
    total = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.split(":")[0] in fields:
                total += int(line.split()[1])
    return total
