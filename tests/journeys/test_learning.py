"""A worker reads, checks what they know, writes what they learnt, has a colleague comment, and takes it away. Nobody else reads it."""

import json
from datetime import timedelta

from django.utils import timezone

from heard.learning.models import LogEntry, OpenedResource, SharedEntry
from heard.rules.vocabulary.people_who_use_heard import Role
from tests import factories
from tests.journeys.steps import (
    check_page,
    given_i_am,
    given_nobody_is_signed_in,
    picture,
    sign_in,
    then_i_am_told_of_the_error,
    then_i_do_not_see,
    then_i_see,
    then_the_page_is,
    when_i_answer,
    when_i_choose,
    when_i_follow,
    when_i_go_to,
    when_i_press,
    when_i_type,
)

NEXT_TO_HER = "That a nod with somebody else in the room tells me very little."


def test_read_self_check_reflect_share_and_export(new_page):
    page = new_page()
    me = given_i_am(page, Role.SOCIAL_WORKER)
    adult = factories.person(given_name="Philippa", family_name="Brackenbury")
    factories.enquiry(factories.concern(factories.case(person=adult)), lead=me)
    peer = factories.user(full_name="Sam Peer")

    when_i_go_to(page, "/learning")
    when_i_type(page, "Search the learning pages", "surgery alone")
    when_i_press(page, "Search")
    when_i_follow(page, "Professional curiosity")
    then_the_page_is(page, "Professional curiosity")
    picture(page, "learning-resource")

    when_i_answer(page, "1. Each time you visit Jean", "Write “Jean is happy with her care.”")
    when_i_press(page, "See what each answer means")
    then_the_page_is(page, "Self-check")
    then_i_see(page, "Not the best answer, and yours:", "You saw a nod, with her daughter in the room.")

    when_i_follow(page, "Write it in my learning record")
    then_the_page_is(page, "Write in my learning record")
    when_i_type(page, "What did you learn?", NEXT_TO_HER)
    when_i_press(page, "Gibbs: six steps")
    then_i_see(page, "Analysis: Why did it go like that?")
    check_page(page)
    assert page.get_by_label("What did you learn?").input_value() == NEXT_TO_HER
    when_i_type(page, "Why was it relevant to you?", "Philippa is seldom alone.")
    when_i_type(page, "What difference did it make to people, or will it?", "They are asked alone.")
    when_i_choose(page, "What kind of learning?", "Reading, or a resource in Heard")
    when_i_answer(page, "Who did you talk it over with?", "A colleague")
    when_i_type(page, "What did you learn by talking it over?", "She plans the way out too.")
    when_i_press(page, "Save in my record")
    then_i_am_told_of_the_error(page, "“Philippa” may be the name of somebody you have worked with")
    picture(page, "learning-warned")
    when_i_type(page, "Why was it relevant to you?", "I visit people who are seldom alone.")
    when_i_press(page, "Save in my record")
    then_the_page_is(page, "Professional curiosity")
    then_i_see(page, "Saved. Only you can read it.", NEXT_TO_HER)
    entry = LogEntry.objects.get(owner=me)
    assert (entry.resource, entry.scaffold) == ("professional-curiosity", "gibbs")

    when_i_go_to(page, "/learning/log/register")
    when_i_answer(page, "Which register are you on?", "Social Work England")
    when_i_answer(page, "Remind me on my start page?", "Yes")
    when_i_press(page, "Save")
    then_the_page_is(page, "My learning record")
    then_i_see(page, "1 more piece of learning")
    picture(page, "learning-log")

    when_i_go_to(page, f"/learning/log/{entry.pk}/share")
    when_i_choose(page, "Who do you want to read it?", "Sam Peer")
    when_i_press(page, "Share it")

    theirs = new_page()
    sign_in(theirs, peer)
    when_i_go_to(theirs, "/")
    when_i_follow(theirs, "1 colleague asks for your comment on what they learnt")
    when_i_follow(theirs, f"An entry of {me.full_name}")
    then_the_page_is(theirs, "Professional curiosity")
    then_i_see(theirs, NEXT_TO_HER)
    when_i_type(theirs, "Your comment", "I had not thought of the way out.")
    when_i_press(theirs, "Send my comment")
    then_i_see(theirs, "Your comment is saved.")

    when_i_go_to(page, f"/learning/log/{entry.pk}")
    then_i_see(page, "I had not thought of the way out.")
    when_i_follow(page, "Take it back")
    when_i_press(page, "Take it back")
    then_i_see(page, "They cannot read it any more.")
    gone = theirs.goto(f"/learning/log/shared/{SharedEntry.objects.get().pk}")
    assert gone.status == 404

    when_i_go_to(page, "/learning/log/take")
    check_page(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="JSON").click()
    kept = json.loads(taken.value.path().read_text())["entries"][0]
    assert kept["learnt"] == NEXT_TO_HER
    assert kept["comments"][0]["by"] == "Sam Peer"
    with page.expect_download() as taken:
        page.get_by_role("link", name="PDF").click()
    assert taken.value.suggested_filename == "learning-record.pdf"
    assert taken.value.path().read_bytes().startswith(b"%PDF")

    when_i_go_to(page, "/learning/log/delete-everything")
    when_i_press(page, "Delete all of it")
    then_i_see(page, "Everything in your learning record is deleted: 1 entry.")
    assert not LogEntry.objects.filter(owner=me).exists()
    assert not OpenedResource.objects.filter(owner=me).exists()


