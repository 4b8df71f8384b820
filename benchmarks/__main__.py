"""How fast is Heard, on what, and how is it measured? `make bench` writes the answer to benchmarks/RESULTS.md."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.bundle import write_bundle

ROOT = Path(__file__).resolve().parent.parent
HEARD = str(Path(sys.executable).parent / "heard")
RESULTS = ROOT / "benchmarks" / "RESULTS.md"


@dataclass(frozen=True)
class Measured:
    """One command: what it was, how long it took, how much of a processor it used and the most memory it held."""

    name: str
    seconds: float
    processor: float
    megabytes: float


def measure(name: str, command: list[str], environment: dict[str, str]) -> Measured:
    """Run a command and wait for it. Ends the benchmark where it fails."""
    print(f"{name} …", flush=True)
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{name}: ended with {os.waitstatus_to_exitcode(status)}")
    return Measured(name, time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measure_exchange(database: str, concerns: int) -> list[Measured]:
    """Import, import again and export one bundle, in a database of its own."""
    with tempfile.TemporaryDirectory(prefix="heard-bench-") as folder:
        bundle = Path(folder) / "bundle"
        bundle.mkdir()
        write_bundle(bundle, concerns)
        environment = {**os.environ, "HEARD_HOME": folder, "HEARD_DATABASE_URL": database}
        measure("prepare the database", [HEARD, "migrate"], environment)
        return [
            measure("heard import, into an empty database", [HEARD, "import", str(bundle)], environment),
            measure("heard import, the same bundle again", [HEARD, "import", str(bundle)], environment),
            measure("heard duties, of every case", [HEARD, "duties", "--json"], environment),
            measure("heard export, to a folder", [HEARD, "export", str(Path(folder) / "out")], environment),
        ]


def measure_caseload(cases: int = 300) -> list[Measured]:
    """What a caseload needs next, on SQLite, in a database of its own."""
    with tempfile.TemporaryDirectory(prefix="heard-bench-") as folder:
        bundle = Path(folder) / "bundle"
        bundle.mkdir()
        write_bundle(bundle, cases)
        environment = {**os.environ, "HEARD_HOME": folder, "HEARD_DATABASE_URL": ""}
        measure("prepare the database", [HEARD, "migrate"], environment)
        measure("heard import", [HEARD, "import", str(bundle)], environment)
        return [measure(f"heard duties, of a caseload of {cases}", [HEARD, "duties", "--json"], environment)]


def _versions(database: str) -> str:
    name = "PostgreSQL" if database else "SQLite"
    if database:
        import psycopg

        with psycopg.connect(database) as connection:
            number = f"{connection.info.server_version // 10_000}.{connection.info.server_version % 10_000}"
    else:
        import sqlite3

        number = sqlite3.sqlite_version
    return f"{name} {number}, Python {platform.python_version()}"


def _memory_of_machine() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def write_results(concerns: int, parts: list[tuple[str, list[Measured]]]) -> None:
    """Write what was measured, on what and how."""
    lines = [
        "# What was measured", "",
        f"An invented bundle of {concerns:,} concerns with every table of the exchange format (`benchmarks/bundle.py`, always the same).",
        "The target: an import in under 3 minutes and under 1 GB on two cores.", "",
        f"* Machine: {os.cpu_count()} cores, {_processor()}, {_memory_of_machine()} of memory, {platform.system()} {platform.release()}",
        f"* Command: `make bench`, or `python -m benchmarks --concerns {concerns} [--postgresql ADDRESS]`",
        "* Time is the whole command's, starting Python included. Memory is the most the command held; a database server's is not in it.",
    ]  # fmt: skip
    for versions, measured in parts:
        lines += ["", f"## {versions}", "", "| | seconds | of them processor | MB |", "|---|---|---|---|"]
        lines += [f"| {one.name} | {one.seconds:.1f} | {one.processor:.1f} | {one.megabytes:.0f} |" for one in measured]
    RESULTS.write_text("\n".join([*lines, ""]))
    print(f"Written to {RESULTS.relative_to(ROOT)}")


def main() -> None:
    """Measure on SQLite, and on the PostgreSQL database whose address is given (empty, ours to fill)."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--concerns", type=int, default=20_000)
    parser.add_argument("--postgresql", default="", metavar="ADDRESS", help="an empty database to measure on as well")
    asked = parser.parse_args()
    databases = ["", *([asked.postgresql] if asked.postgresql else [])]
    parts = [(_versions(one), measure_exchange(one, asked.concerns)) for one in databases]
    write_results(asked.concerns, [*parts, ("A caseload, on SQLite", measure_caseload())])


if __name__ == "__main__":
    main()
