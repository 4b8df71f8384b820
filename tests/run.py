"""How is everything tested, from a clean clone on a new machine?

`make test` calls this twice: with ``--prepare`` (before there is an environment) to install what the system lacks, and then to run.
``--quick`` runs the checks that need neither a browser nor PostgreSQL. The first step that fails ends it.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
# On two cores: one waits for a browser or a database while two work. In the order of the files, or the long walks (few tests) come last.
PYTEST = [str(BIN / "pytest"), "-n", "3", "--dist", "loadfile", "--no-loadscope-reorder"]
NEEDS_NO_POSTGRESQL = [
    part for one in ("journeys", "standards", "rules", "demo/test_documents.py") for part in ("--ignore", f"tests/{one}")
]  # fmt: skip
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "50"}


def postgresql_programs() -> Path | None:
    """The folder of initdb and postgres: on the path, or where Debian puts them (the newest). None where there is none."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    on_path = [Path(found).resolve().parent] if (found := shutil.which("initdb")) else []
    return next((folder for folder in [*debian[::-1], *on_path] if (folder / "initdb").exists()), None)


def missing_packages() -> list[str]:
    """The Debian packages that give what is not here."""
    has = {
        "chromium": os.environ.get("HEARD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser"),
        "postgresql": postgresql_programs(),
        "fonts-liberation": Path("/usr/share/fonts").is_dir() and any(Path("/usr/share/fonts").rglob("*.[to]tf")),
        "python3-venv": find_spec("ensurepip"),
        "libpango-1.0-0": find_library("pango-1.0"),
        "libpangoft2-1.0-0": find_library("pangoft2-1.0"),
        "libharfbuzz-subset0": find_library("harfbuzz-subset"),
        "espeak-ng": shutil.which("espeak-ng"),
        "default-jre-headless": shutil.which("java"),
    }
    return [package for package, found in has.items() if not found]


def prepare() -> None:
    """Install what is missing where this is root on a Debian system; elsewhere say the one line to run, and stop."""
    if not (missing := missing_packages()):
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"The tests need {', '.join(missing)}. Run: sudo {' '.join(install)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "--quiet"], install):
        run(command, quiet)


def run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run a step and end with its exit code where it fails."""
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def quick_checks(environment: dict[str, str]) -> None:
    """Lint, layers and migrations: seconds, and no database."""
    run([str(BIN / "ruff"), "check"], environment)
    run([str(BIN / "lint-imports")], environment)
    run([str(BIN / "python"), "-m", "django", "makemigrations", "--check", "--dry-run"], environment)


@contextmanager
def postgresql() -> Iterator[str]:
    """A PostgreSQL of our own in a temporary folder on a free port; its address. Stopped and removed whatever happens."""
    programs = postgresql_programs()
    account = _unprivileged()
    as_account = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
    folder = Path(tempfile.mkdtemp(prefix="heard-postgresql-"))
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    port = _free_port()
    options = {**FAST, "listen_addresses": "127.0.0.1", "port": str(port), "unix_socket_directories": str(folder)}
    with (folder / "log").open("w") as log:
        how = {"cwd": folder, "stdout": log, "stderr": log, **as_account}
        new = ["-D", folder / "data", "-U", "heard", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run([programs / "initdb", *new], check=True, **how)
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        server = subprocess.Popen([programs / "postgres", "-D", folder / "data", *settings], **how)
    try:
        _wait(programs, port, server, folder / "log")
        yield f"postgresql://heard@127.0.0.1:{port}/heard"
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root: the account to run it as, or None where we are not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def _wait(programs: Path, port: int, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        ready = subprocess.run([programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)], check=False)
        if ready.returncode == 0:
            return
        time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")


def main(arguments: list[str]) -> None:
    """Do as the arguments say; leave with 0 only where every step passed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if "--prepare" in arguments:
        return prepare()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("HEARD_", "DJANGO_"))}
    if chromium := os.environ.get("HEARD_CHROMIUM"):
        environment["HEARD_CHROMIUM"] = chromium
    with tempfile.TemporaryDirectory(prefix="heard-home-") as home:
        environment |= {"HEARD_HOME": home, "HEARD_DATABASE_URL": "sqlite:///:memory:", "DJANGO_SETTINGS_MODULE": "heard.config.settings"}
        quick_checks(environment)
        if "--quick" in arguments:
            return run([*PYTEST, "tests/standards", "tests/rules"], environment)
        with postgresql() as address:
            print("On PostgreSQL:", flush=True)
            run([*PYTEST, *NEEDS_NO_POSTGRESQL], {**environment, "HEARD_DATABASE_URL": address})
        print("On SQLite, with the journeys and the standards:", flush=True)
        run(PYTEST, environment)


if __name__ == "__main__":
    main(sys.argv[1:])
