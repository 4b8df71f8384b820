"""Which addresses belong to casework?"""

from django.urls import path

from heard.casework.pages import case, communication, duties, home, lateness, network, why

urlpatterns = [
    path("", home.home, name="home"),
    path("to-do", home.to_do, name="to-do"),
    path("cases", home.cases, name="cases"),
    path("cases/<str:reference>", case.case, name="case"),
    path("cases/<str:reference>/why", why.say_why, name="say-why"),
    path("cases/<str:reference>/why-late/<slug:step>", lateness.why_late, name="why-late"),
    path("cases/<str:reference>/who-looked", why.who_looked, name="who-looked"),
    path("duties", duties.duties, name="duties"),
    path("cases/<str:reference>/network", network.network, name="network"),
    path("cases/<str:reference>/communication", communication.communication, name="communication"),
    path("cases/<str:reference>/duties", duties.case_duties, name="case-duties"),
    path("cases/<str:reference>/duties/<slug:asked>/not-needed", duties.not_needed, name="not-needed"),
    path("cases/<str:reference>/duties/<uuid:said_id>/needed", duties.needed_after_all, name="needed-after-all"),
]
