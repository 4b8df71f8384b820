"""Does the demo show every stage, with nobody in it who could be taken for real?"""

import pytest
from django.contrib.auth import authenticate
from django.db import transaction
from django.utils import timezone
from stdnum.gb import nhs

from demo.accounts import NAMED, PASSWORD
from demo.earlier import PROVIDERS, TEAMS
from demo.load import load_demo
from demo.people import FAMILY
from heard.accounts.models import User
from heard.assurance.models import Audit, AuditAnswer, LearningAction, SafeguardingAdultReview, SettledAnswer
from heard.assurance.queries.due import due_for
from heard.audit.models import Event
from heard.cases.models import Case, Concern, Enquiry
from heard.concerns.models import Section42Decision
from heard.enquiries.models import Risk, RiskFinding
from heard.people.models import Person
from heard.rules.pathway import CaseStage
from heard.rules.reviews.recommendation import Due
from heard.rules.vocabulary.concern import ConcernState
from heard.voice.models import AnonymousExperience, Experience, Judgement, Wish

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo, loaded once for all of these tests; each of them is rolled back to it, and all of it at the end. Its words are given."""
    said: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(say=said.append)
        yield "\n".join(said)
        transaction.set_rollback(True)


@pytest.fixture
def printed(loaded) -> str:
    return loaded


def test_there_are_sixty_cases_and_more_at_every_stage(printed):
    assert Case.objects.count() >= 60
    assert set(Case.objects.values_list("stage", flat=True)) == set(CaseStage)
    assert Concern.objects.filter(state=ConcernState.WAITING).count() >= 10
    assert Enquiry.objects.filter(concluded_on__isnull=False).count() >= 15
    assert Section42Decision.objects.filter(against_rule=True).exists()
    assert RiskFinding.objects.filter(outcome="remained").exclude(adults_reason="").exists()
    assert Wish.objects.filter(replaces__isnull=False).exists()
    assert Judgement.objects.exclude(difference_reason="").exists()
    assert {*Experience.objects.values_list("who", "asking", "ended")} >= {
        ("adult", "at-closing", "answered"), ("adult", "after-closing", "declined"), ("representative", "after-closing", "answered"),
    }  # fmt: skip
    assert AnonymousExperience.objects.count() >= 10


def test_audits_and_a_review_are_followed_to_their_end(printed):
    review = SafeguardingAdultReview.objects.get()
    assert review.published_title == "Adult K" and "invented" in review.published
    last = [one.looks.order_by("recorded_at").last().step for one in review.recommendations.order_by("number")]
    assert last == ["held", "did-not-hold", "proved"]
    assert {one.why for one in due_for(review.published_by, timezone.localdate())} == set(Due)
    assert AuditAnswer.objects.filter(answer="yes").exclude(evidence=[]).exists()
    assert review.findings.get().topic == "professional-curiosity"
    assert Audit.objects.filter(done_at__isnull=False).count() >= 4 and Audit.objects.filter(done_at__isnull=True).exists()
    assert SettledAnswer.objects.exists() and not SettledAnswer.objects.filter(confirmed_by=None).exists()
    assert LearningAction.objects.exclude(proof="").count() == 1


def test_five_named_accounts_are_printed_and_can_sign_in(printed):
    for _, email, _, _ in NAMED:
        assert email in printed
        assert authenticate(username=email, password=PASSWORD)


def test_nobody_could_be_taken_for_a_real_person(printed):
    for person in Person.objects.all():
        assert person.family_name in FAMILY
        assert person.postcode.startswith("ZZ99")
        assert person.phone.startswith("01632 960")
        assert person.nhs_number == "" or (person.nhs_number.startswith("999") and nhs.is_valid(person.nhs_number))


def test_its_past_is_in_the_past(printed):
    oldest = Event.objects.order_by("at").first()
    assert (Event.objects.order_by("-at").first().at - oldest.at).days > 300


def test_loading_again_changes_nothing(printed):
    before = Event.objects.count()
    assert load_demo(say=lambda words: None) == 0
    assert Event.objects.count() == before


def test_every_record_of_rights_and_communication_has_something_to_show(printed):
    from heard.exchange.versions import CARRIED
    from heard.voice.models import PictureTalk

    empty = [one.file for one in CARRIED.values() if one.file != "not_needed.csv" and not one.model.objects.exists()]
    assert not empty, f"The demo has nothing of {empty}."
    assert PictureTalk.objects.filter(finished_at__isnull=False).exists()


def test_the_demo_goes_out_and_comes_back_the_same(printed, tmp_path):
    from heard.accounts.models import Authority
    from heard.exchange.actions.exporting import export_bundle
    from heard.exchange.actions.importing import import_bundle
    from heard.exchange.faults import Faults
    from heard.exchange.versions import ALL_TABLES

    def out(name, of):
        export_bundle(path=tmp_path / name, authority=of, by=None, progress=lambda words: None, version="1.1")
        return {table.file: sorted((tmp_path / name / table.file).read_text().splitlines()) for table in ALL_TABLES}

    first = out("first", Authority.objects.get())
    elsewhere = Authority.objects.create(name="Elsewhere", slug="elsewhere")
    import_bundle(path=tmp_path / "first", authority_of=lambda: elsewhere, by=None, faults=Faults(), progress=lambda words: None)
    assert out("second", elsewhere) == first


def test_the_board_has_enough_behind_it_to_be_drawn(printed, client):
    teams = set(Enquiry.objects.filter(concluded_on__isnull=False).values_list("case__team__name", flat=True))
    assert teams >= {*TEAMS} and set(Risk.objects.exclude(provider="").values_list("provider", flat=True)) >= {*PROVIDERS}
    client.force_login(User.objects.get(email="analyst@testford.invalid"))
    page = client.get("/board/indicators/risk-less?by=team").content.decode()
    assert page.count("<svg") == 3 and "nobody is ranked" in page, "months, teams and the funnel"
