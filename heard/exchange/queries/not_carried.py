"""What does Heard hold that the exchange format cannot carry, and how much of it?"""

from django.db.models import Model, Q

from heard.accounts.models import Authority, Team, User
from heard.assurance.models import (
    AnonymityAnswer,
    AskedView,
    Audit,
    AuditAnswer,
    AuditRound,
    ChronologyEntry,
    EarlierReviewedPerson,
    LearningAction,
    PanelDecision,
    Recommendation,
    RecommendationLook,
    ReviewFinding,
    ReviewParticipant,
    ReviewReferral,
    SafeguardingAdultReview,
    SampledCase,
    SettledAnswer,
)
from heard.audit.models import Event
from heard.cases.models import Concern, NotNeeded, Task
from heard.concerns.models import FurtherInformation, Link, ReferrerFeedback, Report, Section42Answers, Section42Decision
from heard.documents.models import SentDocument, SentFile
from heard.enquiries.models import Allocation, Closing, PlanAction, ReasonForDelay, Risk, RiskFinding, RiskView, SafeguardingPlan
from heard.exchange.versions import CARRIED, VERSION_1, VERSION_1_1
from heard.flows.models import Draft
from heard.measures.models import SavedQuestion
from heard.mypage.models import HeldBack, Note, Opening, Saying, WayIn
from heard.people.models import (
    AboutMe,
    CommunicationCheck,
    CommunicationNeeds,
    EarlierDetails,
    NetworkMember,
    Person,
    SafeContactCard,
)
from heard.returns.models import CheckExplanation, SignedReturn
from heard.rights.models import (
    ActingWithoutAgreement,
    Advocacy,
    AgreementToRaise,
    AppropriatePerson,
    BestInterestsDecision,
    CapacityAssessment,
    CapacityForEnquiry,
    ImcaConsideration,
    LegalAuthority,
    Sharing,
    SubstantialDifficulty,
    SupportInEnquiry,
)
from heard.voice.home import with_home
from heard.voice.models import (
    AnonymousExperience,
    AskedWhatTheyWant,
    CardMove,
    Conversation,
    Experience,
    FeedbackOffer,
    Involvement,
    Judgement,
    LaterJudgement,
    PictureTalk,
    Wish,
)


def _any_of(*names: str) -> Q:
    """Rows in which one of these texts is not blank."""
    said = Q()
    for name in names:
        said |= ~Q(**{name: ""})
    return said


