"""Which addresses belong to measures?"""

from django.urls import path

from heard.measures.pages import figures

urlpatterns = [
    path("figures", figures.figures, name="figures"),
    path("figures.csv", figures.download, name="figures-file"),
    path("figures/<slug:measure>", figures.behind, name="figures-behind"),
]
