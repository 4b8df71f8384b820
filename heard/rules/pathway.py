"""What stage can a case move to, and by what?"""

from heard.rules.labelled import Labelled


class CaseStage(Labelled):
    CONCERN = "concern", "Concern: deciding what to do"
    ENQUIRY = "enquiry", "Enquiry"
    PLAN = "plan", "Safeguarding plan and review"
    CLOSED = "closed", "Closed"


class Step(Labelled):
    """What moves a case from one stage to another."""

    DECIDE_ENQUIRY = "decide-enquiry", "Decide on an enquiry"
    DECIDE_NO_ENQUIRY = "decide-no-enquiry", "Decide on no enquiry"
    AGREE_PLAN = "agree-plan", "Agree a safeguarding plan"
    END_PLAN = "end-plan", "End the plan and go on with the enquiry"
    CLOSE = "close", "Close"
    REOPEN = "reopen", "Reopen"
    NEW_CONCERN = "new-concern", "A new concern joins the case"
    JOIN_ANOTHER = "join-another", "Its concern joins another case"
    LEAVE_ANOTHER = "leave-another", "Its concern comes back from another case"
    DROP = "drop", "Its only concern was recorded in error"
    TAKE_BACK = "take-back", "Its only concern belongs here after all"


PATHWAY: dict[tuple[CaseStage, Step], CaseStage] = {
    (CaseStage.CONCERN, Step.DECIDE_ENQUIRY): CaseStage.ENQUIRY,
    (CaseStage.CONCERN, Step.DECIDE_NO_ENQUIRY): CaseStage.CLOSED,
    (CaseStage.ENQUIRY, Step.AGREE_PLAN): CaseStage.PLAN,
    (CaseStage.ENQUIRY, Step.CLOSE): CaseStage.CLOSED,
    (CaseStage.ENQUIRY, Step.NEW_CONCERN): CaseStage.ENQUIRY,
    (CaseStage.PLAN, Step.AGREE_PLAN): CaseStage.PLAN,
    (CaseStage.PLAN, Step.END_PLAN): CaseStage.ENQUIRY,
    (CaseStage.PLAN, Step.CLOSE): CaseStage.CLOSED,
    (CaseStage.PLAN, Step.NEW_CONCERN): CaseStage.PLAN,
    (CaseStage.CLOSED, Step.REOPEN): CaseStage.ENQUIRY,
    (CaseStage.CLOSED, Step.DECIDE_ENQUIRY): CaseStage.ENQUIRY,
    (CaseStage.CLOSED, Step.DECIDE_NO_ENQUIRY): CaseStage.CLOSED,
    (CaseStage.CONCERN, Step.JOIN_ANOTHER): CaseStage.CLOSED,
    (CaseStage.CLOSED, Step.LEAVE_ANOTHER): CaseStage.CONCERN,
    (CaseStage.CONCERN, Step.DROP): CaseStage.CLOSED,
    (CaseStage.CLOSED, Step.TAKE_BACK): CaseStage.CONCERN,
}


def next_stage(stage: CaseStage, step: Step) -> CaseStage | None:
    """The stage a step leads to, or None where the pathway has no such step. Closing is possible at any stage.

    Practice: the four stages of the London and Berkshire procedures (concern, enquiry, plan and review, closing).
    """
    return PATHWAY.get((stage, step))