_NOW, _SHOWN = Q(is_current=True), Q(in_error_at__isnull=True)
_VERSIONED = (
    Report, AgreementToRaise, Section42Answers, Section42Decision, ReferrerFeedback, CapacityForEnquiry, SupportInEnquiry,
    AskedWhatTheyWant, Conversation, Wish, Judgement, RiskFinding, RiskView, SafeguardingPlan, Closing,
    CapacityAssessment, BestInterestsDecision, ActingWithoutAgreement,
    SafeContactCard, SubstantialDifficulty, AppropriatePerson, CommunicationNeeds, AboutMe, Involvement, FeedbackOffer, Experience,
    LaterJudgement, AskedView, PanelDecision, ReasonForDelay,
)  # fmt: skip
_IN_ERROR = (
    Concern, Conversation, PictureTalk, Wish, Judgement, Risk, PlanAction, NetworkMember, CapacityAssessment, BestInterestsDecision,
    LegalAuthority, SubstantialDifficulty, AppropriatePerson, Advocacy, ImcaConsideration, ActingWithoutAgreement, Sharing,
    CommunicationCheck, Experience, LaterJudgement,
)  # fmt: skip
_KINDS: tuple[tuple[str, type[Model], Q], ...] = (
    ("People in the adults' networks", NetworkMember, _SHOWN),
    ("Who must not know, and who is in the household", Person, _any_of("must_not_know", "household")),
    ("Safe-contact cards", SafeContactCard, _NOW),
    ("Letters that were sent", SentDocument, Q()),
    ("What helps adults to take part, beyond the list: words, interpreters, signs of distress, best times", CommunicationNeeds, _NOW),
    ("Who was told what adults need, and whether it was met", CommunicationCheck, _SHOWN),
    ("What matters to adults, in their words (About me)", AboutMe, _NOW),
    ("Offers of a say on how it went", FeedbackOffer, _NOW),
    ("Why a first conversation or an enquiry took longer than its days", ReasonForDelay, _NOW),
    ("What adults, and those who spoke for them, said of how it was", Experience, _NOW & _SHOWN),
    ("What adults judged a second time, after the closing", LaterJudgement, _NOW & _SHOWN),
    ("What was said of how it was, without a name", AnonymousExperience, Q()),
    ("How much adults want to be involved", Involvement, _NOW),
    ("Details as they were before a change", EarlierDetails, Q()),
    (
        "Reports with more than the format has (the words as told, danger, children, how to hear back)",
        Report,
        _NOW
        & (
            _any_of(
                "adults_words", "danger_words", "about_the_adult", "communication_words", "child_in_household", "wants_feedback",
                "feedback_how",
            )  # fmt: skip
            | Q(may_be_under_18=True)
            | Q(told_by_phone=True)
        ),
    ),
    ("Degrees of danger, and channels other than an import", Concern, _SHOWN & (~Q(danger="") | ~Q(channel="imported"))),
    ("Words added after a concern was sent", FurtherInformation, Q()),
    ("Grounds for acting without agreement in words", AgreementToRaise, _NOW & _any_of("ground_words")),
    (
        "Reasons for the section 42(1) answers, and days to come back to them",
        Section42Answers,
        _NOW
        & (
            _any_of("needs_because", "at_risk_because", "cannot_protect_because", "adult_is_here", "is_18_or_over")
            | Q(follow_up_on__isnull=False)
        ),
    ),
    (
        "Routes, second reasons and what the rule said at a decision",
        Section42Decision,
        _NOW & (_any_of("route", "second_reason") | Q(against_rule=True) | Q(joined_case=True) | Q(met_by_conversation_id__isnull=False)),
    ),
    (
        "What referrers were told, how, or why not",
        ReferrerFeedback,
        _NOW & (_any_of("how", "more_than_the_list", "basis", "not_told_because") | ~Q(told=[])),
    ),
    ("Links of a concern to a person or a case", Link, Q()),
    ("Who led an enquiry before, and hand-over notes", Allocation, Q()),
    ("Tasks", Task, Q()),
    ("Duties and prompts said not to be needed, with a reason", NotNeeded, Q()),
    (
        "Conversations with more than the format has (interpretation, support used, what was asked, who spoke, a safe place)",
        Conversation,
        _NOW
        & _SHOWN
        & _any_of(
            "alone_because", "support_used", "safe_place", "place", "what_was_asked", "spoken_by", "spoken_by_name", "said_they_want",
            "interpretation",
            "not_heard_words",
        ),  # fmt: skip
    ),
    (
        "Wishes with more than the format has (why changed or withdrawn, level of risk, whom it concerns, who expressed it by name)",
        Wish,
        _NOW
        & _SHOWN
        & (
            _any_of("expressed_by_name", "changed_because", "withdrawn_because", "risk_level")
            | Q(leave_me_alone=True)
            | Q(about_member__isnull=False)
            | Q(conversation__isnull=False)
        ),
    ),
    ("What adults and those who represent them said on their own page", Saying, Q()),
    ("Notes beside what was said there", Note, Q()),
    ("Ways in to such a page", WayIn, Q()),
    ("Times such a page was opened", Opening, Q()),
    ("Days of looking held back from the adult", HeldBack, Q()),
    ("Files made of what was sent", SentFile, Q()),
    ("Returns that were signed off", SignedReturn, Q()),
    ("Explanations of what a check of the return found", CheckExplanation, Q()),
    ("Questions that analysts saved", SavedQuestion, Q()),
    ("Talks with pictures", PictureTalk, _SHOWN),
    ("Cards moved in a talk with pictures", CardMove, Q()),
    (
        "Judgements in words, by name or dated, and how they were asked",
        Judgement,
        _NOW & _SHOWN & (_any_of("judge_name", "words", "how") | Q(judged_on__isnull=False)),
    ),
    ("Risks described, or tied to a person or a provider by name", Risk, _SHOWN & (_any_of("words", "provider") | Q(member__isnull=False))),
    ("How the adult and the professional see a risk", RiskView, _NOW),
    (
        "The adult's reasons for a risk that remained, and what was asked first",
        RiskFinding,
        _NOW & (_any_of("adults_reason", "no_reason_because") | ~Q(before_remaining={})),
    ),
    ("Teams", Team, Q()),
    ("Forms begun and not sent", Draft, Q(submitted_at__isnull=True)),
    ("Safeguarding plans", SafeguardingPlan, _NOW),
    ("Plan actions", PlanAction, _SHOWN),
    (
        "Closings with more than the adult's view (words, reason, checklist, manager's reason, reopening)",
        Closing,
        _NOW
        & (
            _any_of("view_words", "reason", "reason_words", "not_asked_because", "manager_reason")
            | ~Q(checklist={})
            | ~Q(before_ceasing={})
            | Q(reopened_at__isnull=False)
        ),
    ),
    ("Who answered about capacity", CapacityForEnquiry, _NOW & _any_of("answered_by_name")),
    ("Assessments of capacity for a decision", CapacityAssessment, _NOW & _SHOWN),
    ("Decisions in an adult's best interests", BestInterestsDecision, _NOW & _SHOWN),
    ("Attorneys, deputies, appointees and advance decisions", LegalAuthority, _SHOWN),
    ("Difficulty in being involved, area by area", SubstantialDifficulty, _NOW & _SHOWN),
    ("Appropriate people, and each test", AppropriatePerson, _NOW & _SHOWN),
    ("Decisions to act without agreement: basis, proportionality, who decided, telling the adult", ActingWithoutAgreement, _NOW & _SHOWN),
    ("What was shared with partners", Sharing, _SHOWN),
    ("Advocates: referred, accepted, met the adult, ended", Advocacy, _SHOWN),
    ("Times an IMCA was considered", ImcaConsideration, _SHOWN),
    ("Rounds of audits of case files", AuditRound, Q()),
    ("Cases drawn to be audited", SampledCase, Q()),
    ("Audits of a case file, with their grade and learning", Audit, Q()),
    ("Answers of audits", AuditAnswer, Q()),
    ("Differences between auditors that were settled", SettledAnswer, Q()),
    ("What adults and workers think of work that was audited", AskedView, _NOW),
    ("Referrals for a Safeguarding Adult Review", ReviewReferral, Q()),
    ("A panel's decision on a referral, criterion by criterion", PanelDecision, _NOW),
    (
        "Reviews with more than the format has (title, method, terms, who leads it, text)",
        SafeguardingAdultReview,
        _any_of("title", "method", "terms", "reviewer_name", "text"),
    ),
    ("What was said before of what happened to somebody reviewed", EarlierReviewedPerson, Q()),
    ("Who takes part in a review", ReviewParticipant, Q()),
    ("Entries of a review's chronology", ChronologyEntry, Q()),
    ("Findings of reviews", ReviewFinding, Q()),
    ("Recommendations", Recommendation, Q()),
    ("What proved a recommendation, or did not hold", RecommendationLook, Q()),
    ("Answers to warnings of who could be known", AnonymityAnswer, Q()),
    ("Actions because of audits and recommendations, with their proof", LearningAction, Q()),
    ("Accounts", User, Q()),
)


