"""Does every place where a figure leaves go through disclosure control? Random cases, and every address that an analyst can open."""

import csv
import io
import random
import re
import zipfile
from datetime import timedelta

import openpyxl
import pytest
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from heard.enquiries.models import RiskFinding
from heard.measures.actions import fresh_figures
from heard.measures.report import report_of
from heard.returns.pages.opening import WORKBOOK
from heard.rules.indicators.periods import last_twelve_months
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AskedWhatTheyWant, Judgement
from tests import factories
from tests.world import addresses

pytestmark = pytest.mark.django_db
COUNTS = {"numerator", "denominator", "count", "number", "VALUE"}
MARKS = {"", "[c]", "[x]"}
TERMS = {"own-question": {"figure": "concluded", "rows": "team"}, "own-question-file": {"figure": "concluded", "rows": "team"}}
GROUPS, LATELY = ("wanted", "heard", "risk", "days"), timezone.localdate() - timedelta(days=95)
NOT_THE_COUNCILS = {"published", "published-file", "published-chart"}  # published figures, and nothing of this council


@pytest.fixture(params=[1, 2])
def council(request):
    """Teams and providers of 1 to 14 enquiries each, asked and judged at random, over some months."""
    chance = random.Random(request.param)
    for team in ("East team", "North team", "South team", "West team"):
        for _ in range(chance.choice((1, 3, 8, 14))):
            on = LATELY - timedelta(days=chance.randrange(0, 90))
            enquiry = factories.enquiry(in_team=factories.team(team), started_on=on - timedelta(days=20), concluded_on=on)
            whose = {"authority": enquiry.authority}
            said = chance.choice(("yes-expressed", "yes-nothing-expressed", "no"))
            AskedWhatTheyWant.objects.create(**whose, enquiry=enquiry, answer=said)
            wish = factories.wish(enquiry)
            for judge in ("adult", "professional"):
                Judgement.objects.create(**whose, wish=wish, judge=judge, rating=chance.choice(("met", "partly-met", "not-met")))
            risk = factories.risk(enquiry, source="service-provider", provider=chance.choice(("Hollybank", "Larkfield")))
            outcome = chance.choice(("removed", "reduced", "remained"))
            RiskFinding.objects.create(**whose, risk=risk, finding="risk-action", outcome=outcome)
    return factories.authority()


def opened() -> list[tuple[str, str]]:
    """The name and the address of everything in figures and returns that needs no record, for each measure, part, theme and year."""
    year = LATELY.year if LATELY.month > 3 else LATELY.year - 1
    fills = {
        "group": GROUPS, "theme": ("seen-alone", "risk"), "year": (year,),
        "measure": ("asked", "adult-met", "risk-less", "days-of-enquiry"),
        "cell": (), "among": (), "question": (), "item": ("experience-listened-to",),
    }  # fmt: skip
    found = []
    for one in addresses():
        if not one.view.__module__.startswith(("heard.measures", "heard.returns")) or one.is_about_somebody:
            continue
        names = one.parameters
        values = [{}] if not names else [{names[0]: value} for value in fills.get(names[0], ())] if len(names) == 1 else []
        found += [(one.name, reverse(one.name, kwargs=value)) for value in values]
    return found


def numbers_in(answer: HttpResponse) -> list[str]:
    """Every count in a page or a file, as it is written there."""
    kind, content = answer["Content-Type"].split(";")[0], answer.content
    if kind == "application/zip":
        return numbers_of_csv(zipfile.ZipFile(io.BytesIO(content)).read("answer.csv").decode())
    if kind == "text/csv":
        return numbers_of_csv(content.decode())
    if kind == WORKBOOK:
        sheets = openpyxl.load_workbook(io.BytesIO(content))
        return [str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row if isinstance(cell, int)]
    return numbers_of_words(content.decode(errors="ignore"))


def numbers_of_words(text: str) -> list[str]:
    return [number for pair in re.findall(r"(\d[\d,]*|\[c\]) of (\d[\d,]*|\[c\])", text) for number in pair]


def report_in_words(council) -> str:
    found = report_of(council, last_twelve_months(timezone.localdate()), fresh_figures(authority=council))
    return render_to_string("measures/report.html", {"report": found})


def numbers_of_csv(text: str) -> list[str]:
    head, *rows = csv.reader(io.StringIO(text))
    places = [at for at, name in enumerate(head) if name in COUNTS]
    assert places or {"percent", "median_days"} & {*head}, f"no column of counts among {head}: name it so that it is looked at"
    return [row[at] for row in rows for at in places]


def test_no_small_or_unrounded_count_leaves_anywhere(council, client):
    client.force_login(factories.user(Role.ANALYST))
    looked, files = 0, set()
    for name, address in opened():
        if name in NOT_THE_COUNCILS:
            continue
        answer = client.get(address, {"of": "council", "period": "", **TERMS.get(name, {})})
        if answer.status_code != 200:
            continue
        found = numbers_of_words(report_in_words(council)) if name == "board-report" else numbers_in(answer)
        looked += len(found)
        files |= {name} if "attachment" in answer.get("Content-Disposition", "") else set()
        wrong = [one for one in found if one not in MARKS and (int(one.replace(",", "")) % 5 or int(one.replace(",", "")) < 5)]
        assert not wrong, f"{address} shows {wrong}: use heard/rules/disclosure_control.py"
    assert looked > 500 and {"figures-file", "board-file", "indicator-file", "return-file", "return-workbook", "own-question-file",
                             "indicator-months-file", "figures-chart"} <= files  # fmt: skip
