"""In what order is a conversation written down?"""

from functools import cache, partial

from django.http import Http404, HttpRequest
from django.urls import reverse

from heard.accounts.permissions import Permission
from heard.cases.models import Case
from heard.cases.queries import case_for
from heard.cases.reading import read_case
from heard.flows.flow import Answers, Flow, Page, Submission
from heard.flows.models import Draft
from heard.rules.pathway import CaseStage
from heard.rules.vocabulary.answers import YesNo
from heard.rules.vocabulary.enquiry import Stage
from heard.rules.vocabulary.voice import ExpressedBy
from heard.voice.actions import conversations
from heard.voice.asking import adult_card
from heard.voice.forms.conversation import (
    NOT_ASKED,
    Heard,
    HowItWas,
    NotHeard,
    WhatTheyWant,
    WhatWasSaid,
    WhenAndWhether,
    lines,
    why_not_alone,
    wishes_in,
)
from heard.voice.models import Conversation
from heard.voice.queries import first_received_on, may_belong_to

STAGES: dict[CaseStage, tuple[Stage, ...]] = {
    CaseStage.CONCERN: (Stage.CONCERN, Stage.DECISION),
    CaseStage.ENQUIRY: (Stage.PLANNING, Stage.ENQUIRY, Stage.PLAN, Stage.CLOSING, Stage.DECISION, Stage.CONCERN),
    CaseStage.PLAN: (Stage.PLAN, Stage.REVIEW, Stage.CLOSING, Stage.ENQUIRY, Stage.DECISION, Stage.CONCERN),
    CaseStage.CLOSED: (Stage.AFTER_CLOSING,),
}


def case_to_record_in(request: HttpRequest, reference: str) -> Case:
    """The case, with the points at which it may be and what the conversation may belong to. What is saved by itself shows nothing,
    so it is no reading; everything else is."""
    saves_itself = request.resolver_match.url_name.endswith("-autosave")
    case = case_for(request.user, reference) if saves_itself else read_case(request, reference, "open-conversation-form")
    case.stages = STAGES[CaseStage(case.stage)]
    case.to_choose = may_belong_to(case)
    if not case.to_choose:
        raise Http404("Every concern of this case was recorded in error.")
    case.adult = adult_card(case)
    case.first_received_on = cache(partial(first_received_on, case))
    return case


def _was_heard(answers: Answers) -> bool:
    return answers["heard"] in (Heard.YES, Heard.REPRESENTED)


def _may_want(answers: Answers) -> bool:
    """Wishes are not taken into a closed case: it is reopened for them. The words of the conversation are."""
    return _was_heard(answers) and answers.about.stage != CaseStage.CLOSED


def _was_not_heard(answers: Answers) -> bool:
    return answers["heard"] in (Heard.NO, Heard.REPRESENTED)


def record(submission: Submission) -> Conversation:
    """Write the conversation down, with the wishes said in it. Raises NotAllowed as the action does."""
    case, said = submission.about, submission.answers
    chosen = {key: about for key, _, about in case.to_choose}
    about = chosen.get(said["belongs_to"]) or case.to_choose[0][2]
    speaker = said["spoken_by"] or ExpressedBy.ADULT
    answer = said["said"]
    wishes = [
        {"words": words, "expressed_by": speaker, "expressed_by_name": said["spoken_by_name"] or "", "leave_me_alone": leave}
        for words, leave in wishes_in(said)
    ]
    return conversations.record_conversation_with_wishes(
        case=case, by=submission.by, wishes=wishes, **about, held_at=said["held_at"], stage=said["stage"], method=said["method"] or "",
        alone=said["alone"] or "", alone_because=why_not_alone(said), present=lines(said["present"]),
        safe_place=said["safe_place"] or "", place=said["place"] or "",
        support_used=said["support_used"] or "", what_was_asked=said["what_was_asked"] or "",
        asked_what_they_want="" if not answer else YesNo.NO if answer == NOT_ASKED else YesNo.YES,
        said_they_want="" if answer in (None, "", NOT_ASKED) else answer, words=said["words"] or "",
        spoken_by=said["spoken_by"] or "", spoken_by_name=said["spoken_by_name"] or "",
        interpretation=said["interpretation"] or "", not_heard_because=said["not_heard_because"] or "",
        not_heard_words=said["not_heard_words"] or "", ask_again_on=said["ask_again_on"],
    )  # fmt: skip


def _to_the_conversation(draft: Draft, case: Case) -> str:
    return reverse("conversation", args=[case.reference, draft.result_id])


CONVERSATION = Flow(
    slug="conversation-form",
    title="A conversation with the adult",
    permission=Permission.RECORD_IN_CASE,
    about=case_to_record_in,
    pages=(
        Page("when", WhenAndWhether, template="voice/conversation_page.html"),
        Page("how", HowItWas, shown_if=_was_heard, template="voice/conversation_page.html"),
        Page("words", WhatWasSaid, shown_if=_was_heard, template="voice/words_page.html"),
        Page("wants", WhatTheyWant, shown_if=_may_want, template="voice/wants_page.html"),
        Page("not-heard", NotHeard, shown_if=_was_not_heard, template="voice/conversation_page.html"),
    ),
    send="Save this conversation",
    check_title="Check what you wrote down",
    check_template="voice/conversation_check.html",
    on_submit=record,
    done_url=_to_the_conversation,
)
