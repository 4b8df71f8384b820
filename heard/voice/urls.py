"""Which addresses belong to voice?"""

from django.urls import include, path

from heard.flows.urls import flow_urls
from heard.voice.flows import CONVERSATION
from heard.voice.pages import asked, conversations, letters, wishes

urlpatterns = [
    path("cases/<str:reference>/wishes", wishes.wishes, name="wishes"),
    path("cases/<str:reference>/wishes/new", wishes.add_wish, name="add-wish"),
    path("cases/<str:reference>/wishes/<uuid:wish_id>/change", wishes.change_wish, name="change-wish"),
    path("cases/<str:reference>/wishes/<uuid:wish_id>/withdraw", wishes.withdraw_wish, name="withdraw-wish"),
    path("cases/<str:reference>/wishes/<uuid:wish_id>/tag", wishes.tag_wish, name="tag-wish"),
    path("cases/<str:reference>/asked", asked.answer, name="answer-asked"),
    path("cases/<str:reference>/letters/new", letters.new_letter, name="new-letter"),
    path("cases/<str:reference>/conversations/new", conversations.begin, name="record-conversation"),
    path("cases/<str:reference>/conversations/form/", include(flow_urls(CONVERSATION))),
    path("cases/<str:reference>/conversations/<uuid:conversation_id>", conversations.conversation, name="conversation"),
    path("cases/<str:reference>/conversations/<uuid:conversation_id>/correct", conversations.correct, name="correct-conversation"),
]
