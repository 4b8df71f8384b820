"""Is what the adult said shown whole, in order, and with as many queries for twenty as for two?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from heard.rules.seen_alone import HowHeard
from heard.voice import queries
from heard.voice.actions.conversations import correct_conversation
from heard.voice.actions.judging import judge_wish
from heard.voice.actions.wishes import change_wish, withdraw_wish
from tests import factories
from tests.factories import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry():
    return factories.enquiry()


def test_conversations_come_in_the_order_held_with_how_the_adult_was_heard(enquiry):
    factories.conversation(enquiry, held_at=at(date(2026, 3, 9)), alone="no", words="second")
    factories.conversation(enquiry.concern, held_at=at(date(2026, 3, 3)), not_heard_because="declined", words="")
    factories.conversation(enquiry, words="in error", in_error_at=timezone.now())
    found = queries.conversations_of(enquiry.case)
    assert [one.how for one in found] == [HowHeard.NOT_HEARD, HowHeard.WITH_OTHERS]


def test_a_corrected_conversation_keeps_its_earlier_version_and_its_wishes(enquiry):
    first = factories.conversation(enquiry)
    wish = factories.wish(enquiry, conversation=first)
    second = correct_conversation(conversation=first, because="Slip.", by=enquiry.lead, words="I am very frightened.")
    (shown,) = queries.conversations_of(enquiry.case)
    assert (shown, shown.earlier, shown.said_wishes) == (second, [first], [wish])


def test_wishes_come_with_what_replaced_them_and_what_they_replaced(enquiry):
    first = factories.wish(enquiry, words="one")
    second = change_wish(wish=first, words="two", because="x", on=date(2026, 3, 6), by=enquiry.lead)
    third = change_wish(wish=second, words="three", because="y", on=date(2026, 3, 7), by=enquiry.lead)
    one, two, three = queries.wishes_of(enquiry.case)
    assert (one.now, two.now, three.now) == (second, third, None)
    assert three.before == [first, second] and [wish.is_standing for wish in (one, two, three)] == [False, False, True]


def test_a_replaced_wish_stays_replaced_when_the_new_one_is_withdrawn(enquiry):
    first = factories.wish(enquiry)
    second = change_wish(wish=first, words="two", because="x", on=date(2026, 3, 6), by=enquiry.lead)
    withdraw_wish(wish=second, on=date(2026, 3, 8), because="z", by=enquiry.lead)
    assert queries.standing_wishes_of(enquiry.case) == []


def test_a_wish_whose_change_was_recorded_in_error_stands_again(enquiry):
    first = factories.wish(enquiry)
    factories.wish(enquiry, replaces=first, in_error_at=timezone.now())
    assert queries.standing_wishes_of(enquiry.case) == [first]


def test_a_correction_keeps_the_judgement_and_the_place_in_the_chain(enquiry):
    first = factories.wish(enquiry, words="one", is_current=False)
    corrected = factories.wish(enquiry, words="One.", supersedes=first)
    new = factories.wish(enquiry, words="two", replaces=first)
    judge_wish(wish=new, judge="adult", rating="met", judged_on=date(2026, 3, 9), by=enquiry.lead)
    again = factories.wish(enquiry, words="Two.", supersedes=new, replaces=first)
    type(new).objects.filter(pk=new.pk).update(is_current=False)
    old, now = queries.wishes_of(enquiry.case)
    assert (old, old.now, now) == (corrected, again, again)
    assert now.before == [corrected] and now.judged["adult"].rating == "met"


def test_a_wish_before_the_enquiry_is_the_enquirys_unless_another_has_it(enquiry):
    own = factories.wish(enquiry)
    early = factories.wish(enquiry, enquiry=None)
    other = factories.enquiry(factories.concern(enquiry.case))
    elsewhere = factories.wish(other, enquiry=None)
    assert set(queries.wishes_for(enquiry)) == {own, early}
    assert set(queries.wishes_for(other)) == {elsewhere}


def test_nothing_of_another_case_is_shown(enquiry):
    other = factories.enquiry()
    factories.wish(other)
    factories.conversation(other)
    assert queries.wishes_of(enquiry.case) == [] and queries.conversations_of(enquiry.case) == []


@pytest.mark.parametrize(
    ("read", "budget"),
    [
        pytest.param(queries.conversations_of, 3, id="conversations take three"),
        pytest.param(queries.wishes_of, 2, id="wishes take two"),
        pytest.param(queries.standing_wishes_of, 2, id="standing wishes take two"),
    ],
)
def test_the_number_of_queries_does_not_grow(enquiry, read, budget):
    counted = []
    for many in (2, 18):
        for _ in range(many):
            said = factories.conversation(enquiry, recorded_by=enquiry.lead)
            wish = factories.wish(enquiry, conversation=said)
            judge_wish(wish=wish, judge="adult", rating="met", judged_on=date(2026, 3, 9), by=enquiry.lead)
            change_wish(wish=wish, words="Other words.", because="x", on=date(2026, 3, 9), by=enquiry.lead)
        with CaptureQueriesContext(connection) as ran:
            read(enquiry.case)
        counted.append(len(ran))
    assert counted == [budget, budget]
