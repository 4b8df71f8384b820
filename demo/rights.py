"""What of rights and communication happened in each enquiry of the demo? Each chapter is written down by real actions."""

from dataclasses import asdict
from datetime import timedelta

from demo.clock import as_of
from demo.stories import Story
from heard.enquiries.queries.risks import waiting_in
from heard.people.actions import (
    add_network_member,
    record_communication_needs,
    record_safe_contact,
    review_communication_needs,
    share_communication_needs,
    write_about_me,
)
from heard.people.models import NetworkMember
from heard.rights.actions.advocacy import record_advocates_work, refer_to_advocate
from heard.rights.actions.appropriate_person import name_appropriate_person
from heard.rights.actions.best_interests import decide_in_best_interests
from heard.rights.actions.capacity import record_assessment
from heard.rights.actions.difficulty import record_difficulty
from heard.rights.actions.imca import consider_imca
from heard.rights.actions.legal_authority import add_legal_authority
from heard.rights.actions.sharing import share_with_partner
from heard.rights.actions.without_agreement import act_without_agreement, record_adult_told
from heard.rules.safe_hours import hours_in
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.picture_cards import DECKS
from heard.rules.vocabulary.rights import AppropriateTest, BestInterestsFactor, DifficultyArea
from heard.voice.actions.involvement import record_involvement
from heard.voice.actions.pictures import begin_picture_talk, finish_picture_talk, move_card

ABLE = dict.fromkeys(("understand", "retain", "use_or_weigh", "communicate"), "yes")
MONEY = "Whether to keep giving money at the door"


def asked_what_helps(story: Story) -> None:
    """What helps the adult to take part, how they want to be involved, and what matters to them."""
    person, case, by = story.enquiry.case.person, story.enquiry.case, story.lead
    needs = person.communication_needs or ["longer-appointments"]
    with as_of(story.at(4, 11)):
        record_communication_needs(
            person=person, by=by, needs=needs, case_id=case.pk, asked_on=story.day(4), asked_whom="The adult",
            shows_distress="Goes quiet and looks at the door.", best_times="Late morning, at the kitchen table.",
            details={"communication-support": "One question at a time."},
        )  # fmt: skip
        write_about_me(
            person=person, by=by, case_id=case.pk, written_on=story.day(4), supported_by=by.full_name,
            words={"important-to-me": "My garden and my radio.", "please-do-and-do-not": "Please knock. Don’t finish my sentences."},
        )  # fmt: skip
        record_involvement(
            case=case, by=by, how_much=("decisions", "everything", "told")[story.number % 3], said_by="adult", said_on=story.day(4),
            words="Ask me before you ring anybody.", means=["face-to-face", "phone"], where="At home", when="Not before ten",
        )  # fmt: skip
    with as_of(story.at(5, 9)):
        told = {"with_whom": "The district nurse, by phone", "words": "One question at a time, and time to answer."}
        share_communication_needs(person=person, by=by, case_id=case.pk, on=story.day(5), adult_agreed="yes", **told)


def needs_reviewed(story: Story) -> None:
    with as_of(story.at(20, 12)):
        review_communication_needs(
            person=story.enquiry.case.person, by=story.lead, case_id=story.enquiry.case_id, on=story.day(20),
            was_met=("yes", "partly")[story.number % 2], words="You waited for me. The meeting went too fast.",
        )  # fmt: skip


def safe_to_reach(story: Story) -> None:
    """How it is safe to reach the adult, asked when nobody else could hear."""
    with as_of(story.at(4, 12)):
        record_safe_contact(
            person=story.enquiry.case.person, by=story.lead, case_id=story.enquiry.case_id,
            ways=[
                {"way": "phone", "is_safe": "yes", "where": story.enquiry.case.person.phone, "words": ""},
                {"way": "post", "is_safe": "no", "where": "", "words": "Somebody else opens the letters."},
                {"way": "visit", "is_safe": "yes", "where": "The library", "words": ""},
            ],
            safe_times=["weekday-morning"],
            hours=[asdict(one) for one in hours_in("Thursdays", is_safe=Answer.NO)],
            times="Thursdays are when the neighbour is in", code_word="Sundial", must_not_know="The neighbour upstairs",
            shared_or_watched=["post"], words="Say you are ringing about the library books.",
        )  # fmt: skip


