"""How are the figures worked out and kept, and the published ones loaded?"""

from datetime import date
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


@transaction.atomic
def refresh_figures(*, authority: Authority) -> Refreshed:
    """Work out every figure of the last 48 months from the records as they are now, and keep them in place of those before.

    Figures hold nothing of anybody and are made again at any time, so no event is written; each look at them is.
    """
    Authority.objects.select_for_update().get(pk=authority.pk)  # two at once: the second waits, and then makes them again
    began, today = monotonic(), timezone.localdate()
    first = months_before(date(today.year, today.month, 1), MONTHS_KEPT - 1)
    found = tallied(authority, first, today)
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
    kept, _ = Refreshed.objects.update_or_create(authority=authority, defaults={"as_at": timezone.now(), "seconds": monotonic() - began})
    return kept


def fresh_figures(*, authority: Authority) -> Refreshed:
    """When the figures were worked out. Those older than fifteen minutes are made again, unless that takes longer than a reader waits."""
    kept = Refreshed.objects.filter(authority=authority).first()
    if kept is None or (are_old(kept.as_at, timezone.now()) and may_wait(kept.seconds)):
        return refresh_figures(authority=authority)
    return kept


@transaction.atomic
def refresh_teams(*, authority: Authority) -> TeamsRefreshed:
    """Work out each team's caseload and what is owed in it from the records as they are now, in place of what was kept before.

    Counts by team hold nothing of anybody and are made again at any time, so no event is written; each look at them is.
    """
    Authority.objects.select_for_update().get(pk=authority.pk)
    began = monotonic()
    found = caseloads_of(authority, timezone.localdate())
    teams = {team: {name: dict(+counts) for name, counts in one.items()} for team, one in found.items()}
    made = {"as_at": timezone.now(), "seconds": monotonic() - began, "teams": teams}
    kept, _ = TeamsRefreshed.objects.update_or_create(authority=authority, defaults=made)
    return kept


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
