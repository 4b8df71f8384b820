"""Which addresses belong to cases?"""

from django.urls import path

from heard.cases import pages

urlpatterns = [
    path("cases/<str:reference>/person", pages.person_details, name="person-details"),
    path("cases/<str:reference>/network/new", pages.add_somebody, name="add-network-member"),
]
