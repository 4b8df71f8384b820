"""Does a learning lead see counts only, and only from five people up?"""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from heard.learning.queries.counts import counted_since, counts_for
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories

pytestmark = pytest.mark.django_db
SINCE = date(2025, 12, 1)


def wrote(people: int, each: int = 1, *, of=None, **fields) -> None:
    for _ in range(people):
        owner = factories.user(of=of)
        for _ in range(each):
            factories.log_entry(owner, **fields)


@pytest.fixture
def lead():
    return factories.user(Role.MANAGER)


def test_four_people_show_nothing_however_much_they_wrote(lead):
    wrote(4, each=10)
    counts = counts_for(lead, since=SINCE)
    assert (counts.people, counts.entries, counts.talked_over) == (None, None, None)
    assert {figure for _, figure in counts.kinds} == {None}


def test_five_people_show_rounded_counts(lead):
    wrote(5, each=3)
    counts = counts_for(lead, since=SINCE)
    assert (counts.people, counts.entries) == (5, 15)
    assert dict(counts.kinds)["Reading, or a resource in Heard"] == 15


def test_a_kind_that_few_people_wrote_of_is_not_shown(lead):
    wrote(6)
    wrote(2, kind="course")
    kinds = dict(counts_for(lead, since=SINCE).kinds)
    assert kinds["Reading, or a resource in Heard"] == 5
    assert kinds["A course, a talk or training"] is None


def test_talked_over_needs_five_people_of_its_own(lead):
    wrote(6)
    wrote(4, each=3, discussed_with="colleague", discussed="It was new.")
    assert counts_for(lead, since=SINCE).talked_over is None
    wrote(1, discussed_with="group", discussed="So was this.")
    assert counts_for(lead, since=SINCE).talked_over == 15


def test_one_entry_more_shows_nothing(lead):
    wrote(5, each=2)
    before = counts_for(lead, since=SINCE)
    wrote(1)
    assert counts_for(lead, since=SINCE).entries == before.entries


def test_another_council_and_another_year_are_not_counted(lead):
    wrote(5, of=factories.authority("Elsewhere"))
    wrote(5, done_on=date(2025, 11, 30))
    assert counts_for(lead, since=SINCE).people is None


def test_the_page_says_why_there_is_nothing_and_then_shows_it(client, lead):
    client.force_login(lead)
    assert "Fewer than 5 people have written" in client.get(reverse("learning-counts")).content.decode()
    wrote(5, done_on=timezone.localdate())
    page = client.get(reverse("learning-counts")).content.decode()
    assert "People who have written" in page
    assert "Not shown" in page


@pytest.mark.parametrize(
    ("setting", "since"),
    [
        pytest.param({}, date(2025, 12, 1), id="as the register has it"),
        pytest.param({"ends_on": [3, 31]}, date(2026, 4, 1), id="the council has set another day"),
        pytest.param({"ends_on": None}, date(2025, 6, 2), id="everybody has a day of their own: a year"),
    ],
)
def test_counts_begin_where_the_council_has_set_the_period(settings, setting, since):
    settings.HEARD_CPD = {"social-work-england": setting}
    assert counted_since(date(2026, 6, 2)) == since


def test_counting_takes_two_queries(lead, django_assert_num_queries):
    wrote(5)
    with django_assert_num_queries(2):
        counts_for(lead, since=SINCE)
