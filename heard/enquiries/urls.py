"""Which addresses belong to enquiries?"""

from django.urls import include, path

from heard.enquiries.flows.capacity import CAPACITY
from heard.enquiries.pages import allocating, closing, findings, in_error, judging, letters, plan, risks, summary
from heard.flows.urls import flow_urls

urlpatterns = [
    path("cases/<str:reference>/letters/new", letters.letters, name="new-letter"),
    path("cases/<str:reference>/letters/new/<slug:letter>", letters.write_letter, name="write-letter"),
    path("cases/<str:reference>/capacity/form/", include(flow_urls(CAPACITY))),
    path("cases/<str:reference>/judge", judging.judge, name="judge-wishes"),
    path("cases/<str:reference>/judge/again", judging.judge_again, name="judge-again"),
    path("cases/<str:reference>/judge/professional", judging.judge_as_professional, name="judge-as-professional"),
    path("cases/<str:reference>/close", closing.close, name="close"),
    path("cases/<str:reference>/close/view", closing.view, name="close-view"),
    path("cases/<str:reference>/close/reason", closing.reason, name="close-reason"),
    path("cases/<str:reference>/close/stopping", closing.ceasing, name="close-ceasing"),
    path("cases/<str:reference>/close/checklist", closing.checklist, name="close-checklist"),
    path("cases/<str:reference>/close/decide", closing.decide_against, name="close-against"),
    path("cases/<str:reference>/close/finish", closing.finish, name="close-finish"),
    path("cases/<str:reference>/close/risks/<uuid:risk_id>", findings.finding, name="close-finding"),
    path("cases/<str:reference>/close/risks/<uuid:risk_id>/outcome", findings.outcome, name="close-outcome"),
    path("cases/<str:reference>/close/risks/<uuid:risk_id>/remained", findings.remained, name="close-remained"),
    path("cases/<str:reference>/reopen", allocating.reopen, name="reopen"),
    path("cases/<str:reference>/summary", summary.summary, name="summary"),
    path("cases/<str:reference>/allocate", allocating.allocate, name="allocate"),
    path("cases/<str:reference>/hand-over", allocating.give, name="hand-over"),
    path("cases/<str:reference>/in-error", in_error.in_error_list, name="in-error-list"),
    path("cases/<str:reference>/error/<str:kind>/<uuid:record_id>", in_error.mark, name="mark-in-error"),
    path("cases/<str:reference>/risks/new", risks.add_risk, name="add-risk"),
    path("cases/<str:reference>/risks/<uuid:risk_id>", risks.risk, name="risk"),
    path("cases/<str:reference>/risks/<uuid:risk_id>/who", risks.who_poses_it, name="who-poses-risk"),
    path("cases/<str:reference>/risks/<uuid:risk_id>/view/<slug:whose>", risks.view_risk, name="view-risk"),
    path("cases/<str:reference>/plan", plan.plan, name="plan"),
    path("cases/<str:reference>/plan/actions/new", plan.add_action, name="add-action"),
    path("cases/<str:reference>/plan/actions/<uuid:action_id>/plain-words", plan.say_plainly, name="plain-words"),
    path("cases/<str:reference>/plan/actions/<uuid:action_id>/done", plan.finish_action, name="finish-action"),
    path("cases/<str:reference>/plan/actions/<uuid:action_id>/undo", plan.undo_action, name="undo-action"),
    path("cases/<str:reference>/plan/agree", plan.agree, name="agree-plan"),
    path("cases/<str:reference>/plan/review", plan.review, name="review-plan"),
]
