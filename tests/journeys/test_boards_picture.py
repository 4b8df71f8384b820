"""A Board's analyst sees what difference was made, without a name; a manager sees how the teams are doing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from heard.enquiries.models import RiskFinding
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AskedWhatTheyWant, Judgement
from tests import factories
from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_choose,
    when_i_follow,
    when_i_go_to,
    when_i_press,
)

YEAR = 360


def given_a_year_of_concluded_enquiries(number: int) -> None:
    leaders = {name: factories.user(teams=[factories.team(name)]) for name in ("East team", "North team", "South team")}
    for place in range(number):
        name = list(leaders)[place % 3]
        on = timezone.localdate() - timedelta(days=5 + place * YEAR // number)
        concern = factories.concern(received_at=factories.at(on - timedelta(days=50)))
        enquiry = factories.enquiry(
            concern, lead=leaders[name], in_team=factories.team(name), started_on=on - timedelta(days=48), concluded_on=on
        )
        whose = {"authority": enquiry.authority}
        AskedWhatTheyWant.objects.create(**whose, enquiry=enquiry, answer="no" if place % 4 == 0 else "yes-expressed")
        factories.conversation(enquiry, held_at=factories.at(on - timedelta(days=46)), alone="yes" if place % 5 else "no")
        wish = factories.wish(enquiry)
        for judge, rating in (("adult", ("met", "partly-met", "not-met")[place % 3]), ("professional", ("met", "partly-met")[place % 2])):
            Judgement.objects.create(**whose, wish=wish, judge=judge, rating=rating)
        risk = factories.risk(enquiry, source="service-provider", provider=("Hollybank Care", "Larkfield House")[place % 2])
        outcome = ("remained", "reduced", "removed", "reduced", "removed")[place % 5]
        RiskFinding.objects.create(**whose, risk=risk, finding="risk-action", outcome=outcome)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["on a telephone", "on a desktop"])
def test_the_board_sees_what_difference_was_made_and_no_name(new_page, viewport):
    given_a_year_of_concluded_enquiries(90)
    page = new_page(viewport)
    given_i_am(page, Role.ANALYST)
    when_i_go_to(page, "/board")
    then_the_page_is(page, "The Board’s picture")
    then_i_see(page, "As at", "Were they asked, and did they say?", "Did what they wanted happen?", "What became of the risk?")
    then_i_do_not_see(page, "Example", "H-TEST")
    picture(page, f"board-{viewport['width']}")
    when_i_follow(page, "Risk reduced or removed")
    then_the_page_is(page, "Risk reduced or removed")
    then_i_see(page, "Month by month", "By team", "England, 2024 to 2025: 91.2%")
    when_i_follow(page, "Provider")
    then_the_page_is(page, "Risk reduced or removed")
    then_i_see(page, "Hollybank Care", "nobody is ranked")
    picture(page, f"indicator-{viewport['width']}")
    when_i_choose(page, "Which months", page.locator("#period option").nth(2).inner_text())
    when_i_press(page, "Show")
    then_the_page_is(page, "Risk reduced or removed")
    for path, heading in (("/board/indicators", "What each indicator counts"), ("/board/published", "Published figures")):
        when_i_go_to(page, path)
        then_the_page_is(page, heading)


def test_a_manager_sees_how_the_teams_are_doing(phone):
    given_i_am(phone, factories.user(Role.MANAGER, teams=[factories.team("Open team"), factories.team("Other team")]))
    for name in ("Open team", "Other team"):
        factories.enquiry(in_team=factories.team(name))
    when_i_go_to(phone, "/team")
    then_the_page_is(phone, "The team’s picture")
    then_i_see(phone, "2 cases are open", "What has not been asked", "Everything that is owed")
    picture(phone, "team-375")
    when_i_follow(phone, "Ask the adult what they want to happen")
    then_the_page_is(phone, "Duties")
