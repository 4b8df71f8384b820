"""How is the return signed off, and what was signed?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_list
from heard.govuk.words import when
from heard.returns.actions import sign_off_return
from heard.returns.files import cells_in, hash_of, seal_of, text_of
from heard.returns.forms import SignOff
from heard.returns.models import SignedReturn
from heard.returns.pages.figures import CSV
from heard.returns.pages.opening import WORKBOOK, open_year, to_save
from heard.returns.queries import counted_and_checked, signed_return_for, signed_returns
from heard.returns.workbook import LABELS, workbook_of
from heard.rules.decision import NotAllowed
from heard.rules.return_checks import Check, Severity
from heard.rules.return_layout import cell_in_words, changed_cells, slug_of, year_in_words
from heard.rules.signing_the_return import ToSign, may_sign_off
from heard.rules.statutory_return import last_whole_year


@allow(Permission.SIGN_OFF_RETURN)
def sign(request: HttpRequest, year: int) -> HttpResponse:
    """Look at what would be signed, with what has changed since the last signing, and sign it; and what was signed before."""
    opened = open_year(request, year, "sign-return")
    authority, today = opened.reader.authority, timezone.localdate()
    before = list(signed_returns(authority, year))
    form = SignOff(request.POST or None, about=before[0] if before else None)
    if request.method == "POST" and form.is_valid():
        try:
            said = {"seen": request.POST.get("seen", ""), "words": form.cleaned_data["words"]}
            made = sign_off_return(authority=authority, year=year, by=request.user, today=today, **said)
        except NotAllowed as no:
            form.refuse(no)
        else:
            messages.success(request, "The return is signed off. It is kept as it is now.")
            return redirect("signed-return", made.pk)
    read_list(request, "open-return-to-sign", [], year=year)
    return render(request, "returns/sign.html", {**opened.context, **_to_sign(opened, before, today), "form": form, "before": before})


def _to_sign(opened, before: list[SignedReturn], today) -> dict:
    """What would be signed now, and whether it may be, leaving aside what only the form can say."""
    cells, checks = counted_and_checked(opened.reader.authority, opened.year)
    now, last = seal_of(text_of(cells), checks), before[0] if before else None
    errors = [one for one in checks if one["severity"] == Severity.ERROR]
    facts = ToSign(
        year=opened.year, last_whole_year=last_whole_year(today), seen=now, now=now,
        signed=seal_of(last.file, last.checks) if last else "",
        unexplained=[one["explanation"] for one in errors if not one["said"]],
    )  # fmt: skip
    return {
        "seen": now, "may_sign": may_sign_off(facts), "checks": checks, "unexplained": [one for one in checks if not one["said"]],
        "changed": list(changed_cells(cells, cells_in(last.file))) if last else [], "cell_in_words": cell_in_words, "slug_of": slug_of,
        "cells": cells,
    }  # fmt: skip


@allow(Permission.SIGN_OFF_RETURN)
def signed(request: HttpRequest, signed_id: UUID) -> HttpResponse:
    """One signed return: who, when, its hash, and its differences from the one before, cell by cell."""
    found = signed_return_for(request.user, signed_id)
    opened = open_year(request, found.year, "sign-return")
    read_list(request, "open-signed-return", [found])
    before = found.supersedes
    context = {
        **opened.context, "signed": found, "is_whole": is_as_signed(found), "Check": Check, "Severity": Severity,
        "changed": list(changed_cells(cells_in(found.file), cells_in(before.file))) if before else [],
        "cell_in_words": cell_in_words, "later": getattr(found, "superseded_by", None),
    }  # fmt: skip
    return render(request, "returns/signed.html", context)


def is_as_signed(signed: SignedReturn) -> bool:
    """Whether what is kept still has its hashes; those signed before there was a seal have the file's alone."""
    is_sealed = not signed.seal or signed.seal == seal_of(signed.file, signed.checks, signed.words)
    return hash_of(signed.file) == signed.sha256 and is_sealed


@allow(Permission.SIGN_OFF_RETURN)
def file(request: HttpRequest, signed_id: UUID) -> HttpResponse:
    """The file as it was signed, byte for byte."""
    found = signed_return_for(request.user, signed_id)
    read_list(request, "download-signed-return", [found])
    return to_save(found.file.encode("utf-8"), f"return-{found.year}-signed-{found.number}.csv", CSV)


@allow(Permission.SIGN_OFF_RETURN)
def workbook(request: HttpRequest, signed_id: UUID) -> HttpResponse:
    """What was signed as a workbook, with its checks and explanations."""
    found = signed_return_for(request.user, signed_id)
    read_list(request, "download-signed-return", [found])
    notes = [
        ("Council", found.authority.name), ("Year", year_in_words(found.year)), ("Signing", str(found.number)),
        ("Signed off by", found.recorded_by.full_name if found.recorded_by else ""), ("Signed off at", when(found.recorded_at)),
        ("SHA-256 of the file", found.sha256),
        ("SHA-256 of all that was signed", found.seal or "None: signed before the checks had a hash"), ("Said with it", found.words),
        LABELS,
    ]  # fmt: skip
    content = workbook_of(cells_in(found.file), notes=notes, checks=found.checks)
    return to_save(content, f"return-{found.year}-signed-{found.number}.xlsx", WORKBOOK)
