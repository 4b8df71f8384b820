"""Which database does an address name?"""

from pathlib import Path

import pytest

from heard.config.database import database_from


def test_no_address_is_a_file_in_the_home(tmp_path):
    settings = database_from("", home=tmp_path / "new")
    assert settings["NAME"] == str(tmp_path / "new" / "heard.sqlite3")
    assert (tmp_path / "new").is_dir()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        pytest.param("sqlite:///relative.sqlite3", "relative.sqlite3", id="three slashes: from here"),
        pytest.param("sqlite:////srv/heard.sqlite3", "/srv/heard.sqlite3", id="four slashes: from the root"),
        pytest.param("sqlite:///:memory:", ":memory:", id="in memory"),
        pytest.param("sqlite:////srv/a%20b.sqlite3", "/srv/a b.sqlite3", id="with a space"),
    ],
)
def test_an_sqlite_address(url, name):
    settings = database_from(url, home=Path("unused"))
    assert settings["NAME"] == name
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "foreign_keys=ON" in settings["OPTIONS"]["init_command"]


def test_a_postgresql_address_with_everything_in_it():
    settings = database_from("postgresql://me:p%40ss@db.example:5433/heard?sslmode=require", home=Path("unused"))
    wanted = {"NAME": "heard", "USER": "me", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": "5433"}
    assert settings["OPTIONS"] == {"options": "-c jit=off", "sslmode": "require"}
    assert {key: settings[key] for key in wanted} == wanted
    assert database_from("postgresql://db.example/heard?options=", home=Path("unused"))["OPTIONS"] == {"options": ""}


def test_another_scheme_is_refused_with_what_to_write():
    with pytest.raises(ValueError, match="Use sqlite:///path or postgresql://"):
        database_from("mysql://x/y", home=Path("unused"))
