"""Can a letter of each kind be written from the record, in each look, with a second language, and be checked while it is written?"""

import pytest
from django.urls import reverse

from heard.concerns.models import ReferrerFeedback, Section42Decision
from heard.documents.models import SentDocument
from heard.enquiries.models import PlanAction, SafeguardingPlan
from heard.people.models import NetworkMember
from heard.rights.actions.legal_authority import add_legal_authority
from heard.rights.models import AppropriatePerson
from heard.rules.vocabulary.people_who_use_heard import Role
from heard.rules.vocabulary.safe_contact import DocumentKind
from tests import factories
from tests.world import DAY

pytestmark = pytest.mark.django_db
BUDGET = 16
GOES = {"look": "easy-read", "how": "post", "where": "2 High Street, Testtown"}
TYPED = {
    "what-you-told-us": {"happens_next": "Robin will ring you."},
    "our-questions": {"questions": "How are you?\nDo you feel safe?"},
    "decision": {"why": "You told us that you want help."},
    "invitation": {"meet_at-day": "3", "meet_at-month": "5", "meet_at-year": "2027", "meet_at-time": "10am", "place": "The library"},
    "closing": {"happens_next": "You can ring us."},
    "feedback-request": {"how_to_tell": "Ann will ring you.", "put_in": ["What you wanted: 1. Did it happen?"]},
    "feedback-from-another": {"how_to_tell": "Ann will ring you."},
    "receipt": {"told": ["being-looked-into"]},
    "your-plan": {"step_1": "Ring the bank.", "put_in": ["What you want", "Step 1", "Who will help you", "What you said about this plan"]},
}
SAYS = {
    "what-safeguarding-is": ["Safeguarding means helping you to be safe.", "Robin Leads"],
    "what-we-talked-about": ["We talked on 3 March 2026.", "“He takes my bank card.”", "You said this on 3 March 2026."],
    "what-you-want": ["“I want my card back.”", "Did we write it down right?"],
    "what-you-told-us": ["“He takes my bank card.”", "Robin will ring you."],
    "your-plan": ["Step 1", "Ring the bank.", "Who: you.", "When: by 5 March 2026.", "“Yes, if you ring.”", "You said yes to this plan."],
    "what-happened": ["What you wanted: 1", "Tell us if this happened."],
    "our-questions": ["Do you feel safe?", "You do not have to answer."],
    "decision": ["We will find out more.", "You told us that you want help."],
    "invitation": ["When: Monday 3 May 2027 at 10am.", "Where: The library.", "You can say no."],
    "closing": ["We are going to finish.", "You can ask us to start again."],
    "feedback-request": ["1. Did people listen to you?", "I do not want to say", "heard-letter__box", "__room", "Ann will ring you.",
                         "heard-letter__answer",
                         "What you wanted: 1. Did it happen?", "“I want my card back.”", "Some of it"],
    "feedback-from-another": ["Dear Ash Example", "5. Do you think that they are safer now?", "heard-letter__box", "Ann will ring you."],
    "receipt": ["We have what you told us on 2 March 2026.", "We are looking into what you told us."],
}

TO = {"receipt": "Sam Nurse", "feedback-from-another": "Ash Example"}


@pytest.fixture
def enquiry():
    person = factories.person(given_name="Mary", family_name="Example", address="2 High Street")
    report = {"raised_by_name": "Sam Nurse", "raised_by_contact": "sam@heard.invalid"}
    lead = factories.user(full_name="Robin Leads")
    made = factories.enquiry(factories.concern(factories.case(person=person), report=report), lead=lead)
    factories.safe_contact_card(person)
    factories.conversation(made, words="He takes my bank card.", interpretation="She seems controlled.")
    wish = factories.wish(made, words="I want my card back.")
    whose = {"authority": made.authority, "enquiry": made}
    PlanAction.objects.create(what="Contact bank re card utilisation", owner="adult", due_on=DAY, wish=wish, **whose)
    SafeguardingPlan.objects.create(adult_agrees="agrees", adults_words="Yes, if you ring.", **whose)
    member = NetworkMember.objects.create(authority=made.authority, person=person, name="Ash Example", relationship="Brother")
    AppropriatePerson.objects.create(authority=made.authority, case=made.case, member=member, started_on=DAY)
    Section42Decision.objects.create(authority=made.authority, concern=made.concern, decision="section-42", reason="She is coerced.")
    return made


def address(enquiry, kind) -> str:
    return reverse("write-letter", args=[enquiry.case.reference, kind])


def written(kind) -> dict:
    headings = ["What you said", "What you said you want", "Our talk", "What you want", "Step 1", "Who will help you", "What you wanted: 1"]
    return {**GOES, **TYPED.get(kind, {})} | ({} if kind in TYPED and "put_in" in TYPED[kind] else {"put_in": headings})


def offered(client, where, answers) -> dict:
    """The answers, with only those parts ticked that the form offers."""
    html = client.get(where).content.decode()
    return {**answers, "put_in": [one for one in answers.get("put_in", ()) if f'value="{one}"' in html]}


