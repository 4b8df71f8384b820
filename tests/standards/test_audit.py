"""Is every change written down once, in the same transaction, and undone where it cannot be written down?

``tests/ledger.py`` follows every action that any test calls. Here: that it would notice, that no action is left out of its sight, and that
a failed audit undoes the write, tried on actions of every kind.
"""

import ast
from datetime import date

import pytest
from django.apps import apps
from django.db import DatabaseError, transaction

from heard.accounts import actions as accounts
from heard.audit.actions import record
from heard.audit.models import Event
from heard.cases import actions as cases
from heard.cases.models import Case
from heard.documents import actions as documents
from heard.documents.letter import Letter
from heard.people import actions as people
from heard.rights.actions import for_the_return as rights
from heard.rules.pathway import Step
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.safe_contact import DocumentKind
from heard.voice.actions import wishes as voice
from tests import factories
from tests.ledger import IN_ACTIONS, NOT_RECORDS, Ledger, following
from tests.standards.tree import ROOT, modules, modules_of, name_of, parsed, public_functions

ACTIONS = [path for path in modules_of("actions") if path.parent.name not in {"audit", "flows"}]  # a draft is not yet a record
WRITES = {"save", "create", "bulk_create", "update", "delete", "get_or_create", "update_or_create", "record", "record_many"}
DAY = date(2026, 3, 2)


def writes(node: ast.FunctionDef) -> bool:
    """Whether a function writes to the database itself."""
    called = (one.func for one in ast.walk(node) if isinstance(one, ast.Call))
    return any(getattr(one, "attr", "") in WRITES or getattr(one, "id", "") in WRITES for one in called)


def is_atomic(node: ast.FunctionDef) -> bool:
    """Whether a function is, or has inside it, one transaction."""
    inside = (one.context_expr for one in ast.walk(node) if isinstance(one, ast.withitem))
    return any("atomic" in ast.unparse(one) for one in [*node.decorator_list, *inside])


def test_every_action_is_one_transaction():
    alone = [path for path in ACTIONS if path.parent.parent.name != "exchange" or path.name == "importing.py"]  # an import is one action
    loose = [f"{name_of(path)}: {node.name}" for path in alone for node in public_functions(path) if writes(node) and not is_atomic(node)]
    assert not loose, "Put @transaction.atomic above each, so that the write and its event stand or fall together:\n" + "\n".join(loose)


def test_no_action_goes_on_after_any_fault():
    too_wide = {"", "Exception", "BaseException", "DatabaseError"}
    deaf = [
        f"{name_of(path)}:{node.lineno}" for path in ACTIONS for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler) and (ast.unparse(node.type) if node.type else "") in too_wide
    ]  # fmt: skip
    assert not deaf, "An action that catches everything could lose its event and keep its write:\n" + "\n".join(deaf)


def test_every_action_is_called_by_a_test():
    tests = "\n".join(path.read_text() for path in modules("tests"))
    untried = [
        f"{name_of(path)}: {node.name}" for path in ACTIONS for node in public_functions(path) if is_atomic(node) and node.name not in tests
    ]  # fmt: skip
    assert not untried, "Write a test that calls each; its audit is then tested with it:\n" + "\n".join(untried)


def test_what_is_not_followed_is_still_there():
    known = {model._meta.label for model in apps.get_models()}
    assert set(NOT_RECORDS) <= known, "Take what has gone out of NOT_RECORDS in tests/ledger.py."


def test_only_actions_are_followed():
    followed = ["heard.cases.actions", "heard.concerns.actions.raising"]
    others = ["heard.audit.actions", "heard.cases.queries", "tests.factories", "heard.cases.actions_of_old"]
    assert all(IN_ACTIONS.match(name) for name in followed)
    assert not any(IN_ACTIONS.match(name) for name in others)


@pytest.mark.parametrize(
    ("events", "faults"),
    [pytest.param(0, 1, id="no event"), pytest.param(1, 0, id="one event"), pytest.param(2, 1, id="two events")],
)
def test_a_record_with_other_than_one_event_is_a_fault(events, faults):
    ledger = Ledger("heard.somewhere.actions.do_it", {("cases.case", "1")})
    ledger.events["cases.case", "1"] += events
    assert len(ledger.faults()) == faults


def _forgetful(write) -> None:
    """A function that looks as if it stood in an actions module."""
    write.__module__, write.__name__ = "heard.somewhere.actions", "forget"


