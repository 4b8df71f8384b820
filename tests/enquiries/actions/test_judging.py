"""Does the adult judge first, is the professional's difference explained, and are both kept?"""

from datetime import date

import pytest

from heard.audit.models import Event
from heard.enquiries.actions.closing import record_view
from heard.enquiries.actions.judging import Judged, judge_wishes
from heard.enquiries.queries.closing import enquiry_with_answers, to_close
from heard.rules.decision import NotAllowed
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.enquiry import ClosingView, NotAskedBecause
from heard.rules.vocabulary.voice import Judge, Rating
from heard.voice.models import Judgement
from tests import factories

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 4)


@pytest.fixture
def enquiry():
    return factories.enquiry()


@pytest.fixture
def wish(enquiry):
    return factories.wish(enquiry)


def judge(enquiry, *judged, **more):
    return judge_wishes(enquiry=enquiry, judged=judged, judged_on=DAY, by=enquiry.lead, **more)


def test_the_adult_and_the_professional_are_both_kept_with_the_reason_they_differ(enquiry, wish):
    judge(enquiry, Judged(wish, Judge.ADULT, Rating.NOT_MET, words="He still comes."))
    judge(enquiry, Judged(wish, Judge.PROFESSIONAL, Rating.PARTLY_MET, difference_reason="The locks were changed."))
    kept = {one.judge: one for one in Judgement.objects.all()}
    assert (kept["adult"].rating, kept["adult"].words) == ("not-met", "He still comes.")
    assert (kept["professional"].rating, kept["professional"].difference_reason) == ("partly-met", "The locks were changed.")
    assert [event.event for event in Event.objects.order_by("pk")] == ["judge-wish", "judge-wish"]


def test_the_professional_does_not_judge_before_the_adult(enquiry, wish):
    with pytest.raises(NotAllowed, match="has not judged this wish yet"):
        judge(enquiry, Judged(wish, Judge.PROFESSIONAL, Rating.MET))
    assert not Judgement.objects.exists()


def test_a_representatives_judgement_of_the_adults_wish_is_not_the_adults(enquiry, wish):
    judge(enquiry, Judged(wish, Judge.REPRESENTATIVE, Rating.MET, judge_name="Her son"))
    with pytest.raises(NotAllowed):
        judge(enquiry, Judged(wish, Judge.PROFESSIONAL, Rating.MET))
    state = to_close(enquiry_with_answers(enquiry.case))
    assert state.facts.wishes_unjudged_by_adult == 1


def test_the_professional_may_judge_once_it_is_said_why_the_adult_was_not_asked(enquiry, wish):
    record_view(enquiry=enquiry, view=ClosingView.NOT_ASKED, not_asked_because=NotAskedBecause.DIED, by=enquiry.lead)
    judge(enquiry, Judged(wish, Judge.PROFESSIONAL, Rating.MET))
    assert Judgement.objects.get().judge == "professional"


def test_one_that_cannot_be_recorded_means_that_none_is(enquiry, wish):
    other = factories.wish(enquiry, words="An apology.")
    judge(enquiry, Judged(wish, Judge.ADULT, Rating.MET), Judged(other, Judge.ADULT, Rating.MET))
    with pytest.raises(NotAllowed, match="Say why you judge it differently"):
        judge(enquiry, Judged(wish, Judge.PROFESSIONAL, Rating.MET), Judged(other, Judge.PROFESSIONAL, Rating.NOT_MET))
    assert not Judgement.objects.filter(judge="professional").exists()


def test_saying_the_same_twice_writes_it_once(enquiry, wish):
    judge(enquiry, Judged(wish, Judge.ADULT, Rating.MET))
    assert judge(enquiry, Judged(wish, Judge.ADULT, Rating.MET)) == []
    assert Judgement.objects.count() == 1


def test_a_judgement_changed_is_a_new_row_and_the_old_one_is_kept(enquiry, wish):
    judge(enquiry, Judged(wish, Judge.ADULT, Rating.MET))
    judge(enquiry, Judged(wish, Judge.ADULT, Rating.NOT_MET))
    old, new = Judgement.objects.order_by("recorded_at")
    assert (old.rating, old.is_current, new.rating, new.supersedes) == ("met", False, "not-met", old)


def test_a_wish_that_no_longer_stands_is_not_judged(enquiry, wish):
    wish.withdrawn_on = DAY
    wish.save()
    with pytest.raises(NotAllowed, match="changed or withdrawn"):
        judge(enquiry, Judged(wish, Judge.ADULT, Rating.MET))


def test_a_wish_of_another_enquiry_is_not_judged(enquiry):
    other = factories.wish(factories.enquiry(lead=enquiry.lead))
    with pytest.raises(NotAllowed):
        judge(enquiry, Judged(other, Judge.ADULT, Rating.MET))


def test_after_closing_only_a_correction_with_a_reason_is_taken(enquiry, wish):
    enquiry.concluded_on, enquiry.case.stage = DAY, CaseStage.CLOSED
    enquiry.save()
    enquiry.case.save()
    with pytest.raises(NotAllowed, match="reopen the enquiry"):
        judge(enquiry, Judged(wish, Judge.ADULT, Rating.MET))
    judge(enquiry, Judged(wish, Judge.ADULT, Rating.MET), because="She said met, and it was typed wrong.")
    assert Judgement.objects.get().because == "She said met, and it was typed wrong."
