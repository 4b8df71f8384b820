"""How fast is Heard, on what, and how is it measured? `make bench` writes the answer to benchmarks/RESULTS.md."""

import argparse
import os
import tempfile
from contextlib import nullcontext
from pathlib import Path

from benchmarks.bundle import write_bundle
from benchmarks.growth import lines_of, measure_region, picture_of
from benchmarks.measured import HEARD, Measured, machine, measure, versions
from tests.run import postgresql

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
GROWTH = ROOT / "benchmarks" / "growth.svg"


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


def exchange_lines(concerns: int, parts: list[tuple[str, list[Measured]]]) -> list[str]:
    """What the exchange of bundles took, as Markdown."""
    lines = [
        "# What was measured", "",
        f"An invented bundle of {concerns:,} concerns with every table of the exchange format (`benchmarks/bundle.py`, always the same).",
        "The target: an import in under 3 minutes and under 1 GB on two cores.", "",
        f"* Machine: {machine()}",
        f"* Command: `make bench`, or `python -m benchmarks --exchange --concerns {concerns} [--postgresql ADDRESS]`",
        "* Time is the whole command's, starting Python included. Memory is the most the command held; a database server's is not in it.",
    ]  # fmt: skip
    for of_what, measured in parts:
        lines += ["", f"## {of_what}", "", "| | seconds | of them processor | MB |", "|---|---|---|---|"]
        lines += [f"| {one.name} | {one.seconds:.1f} | {one.processor:.1f} | {one.megabytes:.0f} |" for one in measured]
    return lines


def write_results(*, exchange: list[str] | None = None, growth: list[str] | None = None) -> None:
    """Write what was measured; a part that was not measured now stays as it is."""
    before = RESULTS.read_text().rstrip().splitlines() if RESULTS.exists() else []
    cut = before.index("# Growth") if "# Growth" in before else len(before)
    kept_exchange, kept_growth = before[:cut], before[cut:]
    while kept_exchange and not kept_exchange[-1]:
        kept_exchange.pop()
    lines = [*(exchange or kept_exchange), *(growth or (["", *kept_growth] if kept_growth else []))]
    RESULTS.write_text("\n".join([*lines, ""]))
    print(f"Written to {RESULTS.relative_to(ROOT)}")


def emptied(address: str) -> str:
    """The same database, with nothing in it. It is ours to fill."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return address


def measure_growth(databases: list[str], sizes: list[int]) -> None:
    """Measure each database at each size, and write the tables and the curve."""
    found = []
    for database in databases:
        for concerns in sizes:
            found.append(measure_region(emptied(database) if database else "", concerns))
    GROWTH.write_text(picture_of(found))
    said = [f"* Machine: {machine()}", *(f"* {versions(one)}" for one in databases)]
    write_results(growth=[*lines_of(found), "", *said])


def main() -> None:
    """Measure on SQLite and on PostgreSQL: a server of its own for as long as it measures, as the tests start it, or the address given."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--exchange", action="store_true", help="only the import and export of bundles")
    parser.add_argument("--growth", action="store_true", help="only the return, the measures and the pages, as they grow")
    parser.add_argument("--concerns", type=int, default=20_000, help="how many in the bundle")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="how many as it grows")
    parser.add_argument(
        "--postgresql", default="", metavar="ADDRESS", help="a database, of which everything is dropped; else a server of its own"
    )
    asked = parser.parse_args()
    with nullcontext(asked.postgresql) if asked.postgresql else postgresql() as address:
        _measure(asked, ["", asked.postgresql or f"{address.rpartition('/')[0]}/postgres"])


def _measure(asked: argparse.Namespace, databases: list[str]) -> None:
    if not asked.growth:
        parts = [(versions(one), measure_exchange(emptied(one) if one else "", asked.concerns)) for one in databases]
        write_results(exchange=exchange_lines(asked.concerns, [*parts, ("A caseload, on SQLite", measure_caseload())]))
    if not asked.exchange:
        measure_growth(databases, asked.sizes)


if __name__ == "__main__":
    main()