@pytest.mark.django_db
@pytest.mark.parametrize("how", ["save", "update", "bulk_create", "delete"])
def test_a_change_without_its_event_is_noticed_however_it_is_made(how):
    case = factories.case()
    other = Case(person=case.person, authority=case.authority, reference="H-OTHER", opened_on=DAY)
    ways = {
        "save": lambda: case.save(),
        "update": lambda: Case.objects.filter(pk=case.pk).update(closed_on=DAY),
        "bulk_create": lambda: Case.objects.bulk_create([other]),
        "delete": lambda: case.delete(),
    }

    def forget():
        ways[how]()

    _forgetful(forget)
    with following() as followed:
        transaction.atomic(forget)()
    assert len(followed.faults) == 1
    assert "heard.somewhere.actions.forget changed cases.case and wrote no events" in followed.faults[0]


@pytest.mark.django_db
def test_a_change_with_its_event_is_in_order():
    case = factories.case()

    def remember():
        case.save()
        record("try-it", on=case, by=None)

    _forgetful(remember)
    with following() as followed:
        transaction.atomic(remember)()
    assert (followed.faults, followed.seen) == ([], {"heard.somewhere.actions.forget"})


def _open_case(user):
    person = factories.person()
    return lambda: cases.open_case(person=person, opened_on=DAY, by=user)


def _move_case(user):
    case = factories.case()
    return lambda: cases.move_case(case=case, step=Step.DECIDE_ENQUIRY, by=user, on=DAY)


def _add_task(user):
    case = factories.case()
    return lambda: cases.add_task(case=case, kind="ask-again", due_on=DAY, by=user)


def _settle_tasks(user):
    task = cases.add_task(case=factories.case(), kind="ask-again", due_on=DAY, by=user)
    return lambda: cases.settle_tasks(case=task.case, kind="ask-again", by=user, at=factories.at(DAY))


def _add_person(user):
    return lambda: people.add_person(authority=user.authority, by=user, given_name="Testa", family_name="Example")


def _change_details(user):
    person = factories.person()
    return lambda: people.change_details(person=person, by=user, because="She told us", given_name="Tess")


def _record_safe_contact(user):
    person = factories.person()
    return lambda: people.record_safe_contact(person=person, by=user, code_word="Bluebell")


def _send_document(user):
    case = factories.case()
    factories.safe_contact_card(case.person)
    letter = Letter(DocumentKind.WHAT_YOU_TOLD_US, "A letter for you", "Dear you,", ())
    return lambda: documents.send_document(case=case, letter=letter, how="post", by=user)


def _record_agreement(user):
    concern = factories.concern()
    return lambda: rights.record_agreement(concern=concern, by=user, answer="agreed")


def _withdraw_wish(user):
    wish = factories.wish(factories.enquiry(lead=user))
    return lambda: voice.withdraw_wish(wish=wish, on=wish.expressed_on, because="I changed my mind", by=user)


def _add_account(user):
    details = {"full_name": "A B", "email": "a@heard.invalid", "role": Role.MANAGER, "teams": []}
    return lambda: accounts.add_account(authority=user.authority, by=user, **details)


def _end_access(user):
    account = factories.user()
    return lambda: accounts.end_access(account=account, by=user)


def _sign_in(user):
    user.set_password("correct horse battery")
    user.save()
    return lambda: accounts.try_sign_in(email=user.email, password="wrong", at=factories.at(DAY))


TRIED = [_record_safe_contact, _send_document,
         _open_case, _move_case, _add_task, _settle_tasks, _add_person, _change_details, _record_agreement, _withdraw_wish, _add_account,
         _end_access, _sign_in]  # fmt: skip


def everything() -> dict:
    """All rows of all Heard's tables, by their values."""
    models = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("heard.")]
    return {model._meta.label: sorted(map(str, model._base_manager.values_list())) for model in models}


@pytest.mark.django_db
@pytest.mark.parametrize("prepare", TRIED, ids=lambda one: one.__name__.strip("_").replace("_", " "))
def test_an_audit_that_cannot_be_written_undoes_the_write(prepare, monkeypatch):
    act = prepare(factories.user(Role.MANAGER))
    before = everything()

    def down(*args, **options):
        raise DatabaseError("the audit is down")

    monkeypatch.setattr(Event, "save", down)
    monkeypatch.setattr(Event.objects, "bulk_create", down)
    with pytest.raises(DatabaseError, match="the audit is down"):
        act()
    assert everything() == before


def test_the_ledger_is_in_use():
    assert "following()" in (ROOT / "tests/conftest.py").read_text()
