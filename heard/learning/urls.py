"""Which addresses belong to learning?"""

from django.urls import path

from heard.learning.pages import hub

urlpatterns = [
    path("learning", hub.hub, name="learning"),
    path("learning/<slug:resource>", hub.resource, name="resource"),
    path("learning/<slug:resource>/self-check", hub.self_check, name="self-check"),
    path("learning/<slug:resource>/easy-read", hub.easy_read, name="easy-read"),
]
