"""Which addresses belong to the return?"""

from django.urls import path

from heard.returns.pages import behind, checks, figures, signing, to_ask

urlpatterns = [
    path("returns", figures.returns, name="returns"),
    path("returns/<int:year>", figures.figures, name="return-figures"),
    path("returns/<int:year>/return.csv", figures.file, name="return-file"),
    path("returns/<int:year>/return.xlsx", figures.workbook, name="return-workbook"),
    path("returns/<int:year>/cells/<slug:cell>", behind.behind, name="return-cell"),
    path("returns/<int:year>/to-ask", to_ask.teams, name="return-to-ask"),
    path("returns/<int:year>/to-ask/<slug:among>/<slug:item>", to_ask.cases, name="return-to-ask-cases"),
    path("returns/<int:year>/checks", checks.checks, name="return-checks"),
    path("returns/<int:year>/checks/<slug:check>", checks.check, name="return-check"),
    path("returns/<int:year>/sign", signing.sign, name="sign-return"),
    path("returns/signed/<uuid:signed_id>", signing.signed, name="signed-return"),
    path("returns/signed/<uuid:signed_id>/return.csv", signing.file, name="signed-return-file"),
    path("returns/signed/<uuid:signed_id>/return.xlsx", signing.workbook, name="signed-return-workbook"),
]
