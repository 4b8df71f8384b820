"""Which addresses belong to cases?"""

from django.urls import path

from heard.cases.pages import communication, details

urlpatterns = [
    path("cases/<str:reference>/person", details.person_details, name="person-details"),
    path("cases/<str:reference>/network/new", details.add_somebody, name="add-network-member"),
    path("cases/<str:reference>/communication/needs", communication.change_needs, name="change-communication-needs"),
    path("cases/<str:reference>/communication/told", communication.told_others, name="told-others-of-needs"),
    path("cases/<str:reference>/communication/met", communication.was_it_met, name="were-needs-met"),
    path("cases/<str:reference>/about-me", communication.about_me, name="about-me"),
    path("cases/<str:reference>/about-me/write", communication.write_about_me, name="write-about-me"),
]
