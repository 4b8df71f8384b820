"""Which council's figures, of which months, does a page of the Board's picture show?"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.utils import timezone

from heard.accounts.permissions import Permission, may
from heard.cases.reading import read_list
from heard.measures.actions import fresh_figures
from heard.measures.models import Refreshed
from heard.measures.whose import Whose, whose_figures
from heard.rules.indicators.all_indicators import INDICATORS
from heard.rules.indicators.breakdowns import By
from heard.rules.indicators.indicator import Indicator
from heard.rules.indicators.periods import Period, period_named, periods_offered


@dataclass(frozen=True)
class Asked:
    """Whose figures, of which months, and as they were at what time; and what else may be chosen."""

    whose: Whose
    choices: list[Whose]
    period: Period
    periods: list[Period]
    refreshed: Refreshed

    @property
    def terms(self) -> str:
        return urlencode({"of": self.whose.key, "period": self.period.slug})


def asked_of(request: HttpRequest, event: str, **more: str) -> Asked:
    """What is asked for; the look is written down. The Board's figures are always under disclosure control, whoever looks."""
    _, everything = whose_figures(request.user, "")
    choices = [one for one in everything if not one.exact]
    whose = next((one for one in choices if one.key == request.GET.get("of")), choices[0])
    today = timezone.localdate()
    period = period_named(request.GET.get("period", ""), today)
    read_list(request, event, [], of=whose.key, period=period.slug, **more)
    return Asked(whose, choices, period, periods_offered(today), fresh_figures(authority=whose.authority))


def indicator_or_404(slug: str) -> Indicator:
    """The indicator of that name. Raises Http404 where there is none."""
    if slug not in INDICATORS:
        raise Http404("No such indicator")
    return INDICATORS[slug]


def breakdowns_for(user) -> list[By]:
    """By what this user may see figures broken down: providers only for those who may see them by name."""
    return [one for one in By if one != By.PROVIDER or may(user, Permission.SEE_PROVIDER_FIGURES)]


def breakdown_asked(request: HttpRequest) -> By:
    """The breakdown asked for, or by team."""
    offered = breakdowns_for(request.user)
    return next((one for one in offered if one == request.GET.get("by")), offered[0])
