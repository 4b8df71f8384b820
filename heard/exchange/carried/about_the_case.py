"""Which files of version 1.1 are about a case: capacity, representation, acting without agreement, sharing, and how it was said?"""

from heard.cases.models import NotNeeded
from heard.exchange.carried.about_the_adult import column_of
from heard.exchange.carried.field import Carried, Field, Link, case, code, codes, day, flag, lines, link, ref, said, texts, time
from heard.exchange.tables import Column, Kind
from heard.rights.models import (
    ActingWithoutAgreement,
    Advocacy,
    AppropriatePerson,
    BestInterestsDecision,
    CapacityAssessment,
    ImcaConsideration,
    Sharing,
    SubstantialDifficulty,
)
from heard.rules.appropriate_person import CANNOT_DECIDE
from heard.rules.capacity_test import PARTS
from heard.rules.next_steps.curiosity import Wonder
from heard.rules.next_steps.step import Duty
from heard.rules.vocabulary.answers import Answer, YesNo
from heard.rules.vocabulary.communication import HowMuch
from heard.rules.vocabulary.concern import Agreement, Ground
from heard.rules.vocabulary.rights import (
    AdvocateAsWell,
    AdvocateKind,
    AppropriateTest,
    BestInterestsFactor,
    CapacityConclusion,
    DifficultyArea,
    ImcaGround,
    ImcaPoint,
    LawfulBasis,
)
from heard.rules.vocabulary.voice import ExpressedBy, Method, OfferAnswer, WhatTheySaid
from heard.voice.models import Conversation, FeedbackOffer, Involvement

