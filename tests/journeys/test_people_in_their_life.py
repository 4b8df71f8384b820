"""Given a nephew whom the adult wants, when a worker learns that he may pose a risk, then the case and the picture show it at once."""

from heard.people.models import NetworkMember
from heard.rights.models import AppropriatePerson
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import (
    given_i_am,
    picture,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)


def given_a_network(me):
    enquiry = factories.enquiry(lead=me)
    person = enquiry.case.person
    person.known_as = "May"
    person.save()
    whose = {"authority": enquiry.authority, "person": person}
    made = {}
    for name, kind, wanted, supports in (
        ("Ann Example", "family", "yes", "yes"), ("Ben Example", "family", "yes", "yes"), ("Cas Example", "friend", "yes", ""),
        ("Dee Example", "neighbour", "no", "no"), ("Eve Example", "professional", "", "yes"),
    ):  # fmt: skip
        more = {"kind": kind, "adult_wants_involved": wanted, "supports_adult": supports}
        made[name] = NetworkMember.objects.create(**whose, name=name, **more)
    tests = {one: {"answer": "yes"} for one in ("not-paid", "wanted", "facilitates", "no-risk")}
    AppropriatePerson.objects.create(
        authority=enquiry.authority, case=enquiry.case, member=made["Ben Example"], started_on=enquiry.started_on, tests=tests
    )
    return enquiry


def test_a_member_becomes_a_possible_source_of_risk_and_all_of_it_shows(page, new_page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = given_a_network(me)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}")
    when_i_follow(page, "People in their life, drawn")
    then_the_page_is(page, "People in their life")
    then_i_see(page, "5 people are drawn around the adult, 3 wanted by the adult, 0 may pose a risk.")
    page.get_by_role("link", name="Change what is recorded about Ben Example").click()
    when_i_type(page, "What do they mean to the adult, in the adult’s own words?", "He is all I have got.")
    when_i_answer(page, "Might they pose a risk?", "They may pose a risk to the adult")
    when_i_press(page, "Save changes")
    then_i_see(page, "no longer see what the adult said")
    when_i_follow(page, "See them drawn, with the adult in the middle")
    then_the_page_is(page, "People in their life")
    then_i_see(page, "1 may pose a risk.")
    then_i_see(page, "He is all I have got.")
    assert AppropriatePerson.objects.get(is_current=True).ended_on is not None, "he no longer represents her"
    picture(page, "network-desktop")
    phone = new_page({"width": 375, "height": 812})
    given_i_am(phone, me)
    when_i_go_to(phone, f"/cases/{enquiry.case.reference}/network")
    then_the_page_is(phone, "People in their life")
    picture(phone, "network-phone")
    when_i_follow(phone, "Show it as the adult may see it")
    then_the_page_is(phone, "People in my life")
    assert "⚠" not in phone.content()


def test_the_picture_is_walked_with_the_keyboard(page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = given_a_network(me)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/network")
    page.get_by_role("link", name="Ann Example, Family, Wanted").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#member-{NetworkMember.objects.get(name='Ann Example', person=enquiry.case.person).pk}")