@pytest.mark.parametrize("kind", DocumentKind, ids=lambda kind: kind.value)
def test_a_letter_of_each_kind_is_written_looked_at_and_kept(client, enquiry, kind, django_assert_max_num_queries):
    client.force_login(enquiry.lead)
    where = address(enquiry, kind)
    answers = offered(client, where, written(kind))
    with django_assert_max_num_queries(BUDGET):
        page = client.post(where, answers).content.decode()
    letter = page[page.index("<article") : page.index("</article>")]
    assert not [one for one in SAYS[kind] if one not in letter]
    for hidden in ("She seems controlled", "She is coerced", "utilisation", "Council"):
        assert hidden not in letter
    assert (enquiry.case.reference in letter) == kind.startswith("feedback-"), "only a paper that comes back has a number"
    seen = page.split('name="seen" value="')[1].split('"')[0]
    answer = client.post(where, {**answers, "send": "1", "seen": seen, "has_read": "yes"})
    (sent,) = SentDocument.objects.all()
    assert answer.url == reverse("sent-document", args=[enquiry.case.reference, sent.pk]) and sent.kind == kind
    assert (sent.look, len(sent.sha256)) == ("easy-read", 64) and sent.to_whom == TO.get(kind, "")
    assert ReferrerFeedback.objects.exists() == (kind == "receipt")


@pytest.mark.parametrize("kind", DocumentKind, ids=lambda kind: kind.value)
def test_where_the_record_has_nothing_yet_it_says_what_to_record_first(client, kind):
    case = factories.case()
    lead = factories.user()
    case.lead = lead
    case.save()
    client.force_login(lead)
    answer = client.get(reverse("write-letter", args=[case.reference, kind]))
    page = answer.content.decode()
    needs_nothing = {"what-safeguarding-is", "our-questions", "invitation", "feedback-request", "what-you-told-us"}
    assert ("This letter cannot be written yet" in page) == (kind not in needs_nothing)


def test_the_choice_shows_each_kind_and_what_was_sent(client, enquiry, django_assert_max_num_queries):
    factories.sent_document(enquiry.case)
    client.force_login(enquiry.lead)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("new-letter", args=[enquiry.case.reference])).content.decode()
    assert all(kind.label in page for kind in DocumentKind) and "6 March 2026" in page


def test_no_other_kind_is_a_page(client, enquiry):
    client.force_login(enquiry.lead)
    assert client.get(address(enquiry, "ransom-note")).status_code == 404


def test_words_are_checked_without_javascript_and_nothing_else_is_asked_yet(client, enquiry):
    client.force_login(enquiry.lead)
    page = client.post(address(enquiry, "your-plan"), {"check": "1", "step_1": "We will utilise the procedure."}).content.decode()
    assert "Try “use”." in page and "There is a problem" not in page and "We will utilise the procedure.</textarea>" in page
    page = client.post(address(enquiry, "your-plan"), {"check": "1", "step_1": "We will ring."}).content.decode()
    assert "The check found nothing to change" in page


def test_a_blank_line_of_the_record_and_a_part_that_is_not_ticked_are_left_out(client, enquiry):
    client.force_login(enquiry.lead)
    page = client.post(address(enquiry, "your-plan"), {**GOES, "step_1": "", "put_in": ["Step 1"]}).content.decode()
    letter = page[page.index("<article") :]
    assert "utilisation" not in letter and "I want my card back." not in letter and "Who: you." in letter


def test_the_safe_version_has_no_name_and_no_subject_and_the_other_has_both(client, enquiry):
    client.force_login(enquiry.lead)
    where, answers = address(enquiry, "what-you-want"), {**GOES, "put_in": ["What you said you want"]}
    safe, named = (client.post(where, {**answers, **more}).content.decode() for more in ({}, {"named": "yes"}))
    assert "heard-letter__from" not in safe and 'heard-letter__from">Testshire' in named
    assert "<strong>What you said you want</strong>" in named and "<strong>What you said you want</strong>" not in safe


def test_what_the_adult_needs_is_the_first_look(client, enquiry):
    enquiry.case.person.communication_needs = ["easy-read", "audio"]
    enquiry.case.person.save()
    client.force_login(enquiry.lead)
    page = client.get(address(enquiry, "what-you-want")).content.decode()
    assert 'value="easy-read" checked' in page and "What helps them to take part: Audio" in page


ARABIC = [
    "ماري العزيزة", "ما قلت", "أريد بطاقتي", "هل هذا صحيح؟", "هل كتبنا؟", "هل تريد؟", "أخبرنا", "اتصل", "روبن", "ليلا", "خطر", "يمكنك",
]  # fmt: skip
WANTED = {**GOES, "put_in": ["What you said you want"], "language": "ar", "translated_by": "Noor, interpreter"}


