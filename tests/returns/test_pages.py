"""What does somebody see of the return, and of the cases behind it?"""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.cases.models import Enquiry
from heard.rights.actions.for_the_return import answer_capacity
from heard.rules.return_layout import slug_of
from heard.rules.statutory_return import CONCERNS, CONCLUDED_42, REVIEWS, Cell, all_cells, year_of, year_worked_on
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.returns import golden

pytestmark = pytest.mark.django_db
TOTAL, NO_ANSWER = Cell("SG1f", CONCERNS, "Total"), Cell("SG3a", CONCLUDED_42, "Not recorded", "", "75-84")
MAY = date(2025, 5, 20)


@pytest.fixture
def manager(council):
    return factories.user(Role.MANAGER)


def concluded(number=1, *, on=MAY, team="North team", **fields):
    """Enquiries concluded in May 2025 in cases that are closed, with nothing answered."""
    made = []
    for _ in range(number):
        concern = factories.concern(received_at=factories.at(date(2025, 4, 2)))
        enquiry = factories.enquiry(concern, started_on=date(2025, 4, 3), concluded_on=on, in_team=factories.team(team), **fields)
        enquiry.case.stage, enquiry.case.closed_on = "closed", on
        enquiry.case.save()
        made.append(enquiry)
    return made


def get(client, user, name="return-figures", *args, **query):
    client.force_login(user)
    return client.get(reverse(name, args=[2025, *args]), query)


def text(client, user, name="return-figures", *args, **query):
    return get(client, user, name, *args, **query).content.decode()


def behind(client, user, cell, **query):
    return text(client, user, "return-cell", slug_of(cell), **query)


def shown_in(html, cell):
    """What stands in the link to a cell's cases."""
    link = html.split(f'/cells/{slug_of(cell)}">')
    return link[1].split("<")[0] if len(link) > 1 else None


def test_the_golden_year_is_on_the_page_cell_by_cell_and_each_opens_its_cases(client, bring_in, manager):
    bring_in(golden.bundle())
    html, expected = text(client, manager), golden.expected()
    for cell in all_cells():
        value = expected.get(cell, 0)
        assert shown_in(html, cell) == (str(value) if value else None), cell
        if value:
            page = behind(client, manager, cell)
            assert f": {value}</h2>" in page
            assert page.count("Counts here because") >= min(value, 25) or cell.table in ("SG5a", "SG5b"), cell


def test_it_leads_to_the_year_that_is_worked_on(client, manager):
    client.force_login(manager)
    assert client.get("/returns")["Location"] == f"/returns/{year_worked_on(timezone.localdate())}"


@pytest.mark.parametrize("year", [2014, 2101, timezone.localdate().year + 2])
def test_a_year_that_is_none_is_not_there(client, manager, year):
    client.force_login(manager)
    assert client.get(f"/returns/{year}").status_code == 404


def test_a_year_with_nothing_in_it_says_so_and_what_to_do(client, manager):
    assert "Nothing is counted in this year" in text(client, manager)


def test_the_year_before_and_the_change_stand_beside_each_number(client, manager):
    factories.concern(received_at=factories.at(date(2024, 6, 1)))
    for _ in range(3):
        factories.concern(received_at=factories.at(MAY))
    html = text(client, manager)
    assert 'Total">' not in html and "was 1, +2" in html and "was 0, the same" not in html


def test_a_number_leads_to_the_cases_in_scope_and_says_how_many_are_outside_without_naming_them(client, manager):
    (mine,), (not_mine, other) = concluded(), concluded(2, team="South team")
    page = behind(client, manager, NO_ANSWER)
    assert mine.case.person.name in page and "2 are outside your cases" in page
    assert "Did they have capacity for this enquiry’s decisions? Not recorded." in page
    for enquiry in (not_mine, other):
        assert enquiry.case.reference not in page and enquiry.case.person.name not in page


def test_a_social_worker_sees_small_numbers_hidden_and_opens_their_own(client):
    (mine,) = concluded()
    concluded(6, team="South team")
    worker = factories.user(Role.SOCIAL_WORKER)
    html = text(client, worker)
    assert shown_in(html, NO_ANSWER) == "5" and "Small numbers are hidden" in html and "Checks" not in html
    page = behind(client, worker, NO_ANSWER)
    assert mine.case.reference in page and "5 are outside your cases" in page and ": 5</h2>" in page


def test_an_analyst_sees_hidden_numbers_and_no_way_to_a_case(client):
    concluded(7)
    analyst = factories.user(Role.ANALYST)
    html = text(client, analyst)
    assert "[c]" in html and "[x]" in html and "/cells/" not in html and "H-TEST" not in html
    assert get(client, analyst, "return-cell", slug_of(NO_ANSWER)).status_code == 403
    assert get(client, analyst, "return-checks").status_code == get(client, analyst, "sign-return").status_code == 403


def test_an_analyst_sees_another_councils_return_only_where_their_account_names_it(client):
    other = factories.authority("Othershire")
    analyst = factories.user(Role.ANALYST)
    assert "Othershire" not in text(client, analyst, of=other.slug)
    analyst.figures_of.add(other)
    assert "Othershire, April 2025" in text(client, analyst, of=other.slug)


