"""Which addresses belong to measures?"""

from django.urls import path

from heard.measures import pages

urlpatterns = [
    path("figures", pages.figures, name="figures"),
    path("figures.csv", pages.download, name="figures-file"),
    path("figures/<slug:measure>", pages.behind, name="figures-behind"),
]
