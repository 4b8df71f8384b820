"""How does something leave? Through the gate, and kept as it was sent."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from heard.accounts.permissions import Permission, may
from heard.audit.actions import record
from heard.cases.models import Case
from heard.documents.files import made
from heard.documents.gate import ask_gate
from heard.documents.letter import Letter
from heard.documents.models import Portrait, SentDocument, SentFile
from heard.documents.queries import file_of
from heard.documents.rendering import hash_of, html_of
from heard.people.models import Person
from heard.rules.decision import Decision, NotAllowed, insist
from heard.rules.giveaway_words import may_be_titled
from heard.rules.safe_contact import may_leave_again, may_override
from heard.rules.vocabulary.documents import FileKind
from heard.rules.vocabulary.safe_contact import SentHow


def _pass_gate(case: Case, *, by, override_because: str, **going) -> tuple[Decision, bool]:
    """What the gate said, and whether it was overridden. Raises NotAllowed with the gate's reasons where neither lets it go."""
    said = ask_gate(case=case, **going)
    if said:
        return said, False
    lets = may_override(
        died=case.person.death_date is not None and not going["to_whom"], because=override_because,
        may_decide=may(by, Permission.OVERRIDE_SAFE_CONTACT),
    )  # fmt: skip
    if not lets:
        raise NotAllowed(Decision(False, tuple(dict.fromkeys((*said.because, *lets.because))), said.law))
    return said, True


@transaction.atomic
def send_document(
    *, case: Case, letter: Letter, how: SentHow | str, by, where: str = "", at: datetime | None = None, to_whom: str = "",
    override_because: str = "",
) -> SentDocument:  # fmt: skip
    """Let a letter leave, and keep it as it left. ``to_whom`` is blank for the adult; ``at`` is when it is handed over or read.

    Raises NotAllowed, with the reasons, where the safe-contact card stops it: unless ``by`` may override it and says why. A title to the
    adult that would tell others what it is about is never let go.
    """
    titled = may_be_titled(letter.title)
    if not to_whom and not titled:
        raise NotAllowed(titled)
    case.person = Person.objects.select_for_update().get(pk=case.person_id)
    said, overridden = _pass_gate(case, by=by, override_because=override_because, how=how, where=where, at=at, to_whom=to_whom)
    html = html_of(letter)
    sent = SentDocument.objects.create(
        authority_id=case.authority_id, case=case, kind=letter.kind, look=letter.look, how=how, to_whom=to_whom, where=where,
        planned_for=at, words=letter.as_data(), html=html, sha256=hash_of(html), sent_at=timezone.now(), recorded_by=by,
        gate={"goes": said.yes, "because": list(said.because), "law": [str(one) for one in said.law]},
        overridden_by=by if overridden else None, override_because=override_because.strip() if overridden else "",
    )  # fmt: skip
    record("send-document", on=sent, by=by, why=sent.override_because, detail={"kind": letter.kind, "how": how, "overridden": overridden})
    return sent


def may_take(sent: SentDocument) -> Decision:
    """Whether a kept letter may leave once more, as the card stands now. One query."""
    now = ask_gate(case=sent.case, how=sent.how, where=sent.where, at=sent.planned_for, to_whom=sent.to_whom)
    return may_leave_again(now=now, let_go_despite=tuple(sent.gate.get("because", ())) if sent.overridden_by_id else ())


def take_file(*, sent: SentDocument, kind: FileKind, by) -> SentFile:
    """A kept letter as a file, for which the gate is asked again; made once and kept. The letter was read in scope.

    Raises NotAllowed with the gate's reasons, and CannotSpeak where sound cannot be made: nothing is kept then.
    """
    insist(may_take(sent))
    content = None if file_of(sent, kind) else made(sent, kind)  # slow, so before anything is locked
    with transaction.atomic():
        sent.case.person = Person.objects.select_for_update().get(pk=sent.case.person_id)
        insist(may_take(sent))
        if (kept := file_of(sent, kind)) is None:
            whose = {"authority_id": sent.authority_id, "document": sent, "recorded_by": by}
            kept = SentFile.objects.create(kind=kind, content=content, sha256=hashlib.sha256(content).hexdigest(), **whose)
            record("keep-file-of-letter", on=kept, by=by, case_id=sent.case_id, detail={"kind": kind})
    return kept


@transaction.atomic
def keep_portrait(*, content: bytes, by) -> Portrait:
    """Show this face beside the user's own name, in place of their initials. Letters that were sent keep what they had."""
    kept = Portrait.objects.select_for_update().filter(user=by).first() or Portrait(user=by, authority_id=by.authority_id)
    kept.content, kept.recorded_by, kept.recorded_at = content, by, timezone.now()
    kept.save()
    record("keep-own-picture", on=kept, by=by)
    return kept


@transaction.atomic
def take_back_portrait(*, by) -> None:
    """Show the user's initials again, and keep their face no longer."""
    for kept in Portrait.objects.filter(user=by):
        record("take-back-own-picture", on=kept, by=by)
        kept.delete()
