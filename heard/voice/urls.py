"""Which addresses belong to voice?"""

from django.urls import include, path

from heard.flows.urls import flow_urls
from heard.voice.flows import CONVERSATION
from heard.voice.pages import asked, conversations, experience, feedback, involvement, papers, picture_talks, wishes

urlpatterns = [
    path("cases/<str:reference>/wishes", wishes.wishes, name="wishes"),
    path("cases/<str:reference>/wishes/new", wishes.add_wish, name="add-wish"),
    path("cases/<str:reference>/wishes/<uuid:wish_id>/change", wishes.change_wish, name="change-wish"),
    path("cases/<str:reference>/wishes/<uuid:wish_id>/withdraw", wishes.withdraw_wish, name="withdraw-wish"),
    path("cases/<str:reference>/wishes/<uuid:wish_id>/tag", wishes.tag_wish, name="tag-wish"),
    path("cases/<str:reference>/involvement", involvement.involvement, name="involvement"),
    path("cases/<str:reference>/involvement/change", involvement.change_involvement, name="change-involvement"),
    path("cases/<str:reference>/feedback/offer", feedback.offer_feedback, name="offer-feedback"),
    path("cases/<str:reference>/experience", experience.experience, name="experience"),
    path("cases/<str:reference>/experience/new/<slug:whose>", experience.record, name="record-experience"),
    path("cases/<str:reference>/experience/<uuid:experience_id>/correct", experience.correct, name="correct-experience"),
    path("questions", papers.papers, name="papers"),
    path("questions/type/<slug:who>", papers.type_in, name="type-in-paper"),
    path("questions/<slug:paper>", papers.paper, name="paper"),
    path("questions/<slug:paper>/file", papers.paper_file, name="paper-file"),
    path("questions/<slug:paper>/sound", papers.paper_sound, name="paper-sound"),
    path("cases/<str:reference>/asked", asked.answer, name="answer-asked"),
    path("cases/<str:reference>/pictures/new", picture_talks.begin, name="begin-picture-talk"),
    path("cases/<str:reference>/pictures/<uuid:talk_id>/board", picture_talks.board, name="picture-board"),
    path("cases/<str:reference>/pictures/<uuid:talk_id>/finish", picture_talks.finish, name="finish-picture-talk"),
    path("cases/<str:reference>/pictures/<uuid:talk_id>", picture_talks.picture_talk, name="picture-talk"),
    path("cases/<str:reference>/pictures/<uuid:talk_id>/cards.svg", picture_talks.picture, name="picture-of-talk"),
    path("cases/<str:reference>/conversations/new", conversations.begin, name="record-conversation"),
    path("cases/<str:reference>/conversations/form/", include(flow_urls(CONVERSATION))),
    path("cases/<str:reference>/conversations/<uuid:conversation_id>", conversations.conversation, name="conversation"),
    path("cases/<str:reference>/conversations/<uuid:conversation_id>/correct", conversations.correct, name="correct-conversation"),
]
