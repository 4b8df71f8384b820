"""How are the figures worked out and kept, and the published ones loaded?"""

from datetime import date, datetime
from time import monotonic

from django.db import transaction
from django.utils import timezone

from heard.accounts.models import Authority
from heard.audit.actions import record
from heard.measures.benchmarks.national_file import National
from heard.measures.models import MonthOfFigures, PublishedCell, Refreshed, TeamsRefreshed
from heard.measures.queries.tallied import tallied
from heard.measures.queries.team import caseloads_of
from heard.rules.figures_age import are_old, may_wait
from heard.rules.indicators.endings import months_before

MONTHS_KEPT = 48


def refresh_figures(*, authority: Authority) -> Refreshed:
    """Work out every figure of the last 48 months from the records as they are now, and keep them in place of those before.

    Nobody waits while it counts: only the keeping is one transaction, and of two at once the one that began later is kept. Figures hold
    nothing of anybody and are made again at any time, so no event is written; each look at them is.
    """
    began, as_at, today = monotonic(), timezone.now(), timezone.localdate()
    found = tallied(authority, months_before(date(today.year, today.month, 1), MONTHS_KEPT - 1), today)
    with transaction.atomic():
        later = _kept_meanwhile(Refreshed, authority, as_at)
        if later:
            return later
        MonthOfFigures.objects.filter(authority=authority).delete()
        MonthOfFigures.objects.bulk_create(
            (
                MonthOfFigures(
                    authority=authority, month=month, by=by, part=part, parts=+one.parts, wholes=one.wholes,
                    spreads={slug: {str(days): number for days, number in spread.items()} for slug, spread in one.spreads.items()},
                )
                for (month, by, part), one in found.items()
            ),
            batch_size=500,
        )  # fmt: skip
        made = {"as_at": as_at, "seconds": monotonic() - began}
        return Refreshed.objects.update_or_create(authority=authority, defaults=made)[0]


def _kept_meanwhile(model, authority: Authority, as_at: datetime):
    """What another kept since, from a later count; None where there is none. Holds the others back until this one is kept."""
    Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)
    return model.objects.filter(authority=authority, as_at__gt=as_at).first()


def fresh_figures(*, authority: Authority) -> Refreshed:
    """When the figures were worked out. Those older than fifteen minutes are made again, unless that takes longer than a reader waits."""
    kept = Refreshed.objects.filter(authority=authority).first()
    if kept is None or (are_old(kept.as_at, timezone.now()) and may_wait(kept.seconds)):
        return refresh_figures(authority=authority)
    return kept


def refresh_teams(*, authority: Authority) -> TeamsRefreshed:
    """Work out each team's caseload and what is owed in it from the records as they are now, in place of what was kept before.

    As ``refresh_figures``: nobody waits while it counts, and no event is written.
    """
    began, as_at = monotonic(), timezone.now()
    found = caseloads_of(authority, timezone.localdate())
    teams = {team: {name: dict(+counts) for name, counts in one.items()} for team, one in found.items()}
    with transaction.atomic():
        later = _kept_meanwhile(TeamsRefreshed, authority, as_at)
        made = {"as_at": as_at, "seconds": monotonic() - began, "teams": teams}
        return later or TeamsRefreshed.objects.update_or_create(authority=authority, defaults=made)[0]


def fresh_teams(*, authority: Authority) -> TeamsRefreshed:
    """Each team's caseload as it was last worked out. One older than fifteen minutes is made again, unless that takes longer than a reader
    waits."""
    kept = TeamsRefreshed.objects.filter(authority=authority).first()
    if kept is None or (are_old(kept.as_at, timezone.now()) and may_wait(kept.seconds)):
        return refresh_teams(authority=authority)
    return kept


@transaction.atomic
def load_published(*, file: National, year: int, source: str, by) -> int:
    """Keep the cells of a national file in place of those of the same year before; returns how many. One event for the file."""
    PublishedCell.objects.filter(year=year).delete()
    cells = [PublishedCell(year=year, source=source, **row) for row in file.rows]
    PublishedCell.objects.bulk_create(cells, batch_size=2000)
    record("load-published-figures", on=None, by=by, detail={"year": year, "source": source, "cells": len(cells), "refused": file.refused})
    return len(cells)