def test_a_second_language_stands_beside_each_row_in_its_own_direction_with_who_put_it(client, enquiry):
    client.force_login(enquiry.lead)
    where = address(enquiry, "what-you-want")
    page = client.post(where, {**WANTED, "translation": "\n".join(ARABIC)}).content.decode()
    letter = page[page.index("<article") : page.index("</article>")]
    assert letter.count('lang="ar" dir="rtl"') == len(ARABIC) and "Put into Arabic by Noor, interpreter." in letter
    seen = page.split('name="seen" value="')[1].split('"')[0]
    client.post(where, {**WANTED, "translation": "\n".join(ARABIC), "send": "1", "seen": seen, "has_read": "yes"})
    assert SentDocument.objects.get().words["second"]["translated_by"] == "Noor, interpreter"


def test_a_translation_that_does_not_fit_is_sent_back_with_the_rows_to_translate(client, enquiry):
    client.force_login(enquiry.lead)
    where = address(enquiry, "what-you-want")
    page = client.post(where, {**WANTED, "translation": "واحد"}).content.decode()
    assert "The letter has 12 rows and 1 line was given" in page and "واحد</textarea>" in page
    assert "<li>“I want my card back.” You said this on 5 March 2026.</li>" in page


@pytest.mark.parametrize(
    ("given", "says"),
    [
        pytest.param({"translated_by": ""}, "Enter who put it into that language", id="nobody is named"),
        pytest.param({"language": ""}, "Select the language", id="the language is not said"),
        pytest.param({"language": "xx"}, "Choose one of the answers shown", id="a language that is not listed"),
        pytest.param({"look": ""}, "Select how it should look", id="no look"),
        pytest.param({"where": ""}, "Enter where the letter will go", id="no place"),
        pytest.param({"put_in": ["Everything"]}, "Choose one of the answers shown", id="a part that was not offered"),
    ],
)
def test_what_is_missing_is_said(client, enquiry, given, says):
    client.force_login(enquiry.lead)
    page = client.post(address(enquiry, "what-you-want"), {**WANTED, "translation": "\n".join(ARABIC), **given}).content.decode()
    assert says in page and "<article" not in page


def test_to_whoever_raised_it_the_rest_stays_owed_after_the_adult_has_died(client, enquiry):
    enquiry.case.person.death_date = DAY
    enquiry.case.person.save()
    client.force_login(enquiry.lead)
    page = client.get(reverse("new-letter", args=[enquiry.case.reference])).content.decode()
    assert "Receipt to the person who raised the concern" in page and "Your plan" not in page
    assert "Write: receipt" in client.get(address(enquiry, "receipt")).content.decode()


@pytest.mark.parametrize(
    ("report", "says"),
    [
        pytest.param({"raised_by": "anonymous"}, "did not say who they are", id="somebody who did not say who they are"),
        pytest.param({"raised_by_contact": ""}, "Nothing says how to reach", id="somebody nobody can reach"),
        pytest.param({"raised_by": "adult"}, "The adult raised this themselves", id="the adult"),
    ],
)
def test_who_is_sent_no_receipt(client, enquiry, report, says):
    enquiry.concern.reports.update(**report)
    client.force_login(enquiry.lead)
    assert says in client.get(address(enquiry, "receipt")).content.decode()


@pytest.mark.parametrize("role", [Role.ANALYST, Role.ADMINISTRATOR], ids=["an analyst", "an administrator"])
def test_who_may_not_write(client, enquiry, role):
    client.force_login(factories.user(role))
    assert client.get(reverse("new-letter", args=[enquiry.case.reference])).status_code == 403


def test_another_team_may_not_write(client, enquiry):
    client.force_login(factories.user(teams=[factories.team("South team")]))
    assert client.get(address(enquiry, "your-plan")).status_code == 404


def test_somebody_who_holds_authority_is_asked_on_paper_with_the_wishes_and_whoever_may_not_see_them_without(client, enquiry):
    client.force_login(enquiry.lead)
    holder = NetworkMember.objects.create(authority=enquiry.authority, person=enquiry.case.person, name="Dana Example")
    held = add_legal_authority(
        case=enquiry.case, by=enquiry.lead, kind="deputy-welfare", holder=holder, document_seen="yes", seen_on=DAY
    )
    where = address(enquiry, "feedback-from-another")
    first = client.get(where).content.decode()
    assert "for Dana Example" in first and "Ash Example, named as appropriate person" in first
    assert "2 High Street" not in first.split("Where to?")[1].split("</textarea>")[0], "it does not go to the adult's own address"
    heading = "What they wanted: 1. Did it happen, in your view?"
    page = client.post(where, {**written("feedback-from-another"), "put_in": [heading]}).content.decode()
    assert "Dear Dana Example" in page and heading in page and "They said this" in page and "You said" not in page
    other = client.get(where, {"to": str(enquiry.case.person.network.get(name="Ash Example").pk)}).content.decode()
    assert "for Ash Example" in other and f"?to=authority-{held.pk}" in other and heading not in other