_TAKEN_BACK = ("Words that something is not needed, taken back since", NotNeeded, Q(taken_back_at__isnull=False))


def not_carried(authority: Authority, version: str = VERSION_1) -> list[tuple[str, int]]:
    """Every kind of record (or part of one) that a bundle of this version has no place for, with how many there are, none included."""
    carried = {one.model for one in CARRIED.values()} if version == VERSION_1_1 else set()
    kinds = [one for one in _KINDS if one[1] not in carried] + ([_TAKEN_BACK] if carried else [])
    counts = [(label, _count(model, authority, kept)) for label, model, kept in kinds]
    counts.append(("Ratings by somebody who did not express the wish", _other_judges(authority)))
    counts.append(("Wishes that replaced one of another enquiry: which one they replaced", _replaced_elsewhere(authority)))
    counts.append(("Wishes no longer standing, made where there was never an enquiry", _past_wishes(authority)))
    versions = sum(_count(model, authority, Q(is_current=False)) for model in _VERSIONED)
    in_error = sum(_count(model, authority, Q(in_error_at__isnull=False)) for model in _IN_ERROR)
    audit = Event.objects.filter(authority_id=authority.pk).count()
    return [*counts, ("Earlier versions of what was corrected", versions), ("Records made in error", in_error), ("Audit events", audit)]


def _count(model: type[Model], authority: Authority, kept: Q) -> int:
    return model.objects.filter(kept, authority=authority).count()


def _other_judges(authority: Authority) -> int:
    rows = Judgement.objects.filter(_NOW & _SHOWN, authority=authority).exclude(judge="professional")
    return sum(judge != expressed_by for judge, expressed_by in rows.values_list("judge", "wish__expressed_by"))


def _past_wishes(authority: Authority) -> int:
    rows = Wish.objects.filter(_NOW & _SHOWN, authority=authority, enquiry__isnull=True, case__enquiries__isnull=True)
    return rows.filter(Q(withdrawn_on__isnull=False) | Q(replaced_by__isnull=False)).distinct().count()


def _replaced_elsewhere(authority: Authority) -> int:
    homes = {pk: home for pk, home in with_home(Wish.objects.filter(authority=authority)).values_list("pk", "home_id")}
    rows = Wish.objects.filter(_NOW & _SHOWN, authority=authority, replaces__isnull=False).values_list("pk", "replaces_id")
    return sum(homes[wish] is not None and homes[wish] != homes[was] for wish, was in rows)
