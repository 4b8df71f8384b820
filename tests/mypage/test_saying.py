"""Does what is said on the page arrive in the case as theirs, once, with a task, and never lost?"""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from heard.audit.models import Event
from heard.cases.models import Case, Task
from heard.mypage.actions import saying as say
from heard.mypage.actions.answering import add_note
from heard.mypage.models import Opening, Saying
from heard.mypage.pages.reading import COOKIE, SALT
from heard.people.models import EarlierDetails
from heard.rules.decision import NotAllowed
from heard.rules.own_page import CALL_TASK, NOT_SAFE_TASK, READ_TASK, STOP_TASK
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.own_page import Said
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.voice.letters import quoted
from heard.voice.models import Wish
from heard.voice.own_page import DID_NOT_SAY
from heard.voice.queries import standing_wishes_of
from tests import factories
from tests.mypage import making
from tests.mypage.making import opened

pytestmark = pytest.mark.django_db
WAV = b"RIFF\x24\x00\x00\x00WAVEfmt " + b"\0" * 40


@pytest.fixture
def enquiry():
    made = factories.enquiry()
    factories.wish(made, words="I want my own key.")
    return made


@pytest.fixture
def wish(enquiry):
    return Wish.objects.get()


@pytest.fixture
def page(enquiry):
    browser, _ = opened(enquiry, asks_how_it_went=True)
    return browser


@pytest.fixture
def opening(page):
    return Opening.objects.get()


def tasks() -> list[str]:
    return list(Task.objects.order_by("recorded_at").values_list("kind", flat=True))


def test_what_they_want_is_a_wish_of_the_case_in_their_words(page, enquiry):
    answer = page.post("/p/now/want", {"words": "I want to see my sister.\r\nOn Sundays.", "helped_by": "Ann"})
    assert answer["Location"] == "/p/now/sent"
    said = Saying.objects.get()
    assert (said.words, said.helped_by, said.recorded_by) == ("I want to see my sister.\nOn Sundays.", "Ann", None)
    assert said.wish.words == said.words and said.wish.expressed_by == "adult" and said.wish.enquiry_id == enquiry.pk
    assert tasks() == [READ_TASK]
    assert "I want to see my sister." in page.get("/p/now").content.decode()


def test_a_wish_they_change_replaces_the_old_one_which_is_kept(page, enquiry, wish):
    page.post(f"/p/now/want/{wish.pk}", {"words": "I want two keys."})
    assert [one.words for one in standing_wishes_of(enquiry.case)] == ["I want two keys."]
    wish.refresh_from_db()
    assert wish.words == "I want my own key." and wish.is_current


def test_that_is_not_what_i_said_with_or_without_the_right_words(page, client, enquiry, wish):
    page.post(f"/p/now/not/{wish.pk}", {"words": ""})
    (denied,) = standing_wishes_of(enquiry.case)
    assert (denied.words, denied.is_denied) == ("I want my own key.", True), "we do not guess what they said"
    assert "You told us this is not what you said." in page.get("/p/now").content.decode()
    assert quoted(denied).note.endswith("You told us this is not what you said.")
    client.force_login(enquiry.lead)
    case_page = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    assert case_page.count(DID_NOT_SAY) >= 3, "beside the wish in both places, and on the voice line"
    assert ", on their own page" not in case_page, "they denied it there; it was not said there"
    page.post(f"/p/now/not/{wish.pk}", {"words": "I said: my own door."})
    assert [(one.words, one.is_denied) for one in standing_wishes_of(enquiry.case)] == [("I said: my own door.", False)]
    assert [one.said for one in Saying.objects.order_by("said_at")] == [Said.NOT_WHAT_I_SAID] * 2


def test_sent_twice_it_is_kept_once(page):
    once = str(uuid4())
    for _ in range(3):
        assert page.post("/p/now/words", {"words": "Ring my door bell twice.", "once": once}).status_code == 302
    assert Saying.objects.count() == 1 and tasks() == [READ_TASK]


def test_nobody_sends_in_the_name_of_another_page(page, opening):
    kept = say.say_simply(opening=opening, once=uuid4(), said=Said.ANYTHING, words="Mine.")
    other, _ = opened(factories.enquiry())
    answer = other.post("/p/now/words", {"words": "Theirs.", "once": str(kept.pk)})
    assert "Nothing was kept" in answer.content.decode() and "Theirs." in answer.content.decode()
    assert [one.words for one in Saying.objects.all()] == ["Mine."]


def test_not_safe_is_at_the_top_of_the_duty_list_at_once_with_the_cover(page, client, enquiry):
    duty, elsewhere = factories.user(Role.DUTY_WORKER, teams=[]), factories.user(Role.DUTY_WORKER, of=factories.authority("Elsewhere"))
    client.force_login(duty)
    assert enquiry.case.reference not in client.get(reverse("duty-list")).content.decode()
    sent = page.post("/p/now/today", {"feeling": "not-safe", "words": "He is back."}, follow=True).content.decode()
    assert "ring 999" in sent and enquiry.lead.full_name in sent
    listed = client.get(reverse("duty-list")).content.decode()
    assert listed.index(enquiry.case.reference) < listed.index("Concerns waiting for a decision</h1>")
    assert "Cam Cover covers" in listed
    task = Task.objects.get(kind=NOT_SAFE_TASK)
    assert (task.assigned_to, task.due_on) == (making.cover_of(enquiry), timezone.localdate())
    client.force_login(elsewhere)
    assert enquiry.case.reference not in client.get(reverse("duty-list")).content.decode()


