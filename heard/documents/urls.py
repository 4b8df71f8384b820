"""Which addresses belong to documents?"""

from django.urls import path

from heard.documents.pages import safe_contact, sent

urlpatterns = [
    path("cases/<str:reference>/safe-contact", safe_contact.safe_contact, name="safe-contact"),
    path("cases/<str:reference>/letters/<uuid:document_id>", sent.sent_document, name="sent-document"),
]
