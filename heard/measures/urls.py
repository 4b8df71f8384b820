"""Which addresses belong to measures?"""

from django.urls import path

from heard.measures.own_question import pages as own_question
from heard.measures.pages import board, board_files, figures, pictures, published, team, what_changed

urlpatterns = [
    path("own-question", own_question.own_question, name="own-question"),
    path("own-question.zip", own_question.own_question_file, name="own-question-file"),
    path("own-question/data-dictionary", own_question.data_dictionary, name="data-dictionary"),
    path("own-question/save", own_question.own_question_save, name="own-question-save"),
    path("own-question/saved/<uuid:saved_id>/remove", own_question.own_question_remove, name="own-question-remove"),
    path("figures", figures.figures, name="figures"),
    path("figures.csv", figures.download, name="figures-file"),
    path("figures.svg", pictures.figures_chart, name="figures-chart"),
    path("team", team.team, name="team"),
    path("team.svg", pictures.team_chart, name="team-chart"),
    path("team.csv", pictures.team_file, name="team-file"),
    path("board", board.board, name="board"),
    path("board.csv", board_files.board_file, name="board-file"),
    path("board/indicators", board.dictionary, name="indicators"),
    path("board/indicators/<slug:measure>", board.indicator, name="indicator"),
    path("board/indicators/<slug:measure>.csv", board_files.indicator_file, name="indicator-file"),
    path("board/indicators/<slug:measure>/months.svg", board.months_chart, name="indicator-months"),
    path("board/indicators/<slug:measure>/months.csv", pictures.months_file, name="indicator-months-file"),
    path("board/indicators/<slug:measure>/parts.svg", board.parts_chart, name="indicator-parts"),
    path("board/indicators/<slug:measure>/funnel.svg", board.funnel_chart, name="indicator-funnel"),
    path("board/report.pdf", board_files.board_report, name="board-report"),
    path("board/published", published.published, name="published"),
    path("board/published.svg", pictures.published_chart, name="published-chart"),
    path("board/published.csv", pictures.published_file, name="published-file"),
    path("board/why-late/<slug:step>.svg", pictures.delays_chart, name="delays-chart"),
    path("board/experience/<slug:item>.svg", pictures.experience_chart, name="experience-chart"),
    path("board/<slug:group>.svg", board.board_chart, name="board-chart"),
    path("figures/<slug:measure>", figures.behind, name="figures-behind"),
    path("what-changed", what_changed.themes, name="what-changed-start"),
    path("what-changed/<slug:theme>", what_changed.what_changed, name="what-changed"),
    path("what-changed/<slug:theme>/picture.svg", pictures.what_changed_chart, name="what-changed-chart"),
    path("what-changed/<slug:theme>/file.csv", what_changed.what_changed_file, name="what-changed-file"),
]
