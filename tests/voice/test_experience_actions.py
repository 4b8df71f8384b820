"""Is what was said of how it was kept as it was said, beside what was said before, with the words it was given to?"""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from heard.audit.models import Event
from heard.rules.decision import NotAllowed
from heard.rules.instrument import BadInstrument
from heard.voice.actions.experience import correct_experience, record_experience
from heard.voice.models import Experience
from heard.voice.questionnaires import OURS, instrument_in_use, instruments
from tests import factories

pytestmark = pytest.mark.django_db
CLOSED = date(2026, 3, 20)


@pytest.fixture
def enquiry():
    return factories.enquiry(concluded_on=CLOSED)


def say(enquiry, **changes):
    usual = {
        "who": "adult", "asking": "after-closing", "asked_on": date(2026, 4, 9), "how": "phone", "asked_by": "somebody-else",
        "asked_by_name": "Jo Example", "answers": {"listened-to": "yes", "feel-safer": "partly"}, "words": "You took your time.",
    }  # fmt: skip
    return record_experience(enquiry=enquiry, instrument=instrument_in_use(), by=enquiry.lead, **{**usual, **changes})


def test_the_days_since_closing_are_counted_and_the_words_kept(enquiry):
    kept = say(enquiry)
    assert (kept.closed_on, kept.days_since_closing, kept.by_lead, kept.wording) == (CLOSED, 20, False, "adult")
    assert (kept.instrument, kept.instrument_version) == ("heard", 1)
    assert kept.questionnaire["questions"][0]["asks"]["adult"] == "Did you feel that people listened to you?"


def test_before_the_closing_there_are_no_days_to_count():
    kept = say(factories.enquiry(), asking="at-closing")
    assert (kept.closed_on, kept.days_since_closing) == (None, None)


def test_a_second_asking_stands_beside_the_first(enquiry):
    first = say(enquiry, asking="at-closing", asked_on=CLOSED)
    second = say(enquiry)
    assert set(Experience.objects.filter(is_current=True)) == {first, second}


def test_who_led_the_enquiry_is_known_by_name_too(enquiry):
    assert say(enquiry, asked_by_name=enquiry.lead.full_name).by_lead
    assert say(enquiry, asked_by="lead", asked_by_name=enquiry.lead.full_name).by_lead


@pytest.mark.parametrize(("ended", "because"), [("declined", ""), ("unable", "She was in hospital.")])
def test_that_it_was_declined_or_could_not_be_is_kept_too(enquiry, ended, because):
    kept = say(enquiry, ended=ended, ended_because=because, answers={}, words="")
    assert (kept.ended, kept.ended_because, kept.answers) == (ended, because, {})


def test_the_adults_own_page_has_no_user(enquiry):
    kept = record_experience(
        enquiry=enquiry, instrument=instrument_in_use(), who="representative", who_name="Sam Example", asking="after-closing",
        asked_on=timezone.localdate(), how="page", asked_by="nobody", answers={"involved": "no"}, by=None,
    )  # fmt: skip
    assert (kept.recorded_by, kept.wording) == (None, "representative")
    assert Event.objects.get(event="record-experience").by is None


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"asked_on": date(2026, 3, 19)}, "cannot have been asked again before"),
        ({"answers": {"listened-to": "maybe"}}, "no such answer"),
        ({"answers": {}, "words": ""}, "at least one answer"),
        ({"who": "representative"}, "name of whoever spoke"),
    ],
)
def test_what_the_rule_refuses_is_not_kept(enquiry, changes, reason):
    with pytest.raises(NotAllowed, match=reason):
        say(enquiry, **changes)
    assert not Experience.objects.exists()


def test_a_correction_is_a_new_row_and_keeps_the_words_it_was_given_to(enquiry, settings, tmp_path):
    first = say(enquiry)
    another = {**json.loads((OURS / "heard-1.json").read_text()), "id": "county"}
    (tmp_path / "county.json").write_text(json.dumps(another))
    settings.HEARD_INSTRUMENTS = str(tmp_path / "county.json")
    assert instrument_in_use().key == "county-1"
    second = correct_experience(experience=first, because="I read the paper wrongly.", by=enquiry.lead, answers={"feel-safer": "no"})
    first.refresh_from_db()
    assert (second.supersedes, second.because, first.is_current) == (first, "I read the paper wrongly.", False)
    assert (second.instrument, second.answers, first.answers["feel-safer"]) == ("heard", {"feel-safer": "no"}, "partly")


def test_a_correction_is_checked_too_and_has_a_reason(enquiry):
    first = say(enquiry)
    for changes, because, reason in (
        ({"answers": {"x": "y"}}, "A slip.", "no such answer"), ({"words": "Better"}, " ", "what is being corrected"),
    ):  # fmt: skip
        with pytest.raises(NotAllowed, match=reason):
            correct_experience(experience=first, because=because, by=enquiry.lead, **changes)
    correct_experience(experience=first, because="A slip.", by=enquiry.lead, asked_on=CLOSED + timedelta(days=3))
    with pytest.raises(NotAllowed, match="while you wrote"):
        correct_experience(experience=first, because="A slip.", by=enquiry.lead, words="Twice")
    assert Experience.objects.get(is_current=True).days_since_closing == 3


def council_file(**changes) -> str:
    return json.dumps({**json.loads((OURS / "heard-1.json").read_text()), "id": "county", "label": "The county's", **changes})


def test_a_council_loads_its_own_wording_from_a_file_or_a_folder(settings, tmp_path):
    (tmp_path / "a.json").write_text(council_file())
    settings.HEARD_INSTRUMENTS = str(tmp_path / "a.json")
    assert instrument_in_use().key == "county-1"
    (tmp_path / "b.json").write_text(council_file(version=2, in_use=True))
    settings.HEARD_INSTRUMENTS = str(tmp_path) + "/"
    assert instrument_in_use().key == "county-2"
    assert set(instruments()) == {"heard-1", "county-1", "county-2"}, "old answers still find the version they were given to"


@pytest.mark.parametrize(
    ("files", "fault"),
    [
        pytest.param({}, "no file that ends with .json", id="an empty folder"),
        pytest.param({"a.json": "{"}, "a.json is not JSON", id="a broken file"),
        pytest.param({"a.json": "{}"}, "a.json: In the file, id, intro, label, questions, version is missing", id="an empty object"),
        pytest.param({"a.json": council_file(), "b.json": council_file(version=2)}, "Exactly one of them must say", id="two, none in use"),
        pytest.param({"a.json": council_file(id="heard")}, "two different questionnaires heard-1", id="ours, reworded"),
    ],
)
def test_a_file_that_is_not_in_order_is_named(settings, tmp_path, files, fault):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    settings.HEARD_INSTRUMENTS = str(tmp_path)
    with pytest.raises(BadInstrument, match=fault):
        instrument_in_use()


def test_a_file_that_is_not_there_is_named(settings, tmp_path):
    settings.HEARD_INSTRUMENTS = str(tmp_path / "gone.json")
    with pytest.raises(BadInstrument, match="gone.json, which cannot be read"):
        instrument_in_use()
