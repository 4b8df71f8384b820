"""Which database, and how is it spoken to?"""

from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


def database_from(url: str, *, home: Path) -> dict:
    """Django's settings for ``HEARD_DATABASE_URL``: blank or ``sqlite:///path`` for SQLite, ``postgresql://…`` for PostgreSQL.

    SQLite runs with a write-ahead log, foreign keys on and immediate transactions. PostgreSQL runs without just-in-time compiling, which
    takes seconds longer than it saves on a page's queries; ``?options=`` in the address stands in its place, as a pooler in front may
    need. Raises ValueError for any other scheme.
    """
    parts = urlsplit(url)
    if parts.scheme in ("", "sqlite"):
        if not url:
            home.mkdir(parents=True, exist_ok=True)
        name = unquote(parts.path)[1:] if url else str(home / "heard.sqlite3")
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": name or ":memory:",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"options": "-c jit=off", **dict(parse_qsl(parts.query, keep_blank_values=True))},
        }
    raise ValueError(f"HEARD_DATABASE_URL starts with '{parts.scheme}'. Use sqlite:///path or postgresql://user:password@host/name.")
