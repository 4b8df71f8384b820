"""Which addresses belong to casework?"""

from django.urls import path

from heard.casework.pages import case, home, why

urlpatterns = [
    path("", home.home, name="home"),
    path("cases", home.cases, name="cases"),
    path("cases/<str:reference>", case.case, name="case"),
    path("cases/<str:reference>/why", why.say_why, name="say-why"),
    path("cases/<str:reference>/who-looked", why.who_looked, name="who-looked"),
]
