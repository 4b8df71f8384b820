"""What difference was made, by month of conclusion and team? And which cases are behind a figure?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heard.measures.queries.concluded import enquiries_behind
from heard.measures.queries.tallied import measures_for
from heard.rules.measures import Measure
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.models import AskedWhatTheyWant, Judgement
from tests import factories
from tests.measures.nine import one_by_one

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 20)


def concluded(on=MAY, **fields):
    return factories.enquiry(concluded_on=on, **fields)


def judge(wish, who, rating):
    return Judgement.objects.create(authority=wish.authority, wish=wish, judge=who, rating=rating)


def figures(start=None, end=None, month="2026-05", team="North team"):
    """The nine measures of one month and team: as every engine counts them, and as they are counted for the cases behind a figure."""
    whose = factories.authority()
    rows = [row for row in measures_for(whose, start, end) if row["measure"] in set(Measure)]
    assert rows == one_by_one(whose, start, end)
    return {row["measure"]: (row["numerator"], row["denominator"]) for row in rows if (row["month"], row["team"]) == (month, team)}


def test_one_enquiry_counts_towards_every_measure_it_should():
    enquiry = concluded()
    wish = factories.wish(enquiry)
    judge(wish, "adult", "partly-met")
    judge(wish, "professional", "met")
    assert figures() == {
        "asked": (1, 1), "expressed": (1, 1), "adult-met": (0, 1), "adult-partly-met": (1, 1), "adult-not-met": (0, 1),
        "adult-declined": (0, 1), "professional-met": (1, 1), "professional-partly-met": (0, 1), "professional-not-met": (0, 1),
    }  # fmt: skip


def test_asked_follows_the_answer_then_the_wishes_then_the_conversations():
    told_no, from_wish, from_talk = concluded(), concluded(), concluded()
    concluded()
    factories.wish(told_no)
    AskedWhatTheyWant.objects.create(authority=told_no.authority, enquiry=told_no, answer="no")
    factories.wish(from_wish, withdrawn_on=MAY)
    factories.conversation(from_talk.concern, asked_what_they_want="yes")
    assert (figures()["asked"], figures()["expressed"]) == ((2, 4), (1, 2))


def test_a_judgement_by_a_representative_counts_only_for_a_wish_they_expressed():
    enquiry = concluded()
    own, theirs = factories.wish(enquiry), factories.wish(enquiry, expressed_by="representative")
    judge(own, "representative", "met")
    judge(theirs, "representative", "not-met")
    assert (figures()["adult-met"], figures()["adult-not-met"]) == ((0, 1), (1, 1))


def test_only_standing_wishes_count_and_only_current_judgements():
    enquiry = concluded()
    old = factories.wish(enquiry)
    new = factories.wish(enquiry, replaces=old)
    gone, wrong = factories.wish(enquiry, withdrawn_on=MAY), factories.wish(enquiry, in_error_at=factories.at(MAY))
    for wish in (old, new, gone, wrong):
        judge(wish, "adult", "met")
    Judgement.objects.create(authority=enquiry.authority, wish=new, judge="adult", rating="not-met", is_current=False)
    assert figures()["adult-met"] == (1, 1)


def test_a_wish_whose_words_were_corrected_keeps_its_judgement():
    enquiry = concluded()
    first = factories.wish(enquiry, is_current=False)
    factories.wish(enquiry, supersedes=first)
    judge(first, "adult", "met")
    assert figures()["adult-met"] == (1, 1)


def test_a_wish_made_before_the_enquiry_counts_under_it():
    enquiry = concluded()
    wish = factories.wish(enquiry)
    wish.enquiry = None
    wish.save()
    judge(wish, "adult", "met")
    assert (figures()["expressed"], figures()["adult-met"]) == ((1, 1), (1, 1))


def test_another_councils_area_is_left_out_and_so_is_what_has_not_concluded():
    concluded(of_concern=factories.concern(in_area="no"))
    factories.enquiry()
    assert measures_for(factories.authority()) == []


def test_both_dates_are_included():
    for day in (date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1)):
        concluded(day)
    rows = measures_for(factories.authority(), date(2026, 5, 1), date(2026, 5, 31))
    assert {row["month"] for row in rows} == {"2026-05"} and figures(date(2026, 5, 1), date(2026, 5, 31))["asked"] == (0, 2)


def test_months_and_teams_are_apart_and_no_team_is_blank():
    concluded(), concluded(date(2026, 6, 2)), concluded(in_team=factories.team("South team"))
    nobodys = concluded()
    nobodys.case.team = None
    nobodys.case.save()
    places = [(row["month"], row["team"]) for row in measures_for(factories.authority()) if row["measure"] == "asked"]
    assert places == [("2026-05", ""), ("2026-05", "North team"), ("2026-05", "South team"), ("2026-06", "North team")]


def test_nobody_sees_across_authorities():
    elsewhere = factories.authority("Othershire")
    concluded(of_concern=factories.concern(of=elsewhere))
    assert measures_for(factories.authority()) == [] and {row["measure"] for row in measures_for(elsewhere)} > set(Measure)


def test_the_cases_behind_a_figure_are_those_in_scope():
    mine, not_mine = concluded(), concluded(in_team=factories.team("South team"))
    for enquiry in (mine, not_mine):
        factories.wish(enquiry)
    manager, analyst = factories.user(Role.MANAGER), factories.user(Role.ANALYST)
    assert list(enquiries_behind(manager, Measure.EXPRESSED, None, None)) == [mine]
    assert list(enquiries_behind(manager, Measure.EXPRESSED, None, None, month="2026-04")) == []
    assert list(enquiries_behind(manager, Measure.EXPRESSED, None, None, team="")) == []
    assert list(enquiries_behind(analyst, Measure.EXPRESSED, None, None)) == []


def test_the_number_of_queries_never_grows():
    whose = factories.authority()

    def count():
        with CaptureQueriesContext(connection) as asked:
            one_by_one(whose)
        return len(asked)

    judge(factories.wish(concluded()), "adult", "met")
    few = count()
    for _ in range(6):
        judge(factories.wish(concluded()), "adult", "met")
    assert few == count() == 3
