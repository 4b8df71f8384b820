"""In which words is a journey written? Given, when and then, as a practitioner would say them.

``when_i_answer(page, "Did the adult agree?", "Yes")`` finds a radio or checkbox by its question and its label; ``when_i_type`` finds a
field by its label. A ``then_the_page_is`` also checks the page as a whole: one h1, a title, nothing wider than the screen, axe.
"""

import os
import re
from functools import cache
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from playwright.sync_api import Page, expect

from heard.accounts.models import User
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

AXE = Path(__file__).resolve().parent.parent / "assets" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
A_VOICE = """
window.spoken = [];
const voice = (lang) => ({ lang, name: lang, localService: true });
const stub = { getVoices: () => VOICES.map(voice), cancel() { window.spoken.push("stopped") },
  speak(one) { window.spoken.push(`${one.lang}: ${one.text}`); setTimeout(() => one.onend && one.onend(), 40) }, addEventListener() {} };
Object.defineProperty(window, "speechSynthesis", { value: stub });
window.SpeechSynthesisUtterance = function (text) { this.text = text };
"""
RUN_AXE = "rules => axe.run(document, {runOnly: rules}).then(found => found.violations)"


def sign_in(page: Page, who: Role | User) -> User:
    """Sign a user (or a new one of that role) in without the sign-in page, and give the user back."""
    user = who if isinstance(who, User) else factories.user(who)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "domain": "127.0.0.1", "path": "/", "httpOnly": True}]
    )
    return user


given_i_am = sign_in


def given_nobody_is_signed_in(page: Page) -> None:
    page.context.clear_cookies()


def when_i_go_to(page: Page, path: str) -> None:
    page.goto(path)


def when_i_press(page: Page, name: str) -> None:
    """Press a button, or what looks like one, by its words."""
    page.get_by_role("button", name=name, exact=True).first.click()
    page.wait_for_load_state()


def when_i_follow(page: Page, name: str) -> None:
    """Follow the first link with these words."""
    page.get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def when_i_type(page: Page, label: str, words: str) -> None:
    """Type into the field with this label."""
    page.get_by_label(label, exact=True).first.fill(words)


def when_i_answer(page: Page, question: str, *answers: str) -> None:
    """Choose radios or checkboxes by their labels under a question (the legend, or any part of it)."""
    group = page.get_by_role("group", name=question).or_(page.get_by_role("radiogroup", name=question)).first
    for answer in answers:
        group.get_by_label(answer, exact=True).check()


def when_i_choose(page: Page, label: str, option: str) -> None:
    """Choose from a drop-down list."""
    page.get_by_label(label, exact=True).first.select_option(label=option)


def when_i_give_the_date(page: Page, question: str, day: int, month: int, year: int) -> None:
    """Fill a day, month and year under a question."""
    group = page.get_by_role("group", name=question).first
    for label, value in (("Day", day), ("Month", month), ("Year", year)):
        group.get_by_label(label, exact=True).fill(str(value))


def then_the_page_is(page: Page, heading: str) -> None:
    """The page's one heading is (or contains) these words, and the page passes every check."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    check_page(page)


def then_i_see(page: Page, *words: str) -> None:
    for one in words:
        expect(page.get_by_text(one).first).to_be_visible()


def then_i_do_not_see(page: Page, *words: str) -> None:
    for one in words:
        expect(page.get_by_text(one)).to_have_count(0)


def then_there_is_no(page: Page, role: str, name: str) -> None:
    """The page is there, and nothing on it has this role and name."""
    page.wait_for_load_state()
    expect(page.get_by_role(role, name=name)).to_have_count(0)


def then_i_am_told_of_the_error(page: Page, words: str) -> None:
    """The error summary says so, and the page still passes every check."""
    expect(page.locator(".govuk-error-summary")).to_contain_text(words)
    check_page(page)


@cache
def _axe() -> str:
    return AXE.read_text()


def check_page(page: Page) -> None:
    """One h1, a title, a language, nothing wider than the screen, and, with JavaScript, nothing for axe to say. Raises AssertionError."""
    page.wait_for_load_state()  # a click is over when the new page begins, not when it is there
    where = page.url
    expect(page.locator("h1"), f"{where}: every page has exactly one h1").to_have_count(1)
    assert page.title().strip(), f"{where}: no <title>. Every page has one, without personal data."
    assert page.locator("html").get_attribute("lang"), f"{where}: <html> has no lang."
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 1, f"{where}: the page is {wide}px wider than the screen ({page.viewport_size['width']}px). Let it wrap."
    if getattr(page, "is_without_javascript", False):
        return  # axe is a script itself: it never answers there
    page.evaluate(f"() => {{ {_axe()} }}") if not page.evaluate("() => 'axe' in window") else None
    assert not (found := page.evaluate(RUN_AXE, RULES)), f"{where}: axe says\n" + "\n".join(_told(one) for one in found)


def is_page(page, address: str) -> bool:
    """Whether there is a page to look at: no file, no answer for a script, no address that only takes what is sent. Asked outside it."""
    answer = page.request.get(address, max_redirects=0)
    is_html = answer.headers.get("content-type", "text/html").startswith("text/html")
    return answer.status != 405 and is_html and answer.headers.get("content-disposition") is None


def _told(violation: dict) -> str:
    nodes = "\n".join(f"    {node['html'][:200]}\n      {_why(node)}" for node in violation["nodes"][:5])
    return f"  {violation['id']} ({violation['impact']}): {violation['help']}\n{nodes}"


def _why(node: dict) -> str:
    return re.sub(r"\s+", " ", node.get("failureSummary", ""))[:300]


def picture(page: Page, name: str, *, whole: bool = True) -> Path | None:
    """Write a picture of the page, or (not ``whole``) of its top two screens, to the folder in HEARD_PICTURES, where that is set."""
    if not (folder := os.environ.get("HEARD_PICTURES")):
        return None
    Path(folder).mkdir(parents=True, exist_ok=True)
    path = Path(folder) / f"{name}.png"
    top = {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": 2 * page.viewport_size["height"]}
    page.screenshot(path=path, full_page=True, **({} if whole else {"clip": top}))
    return path
