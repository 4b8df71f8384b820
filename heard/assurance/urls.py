"""Which address leads where?"""

from django.urls import path

from heard.assurance.pages import auditing, found, hub, rounds

urlpatterns = [
    path("audits-and-reviews", hub.quality, name="quality"),
    path("audits/rounds", rounds.audit_rounds, name="audit-rounds"),
    path("audits/rounds/new", rounds.draw, name="draw-audit-round"),
    path("audits/rounds/<uuid:round_id>", rounds.audit_round, name="audit-round"),
    path("audits/themes", rounds.themes, name="audit-themes"),
    path("audits/actions", found.actions, name="learning-actions"),
    path("audits/actions/<uuid:learning_id>/proof", found.prove, name="prove-learning-action"),
    path("audits/cases/<uuid:sampled_id>", found.audited_case, name="audited-case"),
    path("audits/cases/<uuid:sampled_id>/auditor", rounds.give, name="give-audit"),
    path("audits/cases/<uuid:sampled_id>/settle/<slug:question>", found.settle, name="settle-difference"),
    path("audits/cases/<uuid:sampled_id>/feedback", found.feedback, name="give-audit-feedback"),
    path("audits/cases/<uuid:sampled_id>/actions/new", found.add_action, name="add-learning-action"),
    path("audits/mine/<uuid:sampled_id>", found.my_audited_case, name="my-audited-case"),
    path("audits/<uuid:audit_id>", auditing.audit, name="audit"),
    path("audits/<uuid:audit_id>/record", auditing.record, name="audited-record"),
    path("audits/<uuid:audit_id>/questions/<slug:question>", auditing.question, name="audit-question"),
    path("audits/<uuid:audit_id>/adults-view", auditing.adults_view, name="audit-adults-view"),
    path("audits/<uuid:audit_id>/finish", auditing.finish, name="finish-audit"),
]
