"""Which addresses belong to measures?"""

from django.urls import path

from heard.measures.own_question import pages as own_question
from heard.measures.pages import figures

urlpatterns = [
    path("own-question", own_question.own_question, name="own-question"),
    path("own-question.zip", own_question.own_question_file, name="own-question-file"),
    path("own-question/data-dictionary", own_question.data_dictionary, name="data-dictionary"),
    path("own-question/save", own_question.own_question_save, name="own-question-save"),
    path("own-question/saved/<uuid:saved_id>/remove", own_question.own_question_remove, name="own-question-remove"),
    path("figures", figures.figures, name="figures"),
    path("figures.csv", figures.download, name="figures-file"),
    path("figures/<slug:measure>", figures.behind, name="figures-behind"),
]
