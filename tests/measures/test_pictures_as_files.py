"""Does every picture of the figures leave as a file that stands by itself, and every table beside it as one that can be opened?"""

import csv
import io
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.rules.vocabulary.experience import Wording
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.questionnaires import instrument_in_use
from tests import factories

pytestmark = pytest.mark.django_db
FORMULA = "=SUM(A1)"


def drawn(client, name: str, *args) -> str:
    """The picture as a file, well formed and attached."""
    answer = client.get(reverse(name, args=args), {"of": "council"})
    assert answer.status_code == 200, answer
    assert answer["Content-Type"] == "image/svg+xml" and "attachment" in answer["Content-Disposition"]
    text = answer.content.decode()
    assert ElementTree.fromstring(text).tag.endswith("svg") and "<title" in text and "<desc" in text
    return text


def table(client, name: str, *args) -> list[dict]:
    answer = client.get(reverse(name, args=args))
    assert "attachment" in answer["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_a_managers_team_leaves_exactly_with_no_formula(client):
    manager = factories.user(Role.MANAGER, teams=[factories.team(FORMULA)])
    factories.enquiry(in_team=factories.team(FORMULA))
    client.force_login(manager)
    assert "Open cases, by how long" in drawn(client, "team-chart")
    rows = table(client, "team-file")
    assert {row["team"] for row in rows} == {f"'{FORMULA}"}
    assert sum(int(row["number"]) for row in rows if row["what"] == "stage") == 1
    assert {row["which"] for row in rows if row["what"] == "owed"} >= {"Talk to the adult"}


def test_published_figures_leave_with_their_years(client):
    client.force_login(factories.user(Role.ANALYST))
    assert "Feeling safe, England" in drawn(client, "published-chart")
    rows = table(client, "published-file")
    assert {row["figure"][:8] for row in rows} == {"ASCOF 4A", "ASCOF 4B"} and all(row["year"] for row in rows)
    assert {row["percent"] for row in rows if row["area"] == "England" and row["year"] == "2024 to 2025"} >= {"91.2"}


def test_how_it_was_leaves_where_enough_answered_and_is_not_found_where_nobody_did(client):
    where = reverse("experience-chart", args=["experience-listened-to"])
    client.force_login(factories.user(Role.ANALYST))
    assert client.get(where, {"of": "council"}).status_code == 404
    choices = [value for value, _ in instrument_in_use().questions[0].choices(Wording.ADULT)]
    for number in range(6 * len(choices)):
        answers = {"listened-to": choices[number % len(choices)]}
        factories.experience(factories.enquiry(), asked_on=timezone.localdate() - timedelta(days=60), answers=answers)
    assert f"{round(100 / len(choices))}%" in drawn(client, "experience-chart", "experience-listened-to")


def test_a_theme_leaves_with_its_own_styles_and_nothing_to_draw_is_not_found(client):
    client.force_login(factories.user(Role.ANALYST))
    assert client.get(reverse("what-changed-chart", args=["seen-alone"])).status_code == 404
    made = factories.recommendation(factories.review())
    assert "<style>" in drawn(client, "what-changed-chart", made.theme)