def test_nobody_opens_another_councils_cases(client, manager):
    elsewhere = factories.authority("Elsewhere")
    factories.concern(of=elsewhere, received_at=factories.at(MAY))
    assert "0 are cases that you may open" in behind(client, manager, TOTAL) and ": 0</h2>" in behind(client, manager, TOTAL)


def test_people_are_counted_once_and_every_case_of_theirs_opens(client, manager):
    case = factories.case()
    for _ in range(2):
        factories.concern(case, received_at=factories.at(MAY))
    page = behind(client, manager, Cell("SG1a", CONCERNS, "75-84"))
    assert ": 1</h2>" in page and "each once" in page and "2 are cases that you may open" in page and "Aged 75 on 31 March 2026" in page


def test_a_long_list_is_paged(client, manager):
    for _ in range(27):
        factories.concern(received_at=factories.at(MAY))
    assert behind(client, manager, TOTAL).count("Counts here because") == 25
    assert behind(client, manager, TOTAL, page=2).count("Counts here because") == 2


def test_a_cell_that_is_none_is_not_there(client, manager):
    assert get(client, manager, "return-cell", "no-such-cell").status_code == 404


def test_reviews_are_counted_and_name_nobody(client, bring_in, manager):
    bring_in(golden.bundle())
    cell = Cell("SG5a", REVIEWS, "Where one or more individuals died")
    page = behind(client, manager, cell)
    assert "A review that started" in page and "Example" not in page
    review = re.search(r'href="(/reviews/[^"]+)"', page).group(1)
    assert client.get(review).status_code == 200
    assert "A review that started" not in behind(client, factories.user(Role.SOCIAL_WORKER), cell)


def test_a_blank_in_a_closed_case_is_answered_there_and_the_cell_moves(client, manager):
    (enquiry,) = concluded()
    page = behind(client, manager, NO_ANSWER)
    way = f"/cases/{enquiry.case.reference}/capacity?of={enquiry.pk}"
    assert way in page
    answer_capacity(enquiry=Enquiry.objects.get(), had_capacity="yes", answered_by_name="Robin Lead", by=manager)
    assert "0 are cases that you may open" in behind(client, manager, NO_ANSWER)
    now = behind(client, manager, Cell("SG3a", CONCLUDED_42, "No, they did not lack capacity", "", "75-84"))
    assert enquiry.case.reference in now and way not in now and f"/cases/{enquiry.case.reference}/reopen" in now


def test_a_duty_worker_puts_the_support_reason_right_and_a_social_worker_is_led_to_the_case(client):
    concern = factories.concern(received_at=factories.at(MAY))
    cell, way = Cell("SG1d", CONCERNS, "Not Known"), f"/concerns/{concern.reference}/return?then="
    assert way in behind(client, factories.user(Role.DUTY_WORKER), cell)
    (enquiry,) = concluded()
    page = behind(client, factories.user(Role.SOCIAL_WORKER), cell)
    assert f"/cases/{enquiry.case.reference}" in page and "/return?then=" not in page


def test_after_the_answer_it_goes_back_to_the_cell(client, manager):
    concern = factories.concern(received_at=factories.at(MAY))
    client.force_login(manager)
    here = reverse("return-cell", args=[2025, slug_of(Cell("SG1d", CONCERNS, "Not Known"))])
    said = client.post(f"/concerns/{concern.reference}/return?then={here}", {"in_area": "yes", "primary_support_reason": "mental-health"})
    assert said["Location"] == here
    changed = {"family_name": "Example", "because": "She told us."}
    assert client.post(f"/cases/{concern.case.reference}/person?then={here}", changed)["Location"] == here


def test_looking_is_written_down_with_the_ids_shown(client, manager):
    concern = factories.concern(received_at=factories.at(MAY))
    behind(client, manager, TOTAL)
    (event,) = Event.objects.filter(event="open-cases-behind-a-cell")
    assert event.is_read and event.detail["shown"] == [str(concern.pk)]


@pytest.mark.parametrize("name", ["return-figures", "return-cell", "return-to-ask", "return-to-ask-cases", "return-checks", "sign-return"])
def test_as_many_queries_whatever_there_is(client, manager, name):
    args = {"return-cell": [slug_of(NO_ANSWER)], "return-to-ask-cases": ["concluded", "capacity"]}.get(name, [])
    client.force_login(manager)

    def count():
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse(name, args=[2025, *args])).status_code == 200
        return len(asked)

    concluded(2)
    factories.risk(concluded()[0])
    few = count()
    for enquiry in concluded(9):
        factories.risk(enquiry)
    assert count() == few <= 110


def test_a_year_that_runs_and_rounded_numbers_say_how_far_a_change_can_be_trusted(client, manager):
    today = timezone.localdate()
    for on in (today, today - timedelta(days=366), date(2025, 5, 2), date(2024, 5, 2)):
        factories.concern(factories.case(team=factories.team()), received_at=factories.at(on))
    not_over, rounded = "This year is not over and the year before is whole", "The change is between two rounded numbers"
    client.force_login(manager)
    of_now = client.get(reverse("return-figures", args=[year_of(today)])).content.decode()
    assert not_over in of_now and rounded not in of_now
    assert not_over not in text(client, manager) or year_of(today) == 2025
    assert rounded in text(client, factories.user(Role.ANALYST))