def test_a_carer_reads_easy_read_on_a_telephone_without_an_account(phone):
    given_nobody_is_signed_in(phone)
    when_i_go_to(phone, "/start")
    when_i_follow(phone, "Learning")
    when_i_follow(phone, "A person who speaks up for you")
    then_the_page_is(phone, "A person who speaks up for you")
    then_i_see(phone, "They listen to you. They help you say what you want.")
    picture(phone, "learning-easy-read")


def test_without_scripts_the_prompts_and_the_self_check_work(page_without_javascript):
    page = page_without_javascript
    me = given_i_am(page, Role.DUTY_WORKER)
    when_i_go_to(page, "/learning/consent/self-check?1=2")
    then_i_see(page, "A good answer, and yours:")
    when_i_go_to(page, "/learning/log/new")
    when_i_type(page, "What did you learn?", NEXT_TO_HER)
    when_i_press(page, "Kolb: four steps")
    assert page.get_by_label("What did you learn?").input_value() == NEXT_TO_HER
    when_i_type(page, "What was it?", "A talk")
    when_i_choose(page, "What kind of learning?", "Supervision")
    when_i_press(page, "Save in my record")
    then_the_page_is(page, "A talk")
    assert LogEntry.objects.get(owner=me).scaffold == "kolb"


def test_what_is_read_beside_the_work_opens_in_another_tab_and_the_work_stays(page):
    me = given_i_am(page, Role.SOCIAL_WORKER)
    enquiry = factories.enquiry(lead=me)
    when_i_go_to(page, f"/cases/{enquiry.case.reference}/risks/new")
    page.locator("textarea").first.fill("Half a thought")
    page.get_by_text("In short: risk assessment").click()
    check_page(page)
    picture(page, "learning-beside-the-work")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Read all of it, 4 minutes (opens in a new tab)").click()
    then_the_page_is(opened.value, "Risk assessment")
    assert page.locator("textarea").first.input_value() == "Half a thought"
    when_i_go_to(opened.value, "/learning/log")
    then_i_see(opened.value, "Write about Risk assessment")


def test_a_draft_of_an_entry_is_offered_again_to_its_writer(page):
    given_i_am(page, Role.SOCIAL_WORKER)
    when_i_go_to(page, "/learning/log/new")
    when_i_type(page, "What did you learn?", NEXT_TO_HER)
    then_i_see(page, "Saved at")
    when_i_go_to(page, "/learning/log/new")
    when_i_press(page, "Put it back")
    assert page.get_by_label("What did you learn?").input_value() == NEXT_TO_HER


def test_a_reminder_comes_in_time_to_its_owner_alone(new_page):
    page = new_page()
    me = given_i_am(page, Role.SOCIAL_WORKER)
    when_i_go_to(page, "/learning/log/register")
    when_i_answer(page, "Which register are you on?", "Nursing and Midwifery Council")
    soon = timezone.localdate() + timedelta(days=30)
    group = page.get_by_role("group", name="When do you renew next?")
    for label, value in (("Day", soon.day), ("Month", soon.month), ("Year", soon.year)):
        group.get_by_label(label, exact=True).fill(str(value))
    when_i_answer(page, "Remind me on my start page?", "Yes")
    when_i_press(page, "Save")
    when_i_go_to(page, "/")
    then_the_page_is(page, "My work")
    then_i_see(page, "for Nursing and Midwifery Council, by")
    manager = new_page()
    sign_in(manager, factories.user(Role.MANAGER, of=me.authority))
    when_i_go_to(manager, "/")
    then_i_do_not_see(manager, "Nursing and Midwifery Council")
