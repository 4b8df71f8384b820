"""What does a journey run on? A real server, its own database, and a real browser that fails the test on any fault.

How to write one:

    from tests import factories
    from tests.journeys.steps import given_i_am, then_the_page_is, then_i_see, when_i_go_to, when_i_press, when_i_type

    def test_a_social_worker_opens_their_case(page):
        me = given_i_am(page, Role.SOCIAL_WORKER)
        enquiry = factories.enquiry(lead=me)
        when_i_go_to(page, f"/cases/{enquiry.case.reference}")
        then_the_page_is(page, "Case ...")            # checks the heading, and the whole page with axe

* ``page`` is a desktop, ``phone`` a telephone, ``page_without_javascript`` what it says; ``new_page(...)`` gives as many as are wanted,
  each a browser of its own (own cookies).
* While one of these is in use, the test process itself uses the server's database: make records with ``tests.factories`` or with
  actions, look at them with the models. Each file of journeys starts from an empty, migrated SQLite database and a server of its own.
* The fixture fails the test, at its end, on an error in the browser's console, a breach of the Content-Security-Policy, a request
  to any other host, and an answer of 500 or more.
* A picture: ``picture(page, "name")`` in ``tests.journeys.steps`` writes to the folder in ``HEARD_PICTURES``, where it is set.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from heard.config.database import database_from

os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright keeps an event loop in this thread; Django's ORM is used beside it

ROOT = Path(__file__).resolve().parent.parent.parent
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 375, "height": 812}
STARTS_WITHIN = 60
WATCH_POLICY = """addEventListener('securitypolicyviolation', broken =>
    console.error('Content-Security-Policy: ' + broken.violatedDirective + ' ' + broken.blockedURI))"""
BROWSER_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run",
    "--disable-dev-shm-usage",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder as a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


def _environment(home: Path, database: Path) -> dict[str, str]:
    return {
        **os.environ,
        "HEARD_HOME": str(home),
        "HEARD_DATABASE_URL": f"sqlite:///{database}",
        "HEARD_SECRET_KEY": os.environ["HEARD_SECRET_KEY"],
        "DJANGO_SETTINGS_MODULE": "heard.config.settings",
        "PYTHONPATH": str(ROOT),
    }


@pytest.fixture(scope="session")
def heard_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an empty, migrated database and the static files collected, made once for all journeys."""
    home = tmp_path_factory.mktemp("home")
    for command in (["migrate", "--skip-checks", "--verbosity=0"], ["collectstatic", "--noinput", "--verbosity=0"]):
        done = subprocess.run(
            [sys.executable, "-m", "django", *command], cwd=ROOT, env=_environment(home, home / "empty.sqlite3"),
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"`django {command[0]}` failed:\n{done.stdout}{done.stderr}"
    return home


@contextmanager
def _server(home: Path, database: Path, log: Path) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "heard.config.wsgi", "--bind", f"fd://{listening.fileno()}", "--threads", "4",
             "--workers", "1", "--no-control-socket", "--worker-tmp-dir", str(home)],
            cwd=ROOT, env=_environment(home, database), stdout=out, stderr=subprocess.STDOUT, pass_fds=[listening.fileno()],
        )  # fmt: skip
    listening.close()
    try:
        _wait_for(url, process, log)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=20).close()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    pytest.fail(f"The server did not start:\n{log.read_text()}")


@contextmanager
def _this_process_uses(database: Path, blocker) -> Iterator[None]:
    """Point the test process's ORM at the server's database, and back afterwards."""
    before, was = connections["default"], connections.settings["default"]
    settings = {"default": database_from(f"sqlite:///{database}", home=database.parent)}
    connections.settings["default"] = connections.configure_settings(settings)["default"]
    del connections["default"]
    try:
        with blocker.unblock():
            yield
            connections["default"].close()
    finally:
        connections.settings["default"] = was
        connections["default"] = before


@pytest.fixture(scope="module")
def heard_server(heard_home: Path, tmp_path_factory: pytest.TempPathFactory, django_db_blocker) -> Iterator[str]:
    """The address of a running server with an empty database of its own, shared by the journeys of one file."""
    folder = tmp_path_factory.mktemp("journey")
    database, log = folder / "heard.sqlite3", folder / "server.log"
    shutil.copy(heard_home / "empty.sqlite3", database)
    with _server(heard_home, database, log) as url, _this_process_uses(database, django_db_blocker):
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that is installed; never one that is downloaded."""
    found = os.environ.get("HEARD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("No Chromium was found. Install it (Debian: apt-get install chromium) or name it in HEARD_CHROMIUM.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=BROWSER_ARGUMENTS)
        yield started
        started.close()


def _watch(context: BrowserContext, url: str, faults: list[str]) -> None:
    """Collect what must never happen in a browser that looks at Heard."""
    refusals: set[str] = set()

    def answered(response) -> None:
        if response.status >= 500:
            faults.append(f"The server answered {response.status} for {response.url}")
        if 400 <= response.status < 500 and response.request.is_navigation_request():
            refusals.add(response.url)  # the browser also puts a refused page in its console, which is no fault of ours

    def asked(request) -> None:
        if not request.url.startswith((url, "data:", "blob:", "about:")):
            faults.append(f"The page asked another host: {request.url}")

    def said(message) -> None:
        where = message.location.get("url", "") if isinstance(message.location, dict) else ""
        if message.type == "error" and not (where in refusals and message.text.startswith("Failed to load resource")):
            faults.append(f"The console says: {message.text} ({where})")

    context.add_init_script(WATCH_POLICY)
    context.on("response", answered)
    context.on("request", asked)
    context.on("console", said)
    context.on("weberror", lambda error: faults.append(f"A script failed: {error.error}"))


@pytest.fixture
def faults() -> list[str]:
    """What went wrong in the browser so far. A test that causes a fault on purpose looks at it here and clears it."""
    return []


@pytest.fixture
def new_page(browser: Browser, heard_server: str, faults: list[str]) -> Iterator[Callable[..., Page]]:
    """A function that opens a page in a browser of its own: ``new_page(viewport=PHONE, javascript=False)``."""
    contexts: list[BrowserContext] = []

    def opened(viewport: dict = DESKTOP, javascript: bool = True, **options) -> Page:
        context = browser.new_context(
            base_url=heard_server, viewport=viewport, java_script_enabled=javascript, locale="en-GB", timezone_id="Europe/London",
            **options,
        )  # fmt: skip
        context.set_default_timeout(20_000)
        _watch(context, heard_server, faults)
        contexts.append(context)
        new = context.new_page()
        new.is_without_javascript = not javascript  # axe is a script: ``check_page`` asks
        return new

    yield opened
    for context in contexts:
        context.close()
    assert not faults, "The browser met a fault:\n" + "\n".join(dict.fromkeys(faults))


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page on a desktop."""
    return new_page(DESKTOP)


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    """A page on a telephone."""
    return new_page(PHONE)


@pytest.fixture
def page_without_javascript(new_page: Callable[..., Page]) -> Page:
    """A page in a browser that runs no scripts. Axe cannot run in it; the other checks do."""
    return new_page(DESKTOP, javascript=False)
