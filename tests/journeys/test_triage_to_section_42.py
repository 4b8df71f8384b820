"""A duty worker triages a concern, and a manager decides on a section 42 enquiry."""

from datetime import date

from heard.accounts.models import User
from heard.cases.models import Concern, Enquiry
from heard.people.actions import add_person
from heard.rights.actions.for_the_return import record_agreement
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_am_told_of_the_error,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_choose,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)


def _a_concern_from_the_public() -> Concern:
    authority = factories.authority()
    adult = add_person(authority=authority, by=None, is_provisional=True, given_name="Zofia", family_name="Wisniewska",
                       birth_date=date(1948, 11, 2), safe_contact="Ring on Tuesday mornings, when she is alone.")  # fmt: skip
    known = {"given_name": "Zofia", "family_name": "Wiśniewska", "birth_date": date(1948, 11, 2), "postcode": "ZZ99 1AA"}
    add_person(authority=authority, by=None, **known)
    report = {"adults_words": "I want him to stop shouting.", "raised_by": "nhs", "raised_by_name": "Sam Example",
              "raised_by_contact": "01632 960111", "description": "Bruises on both arms at a home visit."}  # fmt: skip
    concern = factories.concern(factories.case(person=adult), danger="soon", report=report)
    record_agreement(concern=concern, by=None, answer="not-asked", ground_words="I don't know")
    return concern


def _answer_the_three_questions(page) -> None:
    when_i_answer(page, "Is the adult 18 or over?", "Yes")
    when_i_answer(page, "Is the adult in this council’s area now?", "Yes")
    when_i_answer(page, "Does the adult have needs for care and support?", "Yes")
    when_i_type(page, "Why do you say that about their needs?", "She needs help to wash and dress.")
    when_i_answer(page, "Is the adult experiencing, or at risk of, abuse or neglect?", "Yes")
    when_i_answer(page, "Because of their needs, is the adult unable to protect themselves?", "Yes")
    when_i_type(page, "Why do you say that about protecting themselves?", "She cannot leave the house without him.")


def _when_triage_is_done(page, concern: Concern) -> None:
    when_i_go_to(page, "/duty")
    then_the_page_is(page, "Concerns waiting for a decision")
    picture(page, "duty-list")
    when_i_follow(page, concern.reference)
    then_the_page_is(page, "Zofia Wisniewska")
    then_i_see(page, "I want him to stop shouting.", "Ring on Tuesday mornings")
    picture(page, "concern")

    when_i_follow(page, "Who the adult is")
    then_the_page_is(page, "Who is the adult?")
    then_i_see(page, "Same name but for its accents, same birth date")
    picture(page, "who-is-the-adult")
    page.get_by_label("Zofia Wiśniewska", exact=True).check()
    when_i_type(page, "How do you know?", "The nurse confirmed her date of birth.")
    when_i_press(page, "Save")
    then_i_see(page, "The concern is linked.")

    factories.conversation(concern, words="I am frightened when he drinks.")
    when_i_follow(page, "The adult’s agreement")
    then_the_page_is(page, "The adult’s agreement")
    when_i_answer(page, "Has anybody asked the adult since?", "Yes, and they agree to this going on")
    when_i_press(page, "Save")

    when_i_follow(page, "Is there a duty to make enquiries?")
    then_the_page_is(page, "Does the council have a duty to make enquiries?")
    _answer_the_three_questions(page)
    when_i_press(page, "Save answers")
    then_i_am_told_of_the_error(page, "Say why you answered as you did about abuse or neglect")
    when_i_type(page, "Why do you say that about abuse or neglect?", "Bruises, and she is frightened.")
    when_i_press(page, "Save answers")
    then_i_see(page, "The answers mean that the council must make enquiries.", "A safeguarding manager decides")


def _when_the_manager_decides(page, concern: Concern, lead: User) -> None:
    when_i_go_to(page, f"/concerns/{concern.reference}")
    when_i_follow(page, "The decision")
    then_the_page_is(page, "Decide about this concern")
    then_i_see(page, "The council must make enquiries.", "Care Act 2014, section 42(1)")
    when_i_answer(page, "What have you decided?", "No enquiry")
    when_i_answer(page, "What happens instead?", "Information and advice given")
    when_i_type(page, "Why have you decided this?", "She is frightened of him and cannot get away.")
    when_i_press(page, "Record the decision")
    then_i_am_told_of_the_error(page, "so the council must make enquiries")
    picture(page, "decide")
    when_i_answer(page, "What have you decided?", "Section 42 enquiry")
    when_i_choose(page, "Which team will lead an enquiry?", "North team")
    when_i_choose(page, "Who will lead an enquiry?", lead.full_name)
    when_i_press(page, "Record the decision")
    then_the_page_is(page, "Zofia Wiśniewska")
    then_i_see(page, "Section 42 enquiry. The decision is recorded in your name.")


def _when_the_referrer_is_told(page) -> None:
    when_i_follow(page, "Tell the person who raised it")
    then_the_page_is(page, "Tell the person who raised this concern")
    when_i_answer(page, "Could the person who raised this pose a risk to the adult?", "No, nothing suggests that")
    when_i_answer(page, "What happened?", "They have been told")
    when_i_answer(page, "What were they told?", "Your concern is being looked into")
    when_i_press(page, "Save")
    then_i_see(page, "What the person who raised this was told is recorded.")


def test_from_the_duty_list_to_a_section_42_enquiry(new_page):
    concern, lead = _a_concern_from_the_public(), factories.user(Role.SOCIAL_WORKER, full_name="Lee Worker")
    duty = new_page()
    given_i_am(duty, Role.DUTY_WORKER)
    _when_triage_is_done(duty, concern)
    manager = new_page()
    given_i_am(manager, Role.MANAGER)
    _when_the_manager_decides(manager, concern, lead)
    _when_the_referrer_is_told(manager)
    assert Enquiry.objects.get(concern=concern).lead == lead
    when_i_go_to(duty, f"/concerns/{concern.reference}")
    then_the_page_is(duty, "Page not found")


def test_triage_on_a_telephone_without_scripts(new_page):
    concern = _a_concern_from_the_public()
    page = new_page({"width": 375, "height": 800}, javascript=False)
    given_i_am(page, Role.DUTY_WORKER)
    when_i_go_to(page, f"/concerns/{concern.reference}/section-42")
    _answer_the_three_questions(page)
    when_i_type(page, "Why do you say that about abuse or neglect?", "Bruises.")
    when_i_press(page, "Save answers")
    then_i_see(page, "The answers mean that the council must make enquiries.")