CAPACITY = Carried(
    "capacity_assessments.csv", CapacityAssessment, ref("assessment_ref"), (case(), link("enquiry_ref", "enquiry_id", "enquiries.csv")),
    (
        *texts("decision", bold=True), flag("is_about_enquiry"), *texts("relevant_information", "why_in_doubt", "support_given"),
        *(one for part in PARTS for one in (code(part, Answer), *texts(f"{part}_words"))),
        *texts("impairment", "causal_link"), code("conclusion", CapacityConclusion, bold=True), time("assessed_at", bold=True),
        *texts("place"), *lines("assessor_name", bold=True), code("was_told", YesNo), *texts("told_words"), code("fluctuates", Answer),
        *texts("best_times"), code("can_wait", YesNo), day("can_wait_until"), day("ask_again_on"),
    ),
)  # fmt: skip
BEST_INTERESTS = Carried(
    "best_interests_decisions.csv", BestInterestsDecision, ref("decision_ref"),
    (case(), link("assessment_ref", "assessment_id", "capacity_assessments.csv", bold=True)),
    (
        *texts("decided", bold=True), *(said(column_of(factor), "checklist", factor.value) for factor in BestInterestsFactor),
        said("nobody_consulted_because", "checklist", "nobody-consulted-because"), Field(Column("consulted"), "consulted", is_lines=True),
        *texts("known_wishes", "departed_because", "less_restrictive"), *lines("decided_by_name", bold=True), day("decided_on", bold=True),
    ),
)  # fmt: skip
DIFFICULTY = Carried(
    "substantial_difficulty.csv", SubstantialDifficulty, ref("difficulty_ref"), (case(),),
    (
        day("considered_on", bold=True), *texts("adjustments_tried"),
        *(
            one for area in DifficultyArea for one in (
                code(column_of(area), Answer, attr="areas", inside=(area.value, "answer")),
                said(f"{column_of(area)}_words", "areas", area.value, "words"),
            )
        ),
    ),
    only_one="case_id",
)  # fmt: skip
_TEST_ANSWERS = (*Answer, CANNOT_DECIDE)
REPRESENTATIVES = Carried(
    "appropriate_people.csv", AppropriatePerson, ref("representation_ref"),
    (case(), link("member_ref", "member_id", "network_members.csv", bold=True)),
    (
        day("started_on", bold=True), day("ended_on"), *texts("ended_because"),
        *(
            one for test in AppropriateTest for one in (
                code(column_of(test), _TEST_ANSWERS, attr="tests", inside=(test.value, "answer")),
                said(f"{column_of(test)}_words", "tests", test.value, "words"),
            )
        ),
        code("advocate_as_well", AdvocateAsWell, attr="tests", inside=("advocate-as-well", "answer")),
    ),
    ends=(("started_on", "ended_on", "the end is before the start"),),
)  # fmt: skip
ADVOCACY = Carried(
    "advocacy.csv", Advocacy, ref("advocacy_ref"), (case(),),
    (
        code("kind", AdvocateKind, bold=True), *lines("advocate_name", "organisation"), code("acts_for_person_who_may_pose_risk", Answer),
        day("referred_on", bold=True), day("accepted_on"), day("met_on"), day("ended_on"), *texts("ended_because"),
    ),
    ends=tuple(("referred_on", end, "this is before the advocate was asked for") for end in ("accepted_on", "met_on", "ended_on")),
)  # fmt: skip
IMCA = Carried(
    "imca_considerations.csv", ImcaConsideration, ref("consideration_ref"), (case(),),
    (
        code("at", ImcaPoint, bold=True), day("considered_on", bold=True), code("is_instructed", YesNo, bold=True),
        codes("grounds", ImcaGround), *texts("reason", bold=True), *lines("considered_by_name", bold=True),
    ),
)  # fmt: skip
WITHOUT_AGREEMENT = Carried(
    "acting_without_agreement.csv", ActingWithoutAgreement, ref("acting_ref"),
    (
        Link(Column("concern_ref", Kind.LINK, bold=True, to="concerns.csv"), "concern_id"),
        link("assessment_ref", "assessment_id", "capacity_assessments.csv"),
    ),
    (
        code("ground", Ground, bold=True), *texts("ground_words"), day("assessment_to_follow_by"), code("lawful_basis", LawfulBasis),
        *texts("proportionality"), *lines("decided_by_name", bold=True), day("decided_on", bold=True), code("was_told", YesNo),
        day("told_on"), *texts("told_how", "not_told_because"), day("tell_by"),
    ),
    only_one="concern_id", ends=(("decided_on", "told_on", "the adult was told before it was decided"),),
)  # fmt: skip
SHARING = Carried(
    "sharing.csv", Sharing, ref("sharing_ref"), (case(),),
    (
        *texts("with_whom", "what", bold=True), *texts("how"), day("shared_on", bold=True), code("agreement", Agreement),
        code("lawful_basis", LawfulBasis, bold=True), *texts("justification"),
    ),
)  # fmt: skip
INVOLVEMENT = Carried(
    "involvement.csv", Involvement, ref("involvement_ref"), (case(),),
    (
        code("how_much", HowMuch, bold=True), *texts("words"), codes("means", Method), *texts("where", "when", "with_whom"),
        code("said_by", ExpressedBy, bold=True), *lines("said_by_name"), day("said_on", bold=True),
    ),
    only_one="case_id",
)  # fmt: skip
OFFERS = Carried(
    "feedback_offers.csv", FeedbackOffer, ref("offer_ref"), (link("enquiry_ref", "enquiry_id", "enquiries.csv", bold=True),),
    (
        day("offered_on", bold=True), *lines("offered_by_name", bold=True), code("how", Method, bold=True),
        code("answer", OfferAnswer, bold=True), *texts("words"),
    ),
    only_one="enquiry_id",
)  # fmt: skip
NOT_NEEDED = Carried(
    "not_needed.csv", NotNeeded, ref("not_needed_ref"),
    (case(), Link(Column("about_concern_ref", Kind.LINK, to="concerns.csv"), "concern", by_reference=True)),
    (
        code("what", (*Duty, *Wonder), bold=True), Field(Column("rests_on"), "rests_on", is_lines=True), *texts("because", bold=True),
    ),
    shown={"taken_back_at__isnull": True},
)  # fmt: skip
DETAILS = Carried(
    "conversation_details.csv", Conversation, Column("conversation_ref", Kind.LINK, bold=True, to="conversations.csv"), (),
    (
        *texts("alone_because"), code("safe_place", Answer), *texts("place", "support_used", "what_was_asked"),
        code("spoken_by", ExpressedBy), *lines("spoken_by_name"), code("said_they_want", WhatTheySaid),
        *texts("interpretation", "not_heard_words"),
    ),
    extends="conversations.csv",
)  # fmt: skip
OF_A_CASE = (
    DETAILS, INVOLVEMENT, CAPACITY, BEST_INTERESTS, DIFFICULTY, REPRESENTATIVES, ADVOCACY, IMCA, WITHOUT_AGREEMENT, SHARING, OFFERS,
    NOT_NEEDED,
)  # fmt: skip
