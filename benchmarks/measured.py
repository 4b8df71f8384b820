"""How is one command measured, and on which machine?"""

import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HEARD = str(Path(sys.executable).parent / "heard")


@dataclass(frozen=True)
class Measured:
    """One command: what it was, how long it took, how much of a processor it used and the most memory it held."""

    name: str
    seconds: float
    processor: float
    megabytes: float


def measure(name: str, command: list[str], environment: dict[str, str]) -> Measured:
    """Run a command and wait for it. Where it fails, ends the benchmark with the end of what it said."""
    print(f"{name} …", flush=True)
    with tempfile.TemporaryFile("w+") as said:
        begin = time.monotonic()
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=said)  # noqa: S603
        _, status, used = os.wait4(process.pid, 0)
        took = time.monotonic() - begin
        if status:
            said.seek(0)
            sys.exit(f"{name}: ended with {os.waitstatus_to_exitcode(status)}\n{said.read()[-3000:]}")
    return Measured(name, took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def versions(database: str) -> str:
    """The database and Python, as they are."""
    name = "PostgreSQL" if database else "SQLite"
    if database:
        import psycopg

        with psycopg.connect(database) as connection:
            number = f"{connection.info.server_version // 10_000}.{connection.info.server_version % 10_000}"
    else:
        import sqlite3

        number = sqlite3.sqlite_version
    return f"{name} {number}, Python {platform.python_version()}"


def machine() -> str:
    """The machine in a line."""
    memory = f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    return f"{os.cpu_count()} cores, {_processor()}, {memory} of memory, {platform.system()} {platform.release()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())
