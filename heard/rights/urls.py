"""Which addresses belong to rights?"""

from django.urls import include, path

from heard.flows.urls import flow_urls
from heard.rights.flows.best_interests import BEST_INTERESTS
from heard.rights.pages import (
    advocacy,
    appropriate_person,
    best_interests,
    capacity,
    difficulty,
    legal_authority,
    sharing,
    without_agreement,
)
from heard.rights.pages import for_the_return as pages

urlpatterns = [
    path("cases/<str:reference>/capacity", pages.capacity, name="capacity-answer"),
    path("cases/<str:reference>/support", pages.support, name="support-answer"),
    path("cases/<str:reference>/difficulty", difficulty.difficulty, name="difficulty"),
    path("cases/<str:reference>/appropriate-person", appropriate_person.name_person, name="appropriate-person"),
    path(
        "cases/<str:reference>/appropriate-person/<uuid:representative_id>/end", appropriate_person.end_person, name="end-representation"
    ),
    path("cases/<str:reference>/network/<uuid:member_id>", appropriate_person.change_member, name="change-network-member"),
    path("cases/<str:reference>/advocate", advocacy.refer, name="refer-to-advocate"),
    path("cases/<str:reference>/advocate/<uuid:advocacy_id>", advocacy.work, name="advocates-work"),
    path("cases/<str:reference>/imca", advocacy.consider_imca, name="consider-imca"),
    path("cases/<str:reference>/capacity/new", capacity.begin, name="assess-capacity"),
    path("cases/<str:reference>/capacity/decisions", capacity.decisions, name="capacity-decisions"),
    path("cases/<str:reference>/capacity/<uuid:assessment_id>", capacity.assessment, name="capacity-assessment"),
    path("cases/<str:reference>/capacity/<uuid:assessment_id>/best-interests", best_interests.begin, name="decide-best-interests"),
    path("cases/<str:reference>/capacity/<uuid:assessment_id>/best-interests/form/", include(flow_urls(BEST_INTERESTS))),
    path("cases/<str:reference>/authorities/new", legal_authority.add, name="add-legal-authority"),
    path("cases/<str:reference>/authorities/<uuid:held_id>", legal_authority.change, name="change-legal-authority"),
    path("concerns/<str:reference>/without-agreement", without_agreement.act, name="act-without-agreement"),
    path("concerns/<str:reference>/without-agreement/told", without_agreement.told, name="adult-told"),
    path("cases/<str:reference>/share", sharing.share, name="share"),
    path("cases/<str:reference>/shared", sharing.shared, name="what-was-shared"),
]
