"""Which addresses belong to learning?"""

from django.urls import path

from heard.learning.pages import hub, log, sharing, taking

urlpatterns = [
    path("learning", hub.hub, name="learning"),
    path("learning/log", log.log, name="log"),
    path("learning/log/new", log.write, name="log-new"),
    path("learning/log/register", log.register, name="log-register"),
    path("learning/log/opened/forget", log.forget, name="log-forget-opened"),
    path("learning/log/take", taking.take, name="log-take"),
    path("learning/log/take/pdf", taking.take_pdf, name="log-take-pdf"),
    path("learning/log/take/docx", taking.take_word, name="log-take-word"),
    path("learning/log/take/json", taking.take_json, name="log-take-json"),
    path("learning/log/delete-everything", log.delete_everything, name="log-delete-everything"),
    path("learning/log/shared/<uuid:share_id>", sharing.shared, name="shared-entry"),
    path("learning/log/shared/<uuid:share_id>/withdraw", sharing.withdraw, name="withdraw-entry"),
    path("learning/log/<uuid:entry_id>", log.entry, name="log-entry"),
    path("learning/log/<uuid:entry_id>/change", log.change, name="log-change"),
    path("learning/log/<uuid:entry_id>/delete", log.delete, name="log-delete"),
    path("learning/log/<uuid:entry_id>/share", sharing.share, name="share-entry"),
    path("learning/counts", sharing.counts, name="learning-counts"),
    path("learning/<slug:resource>", hub.resource, name="resource"),
    path("learning/<slug:resource>/self-check", hub.self_check, name="self-check"),
    path("learning/<slug:resource>/easy-read", hub.easy_read, name="easy-read"),
]