def people_around(story: Story) -> None:
    """More of the people in the adult's life, and what each means to them."""
    with as_of(story.at(4, 13)):
        wanted = {"adult_wants_involved": "yes", "supports_adult": "yes"}
        for name, more in (
            ("A friend from choir", {"kind": "friend", "means": "We laugh.", **wanted}),
            ("The adult's niece", {"kind": "family", "means": "She rings on Sundays.", **wanted}),
            ("The morning carer", {"kind": "professional", "means": "She sings.", **wanted}),
            ("A grandchild", {"kind": "family", "means": "My sunshine.", "adult_wants_involved": "no", "is_child": "yes"}),
        ):
            add_network_member(person=story.enquiry.case.person, by=story.lead, name=name, **more)


def capacity_fluctuates(story: Story) -> None:
    """A decision asked about on a bad morning and again on a better day."""
    common = {"case": story.enquiry.case, "enquiry": story.enquiry, "is_about_enquiry": True, "by": story.lead, "decision": MONEY}
    common |= {"relevant_information": "Who comes, how much, and what it was for.", "support_given": "Pictures, and a quiet room."}
    waiting = waiting_in(story.enquiry.case)
    with as_of(story.at(6, 9)):
        record_assessment(
            **common, waiting=waiting, parts={**ABLE, "retain": "not-known"},
            words={**dict.fromkeys(ABLE, "“Yes. No. I’m tired.”"), "retain": "Ask me when I’ve had my breakfast."},
            conclusion="not-concluded", assessed_at=story.at(6, 9), why_in_doubt="An infection, and a night without sleep.",
            fluctuates="yes", best_times="After eleven, when the tablets work.", ask_again_on=story.day(9), can_wait="",
        )  # fmt: skip
    with as_of(story.at(9, 11)):
        record_assessment(
            **common, waiting=waiting, parts=ABLE, words=dict.fromkeys(ABLE, "“He comes Mondays. It’s for the bus, he says.”"),
            conclusion="has-capacity", assessed_at=story.at(9, 11), why_in_doubt="As before.", was_told="yes", told_words="I told you so.",
            fluctuates="yes", best_times="After eleven, when the tablets work.",
        )  # fmt: skip


def decided_for_them(story: Story) -> None:
    """A decision the adult cannot make at this time: difficulty, an IMCA, and a decision in their best interests."""
    case, by = story.enquiry.case, story.lead
    with as_of(story.at(5, 10)):
        areas = {area.value: {"answer": "yes" if area == DifficultyArea.RETAINING else "no", "words": ""} for area in DifficultyArea}
        record_difficulty(case=case, areas=areas, considered_on=story.day(5), by=by, adjustments_tried="Pictures, and an earlier time.")
        assessed = record_assessment(
            case=case, enquiry=story.enquiry, is_about_enquiry=True, by=by, decision="Whether to change the locks",
            waiting=waiting_in(case), parts={**ABLE, "retain": "no"},
            words={**dict.fromkeys(ABLE, "He nodded."), "retain": "What locks, love?"},
            impairment="Dementia, diagnosed by the memory clinic.", causal_link="What is said is gone within a minute, because of it.",
            conclusion="lacks-capacity", assessed_at=story.at(5, 10), support_given="Pictures of doors and keys.",
        )  # fmt: skip
        consider_imca(
            case=case, at="planning", considered_on=story.day(5), is_instructed="yes", reason="The family do not agree.", by=by,
            considered_by_name=story.users["manager"].full_name, grounds=["conflict-of-views"],
        )  # fmt: skip
        imca = refer_to_advocate(case=case, kind="imca", referred_on=story.day(5), by=by, organisation="Invented Voices")
    with as_of(story.at(9, 10)):
        record_advocates_work(
            advocacy=imca, by=by, advocate_name="Kit Example", accepted_on=story.day(6), met_on=story.day(9),
            acts_for_person_who_may_pose_risk="no",
        )  # fmt: skip
    with as_of(story.at(10, 15)):
        decide_in_best_interests(
            assessment=assessed, by=by, decided="A key safe with a new code, which the carers know.", follows="no",
            checklist={factor.value: "Talked through with the IMCA." for factor in BestInterestsFactor},
            consulted=["The IMCA", "The adult's niece"], known_wishes="“Nobody takes my door off.”",
            departed_because="The door stays; only the code is new.", less_restrictive="A chain on the door was tried.",
            decided_by_name=by.full_name, decided_on=story.day(10),
        )  # fmt: skip


