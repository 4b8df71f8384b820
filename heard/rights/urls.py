"""Which addresses belong to rights?"""

from django.urls import path

from heard.rights.pages import advocacy, appropriate_person, difficulty
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
]