def test_the_duty_worker_and_the_cover_may_open_the_case_until_it_is_answered(client, enquiry):
    duty = factories.user(Role.DUTY_WORKER, teams=[])
    cover = factories.user(Role.SOCIAL_WORKER, teams=[factories.team("South team")])
    browser, _ = opened(enquiry, cover=cover)
    where = reverse("own-pages", args=[enquiry.case.reference])
    for user in (duty, cover):
        client.force_login(user)
        assert client.get(where).status_code == 404
    browser.post("/p/now/today", {"feeling": "not-safe"})
    for user in (duty, cover):
        client.force_login(user)
        assert client.get(where).status_code in {200, 302}
    add_note(saying=Saying.objects.get(), kind="done", words="I rang her. Her sister is with her.", by=duty)
    client.force_login(duty)
    assert client.get(where).status_code == 404


def test_stop_stops_nothing_and_asks_for_a_talk(page, enquiry):
    page.post("/p/now/stop", {"words": "I have had enough."})
    kase = Case.objects.get(pk=enquiry.case_id)
    assert kase.stage == CaseStage.ENQUIRY and enquiry.concluded_on is None
    task = Task.objects.get(kind=STOP_TASK)
    assert all(word in task.note for word in ("alone", "others are at risk", "coercion", "crime", "position of trust"))


def test_a_call_keeps_the_times_they_chose(page):
    page.post("/p/now/call", {"times": ["weekday-morning", "never-heard-of"], "words": "Not Thursdays."})
    said = Saying.objects.get()
    assert (said.words, said.cards["shown"]) == ("Not Thursdays.", ["Weekday mornings, before midday"])
    assert tasks() == [CALL_TASK]


def test_pictures_are_kept_with_the_words_they_had(page):
    page.post("/p/now/pictures/my-days", {"card-meals": "not-happy", "card-home": "happy", "card-bed": "nonsense"})
    assert Saying.objects.get().cards["cards"] == {"home": ["Where I live", "happy"], "meals": ["Meals", "not-happy"]}
    nothing = page.post("/p/now/pictures/my-days", {"words": "Typed, but nothing chosen."}).content.decode()
    assert "Choose an answer" in nothing and "Typed, but nothing chosen." in nothing


def test_their_voice_is_kept_as_sound_and_played_to_whoever_may_open_the_case(page, client, enquiry):
    page.post("/p/now/voice", {"sound": SimpleUploadedFile("a name of their own.wav", WAV)})
    said = Saying.objects.get()
    assert (bytes(said.sound), said.sound_kind) == (WAV, "audio/wav")
    client.force_login(enquiry.lead)
    played = client.get(reverse("own-page-sound", args=[enquiry.case.reference, said.pk]))
    assert (played.content, played["Content-Type"]) == (WAV, "audio/wav")
    assert "name of their own" not in played["Content-Disposition"]
    add_note(saying=said, kind="transcript", words="She says she is frightened of the stairs.", by=enquiry.lead)
    assert Task.objects.get().done_at is None, "writing it down does not answer it"


@pytest.mark.parametrize("sound", [b"", b"<script>alert(1)</script>", b"MZ\x90"], ids=["nothing", "a script", "a program"])
def test_what_is_no_recording_is_not_kept(page, sound):
    answer = page.post("/p/now/voice", {"sound": SimpleUploadedFile("x.wav", sound)})
    assert "not a recording" in answer.content.decode() and not Saying.objects.exists()


def test_whom_they_want_changes_the_network_and_ends_a_representation_they_do_not_want(page, enquiry):
    sam = making.member(enquiry.case.person, name="Sam Example", adult_wants_involved="yes")
    making.represents(enquiry.case, sam)
    page.post("/p/now/people", {f"who-{sam.pk}": "no"})
    sam.refresh_from_db()
    assert sam.adult_wants_involved == "no" and EarlierDetails.objects.filter(person=enquiry.case.person).exists()
    assert sam.represents.filter(is_current=True).get().ended_on is not None
    assert Saying.objects.get().cards["shown"] == ["Sam Example: no"]


def test_they_judge_themselves_whether_it_happened(page, wish):
    page.post("/p/now/end", {f"wish-{wish.pk}": "partly-met", f"words-{wish.pk}": "I have a key, but not to the back door."})
    judged = wish.judgements.get()
    assert (judged.judge, judged.rating, judged.recorded_by) == ("adult", "partly-met", None)
    assert "Choose an answer" in page.post("/p/now/end", {}).content.decode()


