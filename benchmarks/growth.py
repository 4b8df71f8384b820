"""How do the return, the measures and the pages of figures grow from ten thousand concerns to a million?"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.measured import HEARD, Measured, measure
from benchmarks.picture import curve

YEAR = "2024"
STEPS = {
    "return": "heard return sac", "refresh": "heard measures refresh", "export": "heard analytics export",
    "duckdb": "heard analytics run --engine duckdb, the return", "measures": "heard analytics run --engine duckdb --measures",
}  # fmt: skip


@dataclass
class Grown:
    """What was measured on one database at one size: each command, and each page's median and 95th percentile in milliseconds."""

    database: str
    concerns: int
    steps: dict[str, Measured] = field(default_factory=dict)
    pages: dict[str, list[float]] = field(default_factory=dict)


def measure_region(database: str, concerns: int, *, filled: str = "") -> Grown:
    """Fill a database with a region of that size (unless one already filled is given by its folder), and measure each step once."""
    with tempfile.TemporaryDirectory(prefix="heard-bench-") as room:
        home = filled or room
        named = {"HEARD_HOME": home, "HEARD_DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "heard.config.settings"}
        environment = {**os.environ, **named}
        if not filled:
            measure("prepare the database", [HEARD, "migrate"], environment)
            static = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity", "0"]
            measure("collect the static files", static, environment)
            measure(f"fill it with {concerns:,} concerns", [sys.executable, "-m", "benchmarks.region", str(concerns)], environment)
        out, cells = str(Path(room) / "parquet"), str(Path(room) / "return.csv")
        found = Grown("PostgreSQL" if database else "SQLite", concerns)
        commands = {
            "return": ["return", "sac", "--year", YEAR, "--output", cells], "refresh": ["measures", "refresh"],
            "export": ["analytics", "export", "--parquet", out],
            "duckdb": ["analytics", "run", "--engine", "duckdb", "--year", YEAR, out],
            "measures": ["analytics", "run", "--engine", "duckdb", "--measures", out],
        }  # fmt: skip
        for step, words in commands.items():
            found.steps[step] = measure(f"{found.database}, {concerns:,}: {STEPS[step]}", [HEARD, *words], environment)
        print("the pages of figures …", flush=True)
        asked = subprocess.run(
            [sys.executable, "-m", "benchmarks.dashboards"], env=environment, capture_output=True, text=True, check=True
        )
        found.pages = json.loads(asked.stdout.strip().splitlines()[-1])
        return found


def lines_of(all_grown: list[Grown]) -> list[str]:
    """The results as Markdown: a table for each database, and of the pages."""
    lines = [
        "", "# Growth", "",
        "A region's ten years up to today, invented, the same every time (`benchmarks/region.py`): three in ten concerns lead to an",
        "enquiry, with its risks, wishes, judgements, conversations and answers. Command: `python -m benchmarks --growth`, on SQLite and",
        "on a PostgreSQL of its own with the tests' settings; `make bench` measures the exchange too.",
        "The targets at 1,000,000: the return under 30 seconds on PostgreSQL and 60 on SQLite, in under 1,000 MB; the DuckDB run under 5",
        "seconds; pages under 300 ms at the 95th percentile. Time is the whole command's. A PostgreSQL server's memory is not in the MB.",
        "", "![Seconds by the number of concerns](growth.svg)",
    ]  # fmt: skip
    for database in dict.fromkeys(one.database for one in all_grown):
        of_it = [one for one in all_grown if one.database == database]
        sizes = [f"{one.concerns:,}" for one in of_it]
        lines += ["", f"## {database}: seconds (MB)", "", f"| | {' | '.join(sizes)} |", f"|---|{'---|' * len(sizes)}"]
        for step, words in STEPS.items():
            cells = [f"{one.steps[step].seconds:.1f} ({one.steps[step].megabytes:.0f})" if step in one.steps else "" for one in of_it]
            lines.append(f"| `{words}` | {' | '.join(cells)} |")
        lines += ["", f"## {database}: pages, 95th percentile (median) in ms"]
        lines += ["", f"| | {' | '.join(sizes)} |", f"|---|{'---|' * len(sizes)}"]
        for page in dict.fromkeys(page for one in of_it for page in one.pages):
            cells = [f"{one.pages[page][1]:.0f} ({one.pages[page][0]:.0f})" if page in one.pages else "" for one in of_it]
            lines.append(f"| {page} | {' | '.join(cells)} |")
    return lines


def picture_of(all_grown: list[Grown]) -> str:
    """The growth of each step as lines on two logarithmic axes."""
    series = {}
    for one in all_grown:
        for step in ("return", "refresh", "duckdb"):
            if step in one.steps:
                series.setdefault(f"{STEPS[step]} ({one.database})", []).append((one.concerns, one.steps[step].seconds))
    return curve(series, "Seconds by the number of concerns")