def helped_by_somebody(story: Story) -> None:
    """Somebody appropriate helps; somebody else who may pose a risk turns out to hold a power of attorney."""
    case, by = story.enquiry.case, story.lead
    sister = NetworkMember.objects.filter(person=case.person, name="The adult's sister").first()
    neighbour = NetworkMember.objects.filter(person=case.person, name="The neighbour upstairs").first()
    with as_of(story.at(5, 16)):
        tests = {test.value: {"answer": "yes", "words": ""} for test in AppropriateTest if test != AppropriateTest.BEST_INTERESTS}
        name_appropriate_person(case=case, member=sister, tests=tests, started_on=story.day(5), by=by)
        add_legal_authority(
            case=case, by=by, kind="lpa-property", holder=neighbour, scope="The bank account", document_seen="yes", seen_on=story.day(5)
        )


def without_agreement(story: Story) -> None:
    """Something had to be done against the adult's wish; they are told the next day, and the police know."""
    by = story.lead
    with as_of(story.at(5, 17)):
        acted = act_without_agreement(
            concern=story.concern, by=by, ground="others-at-risk", ground_words="Two more people live there.", lawful_basis="public-task",
            proportionality="Only the police, and only what they need tonight.", decided_by_name=story.users["manager"].full_name,
            decided_on=story.day(5), was_told="no", not_told_because="He was in the room.", tell_by=story.day(5) + timedelta(days=1),
        )  # fmt: skip
        share_with_partner(
            case=story.enquiry.case, by=by, with_whom="The police", what="That others in the house may be at risk.", how="By phone",
            shared_on=story.day(5), agreement="refused", lawful_basis="public-task", justification="Others are at risk.",
        )  # fmt: skip
    with as_of(story.at(6, 10)):
        record_adult_told(override=acted, told_on=story.day(6), told_how="Alone, at the library. She was cross, and then relieved.", by=by)


def with_pictures(story: Story) -> None:
    """A talk in which the adult sorted cards."""
    by = story.lead
    with as_of(story.at(8, 11)):
        talk = begin_picture_talk(case=story.enquiry.case, deck=DECKS["my-days"], stage="enquiry", enquiry=story.enquiry, by=by)
        for card, place in (("home", "happy"), ("meals", "not-happy"), ("money", "so-so"), ("money", "not-happy"), ("going-out", "happy")):
            move_card(talk=talk, card=card, place=place, moved_by="adult", by=by)
        finish_picture_talk(
            talk=talk, by=by, helped_by="Her key worker", confirmed="yes", said="He eats mine.", alone="yes", safe_place="yes",
            place="The library", asked_what_they_want="no",
        )  # fmt: skip


CHAPTERS = (capacity_fluctuates, decided_for_them, helped_by_somebody, without_agreement, with_pictures)


def rights_of(story: Story, n: int) -> None:
    """The chapters of the enquiry whose turn it is."""
    if n % 2 == 0:
        asked_what_helps(story)
        people_around(story)
    if n % 3 == 0:
        safe_to_reach(story)
    CHAPTERS[n % len(CHAPTERS)](story)
