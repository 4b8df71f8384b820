"""Which addresses belong to concerns?"""

from django.urls import include, path

from heard.concerns.flows.raising import PUBLIC_FORM, STAFF_FORM
from heard.concerns.pages import concern, deciding, duty_list, matching, raising_public, telling, triage
from heard.flows.urls import flow_urls

urlpatterns = [
    path("start", raising_public.start, name="public-start"),
    path("form/<slug:authority>/receipt", raising_public.receipt, name="receipt"),
    path("form/<slug:authority>/", include(flow_urls(PUBLIC_FORM))),
    path("privacy/<slug:authority>", raising_public.privacy_notice, name="privacy-notice"),
    path("accessibility/<slug:authority>", raising_public.accessibility_statement, name="accessibility-statement"),
    path("raise-concern/", include(flow_urls(STAFF_FORM))),
    path("duty", duty_list.duty_list, name="duty-list"),
    path("decisions-against-the-rule", duty_list.against_rule, name="against-rule"),
    # The addresses of one concern stand last: a reference could otherwise swallow another word.
    path("concerns/<str:reference>", concern.concern, name="concern"),
    path("concerns/<str:reference>/added/read", concern.information_read, name="information-read"),
    path("concerns/<str:reference>/who", matching.who_is_the_adult, name="who-is-the-adult"),
    path("concerns/<str:reference>/who/undo", matching.undo_link_page, name="undo-link"),
    path("concerns/<str:reference>/agreement", triage.settle_agreement, name="agreement"),
    path("concerns/<str:reference>/section-42", triage.section_42_answers, name="section-42-answers"),
    path("concerns/<str:reference>/return", triage.what_is_counted, name="what-is-counted"),
    path("concerns/<str:reference>/decide", deciding.decide, name="decide"),
    path("concerns/<str:reference>/tell", telling.tell_referrer, name="tell-referrer"),
    path("concerns/<str:reference>/error", triage.concern_in_error, name="concern-in-error"),
]
