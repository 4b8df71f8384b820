"""Which addresses belong to rights?"""

from django.urls import path

from heard.rights.pages import for_the_return as pages

urlpatterns = [
    path("cases/<str:reference>/capacity", pages.capacity, name="capacity-answer"),
    path("cases/<str:reference>/support", pages.support, name="support-answer"),
]
