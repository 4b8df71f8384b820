"""How is a check explained, and how is the return signed off?"""

from datetime import date

from django.db import transaction

from heard.accounts.models import Authority
from heard.accounts.versions import answer_again
from heard.audit.actions import record
from heard.returns.files import hash_of, seal_of, text_of
from heard.returns.models import CheckExplanation, SignedReturn
from heard.returns.queries import counted_and_checked
from heard.rules.decision import Decision, NotAllowed, insist
from heard.rules.return_checks import Severity
from heard.rules.signing_the_return import ToSign, may_sign_off
from heard.rules.statutory_return import last_whole_year


@transaction.atomic
def explain_check(*, authority: Authority, year: int, what: str, about: str, words: str, by) -> CheckExplanation:
    """Keep why what a check found is right. The words before are kept too, and are current no more. Raises NotAllowed without words."""
    if not words.strip():
        raise NotAllowed(Decision(False, ("Write why this is right.",)))
    finding = {"authority": authority, "year": year, "what": what, "about": about}
    return answer_again(
        CheckExplanation, of=finding, event="explain-check", by=by, authority_id=authority.pk, case_id=None, words=words.strip()
    )


@transaction.atomic
def sign_off_return(*, authority: Authority, year: int, seen: str, by, today: date, words: str = "") -> SignedReturn:
    """Count the year, look at the checks, and keep both as they are, for good. ``seen`` is the seal of what was looked at.

    A resubmission points at the one before. Raises NotAllowed where ``may_sign_off`` says no.
    """
    Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)  # two who sign at once sign one after the other
    before = SignedReturn.objects.filter(authority=authority, year=year).order_by("-number").first()
    cells, checks = counted_and_checked(authority, year)
    file = text_of(cells)
    insist(may_sign_off(ToSign(
        year=year, last_whole_year=last_whole_year(today), seen=seen, now=seal_of(file, checks),
        signed=seal_of(before.file, before.checks) if before else "",
        unexplained=[one["explanation"] for one in checks if one["severity"] == Severity.ERROR and not one["said"]],
    )))  # fmt: skip
    signed = SignedReturn.objects.create(
        authority=authority, year=year, number=before.number + 1 if before else 1, supersedes=before, file=file, sha256=hash_of(file),
        checks=checks, words=words.strip(), seal=seal_of(file, checks, words.strip()), recorded_by=by,
    )  # fmt: skip
    hashes = {"sha256": signed.sha256, "seal": signed.seal}
    record("sign-off-return", on=signed, by=by, detail={"year": year, "number": signed.number, **hashes})
    return signed
