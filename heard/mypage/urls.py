"""Which addresses belong to the adult's own page? Theirs say nothing: whoever looks through a phone's history learns nothing."""

from django.urls import path

from heard.mypage.pages import offering, opening, saying

urlpatterns = [
    path("p", opening.enter, name="enter-code"),
    path("p/o/<str:link>", opening.link, name="open-link"),
    path("p/leave", opening.leave, name="leave-own-page"),
    path("p/blank", opening.blank, name="blank-page"),
    path("p/now", saying.own, name="own-page"),
    path("p/now/sent", saying.sent, name="own-page-sent"),
    path("p/now/want", saying.want, name="own-page-want"),
    path("p/now/want/<uuid:wish_id>", saying.want_instead, name="own-page-want-instead"),
    path("p/now/not/<uuid:wish_id>", saying.not_mine, name="own-page-not-mine"),
    path("p/now/today", saying.today, name="own-page-today"),
    path("p/now/pictures/<slug:deck>", saying.pictures, name="own-page-pictures"),
    path("p/now/voice", saying.voice, name="own-page-voice"),
    path("p/now/people", saying.people, name="own-page-people"),
    path("p/now/call", saying.call, name="own-page-call"),
    path("p/now/stop", saying.stop, name="own-page-stop"),
    path("p/now/words", saying.anything, name="own-page-anything"),
    path("p/now/end", saying.happened, name="own-page-happened"),
    path("p/now/how", saying.experience, name="own-page-experience"),
    path("p/now/thanks", saying.thanks, name="own-page-thanks"),
    path("p/now/looked", saying.looked, name="own-page-looked"),
    path("p/<path:rest>", opening.anything_else, name="own-page-other"),
    path("cases/<str:reference>/own-page", offering.own_pages, name="own-pages"),
    path("cases/<str:reference>/own-page/new", offering.offer, name="offer-own-page"),
    path("cases/<str:reference>/own-page/here", offering.hand_over_here, name="hand-over-tablet"),
    path("cases/<str:reference>/own-page/ways/<uuid:way_id>/end", offering.end, name="end-own-page"),
    path("cases/<str:reference>/own-page/said/<uuid:saying_id>", offering.answer, name="answer-own-page"),
    path("cases/<str:reference>/own-page/said/<uuid:saying_id>/sound", offering.sound, name="own-page-sound"),
    path("cases/<str:reference>/who-looked/hold-back", offering.hold_back_day, name="hold-back"),
    path("cases/<str:reference>/who-looked/held/<uuid:hold_id>", offering.let_see, name="let-be-seen"),
]