def test_on_a_closed_case_what_they_want_is_kept_as_said_and_the_task_says_so(page, enquiry, opening):
    Case.objects.filter(pk=enquiry.case_id).update(stage=CaseStage.CLOSED)
    assert page.post("/p/now/want", {"words": "I want to try again."}).status_code == 302
    said = Saying.objects.get()
    assert (said.wish, said.words) == (None, "I want to try again.")
    assert "not a wish of the case yet" in Task.objects.get().note


def test_words_sent_after_the_page_closed_by_itself_are_kept_and_nothing_is_shown(page, opening):
    key, _ = signing.loads(page.cookies[COOKIE].value, salt=SALT)
    long_ago = (datetime.now(tz=UTC) - timedelta(minutes=30)).timestamp()
    page.cookies[COOKIE] = signing.dumps([key, long_ago], salt=SALT)
    assert b"not open" in page.get("/p/now").content
    kept = page.post("/p/now/want", {"words": "It took me an hour to write this."})
    assert "What you wrote is kept." in kept.content.decode() and "my own key" not in kept.content.decode()
    assert Saying.objects.get().words == "It took me an hour to write this."
    Opening.objects.update(opened_at=timezone.now() - timedelta(hours=30))
    assert b"not open" in page.post("/p/now/want", {"words": "Too late."}).content


def test_a_key_made_up_or_from_a_database_opens_nothing(enquiry, opening):
    stranger = Client()
    for value in ("", "x", opening.key, signing.dumps([opening.key, datetime.now(tz=UTC).timestamp()], salt=SALT)):
        stranger.cookies[COOKIE] = value
        assert b"not open" in stranger.get("/p/now").content


def test_a_representative_sees_less_and_says_it_in_their_own_name(enquiry):
    sam = making.member(enquiry.case.person, name="Sam Example")
    making.represents(enquiry.case, sam)
    browser, _ = opened(enquiry, reader="representative", member=sam)
    for path in ("today", "stop", "people", "voice", "pictures/my-days", "looked", "end"):
        assert browser.get(f"/p/now/{path}").status_code == 404, path
    browser.post("/p/now/want", {"words": "She wants her own room."})
    wish = Wish.objects.get(words="She wants her own room.")
    assert (wish.expressed_by, wish.expressed_by_name) == ("representative", "Sam Example")
    assert "What they said they want" in browser.get("/p/now").content.decode()


def test_a_note_stands_beside_and_settles_the_task(page, enquiry):
    page.post("/p/now/words", {"words": "The bell is broken."})
    said = Saying.objects.get()
    with pytest.raises(NotAllowed):
        add_note(saying=said, kind="done", words=" ", by=enquiry.lead)
    add_note(saying=said, kind="done", words="I rang the landlord.", by=enquiry.lead)
    said.refresh_from_db()
    assert said.words == "The bell is broken." and Task.objects.get().done_by == enquiry.lead


def test_each_thing_said_is_written_down_without_its_words(page):
    page.post("/p/now/words", {"words": "A secret of mine."})
    event = Event.objects.get(event="say-on-own-page")
    assert event.detail == {"said": "anything"} and event.by is None
    assert not [one for one in Event.objects.all() if "secret of mine" in str(one.detail)]


DOES = {
    "say_wish": lambda wish, member: {"words": "A garden."},
    "say_wish_changed": lambda wish, member: {"wish": wish, "words": "Two keys."},
    "say_that_is_not_what_i_said": lambda wish, member: {"wish": wish},
    "say_how_safe": lambda wish, member: {"feeling": "safe"},
    "say_with_pictures": lambda wish, member: {"deck": "people", "places": {"family": "happy"}},
    "say_aloud": lambda wish, member: {"sound": WAV},
    "say_who": lambda wish, member: {"answers": {member: "yes"}},
    "say_simply": lambda wish, member: {"said": Said.STOP, "words": ""},
    "say_how_it_was": lambda wish, member: {"answers": {"listened-to": "yes"}, "words": "Fine."},
    "say_whether_it_happened": lambda wish, member: {"ratings": {wish: "met"}, "words": {}},
}


@pytest.mark.parametrize("name", DOES)
def test_each_is_kept_once_with_one_task_however_often_it_is_sent(opening, wish, name):
    once, more = uuid4(), DOES[name](wish, making.member(opening.case.person))
    first, second = (getattr(say, name)(opening=opening, once=once, **more) for _ in range(2))
    assert first.pk == second.pk == once
    assert Saying.objects.count() == Task.objects.filter(subject_id=once).count() == 1


def test_the_case_page_marks_what_came_from_their_own_page(page, client, enquiry):
    page.post("/p/now/want", {"words": "A quiet room.", "helped_by": "My sister"})
    client.force_login(enquiry.lead)
    shown = client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
    assert "nobody has answered yet" in shown and shown.count(", on their own page") == 2, "beside the wish, in both places"
    assert shown.count(", helped by: My sister") == 2
    add_note(saying=Saying.objects.get(), kind="done", words="I asked the home for one.", by=enquiry.lead)
    assert "nobody has answered yet" not in client.get(reverse("case", args=[enquiry.case.reference])).content.decode()
