"""A server in a folder: the paths of the page lie below it, and what needs a whole machine is done in small.

`apt-get`, `adduser`, `chown`, `sudo` and `runuser` change users and packages, which a test may not; `systemctl` starts
and stops what the unit says. Everything else is the real thing, nginx with TLS too.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

OUTSIDE = re.compile(r"(?<![\w./])/(?=(?:tmp/hylla|opt|etc|srv|var/backups|usr/local)\b)")
HERE = Path(__file__).resolve().parent
TOOLS = {
    "sudo": 'exec "$@"',
    "apt-get": "exit 0",
    "adduser": 'exec mkdir -p "$4"',
    "chown": "exit 0",
    "runuser": 'shift 3; exec "$@"',
    "systemctl": f'exec {sys.executable} {HERE / "systemctl.py"} "$@"',
    "nginx": 'exec "$REAL_NGINX" -c "$ROOT/nginx.conf" "$@"',
    "curl": 'exec "$REAL_CURL" --cacert "$ROOT/etc/ssl/course-builder.pem" --connect-to "portal.region.example:443:127.0.0.1:$TLS" "$@"',
}
NGINX = """\
user root;
pid {root}/nginx.pid;
error_log {root}/nginx.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {root}/tmp;
    proxy_temp_path {root}/tmp;
    fastcgi_temp_path {root}/tmp;
    uwsgi_temp_path {root}/tmp;
    scgi_temp_path {root}/tmp;
    include {root}/etc/nginx/sites-enabled/*;
}}
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


@dataclass
class Place:
    root: Path
    ports: dict[str, int] = field(
        default_factory=lambda: {name: free_port() for name in ("8765", "443", "80")}
    )

    def prepare(self) -> None:
        for name in ("bin", "tmp", "etc/ssl", "etc/systemd/system", "etc/nginx/sites-available", "etc/nginx/sites-enabled", "usr/local/bin", "opt", "srv", "var/backups"):  # fmt: skip
            (self.root / name).mkdir(parents=True, exist_ok=True)
        for name, line in TOOLS.items():
            (self.root / "bin" / name).write_text(f"#!/bin/sh\n{line}\n")
            (self.root / "bin" / name).chmod(0o755)
        conf = NGINX if os.geteuid() == 0 else NGINX.replace("user root;\n", "")
        (self.root / "nginx.conf").write_text(conf.format(root=self.root))
        self._certificate()

    def inside(self, text: str) -> str:
        """The same, with the paths below the root and ports that are free."""
        text = OUTSIDE.sub(f"{self.root}/", text).replace("8765", str(self.ports["8765"]))
        return re.sub(r"listen (443|80)\b", lambda found: f"listen 127.0.0.1:{self.ports[found[1]]}", text)

    def run(self, lines: str, folder: Path) -> str:
        done = subprocess.run(
            ["bash", "-euxo", "pipefail", "-c", self.inside(lines)],
            cwd=folder,
            env=self.environment(),
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"{lines}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    def write(self, path: str, content: str) -> None:
        (self.root / path.lstrip("/")).write_text(self.inside(content))

    def environment(self) -> dict[str, str]:
        paths = f"{self.root}/bin:{self.root}/usr/local/bin:{os.environ['PATH']}"
        own = {"ROOT": str(self.root), "TLS": str(self.ports["443"]), "REAL_NGINX": program("nginx"), "REAL_CURL": program("curl")}  # fmt: skip
        rest = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("COURSE_BUILDER", "DATABASE_URL"))
        }
        return {**rest, **own, "PATH": paths}

    def stop(self) -> None:
        for unit in ("course-builder", "nginx"):
            subprocess.run([self.root / "bin/systemctl", "stop", unit], env=self.environment(), check=False)

    def _certificate(self) -> None:
        words = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=portal.region.example -addext subjectAltName=DNS:portal.region.example"
        files = [
            "-keyout",
            self.root / "etc/ssl/course-builder.key",
            "-out",
            self.root / "etc/ssl/course-builder.pem",
        ]
        subprocess.run([*words.split(), *files], check=True, capture_output=True)


def program(name: str) -> str:
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"{name} is missing: scripts/debian.sh"
    return found
