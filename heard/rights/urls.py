"""Which addresses belong to rights?"""

from django.urls import path

from heard.rights import pages

urlpatterns = [
    path("cases/<str:reference>/capacity", pages.capacity, name="capacity-answer"),
    path("cases/<str:reference>/support", pages.support, name="support-answer"),
]
