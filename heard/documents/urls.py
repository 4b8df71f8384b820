"""Which addresses belong to documents?"""

from django.urls import path

from heard.documents.pages import checking, portraits, safe_contact, sent

urlpatterns = [
    path("cases/<str:reference>/safe-contact", safe_contact.safe_contact, name="safe-contact"),
    path("cases/<str:reference>/letters/<uuid:document_id>", sent.sent_document, name="sent-document"),
    path("cases/<str:reference>/letters/<uuid:document_id>/file/<slug:file_kind>", sent.take, name="take-file"),
    path("my-picture", portraits.my_picture, name="my-picture"),
    path("check-words", checking.check_words, name="check-words"),
]
