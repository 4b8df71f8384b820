"""How does something leave? Through the gate, and kept as it was sent."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from heard.accounts.permissions import Permission, may
from heard.audit.actions import record
from heard.cases.models import Case
from heard.documents.gate import ask_gate
from heard.documents.letter import Letter
from heard.documents.models import SentDocument
from heard.documents.rendering import html_of
from heard.people.models import Person
from heard.rules.decision import Decision, NotAllowed
from heard.rules.giveaway_words import may_be_titled
from heard.rules.safe_contact import may_override
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
    sent = SentDocument.objects.create(
        authority_id=case.authority_id, case=case, kind=letter.kind, how=how, to_whom=to_whom, where=where, planned_for=at,
        words=letter.as_data(), html=html_of(letter), sent_at=timezone.now(), recorded_by=by,
        gate={"goes": said.yes, "because": list(said.because), "law": [str(one) for one in said.law]},
        overridden_by=by if overridden else None, override_because=override_because.strip() if overridden else "",
    )  # fmt: skip
    record("send-document", on=sent, by=by, why=sent.override_because, detail={"kind": letter.kind, "how": how, "overridden": overridden})
    return sent
